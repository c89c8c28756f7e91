"""Tracking in the addresses of links: it is cut, and told at its place."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

SAID = "advice: what tracks readers was cut from this address"
SAFE = "https://nam02.safelinks.protection.outlook.com/?"


@pytest.mark.parametrize(
    ("typed", "address", "column"),
    [
        ("[a](https://x.org/b?utm_source=c)", "https://x.org/b", 5),
        ("[a](https://x.org/b?utm_source=c&d=e)", "https://x.org/b?d=e", 5),
        ("[a](https://x.org/b?d=e&fbclid=c#f)", "https://x.org/b?d=e#f", 5),
        ("[a](<https://x.org/?gclid=c>)", "https://x.org/", 6),
        ('<a href="https://x.org/?mc_cid=c&amp;mc_eid=d">a</a>', "https://x.org/", 10),
        ("[a]\n\n[a]: https://x.org/?msclkid=c", "https://x.org/", 6),
        (f"[a]({SAFE}url=https%3A%2F%2Fx.org%2Fb%3Futm_medium%3Dc&data=d)", "https://x.org/b", 5),
        (f"[a]({SAFE}data=d&url=https%3A%2F%2Fx.org%2F%28b%29)", "https://x.org/%28b%29", 5),
        ("[a](https://www.google.com/url?q=https://x.org/b%3Fc%3Dd&sa=D)", "https://x.org/b?c=d", 5),
    ],
)
def test_tracking_is_cut_from_a_link_with_advice(typed: str, address: str, column: int) -> None:
    line = 5 + typed.count("\n")
    assert html_of(typed) == f'<p><a href="{address}" rel="noopener">a</a></p>'
    assert messages(typed) == [f"{line}:{column}: {SAID}"]
    assert hints(typed) == [f'write "{address}"']


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("https://x.org/b?utm_source=c", "{}"),
        ("See https://x.org/b?utm_source=c.", "See {}."),
        ("See (https://x.org/b?utm_source=c), please", "See ({}), please"),
        ("**https://x.org/b?utm_source=c**", "<strong>{}</strong>"),
    ],
)
def test_tracking_is_cut_from_an_address_in_the_text(typed: str, expected: str) -> None:
    link = '<a href="https://x.org/b" rel="noopener">https://x.org/b</a>'
    assert html_of(typed) == f"<p>{expected.format(link)}</p>"
    assert [message.partition(": ")[2] for message in messages(typed)] == [SAID]


@pytest.mark.parametrize(
    "typed",
    [
        "[a](https://x.org/utm_source?b=utm_c)",
        "`[a](https://x.org/?utm_source=c)`",
        "```\n<https://x.org/?fbclid=c>\n```",
        f"[a]({SAFE}data=d)",
        "[a](https://x.org/#utm_source=c)",
    ],
)
def test_any_other_address_stays_as_it_is(typed: str) -> None:
    assert messages(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.google.com/url?q=https://example.org/a&sa=D&ust=1",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa&usg=b",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=b",
        "https://urldefense.com/v3/__https://example.org/a__;!!abc$",
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=b",
    ],
)
def test_an_address_that_another_one_wraps_is_unwrapped(typed: str) -> None:
    assert html_of(f"[a]({typed})") == '<p><a href="https://example.org/a" rel="noopener">a</a></p>'
    assert hints(f"[a]({typed})") == ['write "https://example.org/a"']
