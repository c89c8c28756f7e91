"""Read a web page, or the HTML of another program, as an article."""

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from sitegen.content.derived import SUMMARY_LENGTH
from sitegen.importing.bounds import RefusedSourceError, check_length
from sitegen.importing.dialect import to_markdown
from sitegen.importing.footnote_links import read_footnotes
from sitegen.importing.heading_order import HEADINGS, bold_lines_to_headings, set_levels
from sitegen.importing.html_cleaning import clean_tree, elements_in, text_in
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.label_lists import labelled_lists_to_lines
from sitegen.importing.mail_frame import take_head
from sitegen.importing.main_content import find_main, remove_furniture
from sitegen.importing.office_html import set_office_elements
from sitegen.importing.page_head import PageHead, read_head
from sitegen.importing.page_title import title_of
from sitegen.importing.plain_tree import make_plain
from sitegen.importing.source_dates import date_fields
from sitegen.importing.splitting import label_titles
from sitegen.importing.table_shapes import set_tables, unwrap_layout
from sitegen.importing.typed_lists import count_on, lists_of_typed_marks
from sitegen.importing.typed_targets import TARGET

_DECK = re.compile(r"^(?:deck|dek|standfirst|subtitle|sub-?title|field-name-field-(?:deck|teaser|subtitle))$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SPACER = re.compile(r"(?:^|[/_-])(?:spacer|pixel|clear|transparent|blank|1x1)\.(?:gif|png)$", re.IGNORECASE)
_NO_IMAGE_ADDRESS = "data:image/gif;base64,R0lGOD"
"""The picture of one point that stands where a page loads the real one later."""


def read_html(html: str, *, is_page: bool = True, has_title: bool = True) -> Article:
    """Return the article of a page; of HTML that another program made of a text alone, all is text: no `is_page`.

    Where the title is known from elsewhere, `has_title` is False, and no heading of the text is taken for it.

    Raises:
        RefusedSourceError: its elements are too many, or too deep, its text is too long, or it has none.
    """
    notes = Notes()
    soup = clean_tree(html)
    head = read_head(html) if is_page else PageHead()
    check_length(text := text_in(soup))
    said = f"{head.title}\n{text}" if is_page else text
    set_office_elements(soup, notes)
    root: Tag = soup
    of_mail = take_head(soup, notes)
    fields = list(of_mail)
    if is_page:
        root = find_main(soup, notes)
        of_head = _fields_of(head, root)
        remove_furniture(root, notes)
        if not text_in(root).strip() and not root.find("img"):
            raise RefusedSourceError(
                "it has no text: a program makes it in the browser",
                "open it in a browser, copy its text, and bring that in with: import -",
            )
        fields += [*_deck_of(root, notes), *of_head]
    chosen = None
    if has_title and label_titles(root, soup):
        notes.leave_out("the title of the window", head.title)
    elif has_title and not any(field.name == "title" for field in of_mail):
        chosen = title_of(head, soup, root, notes)
    anchors = _anchors_of(root)
    body, targets = body_of(root, soup, notes)
    return Article(
        body=body,
        said=said,
        fields=(*((chosen,) if chosen else ()), *fields),
        targets=targets,
        anchors=tuple(anchors.items()),
        left_out=tuple(notes.left_out),
        mended=tuple(notes.mended),
        decisions=tuple(notes.decisions),
        address=head.address,
    )


def body_of(root: Tag, soup: BeautifulSoup, notes: Notes) -> tuple[str, tuple[str, ...]]:
    """Return the Markdown of a text, and the targets of its links and pictures."""
    _place_films(root, notes)
    unwrap_layout(root, soup, notes)
    labelled_lists_to_lines(root, soup)
    read_footnotes(root, soup, notes)
    make_plain(root, soup)
    lists_of_typed_marks(root, soup, notes)
    count_on(root)
    bold_lines_to_headings(root, soup, notes)
    set_tables(root, soup, notes)
    set_levels(root)
    targets = _number_targets(root, notes)
    return to_markdown(root), targets


def _fields_of(head: PageHead, root: Tag) -> list[FieldValue]:
    """Return the fields that the head of a page says, and the day that it shows in its text."""
    fields = date_fields(head.date, "certain", "the old page says when it was published")
    time = root.find("time", datetime=True)
    if not fields and isinstance(time, Tag):
        fields = date_fields(str(time["datetime"]), "likely", "the old page shows this day")
    if head.description:
        fields.append(FieldValue("summary", head.description, "likely", "the old page describes itself so"))
    if _LANGUAGE.fullmatch(head.language):
        fields.append(FieldValue("lang", head.language, "certain", "the old page says so"))
    return fields


def _deck_of(root: Tag, notes: Notes) -> list[FieldValue]:
    """Return the summary that stands above a text, in an element that is named so, after it is taken out."""
    deck = root.find(class_=_DECK)
    if deck is not None and (label := deck.find(class_="field-label")):
        notes.leave_out("a label that a form of the old site left over", text_in(label))
        label.decompose()
    text = " ".join(text_in(deck).split()) if deck else ""
    if deck is None or not 0 < len(text) <= SUMMARY_LENGTH:
        return []
    notes.mend("the deck is the summary now", text, "")
    deck.decompose()
    return [FieldValue("summary", text, "certain", "it stands above the text, as its deck")]


def _number_targets(root: Tag, notes: Notes) -> tuple[str, ...]:
    """Replace targets by their numbers; links to nothing lose their mark, pictures of one point go."""
    anchors = _anchors_of(root)
    targets: list[str] = []
    for element in root.find_all(["a", "img"]):
        name = "href" if element.name == "a" else "src"
        target = str(element.get(name) or "").strip()
        if name == "src" and (not target or target.startswith(_NO_IMAGE_ADDRESS)):
            target = str(element.get("data-src") or "").strip()
        if name == "src" and _is_spacer(element, target):
            element.decompose()
            continue
        if name == "href" and target.startswith("#"):
            heading = anchors.get(unquote(target[1:]), "")
            target = f"#{heading}" if heading else ""
        if not target or (name == "href" and not (element.get_text().strip() or element.find("img"))):
            if name == "src":
                notes.leave_out("a picture without an address", str(element.get("alt") or ""))
                element.decompose()
            else:
                element.unwrap()
            continue
        element[name] = f"{TARGET}{len(targets)}/"
        targets.append(target)
    return tuple(targets)


def _is_spacer(image: Tag, target: str) -> bool:
    """Return whether a picture is there to keep a distance, or to tell that a mail was opened."""
    if str(image.get("alt") or "").strip():
        return False
    sizes = {str(image.get(name) or "") for name in ("width", "height")}
    return "1" in sizes or "0" in sizes or _SPACER.search(target) is not None


def _anchors_of(root: Tag) -> dict[str, str]:
    """Return the words of the heading that each old anchor is, or stands in, or right above."""
    anchors = {}
    for heading in root.find_all(HEADINGS):
        words = " ".join(heading.get_text().split())
        for element in (heading, *elements_in(heading)):
            for name in ("id", "name"):
                if old := element.get(name):
                    anchors[str(old)] = words
    return anchors


def _place_films(root: Tag, notes: Notes) -> None:
    """Put a question in place of films and sounds, which Markdown has no mark for."""
    for film in root.find_all(["video", "audio"]):
        source = film if film.get("src") else film.find("source", src=True)
        address = str(source.get("src") or "") if isinstance(source, Tag) else ""
        notes.ask(
            f'the old page plays "{address}"' if address else "the old page plays a film or a sound",
            "put the film into static/videos, and show it with the block video",
        )
        notes.leave_out("shown where a film cannot be played", text_in(film))
        film.decompose()
    for picture in root.find_all("picture"):
        for source in picture.find_all("source"):
            source.decompose()
        picture.unwrap()
