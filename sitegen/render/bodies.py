"""Bodies as HTML: links resolved and shortcodes rendered, where the writer put them."""

from collections.abc import Callable
from html import escape

from sitegen.model import Body, Html, Ref, Shortcode

LinkOf = Callable[[Ref], str | None]
"""Gives the finished address of a reference, or None where it leads nowhere now: its text stays, unlinked."""

ShortcodeOf = Callable[[Shortcode], str]
"""Gives the HTML of a shortcode."""


def body_html(body: Body, link_of: LinkOf, shortcode_of: ShortcodeOf) -> str:
    """Put a body's segments together; HTML, safe because each segment is."""
    parts: list[str] = []
    unlinked = False
    for segment in body.segments:
        if isinstance(segment, Html):
            html = segment.html
            if unlinked and "</a>" in html:
                html = html.replace("</a>", "", 1)
                unlinked = False
            parts.append(html)
        elif isinstance(segment, Shortcode):
            parts.append(shortcode_of(segment))
        else:
            link = link_of(segment)
            if link is not None:
                parts += [segment.opening, escape(link), segment.closing]
            elif segment.attribute == "href":
                unlinked = True
    return "".join(parts)
