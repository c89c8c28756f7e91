"""Tests of wrong addresses in the settings: the hint has the address that was meant, and mends them."""

import pytest

from sitegen.config.zones import zone_hint
from tests.config.settings_messages import BASE, messages


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tools", "/tools/"),
        ("www.kp.org", "https://www.kp.org"),
        ("kp.org/a", "https://kp.org/a"),
        ("https:/kp.org", "https://kp.org"),
        ("http//kp.org/a b", "http://kp.org/a%20b"),
        ("//kp.org", "https://kp.org"),
        ("tools/x.md", "/tools/x/"),
        ("content/tools/x.md", "/tools/x/"),
        ("../tools/", "/tools/"),
        ("static/downloads/a.pdf", "/downloads/a.pdf"),
        ("jo@kp.org", "mailto:jo@kp.org"),
        ("mailto: jo@kp.org", "mailto:jo@kp.org"),
        ("mailto:jo", "mailto:name@example.org"),
        ("#top", "/#top"),
        ("http://a b", "https://www.example.org/"),
    ],
)
def test_a_wrong_address_of_a_menu_is_hinted_at_as_it_is_meant(typed: str, meant: str) -> None:
    text = BASE + 'menus:\n  main:\n    - {label: A, url: "%s"}\n'
    assert messages((text % typed).encode()) == [
        f'site.yaml:5:23: "{typed}" is no address of a menu | write it like this: {meant}'
    ]
    assert messages((text % meant).encode()) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/a b", "/a%20b"),
        ("https://old.org/a", "/a"),
        ("https://www.example.org/old/", "/old"),
        ("//x", "/x"),
        ("a?b=c", "/a"),
        ("stories/x.md", "/stories/x"),
        ("https://old.org", "/old"),
    ],
)
def test_a_wrong_earlier_address_is_hinted_at_as_a_path(typed: str, meant: str) -> None:
    text = BASE + 'redirects:\n  "%s": /b/\n'
    (told,) = messages((text % typed).encode())
    assert told.endswith(f'write a path of this site, without query: "{meant}"')
    assert messages((text % meant).encode()) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.kp.org", "https://www.kp.org"),
        ("tools/x.md", "/tools/x/"),
        ("/a b", "/a%20b"),
        ("http://kp.org/a b", "http://kp.org/a%20b"),
    ],
)
def test_a_wrong_target_of_a_redirect_is_hinted_at_as_it_is_meant(typed: str, meant: str) -> None:
    text = BASE + 'redirects:\n  /a/: "%s"\n'
    (told,) = messages((text % typed).encode())
    assert told.endswith((f"write it like this: {meant}", f"write it as {meant}"))
    assert messages((text % meant).encode()) == []


@pytest.mark.parametrize("typed", ["lmp.example.org", "//lmp.example.org", "https:/lmp.example.org"])
def test_the_hint_at_a_base_url_is_its_own_name(typed: str) -> None:
    text = f"title: Teams\nbase_url: {typed}\n"
    (told,) = messages(text.encode())
    assert told.endswith("write it with http or https: https://lmp.example.org")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("UTC-8", ": America/Los_Angeles"),
        ("-08:00", ": America/Los_Angeles"),
        ("GMT\u221210", ": Pacific/Honolulu"),
        ("UTC+5:30", ", like America/Los_Angeles"),
    ],
)
def test_an_offset_is_no_time_zone_and_a_place_is_hinted_at(typed: str, place: str) -> None:
    hint = f"write the name of a place there, whose clocks change with the seasons{place}"
    assert zone_hint(typed) == hint
    assert zone_hint(place.rpartition(" ")[2]) is None


def test_names_of_zones_that_look_like_offsets_are_zones() -> None:
    assert zone_hint("Etc/GMT+8") is zone_hint("GMT+0") is None
