"""Extremes in every field of every kind: a page, or a located message in few words, and never a traceback."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.page_parser import parse_page
from sitegen.engine.rows import encode
from sitegen.model.kinds import KINDS

NUMBERS = (
    "0",
    "-0",
    "-1",
    "1.5",
    "1e400",
    ".inf",
    "nan",
    "0x10",
    "1_000",
    "\u0663",
    "9" * 19,
    "-" + "9" * 30,
    "9" * 5000,
)
LONG = (
    "x" * 300,
    "x" * 100_000,
    "\u6587" * 80,
    "\U0001f600" * 100,
    "/" + "x" * 300,
    "/" + "a/" * 1500,
    "1:" + "9" * 5000,
)
ODD = (
    "",
    "~",
    "true",
    "%",
    "/%00",
    "/..%2f",
    "../x",
    "\x00",
    "\x1b[31m",
    "\u202eabc",
    "/a\\x00b",
    "/a\nb",
    "\ud800",
    "\ufeff",
)
NESTED = ("[[[]]]", "{a: {b: c}}", "[{}, []]", "[" * 25 + "]" * 25)
EXTREMES = (*NUMBERS, *LONG, *ODD, *NESTED)
FIELDS = [
    (kind, info.alias or name) for kind, model in FIELDS_OF_KIND.items() for name, info in model.model_fields.items()
]
LONGEST = 1200


def check(kind: str, text: str) -> None:
    """Check that a file becomes a page that can be stored, or messages that can be read."""
    page, problems = parse_page("stories/x.md", text.encode("utf-8", "surrogatepass"), KINDS[kind].id)
    encode(page)
    for problem in problems:
        assert problem.location.line
        assert 0 < len(problem.headline) <= LONGEST
        assert len(problem.hint) <= LONGEST


def written(value: str) -> Iterator[str]:
    """Yield the ways in which a value can be written: plain, in quotes, and as a list."""
    yield value
    yield json.dumps(value)
    yield f"[{value}]"


@pytest.mark.parametrize("share", [2, pytest.param(1, marks=pytest.mark.long)], ids=["half", "all"])
@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_every_field_takes_extremes_or_says_why_not(kind: str, field: str, share: int) -> None:
    """A short run tries half of the values in each field, the other half in the next one."""
    for extreme in EXTREMES[FIELDS.index((kind, field)) % share :: share]:
        for value in written(extreme):
            check(kind, f"---\ntitle: Teams\n{field}: {value}\n---\nText\n")


@given(
    field=st.sampled_from(FIELDS),
    value=st.one_of(
        st.text(), st.integers().map(str), st.floats().map(str), st.recursive(st.text(), st.lists).map(json.dumps)
    ),
)
def test_every_field_takes_anything_or_says_why_not(field: tuple[str, str], value: str) -> None:
    kind, name = field
    check(kind, f"---\ntitle: Teams\n{name}: {value}\n---\nText\n")
