"""Old addresses: how they are compared, and where they lead."""

import pytest

from sitegen.catalog.old_addresses import alias_key, redirect_map
from sitegen.model import Entry, LocatedText, Redirect


@pytest.mark.parametrize(
    ("old", "key"),
    [("/old", "/old/"), ("/old/", "/old/"), ("/a/b", "/a/b/"), ("/old.html", "/old.html"), ("/v1.0/x", "/v1.0/x/")],
)
def test_an_old_address_ends_with_a_slash_unless_it_names_a_file(old: str, key: str) -> None:
    assert alias_key(old) == key


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("/caf%C3%A9", "/caf\u00e9/"),
        ("/a%20b.html", "/a b.html"),
        ("/%2e%2e/x", "/%2e%2e/x/"),
        ("/a%2F%2Fb", "/a%2F%2Fb/"),
        ("/a%00b", "/a%00b/"),
        ("/a%5Cb", "/a%5Cb/"),
        ("/a%FFb", "/a%FFb/"),
        ("/100%", "/100%/"),
    ],
)
def test_an_old_address_is_decoded_where_that_gives_a_plain_path(old: str, key: str) -> None:
    assert alias_key(old) == key


def test_old_addresses_lead_to_pages_that_are_shown_and_to_targets_of_redirects() -> None:
    entries = [
        Entry(path="a.md", collection="a", kind="tool", url="/a/", listed=True, aliases=(LocatedText("/z"),)),
        Entry(path="b.md", collection="a", kind="tool", url="/b/", listed=False, aliases=(LocatedText("/y"),)),
    ]
    redirects = [
        Redirect(LocatedText("/old/"), LocatedText("/a/")),
        Redirect(LocatedText("/far"), LocatedText("https://example.org/")),
    ]
    targets = redirect_map(entries, redirects, "/base")
    assert list(targets.items()) == [("/far/", "https://example.org/"), ("/old/", "/base/a/"), ("/z/", "/base/a/")]


@pytest.mark.parametrize(
    ("target", "end"),
    [
        ("/two", "/base/page/"),
        ("/two/#part", "/base/page/#part"),
        ("/page/#part", "/base/page/#part"),
        ("/three/#part", "/base/page/#end"),
        ("/four/", "https://example.org/"),
        ("/one", "/base/one"),
        ("/z", "/base/a/"),
    ],
)
def test_an_old_address_leads_at_once_to_where_others_lead(target: str, end: str) -> None:
    entry = Entry(path="a.md", collection="a", kind="tool", url="/a/", listed=True, aliases=(LocatedText("/z"),))
    links = {
        "/one/": target,
        "/two/": "/five",
        "/five/": "/page/",
        "/three": "/page/#end",
        "/four": "https://example.org/",
    }
    redirects = [Redirect(LocatedText(old), LocatedText(new)) for old, new in links.items()]
    assert redirect_map([entry], redirects, "/base")["/one/"] == end
