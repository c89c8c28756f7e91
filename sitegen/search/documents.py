"""What search knows of a page: its texts by field, its terms, and how staff rank it."""

from collections.abc import Iterable, Iterator

from sitegen.model import Body, GeneratedPage, Page, Record, Shortcode
from sitegen.search.words.analysis import without_invisible

_ARGUMENTS_READ = ("text", "speaker", "role", "caption", "title", "value", "label", "source")
"""The arguments of shortcodes that readers see as text."""

_AUDIENCE = "role"
"""The taxonomy whose labels are a field of their own."""


_CROWDED = -2
"""The rank of kits and of the home page: their few words are those of many pages.

Asked by their title, their names or their terms they are first all the same.
"""


class Document(Record, frozen=True, kw_only=True):
    """A listed page as search sees it.

    `url` is its address without the base path; `headings`, `body`, `files` and `transcript` have a paragraph a line;
    `labels` are those of its facet terms, but for `audience`; `files` is the text inside its downloads; `terms` maps a
    taxonomy id to term ids; `rank` from -3 to 3 is what staff set to lower or lift it. `names` are other names of the
    page; `stands_for` are the (taxonomy, term)s whose page it is. A page that no file of content/ has is known by its
    address: `path` is `url`.
    """

    url: str
    path: str
    title: str
    summary: str = ""
    headings: str = ""
    body: str = ""
    labels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()
    files: str = ""
    transcript: str = ""
    terms: dict[str, tuple[str, ...]] = {}
    rank: int = 0
    lang: str = ""
    names: tuple[str, ...] = ()
    stands_for: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The text that phrases are looked for in, and excerpts are cut from.

        The title, the summary, then headings, body and transcript, a paragraph a line.
        """
        first = [" ".join(text.split()) for text in (self.title, self.summary)]
        text = "\n".join([*first, *filter(None, (self.headings, self.body, self.transcript))])
        return without_invisible(text)


def make_document(
    page: Page,
    url: str,
    terms: dict[str, tuple[str, ...]],
    labels: dict[str, tuple[str, ...]],
    files: Iterable[str] = (),
    stands_for: tuple[str, str] | None = None,
) -> Document:
    """Return the document of a page; `labels` maps taxonomy ids to labels.

    `files` are the texts of its downloads, `stands_for` is the (taxonomy, term) whose page it is, if any.
    """
    of_slides = (body for slide in page.slides for body in (slide.body, slide.notes))
    bodies = (page.body, *(q.answer for q in page.questions), *(panel.body for panel in page.panels), *of_slides)
    headings = [heading.text for body in bodies for heading in body.headings]
    headings += [question.question for question in page.questions]
    headings += [panel.title for panel in page.panels]
    return Document(
        url=url,
        path=page.path,
        title=page.title,
        summary=page.summary,
        headings="\n".join(headings),
        body="\n".join(_lines(page, bodies)),
        labels=_labels(labels),
        audience=labels.get(_AUDIENCE, ()),
        downloads=tuple(download.label for download in page.downloads if download.label),
        files="\n".join(filter(None, files)),
        transcript=page.film.transcript if page.film else "",
        terms=terms,
        rank=page.rank,
        lang=page.lang,
        stands_for=(stands_for,) if stands_for else (),
    )


def make_generated_document(page: GeneratedPage, labels: dict[str, tuple[str, ...]]) -> Document:
    """Return the document of a page that no file of content/ has; `labels` maps taxonomy ids to labels."""
    return Document(
        url=page.url,
        path=page.url,
        title=page.title,
        summary=page.summary,
        body=page.body,
        labels=(*_labels(labels), page.kind_label),
        audience=labels.get(_AUDIENCE, ()),
        terms=page.terms,
        rank=_CROWDED if page.kind == "home" or len(page.terms) > 1 else 0,
        names=page.names,
        stands_for=tuple((name, term) for name, terms in page.terms.items() for term in terms),
    )


def _labels(labels: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(label for name, of_terms in labels.items() if name != _AUDIENCE for label in of_terms)


def _lines(page: Page, bodies: Iterable[Body]) -> Iterator[str]:
    """Yield the paragraphs of a page, without its headings."""
    if page.best_used:
        yield page.best_used
    for body in bodies:
        headings = {heading.text for heading in body.headings}
        yield from (line for line in body.text.split("\n") if line and line not in headings)
        for segment in body.segments:
            if isinstance(segment, Shortcode):
                yield from (value for name, value in segment.arguments if name in _ARGUMENTS_READ and value)
    for stat in (*page.stats, *(stat for panel in page.panels for stat in panel.stats)):
        yield " ".join(filter(None, (stat.value, stat.label, stat.source)))
    yield from (requirement.text for requirement in page.requires)
    yield from (slide.title for slide in page.slides)
    for chart in filter(None, (page.bars, *(panel.bars for panel in page.panels))):
        about = " ".join(filter(None, (chart.title, chart.unit, chart.source)))
        yield from filter(None, (about, *(bar.label for bar in chart.values)))
