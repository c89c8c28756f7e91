"""Go through all texts of a page that can refer to something, and their references."""

from collections.abc import Iterator

from sitegen.model import Body, Page, Ref


def page_bodies(page: Page) -> tuple[Body, ...]:
    """Return all bodies of a page, the main one first."""
    return (
        page.body,
        *(question.answer for question in page.questions),
        *(panel.body for panel in page.panels),
        *(body for slide in page.slides for body in (slide.body, slide.notes)),
    )


def page_refs(page: Page) -> Iterator[Ref]:
    """Return the references of all bodies of a page."""
    for body in page_bodies(page):
        for segment in body.segments:
            if isinstance(segment, Ref):
                yield segment
