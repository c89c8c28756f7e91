"""What each template is given: records of the model turned into records for people, one function a part."""

from collections.abc import Callable, Iterable

import msgspec

from sitegen.model import (
    Bars,
    Body,
    Download,
    Film,
    Image,
    Page,
    Panel,
    Question,
    Slide,
    Stat,
    Summary,
    WebLink,
)
from sitegen.model.kinds import label_of_kind
from sitegen.render import dates, views
from sitegen.render.templates import as_html

TermLabel = Callable[[str, str], str]
"""Gives the label of (taxonomy id, term id)."""

LinkTo = Callable[[str], str]
"""Gives the link of a site address, or of a path below static/."""

BodyHtml = Callable[[Body], str]

_PERCENT = ("percent", "%")
_SITE_KINDS = {"website": "Website", "intranet": "Intranet page", "sharepoint": "SharePoint site"}
_FORMATS = {
    "pdf": "PDF", "ppt": "PowerPoint", "pptx": "PowerPoint", "doc": "Word", "docx": "Word",
    "xls": "Excel", "xlsx": "Excel", "png": "Picture", "jpg": "Picture", "jpeg": "Picture",
    "svg": "Picture", "mp4": "Video", "zip": "Zip archive",
}  # fmt: skip


def card(summary: Summary, singular: str, label: TermLabel, link: LinkTo) -> views.Card:
    """Give a page as it stands in a list; `singular` is what its collection calls one of its pages, or empty."""

    def labels(taxonomy: str) -> tuple[str, ...]:
        return tuple(label(taxonomy, term) for term in summary.terms.get(taxonomy, ()))

    return views.Card(
        link(summary.url),
        summary.title,
        summary.summary,
        summary.kind,
        label_of_kind(summary.kind, singular),
        "" if summary.date_shown else summary.date,
        summary.date_shown or dates.month(summary.date),
        summary.terms.get("level", ()),
        labels("format"),
        labels("region") if summary.kind != "region" else (),
        dates.length(summary.duration),
        summary.lang,
    )


def downloads(found: Iterable[tuple[Download, int]], link: LinkTo) -> tuple[views.File, ...]:
    """Give downloads with what is known of each; sizes in bytes, 0 where not known."""
    return tuple(_file(download, size, link) for download, size in found)


def player(film: Film, poster: views.Picture | None, link: LinkTo, seconds: int) -> views.Player:
    """Give a film with everything that goes with it; it lasts so many seconds, 0: not known."""

    def of(marked: object) -> str:
        return link("/" + marked.text) if marked else ""  # type: ignore[attr-defined]

    paragraphs = tuple(part.strip() for part in film.transcript.split("\n\n") if part.strip())
    return views.Player(of(film.src), poster, of(film.captions), paragraphs, dates.length(seconds))


def picture(image: Image, found: views.Picture, *, is_lazy: bool) -> views.Picture:
    """Give a picture with the words of the writer; a decorative one has no text."""
    alt = "" if image.decorative else image.alt
    return msgspec.structs.replace(found, alt=alt, credit=image.credit, is_lazy=is_lazy)


def questions(items: Iterable[Question], html: BodyHtml) -> tuple[views.Question, ...]:
    """Give questions with their answers."""
    return tuple(views.Question(item.question, item.anchor, as_html(html(item.answer))) for item in items)


def stats(items: Iterable[Stat]) -> tuple[views.Stat, ...]:
    """Give big figures."""
    return tuple(views.Stat(item.value, item.label, item.source) for item in items)


def panels(items: Iterable[Panel], html: BodyHtml) -> tuple[views.Panel, ...]:
    """Give the panels of an infographic, numbered from 1."""
    return tuple(
        views.Panel(number, item.title, item.anchor, as_html(html(item.body)), stats(item.stats), bars(item.bars))
        for number, item in enumerate(items, 1)
    )


def bars(chart: Bars | None) -> views.Bars | None:
    """Give a chart, its longest bar as wide as the room; percentages are shares of the room."""
    if chart is None:
        return None
    amounts = [float(bar.value.replace(",", "")) for bar in chart.values]
    most = max(100.0, *amounts) if chart.unit in _PERCENT else max(amounts) or 1.0
    joint = "" if chart.unit == "%" or not chart.unit else " "
    shown = tuple(
        views.Bar(bar.label, f"{bar.value}{joint}{chart.unit}", f"{100 * amount / most:.4g}%")
        for bar, amount in zip(chart.values, amounts, strict=True)
    )
    return views.Bars(chart.title, shown, chart.source)


def slides(
    items: Iterable[Slide], html: BodyHtml, picture_of: Callable[[Image], views.Picture | None]
) -> tuple[views.Slide, ...]:
    """Give the slides of a slideshow, numbered from 1."""
    return tuple(
        views.Slide(
            number,
            item.title,
            item.anchor,
            as_html(html(item.body)),
            as_html(html(item.notes)),
            picture_of(item.image) if item.image else None,
        )
        for number, item in enumerate(items, 1)
    )


def web_links(items: Iterable[WebLink]) -> tuple[views.WebLink, ...]:
    """Give a region's links to other sites."""
    return tuple(views.WebLink(item.label, item.url, _SITE_KINDS[item.kind]) for item in items)


def headings(page: Page) -> tuple[views.Heading, ...]:
    """Give a page's own table of contents: headings of level 2 and 3; empty where there are fewer than three."""
    found = tuple(views.Heading(h.level, h.anchor, h.text) for h in page.body.headings if h.level <= 3)  # noqa: PLR2004
    return found if len(found) >= 3 else ()  # noqa: PLR2004


def _file(download: Download, size: int, link: LinkTo) -> views.File:
    name = download.file.text if download.file else download.url
    ending = name.rpartition(".")[2].lower()
    kind = _FORMATS.get(ending, "Web page" if download.url else ending.upper())
    details = [f"{download.pages} page{'' if download.pages == 1 else 's'}"] if download.pages else []
    details += [f"{download.slides} slide{'' if download.slides == 1 else 's'}"] if download.slides else []
    details += [download.paper] if download.paper else []
    details += [dates.file_size(size)] if size else []
    url = link("/" + download.file.text) if download.file else download.url
    return views.File(url, download.label or name.rpartition("/")[2], kind, tuple(details))
