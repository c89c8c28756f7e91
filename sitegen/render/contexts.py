"""What each template is given: records of the model turned into records for people, one function a part."""

from collections.abc import Callable, Iterable

import msgspec

from sitegen.model import (
    Bars,
    Body,
    CheckRecord,
    Download,
    Film,
    GeneratedPage,
    Image,
    Notice,
    Page,
    Panel,
    Question,
    Slide,
    Stat,
    Summary,
    WebLink,
)
from sitegen.model.kinds import KINDS, label_of_kind
from sitegen.render import dates, views
from sitegen.render.templates import as_html

TermLabel = Callable[[str, str], str]
"""Returns the label of (taxonomy id, term id)."""

LinkTo = Callable[[str], str]
"""Returns the link of a site address, or of a path below static/."""

BodyHtml = Callable[[Body], str]

NOT_HERE_YET = "Not here yet"
"""What rows say of a page that waits for its file or film."""

_PERCENT = ("percent", "%")
_SITE_KINDS = {"website": "Website", "intranet": "Intranet page", "sharepoint": "SharePoint site"}
_FORMATS = {
    "pdf": "PDF", "ppt": "PowerPoint", "pptx": "PowerPoint", "doc": "Word", "docx": "Word",
    "xls": "Excel", "xlsx": "Excel", "png": "Picture", "jpg": "Picture", "jpeg": "Picture",
    "svg": "Picture", "mp4": "Video", "zip": "Zip archive",
}  # fmt: skip


def card(
    summary: Summary, singular: str, label: TermLabel, link: LinkTo, file: tuple[str, str] = ("", "")
) -> views.Card:
    """Return a page as it stands in a list; `singular` is what its collection calls one of its pages, or empty.

    `file` is the link to the first file that it offers, and what is known of it. Its notice stands before the formats,
    and those of a missing page give way to the word that it is: so every list shows it, and no script of the site needs
    to know of it.
    """
    kind = KINDS[summary.kind]

    def labels(taxonomy: str) -> tuple[str, ...]:
        terms = () if kind.stands_for(taxonomy) else summary.terms.get(taxonomy, ())
        return tuple(label(taxonomy, term) for term in terms)

    notice = notice_text(summary.notice)
    formats = (NOT_HERE_YET,) if summary.is_missing else labels("format")
    named = next(iter(summary.terms.get(kind.named_by, ())), "")
    return views.Card(
        url=link(summary.url),
        title=summary.title,
        summary=summary.summary,
        kind=summary.kind,
        kind_label=label(kind.named_by, named) if named else label_of_kind(summary.kind, singular),
        date_iso=summary.date,
        date=summary.date_shown or dates.short_date(summary.date),
        levels=() if kind.stands_for("level") else summary.terms.get("level", ()),
        formats=(notice, *formats) if notice else formats,
        regions=labels("region"),
        length=dates.length(summary.duration),
        language=summary.lang,
        names_kind=kind.names_kind_in_rows,
        can_be_kept=kind.can_be_kept,
        file_url=file[0],
        file_facts=file[1],
    )


def generated_card(page: GeneratedPage, link: LinkTo) -> views.Card:
    """Return a page that no file of content/ has as a row of results."""
    return views.Card(
        url=link(page.url),
        title=page.title,
        summary=page.summary,
        kind=page.kind,
        kind_label=page.kind_label,
        levels=page.terms.get("level", ()),
        can_be_kept=page.kind == "kit" and bool(page.terms),
    )


def notice_text(notice: Notice | None) -> str:
    """Return in a few words why readers do not see a page ("Draft, from October 1, 2017"); empty if they do."""
    if notice is None:
        return ""
    parts = ["draft"] if notice.is_draft else []
    parts += [f"from {dates.moment(notice.publish)}"] if notice.publish else []
    parts += [f"expired {dates.moment(notice.expires)}"] if notice.expires else []
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def downloads(sized: Iterable[tuple[Download, int]], link: LinkTo) -> tuple[views.File, ...]:
    """Return downloads as files; their sizes are in bytes, 0 if unknown."""
    return tuple(_file(download, size, link) for download, size in sized)


