"""Read a Word file as an article: mammoth makes HTML of its structure, and what it passes over is noted."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import msgspec

from sitegen.importing.bounds import RefusedSourceError
from sitegen.importing.html_reading import read_html
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.source_dates import date_fields
from sitegen.importing.word_hidden import readable_parts
from sitegen.importing.word_looks import with_headings
from sitegen.importing.word_package import WordPackage, open_package
from sitegen.importing.word_properties import read_properties
from sitegen.importing.word_text import WordText, read_word_text

_LEVELS = range(1, 6)
_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p.subtitle:fresh",
        *(f"p[style-name='Heading {level}'] => h{level + 1}:fresh" for level in _LEVELS),
        *(f"p[style-name='heading {level}'] => h{level + 1}:fresh" for level in _LEVELS),
        *(f"p.Heading{level} => h{level + 1}:fresh" for level in _LEVELS),
        *(f"p[style-name='toc {level}'] => p.toc:fresh" for level in _LEVELS),
        *(f"p[style-name='TOC {level}'] => p.toc:fresh" for level in _LEVELS),
        "p[style-name='TOC Heading'] => p.toc:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "strike => s",
    )
)
_PICTURE = "word-picture-{}"
_BOX = re.compile(r'<input type="checkbox"( checked="checked")? ?/>')
_AUTOMATIC = re.compile(
    r"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?)$", re.DOTALL
)
_CONTENTS = re.compile(r'<p class="toc">(.*?)</p>', re.DOTALL)
_SUBTITLE = re.compile(r'<p class="subtitle">(.*?)</p>', re.DOTALL)
_FIRST_ITEM = re.compile(r"<ol><li>(?P<words>.*?)(?=</li>|<ol|<ul|<p>)", re.DOTALL)
_TAG = re.compile("<[^<>]*>")
_OTHERS = {
    "word/embeddings/": "a file that is packed into the Word file",
    "word/activeX/": "a control that runs a program",
    "word/charts/": "a chart",
    "word/diagrams/data": "a diagram (SmartArt)",
}


def read_word(data: bytes) -> tuple[Article, str]:
    """Return the article of a Word file, and all that it says.

    Raises:
        RefusedSourceError: it is damaged or locked, has macros, declares entities, or is too large or too deep.
    """
    package = open_package(data)
    words = read_word_text(package.parts)
    pictures: dict[str, bytes] = {}
    notes = Notes()
    readable = WordPackage(readable_parts(package.parts, notes), package.others)
    html = _with_starts(_as_html(readable, pictures, notes), words.continued)
    fields: list[FieldValue] = []
    html = _without_contents(_BOX.sub(lambda box: "\u2611 " if box[1] else "\u2610 ", html), fields, notes)
    properties = read_properties(package.parts)
    fields += date_fields(properties.created, "guess", "the Word file was made on this day")
    article = read_html(html, is_page=False)
    if properties.title and not any(field.name == "title" for field in article.fields):
        fields.append(FieldValue("title", properties.title, "likely", "the properties of the Word file say so"))
    _note_passed_over(package, words, notes)
    whole = "\n".join((words.said, words.paper, words.deleted, *words.comments))
    return msgspec.structs.replace(
        article,
        said=whole,
        fields=(*article.fields, *fields),
        left_out=(*article.left_out, *notes.left_out),
        mended=(*article.mended, *notes.mended),
        decisions=(*article.decisions, *notes.decisions),
        pictures=tuple(pictures.items()),
    ), whole


def _as_html(package: WordPackage, pictures: dict[str, bytes], notes: Notes) -> str:
    import mammoth

    def keep(image: Any) -> dict[str, str]:
        name = _PICTURE.format(len(pictures) + 1)
        try:
            with image.open() as file:
                pictures[name] = file.read()
        except (KeyError, OSError, ValueError):
            name = "a picture outside the Word file"
        alt = str(image.alt_text or "")
        if (own := _AUTOMATIC.sub("", alt)) != alt:
            notes.leave_out("Word says so of a text that it made up", alt[len(own) :])
            notes.ask(f'the text of a picture was made up by a program: "{own}"', "write what the picture shows", own)
        return {"src": name, "alt": own}

    try:
        result = mammoth.convert_to_html(
            package.packed(),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(keep),
            transform_document=with_headings,
        )
    except RecursionError as error:
        raise RefusedSourceError(
            "it is nested too deeply", "copy its text, and bring that in with: import -"
        ) from error
    except (OSError, KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        hint = "open it with Word, and save it again as .docx"
        raise RefusedSourceError("it is damaged, or no Word file", hint) from error
    return str(result.value)


def _with_starts(html: str, continued: Mapping[str, int]) -> str:
    """Return HTML in which lists that go on after a text in between begin with their number, by their first words."""

    def numbered(match: re.Match[str]) -> str:
        number = continued.get(" ".join(unescape(_TAG.sub("", match["words"])).split()), 1)
        return f'<ol start="{number}"><li>{match["words"]}' if number > 1 else match[0]

    return _FIRST_ITEM.sub(numbered, html) if continued else html


def _without_contents(html: str, fields: list[FieldValue], notes: Notes) -> str:
    """Return HTML without a table of contents, and without a subtitle, which is the summary."""
    for match in _CONTENTS.finditer(html):
        notes.leave_out("a table of contents", unescape(_TAG.sub("", match[1])))
    html = _CONTENTS.sub("", html)
    subtitle = _SUBTITLE.search(html)
    if subtitle is None:
        return html
    text = " ".join(unescape(_TAG.sub("", subtitle[1])).split())
    fields.append(FieldValue("summary", text, "certain", "it is the subtitle"))
    notes.mend("the subtitle is the summary now", text, "")
    return html[: subtitle.start()] + html[subtitle.end() :]


def _note_passed_over(package: WordPackage, words: WordText, notes: Notes) -> None:
    """Note what stands in the file and not in its text: paper, deleted words, comments, packed files."""
    notes.leave_out("it stands at the head or foot of the paper", words.paper)
    if words.deleted:
        notes.leave_out("it was deleted while changes were tracked", words.deleted)
        notes.ask(
            "the Word file has tracked changes: they came in as if all were accepted", "look whether that is right"
        )
    elif words.inserted:
        notes.ask(
            "the Word file has tracked changes: they came in as if all were accepted", "look whether that is right"
        )
    for comment in words.comments:
        notes.leave_out("a comment", comment)
    if words.comments:
        count = len(words.comments)
        notes.ask(
            f"the Word file has {count} comment{'s' if count > 1 else ''}, which the report shows",
            "see to what they ask",
        )
    for words_of_chart in words.drawn:
        notes.leave_out("the words of a chart or diagram", words_of_chart)
    for address in words.linked_pictures:
        notes.leave_out("the address of a picture outside the Word file", address)
    for start, what in _OTHERS.items():
        count = sum(name.startswith(start) for name in (*package.parts, *package.others))
        if count:
            notes.ask(
                f"{what} did not come along ({count})", "put it in as a picture, a table or a download, if it is needed"
            )
