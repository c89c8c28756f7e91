"""Places of a YAML file: their names, and where each is."""

import pytest

from sitegen.located import SourceFile, read_yaml
from sitegen.located.nodes import value_at
from sitegen.located.places import find_places, named_items

TEXT = """\
title: A
menus:
  main:
    - {label: B, url: /b/}
    -
    - label: C
redirects:
  /old/: /new/
empty:
"""


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("title", "x.yaml:1:8"),
        ("title:", "x.yaml:1:1"),
        ("menus.main.0.url", "x.yaml:4:23"),
        ("menus.main.1.label", "x.yaml:6:14"),
        ("redirects./old/", "x.yaml:8:10"),
        ("redirects./old/:", "x.yaml:8:3"),
        ("empty:", "x.yaml:9:1"),
        ("empty", None),
    ],
)
def test_a_place_is_named_by_the_way_to_it(name: str, location: str | None) -> None:
    node, _ = read_yaml(TEXT, SourceFile("x.yaml", TEXT))
    assert node is not None
    actual = find_places(node, "x.yaml").get(name)
    assert (str(actual) if actual else None) == location


def test_items_have_the_names_under_which_their_places_are_found() -> None:
    node, _ = read_yaml(TEXT, SourceFile("x.yaml", TEXT))
    assert node is not None
    main = value_at(value_at(node, "menus"), "main")
    assert [name for name, _ in named_items(main, "menus.main")] == ["menus.main.0", "menus.main.1"]
    assert [name for name, _ in named_items(value_at(node, "title"), "title")] == ["title"]
    assert named_items(None, "gone") == []
