"""Mistakes in the other settings of site.yaml, and in the file itself: messages and positions."""

import pytest

from tests.config.settings_messages import BASE, COL, TAX, messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BASE + "titel: x\n", ['site.yaml:3:1: unknown field "titel" | did you mean "title"?'], id="unknown setting"
        ),
        pytest.param(
            "base_url: https://www.example.org\n",
            [
                (
                    'site.yaml:1: "title" is missing: a site needs it'
                    " | add a line like this: title: Labor Management Partnership"
                )
            ],
            id="missing title",
        ),
        pytest.param(
            BASE + COL + "    per_page: many\n",
            [('site.yaml:6:15: "per_page" must be a whole number, not "many" | write it like this: per_page: 20')],
            id="wrong type",
        ),
        pytest.param(
            BASE + "language: [en, es]\n",
            [('site.yaml:3:11: "language" must be a text, not a list | give one value, without brackets and dashes')],
            id="list for a text",
        ),
        pytest.param(
            "title: Teams\nbase_url: www.example.org\n",
            [
                (
                    'site.yaml:2:11: "www.example.org" is no address of a site'
                    " | write it with http or https: https://www.example.org"
                )
            ],
            id="base_url without scheme",
        ),
        pytest.param(
            "title: Teams\nbase_url: ftp://www.example.org\n",
            [
                (
                    'site.yaml:2:11: "ftp://www.example.org" is no address of a site'
                    " | write it with http or https: https://www.example.org"
                )
            ],
            id="base_url ftp",
        ),
        pytest.param(
            "title: Teams\nbase_url: https://www.example.org/?a=b\n",
            [
                (
                    'site.yaml:2:11: "base_url" ends with a query or a fragment: "https://www.example.org/?a=b"'
                    ' | leave out what follows "?" or "#"'
                )
            ],
            id="base_url query",
        ),
        pytest.param(
            BASE + "timezone: America/Los_Angelos\n",
            [('site.yaml:3:11: unknown time zone "America/Los_Angelos" | did you mean "America/Los_Angeles"?')],
            id="time zone",
        ),
        pytest.param(
            BASE + "timezone: Pacific\n",
            ['site.yaml:3:11: unknown time zone "Pacific" | did you mean "America/Los_Angeles"?'],
            id="time zone short",
        ),
        pytest.param(
            BASE + "timezone: US/Los Angeles\n",
            [('site.yaml:3:11: unknown time zone "US/Los Angeles" | did you mean "America/Los_Angeles"?')],
            id="time zone city",
        ),
        pytest.param(
            BASE + "language: English (US)\n",
            [('site.yaml:3:11: "English (US)" is no code of a language | write a code such as en, es or zh-Hans')],
            id="language",
        ),
        pytest.param(
            BASE + "feedback: web@example.org\n",
            [
                (
                    'site.yaml:3:11: feedback cannot go to "web@example.org"'
                    " | write a mail or https address: mailto:web@example.org"
                )
            ],
            id="feedback mail",
        ),
        pytest.param(
            BASE + "feedback: http://example.org/form\n",
            [
                (
                    'site.yaml:3:11: feedback cannot go to "http://example.org/form"'
                    " | write a mail or https address: mailto:web@example.org"
                )
            ],
            id="feedback http",
        ),
        pytest.param(
            BASE + "menus:\n  main:\n    - {label: Tools, url: tools}\n",
            [('site.yaml:5:27: "tools" is no address of a menu | write it like this: /tools/')],
            id="menu url",
        ),
        pytest.param(
            BASE + "menus:\n  main:\n    - {url: /tools/}\n",
            [('site.yaml:5:7: "label" is missing: a menu\'s link needs it | add a line like this: label: Tools')],
            id="menu label",
        ),
        pytest.param(
            BASE + "menus:\n  top:\n    - {label: Tools, url: /tools/}\n",
            ['site.yaml:4:3: unknown field "top" | use one of these: footer, main'],
            id="menu name",
        ),
        pytest.param(
            BASE + "redirects:\n  old/page?x=1: /new/\n",
            [
                (
                    'site.yaml:4:3: the earlier address "old/page?x=1" cannot be redirected'
                    ' | write a path of this site, without query: "/old/page"'
                )
            ],
            id="redirect source",
        ),
        pytest.param(
            BASE + "redirects:\n  /old/: new\n",
            ['site.yaml:4:10: "/old/" cannot lead to "new" | write it like this: /new/'],
            id="redirect target",
        ),
        pytest.param(
            BASE + 'redirects:\n  /old/: "https://a.org/b#c d"\n  /older/: "/new/#a\\n/evil"\n',
            [
                'site.yaml:4:10: "/old/" leads to an address with a space | write it as https://a.org/b#c%20d',
                'site.yaml:5:12: "/older/" leads to an address with a space | write it as /new/#a%20/evil',
            ],
            id="redirect target with a space",
        ),
        pytest.param(
            BASE + "redirects:\n  /old/:\n",
            ['site.yaml:4:3: "/old/" leads nowhere | write where it leads now'],
            id="redirect blank",
        ),
        pytest.param(
            BASE + "redirects:\n  /old: /old/\n",
            ['site.yaml:4:3: "/old" leads to itself | write where it leads now'],
            id="redirect itself",
        ),
        pytest.param(
            BASE + "search: {library_index: never}\n",
            [('site.yaml:3:25: "never" is not a value of "library_index" | use one of these: build, on-demand')],
            id="library index",
        ),
        pytest.param(
            BASE + "title: Again\n",
            ['site.yaml:3:1: the field "title" stands here for the second time | keep one of the two'],
            id="twice",
        ),
        pytest.param(
            b"title: \xff\n",
            [
                (
                    'site.yaml:1: "base_url" is missing: a site needs it'
                    " | add a line like this: base_url: https://www.example.org"
                ),
                (
                    "site.yaml:1:8: the file is not saved as UTF-8: the byte 0xFF is not part of a letter"
                    ' | save the file again with the encoding "UTF-8"'
                ),
            ],
            id="not utf8",
        ),
        pytest.param(
            b"hello",
            [
                (
                    'site.yaml:1:1: "hello" is not a field: it has no colon'
                    " | write it as field: value, or begin it with two spaces if it goes on from the line above"
                )
            ],
            id="text",
        ),
        pytest.param(
            b"",
            [
                (
                    'site.yaml:1: "base_url" is missing: a site needs it'
                    " | add a line like this: base_url: https://www.example.org"
                ),
                (
                    'site.yaml:1: "title" is missing: a site needs it'
                    " | add a line like this: title: Labor Management Partnership"
                ),
            ],
            id="empty",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topics]\n    sort: dates\n    per_page: x\nlanguage: 5\n",
            [
                'site.yaml:12:14: unknown taxonomy "topics" | did you mean "topic"?',
                'site.yaml:13:11: "dates" is not a value of "sort" | did you mean "date"?',
                ('site.yaml:14:15: "per_page" must be a whole number, not "x" | write it like this: per_page: 20'),
                'site.yaml:15:11: "5" is no code of a language | write a code such as en, es or zh-Hans',
            ],
            id="several",
        ),
    ],
)
def test_a_mistake_is_reported_at_its_position(text: str | bytes, expected: list[str]) -> None:
    assert messages(text if isinstance(text, bytes) else text.encode()) == expected
