"""Extremes in every setting: settings, or a located message in few words, and never a traceback."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import fields, publish_fields, read_config
from sitegen.engine.rows import encode
from sitegen.located.models import Fields
from tests.content.test_extremes import EXTREMES, LONGEST

BASE: dict[str, Any] = {
    "title": "Teams",
    "base_url": "https://www.example.org",
    "taxonomies": {"topic": {"field": "topics", "terms": {"quality": {"label": "Quality"}}}},
    "collections": {"stories": {"kind": "story"}},
    "galleries": {"all": {"collections": ["stories"]}},
    "menus": {"main": [{"label": "Stories", "url": "/stories/"}]},
    "search": {},
    "images": {},
    "publish": {"live": {"folder": "/srv/www"}},
}
PLACES: dict[tuple[str | int, ...], type[Fields]] = {
    (): fields.SiteFields,
    ("taxonomies", "topic"): fields.TaxonomyFields,
    ("taxonomies", "topic", "terms", "quality"): fields.TermFields,
    ("collections", "stories"): fields.CollectionFields,
    ("galleries", "all"): fields.GalleryFields,
    ("menus",): fields.MenuFields,
    ("menus", "main", 0): fields.MenuItemFields,
    ("search",): fields.SearchFields,
    ("images",): fields.ImageFields,
    ("publish", "live"): publish_fields.TargetFields,
}
SETTINGS = [(place, info.alias or name) for place, model in PLACES.items() for name, info in model.model_fields.items()]
GROUPS = ("taxonomies", "collections", "galleries", "redirects")


def check(data: bytes) -> None:
    """Check that a site.yaml becomes settings that can be stored, or messages that can be read."""
    config, problems = read_config(data)
    if config is not None:
        encode(config)
    assert config is not None or problems
    for problem in problems:
        assert problem.location.line
        assert 0 < len(problem.headline) <= LONGEST
        assert len(problem.hint) <= LONGEST


def with_value(place: tuple[str | int, ...], name: str, value: Any) -> bytes:
    """Return a site.yaml in which one setting has another value."""
    settings = json.loads(json.dumps(BASE))
    group = settings
    for part in place:
        group = group[part]
    group[name] = value
    return json.dumps(settings).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(("place", "name"), SETTINGS)
def test_every_setting_takes_extremes_or_says_why_not(place: tuple[str | int, ...], name: str) -> None:
    for value in EXTREMES:
        for written in (value, [value], {value: value}):
            check(with_value(place, name, written))


@pytest.mark.parametrize("number", [0, -1, 2**63, -(2**70), 10**4000, True, None, 1.5, 1e300])
@pytest.mark.parametrize(("place", "name"), SETTINGS)
def test_every_setting_takes_numbers_or_says_why_not(place: tuple[str | int, ...], name: str, number: Any) -> None:
    check(with_value(place, name, number))


@pytest.mark.parametrize("group", GROUPS)
def test_every_name_takes_extremes_or_says_why_not(group: str) -> None:
    for value in EXTREMES:
        check(with_value((group,) if group in BASE else (), value if group in BASE else group, {value: "/x/"}))


@given(st.sampled_from(SETTINGS), st.recursive(st.text() | st.integers() | st.none(), st.lists))
def test_every_setting_takes_anything_or_says_why_not(setting: tuple[tuple[str | int, ...], str], value: Any) -> None:
    check(with_value(*setting, value))


@pytest.mark.parametrize(
    ("place", "name", "value", "expected"),
    [
        (("collections",), "con", {"kind": "page"}, ("collections", "con")),
        (("collections",), "x" * 201, {"kind": "page"}, ("collections", "x" * 201)),
        (("collections", "stories"), "address", "aux", ("collections", "stories")),
        (("galleries",), "nul", {"collections": ["stories"]}, ("galleries", "nul")),
        (("taxonomies",), "prn", {"field": "roles", "terms": "any"}, ("taxonomies", "prn")),
        (("taxonomies", "topic", "terms"), "com1", "x", ("taxonomies", "topic", "com1")),
    ],
)
def test_names_that_no_disk_can_have_are_told(
    place: tuple[str, ...], name: str, value: Any, expected: tuple[str, ...]
) -> None:
    (problem,) = read_config(with_value(place, name, value))[1]
    assert "has 201 bytes, 200 at most" in problem.headline or "Windows cannot have" in problem.headline
    better = problem.hint.rpartition(" ")[2]
    is_name = expected[-1] == name
    assert read_config(with_value(place, better if is_name else name, value if is_name else better))[1] == []
