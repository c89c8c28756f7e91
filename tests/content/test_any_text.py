"""Any text at all gives a body or problems: never an exception, and never HTML that is not allowed."""

import re

from html5lib import HTMLParser
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.markdown import render_markdown
from sitegen.content.sanitize import ATTRIBUTES, EVERYWHERE, TAGS
from sitegen.errors import Location
from sitegen.model import Body, Html, Ref

MARKS = (
    *(
        "[",
        "]",
        "(",
        ")",
        "](x.md)",
        "](../../static/a.png",
        "![",
        "](<",
        '"',
        "'",
        "*",
        "**",
        "_",
        "`",
        "``",
        "```",
        "~~~",
    ),
    *(
        "\n",
        "\n\n",
        "\n    ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n## ",
        "\n===",
        "\n---",
        "\n| a | b |\n|---|:-:|\n",
        "|",
    ),
    *(
        "<",
        ">",
        "<a ",
        '<a href="',
        "<img src=",
        "<div>",
        "</div>",
        '<div markdown="1">',
        "<p>",
        "<b>",
        "</b>",
        "<script>",
    ),
    *(
        "</script>",
        "<!--",
        "-->",
        "<?",
        "<![CDATA[",
        "<!a",
        "&",
        "&amp;",
        "&#",
        "&#1;",
        "[^1]",
        "\n\n[^1]: ",
        "\n*[ab]: ",
    ),
    *(
        "ab ",
        "\n!!! note\n    ",
        "\nterm\n: ",
        "{{",
        "}}",
        '\n{{ a b="c" }}\n',
        "{{ x y='",
        "\\",
        "  \n",
        "a",
        "\u00e9",
    ),
    *(
        "\u2028",
        "\x00",
        "\x0b",
        "\x85",
        "\ud800",
        "\t",
        "http://x.y",
        "<http://x.y>",
        "<a@b.c>",
        "javascript:",
        "#",
        "#b",
    ),
    *("=", "\n[r]: ../x.md\n", "[r]", "<table>", "<td align=left>", "<svg>", "<style>", "<textarea>", "<h1>", "</h1>"),
    *('<li id="fn:1">', 'class="z"', "\r\n", "\x02", "\x03", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "<details>"),
    *("<pre>", "<code>", "shortcode0z", "<a onclick=x href=javascript:y>", "///Footnotes Go Here///"),
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(MARKS), max_size=30).map("".join),
    st.tuples(st.lists(st.sampled_from(MARKS), max_size=4).map("".join), st.integers(1, 50)).map(
        lambda pair: pair[0] * pair[1]
    ),
)
OURS = {"id", "class", "role", "tabindex", "aria-label", "rel"}
FINISHED = {"href", "src"}


def html_of(body: Body) -> str:
    parts = []
    for segment in body.segments:
        if isinstance(segment, Html):
            parts.append(segment.html)
        elif isinstance(segment, Ref):
            parts.append(f"{segment.opening}/x/{segment.closing}")
        else:
            parts.append("<hr>")
    return "".join(parts)


@settings(deadline=None)
@given(TEXTS)
def test_it_gives_valid_html_with_nothing_in_it_that_is_not_allowed(text: str) -> None:
    body, _ = render_markdown(text, "content/stories/x.md", 3)
    parser = HTMLParser(strict=True, namespaceHTMLElements=False)
    ids = []
    for element in parser.parseFragment(html_of(body)).iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, frozenset()) | EVERYWHERE | OURS
        target = element.get("href") or element.get("src") or ""
        assert not re.match(r"\s*(?:javascript|data|vbscript):", target, re.IGNORECASE)
        ids += [element.attrib["id"]] if "id" in element.attrib else []
    assert len(ids) == len(set(ids))
    assert {heading.anchor for heading in body.headings} <= set(ids)


@settings(deadline=None)
@given(TEXTS, st.integers(1, 1000))
def test_places_lie_in_the_text(text: str, first_line: int) -> None:
    places: dict[str, Location] = {}
    body, problems = render_markdown(text, "content/stories/x.md", first_line, places=places)
    last_line = first_line + len(re.findall("\r\n|\r|\n", text))
    positions = [(p.location.line, p.location.column) for p in problems]
    named = [places[segment.place] for segment in body.segments if not isinstance(segment, Html)]
    positions += [(place.line, place.column) for place in named]
    for line, column in positions:
        assert first_line <= line <= last_line
        assert column >= 1


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_page_is_the_same_whatever_came_before(text: str, other: str) -> None:
    first = render_markdown(text, "content/stories/x.md", 1)
    render_markdown(other, "content/tools/y.md", 1)
    assert render_markdown(text, "content/stories/x.md", 1) == first


@settings(deadline=None)
@given(TEXTS)
def test_the_plain_text_has_no_empty_line_and_no_spare_space(text: str) -> None:
    body, _ = render_markdown(text, "content/stories/x.md", 1)
    for line in body.text.split("\n") if body.text else ():
        assert line == " ".join(line.split())
        assert line