def player(film: Film, poster: views.Picture | None, link: LinkTo, seconds: int) -> views.Player:
    """Return a film with its poster, captions and transcript; `seconds` is its length, 0 if unknown."""

    def of(marked: object) -> str:
        return link("/" + marked.text) if marked else ""  # type: ignore[attr-defined]

    paragraphs = tuple(part.strip() for part in film.transcript.split("\n\n") if part.strip())
    return views.Player(
        src=of(film.src), poster=poster, captions=of(film.captions), transcript=paragraphs, length=dates.length(seconds)
    )


def picture(image: Image, file: views.Picture, *, is_lazy: bool) -> views.Picture:
    """Return a picture with the writer's text and credit; a decorative one has no text."""
    alt = "" if image.decorative else image.alt
    return msgspec.structs.replace(file, alt=alt, credit=image.credit, is_lazy=is_lazy)


def questions(items: Iterable[Question], html: BodyHtml) -> tuple[views.Question, ...]:
    """Return questions with their answers."""
    return tuple(views.Question(item.question, item.anchor, as_html(html(item.answer))) for item in items)


def stats(items: Iterable[Stat]) -> tuple[views.Stat, ...]:
    """Return big figures."""
    return tuple(views.Stat(item.value, item.label, item.source) for item in items)


def panels(items: Iterable[Panel], html: BodyHtml) -> tuple[views.Panel, ...]:
    """Return the panels of an infographic, numbered from 1."""
    return tuple(
        views.Panel(
            number=number,
            title=item.title,
            anchor=item.anchor,
            body_html=as_html(html(item.body)),
            stats=stats(item.stats),
            bars=bars(item.bars),
        )
        for number, item in enumerate(items, 1)
    )


def bars(chart: Bars | None) -> views.Bars | None:
    """Return a chart: its longest bar is as wide as the chart, percentages are shares of its width."""
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
    """Return the slides of a slideshow, numbered from 1."""
    return tuple(
        views.Slide(
            number=number,
            title=item.title,
            anchor=item.anchor,
            body_html=as_html(html(item.body)),
            notes_html=as_html(html(item.notes)),
            picture=picture_of(item.image) if item.image else None,
        )
        for number, item in enumerate(items, 1)
    )


def web_links(items: Iterable[WebLink]) -> tuple[views.WebLink, ...]:
    """Return a region's links to other sites."""
    return tuple(views.WebLink(item.label, item.url, _SITE_KINDS[item.kind]) for item in items)


def checks(record: CheckRecord | None) -> views.Checks | None:
    """Return what the last recorded check found; None without one."""
    if record is None:
        return None
    counts = tuple((result.what, result.count) for result in record.results)
    return views.Checks(record.date, dates.long_date(record.date), f"{record.pages:,}", counts)


def headings(page: Page) -> tuple[views.Heading, ...]:
    """Return a page's own table of contents: headings of level 2 and 3; empty if there are fewer than three."""
    shown = tuple(views.Heading(h.level, h.anchor, h.text) for h in page.body.headings if h.level <= 3)  # noqa: PLR2004
    return shown if len(shown) >= 3 else ()  # noqa: PLR2004


def file_facts(download: Download, size: int) -> str:
    """Return what a row says of a file: its format, its length and its size (PDF, 2 pages, 31 kB)."""
    return ", ".join((_format(download), *_length(download), *_size(size)))


def _file(download: Download, size: int, link: LinkTo) -> views.File:
    name = download.file.text if download.file else download.url
    details = (*_length(download), *filter(None, [download.paper]), *_size(size))
    url = link("/" + download.file.text) if download.file else download.url
    return views.File(url, download.label or name.rpartition("/")[2], _format(download), details)


def _format(download: Download) -> str:
    ending = (download.file.text if download.file else download.url).rpartition(".")[2].lower()
    return _FORMATS.get(ending, "Web page" if download.url else ending.upper())


def _length(download: Download) -> tuple[str, ...]:
    counted = ((download.pages, "page"), (download.slides, "slide"))
    return tuple(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counted if count)


def _size(size: int) -> tuple[str, ...]:
    return (dates.file_size(size),) if size else ()
