"""Bodies as HTML: links resolved and shortcodes rendered, where the writer put them."""

import re
from collections.abc import Callable
from html import escape

from sitegen.assets.pictures.variants import Picture
from sitegen.model import Body, Html, Ref, Shortcode

_OWN_SIZE = re.compile(r" (?:width|height)=")

LinkOf = Callable[[Ref], str | None]
"""Returns the finished address of a reference, or None if it leads nowhere now: its text stays, unlinked."""

ShortcodeOf = Callable[[Shortcode], str]
"""Returns the HTML of a shortcode."""


PictureOf = Callable[[Ref], Picture | None]
"""Returns the picture that a reference shows, or None if it is shown as it is."""

SIZES = "(min-width: 44rem) 42rem, calc(100vw - 2rem)"
"""How wide a picture of a text is shown, as `sizes` has it."""


def body_html(body: Body, link_of: LinkOf, shortcode_of: ShortcodeOf, picture_of: PictureOf = lambda _: None) -> str:
    """Join the segments of a body; the HTML is safe because each segment is."""
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
            picture = picture_of(segment) if link is not None and segment.attribute == "src" else None
            if picture:
                parts.append(_picture_html(segment, picture))
            elif link is not None:
                parts += [segment.opening, escape(link), segment.closing]
            elif segment.attribute == "href":
                unlinked = True
    return "".join(parts)


def _picture_html(ref: Ref, picture: Picture) -> str:
    """Return the element of a picture: the attributes that the writer typed, and its variants."""
    facts = [f'srcset="{escape(picture.srcset)}" sizes="{SIZES}"'] if picture.srcset else []
    if picture.width and not _OWN_SIZE.search(ref.opening + ref.closing):
        facts.append(f'width="{picture.width}" height="{picture.height}"')
    facts += ['loading="lazy"'] if picture.is_lazy else []
    facts.append('decoding="async"')
    image = f"<img {' '.join(facts)}{ref.opening[4:]}{escape(picture.src)}{ref.closing}"
    sources = (f'<source type="{one.type}" srcset="{escape(one.srcset)}" sizes="{SIZES}">' for one in picture.sources)
    return f"<picture>{''.join(sources)}{image}</picture>" if picture.sources else image
