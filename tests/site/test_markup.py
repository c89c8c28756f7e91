"""Every page of the shipped site, read strictly: valid HTML, one heading of level 1, no level left out, ids once."""

import re
from collections import Counter
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from html5lib.html5parser import ParseError

from tests.site.shipped import Shipped

NAMED = {"aria-labelledby", "aria-describedby", "aria-controls", "for"}
"""Attributes that name elements of the same page by id."""


def headings(tree: Element) -> list[int]:
    return [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]


def test_every_page_is_valid_for_a_strict_reader_of_html(shipped: Shipped) -> None:
    """No exception is needed: nothing on the pages is younger than html5lib."""
    wrong = {}
    for path in shipped.pages:
        try:
            shipped.tree(path)
        except ParseError as error:
            wrong[path] = str(error)
    assert wrong == {}


def test_the_strict_reader_would_find_a_mistake() -> None:
    with pytest.raises(ParseError):
        html5lib.HTMLParser(strict=True).parse("<!DOCTYPE html><title>x</title><p><b>x</p>")


def test_every_page_has_one_main_heading_and_leaves_no_level_out(shipped: Shipped) -> None:
    for path in shipped.pages:
        levels = headings(shipped.tree(path))
        assert levels.count(1) == 1, path
        after_first = levels[levels.index(1) :]
        assert all(below <= above + 1 for above, below in pairwise(after_first)), path


def test_every_id_stands_once_and_is_there_where_it_is_named(shipped: Shipped) -> None:
    for path in shipped.pages:
        elements = list(shipped.tree(path).iter())
        ids = Counter(element.get("id") for element in elements if element.get("id"))
        assert [name for name, count in ids.items() if count > 1] == [], path
        named = {word for element in elements for name in NAMED for word in (element.get(name) or "").split()}
        assert named - set(ids) == set(), path


def test_every_page_has_the_landmarks_that_readers_jump_to(shipped: Shipped) -> None:
    for path in shipped.pages:
        tree = shipped.tree(path)
        assert len(list(tree.iter("main"))) == 1, path
        if path not in shipped.redirects:
            body = tree.find("body")
            assert body is not None
            tags = [element.tag for element in body]
            assert tags.count("header") == tags.count("footer") == 1, path
        spare = {nav for template in tree.iter("template") for nav in template.iter("nav")}
        navs = [nav for nav in tree.iter("nav") if nav not in spare]
        labels = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in navs]
        assert all(labels), path
        assert len(set(labels)) == len(labels), path


def test_every_picture_says_what_it_shows_or_that_it_shows_nothing(shipped: Shipped) -> None:
    for path in shipped.pages:
        assert [img.get("src") for img in shipped.tree(path).iter("img") if img.get("alt") is None] == [], path


def test_every_time_can_be_read_by_machines(shipped: Shipped) -> None:
    for path in shipped.pages:
        for time in shipped.tree(path).iter("time"):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d( \d\d:\d\d)?)?)?", time.get("datetime") or ""), path
