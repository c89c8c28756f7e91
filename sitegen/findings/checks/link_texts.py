"""Links whose text does not say where they lead."""

import re
from collections.abc import Iterator

from sitegen.catalog.page_bodies import page_bodies
from sitegen.errors import Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model import Body, Html, Ref
from sitegen.model.folders import CONTENT

_EMPTY = frozenset(
    (
        *(
            "click",
            "click here",
            "click this link",
            "click on this link",
            "download here",
            "here",
            "learn more",
            "link",
        ),
        *("more", "more info", "more information", "read more", "see here", "this", "this link", "this page"),
    )
)
_LINK = re.compile(r"<a\s[^>]*>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HINT = "let the text of the link say where it leads: [the charter of a team](...)"


@CHECKS.check(severities={"advice"}, looks_at={"content"}, told="links whose words do not say where they lead")
def link_texts(site: FinishedSite) -> Iterator[Problem]:
    """Find links such as "click here", which say nothing to those who go from link to link.

    Source: WCAG 2.2 SC 2.4.4.
    """
    for page in site.shown_pages():
        for link in (link for body in page_bodies(page) for link in _LINK.findall(_html(body))):
            text = " ".join(_TAG.sub("", link).split())
            if text.casefold().strip(" .:!>\u2026\u00bb\u2192") in _EMPTY:
                location = site.locate_text(f"{CONTENT}/{page.path}", text)
                headline = f'the link "{text}" does not say where it leads'
                yield Problem(location=location, headline=headline, hint=_HINT, severity="advice")


def _html(body: Body) -> str:
    """Return a body as HTML whose links lead nowhere yet."""
    return "".join(
        segment.html if isinstance(segment, Html) else segment.opening + segment.closing
        for segment in body.segments
        if isinstance(segment, Html | Ref)
    )
