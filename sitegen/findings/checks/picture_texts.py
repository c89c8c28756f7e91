"""Pictures whose alternative text is only the name of a file."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.catalog.page_bodies import page_refs
from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model import Page
from sitegen.model.folders import CONTENT

_FILE_NAME = re.compile(
    r"[^\s/]*\.(?:avif|bmp|gif|heic|jfif|jpe?g|png|svg|tiff?|webp)"
    r"|(?:dsc[nf]?|img|mvimg|pxl|wp|p)[-_ ]?\d{3,}[-_\w]*|screen ?shot[-_ ]\d[\w .-]*",
    re.IGNORECASE,
)
_ALT = re.compile(r'\balt="([^"]*)"')
_HINT = "say what the picture shows: a team at its board"


@CHECKS.check(severities={"advice"}, looks_at={"content"}, told="descriptions of pictures that say nothing")
def picture_texts(site: FinishedSite) -> Iterator[Problem]:
    """Find pictures of pages that are shown whose text is a name as files and cameras have it.

    Source: WCAG 2.2 failure F30.
    """
    for page in site.shown_pages():
        for alt in dict.fromkeys(_texts(page)):
            if _FILE_NAME.fullmatch(alt):
                location = site.locate_text(f"{CONTENT}/{page.path}", alt)
                headline = f'the text of a picture is the name of a file: "{alt}"'
                yield Problem(location=location, headline=headline, hint=_HINT, severity="advice")


def _texts(page: Page) -> Iterator[str]:
    if page.image:
        yield page.image.alt.strip()
    for ref in page_refs(page):
        if ref.attribute == "src":
            yield from (unescape(alt).strip() for alt in _ALT.findall(ref.opening + '"' + ref.closing))
