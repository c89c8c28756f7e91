"""Tests of files to pages with any damage: there is always an answer."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.errors import format_problem
from tests.content.parsed import STORY, valid_page
from tests.content.test_page_parts import FAQ

ROOT = Path(__file__).parents[2]


SAMPLES = [
    STORY.encode() + b"---\n\nText with *marks*.\n",
    FAQ.encode(),
    b"---\ntitle: \xe2\x80\x9cT\xe2\x80\x9d\nroles: [a]\nbest_used: x\ndownloads:\n  - {file: a.pdf, pages: 2}\n---\n",
    b"\xef\xbb\xbf---\r\ntitle: T\r\nsrc: a.mp4\r\ntranscript: |\r\n  One.\r\n---\r\n",
]


INSERTS = [
    b"---\n",
    b"\n",
    b"\t",
    b": ",
    b"\x00",
    b"\xff",
    b'"',
    b"[",
    b"{",
    b"- ",
    b"&a ",
    b"*a ",
    b"<<<<<<< ",
    b"|",
    b"#",
]


def mutated(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 4)):
        offset, size = rng.randint(0, len(data)), rng.choice([0, 0, 1, 5, 40])
        insert = rng.choice([*INSERTS, bytes([rng.randrange(256)]), data[offset : offset + 30]])
        data = data[:offset] + insert + data[offset + size :]
    return data


def check_any(data: bytes, kind: str) -> None:
    page, problems = valid_page("stories/a.md", data, kind)
    assert page is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        format_problem(problem)
        assert problem.location.path == "content/stories/a.md"


@pytest.mark.parametrize("seed", range(8))
def test_any_damage_to_a_page_gives_a_page_or_problems(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a test's dice
    pages = [path.read_bytes() for path in sorted((ROOT / "content").rglob("*.md"))]
    for _ in range(100):
        check_any(mutated(rng.choice([*SAMPLES, *pages]), rng), rng.choice(sorted(FIELDS_OF_KIND)))


@pytest.mark.long
def test_much_damage_to_a_page_gives_a_page_or_problems() -> None:
    for seed in range(1000, 1200):
        test_any_damage_to_a_page_gives_a_page_or_problems(seed)


@given(st.binary(max_size=200), st.sampled_from(sorted(FIELDS_OF_KIND)))
def test_any_bytes_give_a_page_or_problems(data: bytes, kind: str) -> None:
    check_any(data, kind)


@given(st.text(max_size=100), st.text(max_size=100), st.sampled_from(sorted(FIELDS_OF_KIND)))
def test_any_title_and_text_give_a_page_or_problems(title: str, text: str, kind: str) -> None:
    check_any(f"---\ntitle: {title}\n---\n{text}".encode(), kind)
