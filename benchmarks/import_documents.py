"""Make documents whose structure is known, to see how much of it an import keeps: Word files, web pages, exports."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from io import BytesIO
from typing import NamedTuple

from benchmarks.word_files import item, paragraph, picture, relation, table, text, word_file

# fmt: off
WORDS = (
    "team", "board", "huddle", "patient", "member", "nurse", "steward", "manager", "door", "minute", "question",
    "answer", "list", "chart", "plan", "week", "month", "floor", "clinic", "shift", "safety", "idea", "change",
    "result", "number", "step", "supply", "room", "phone", "visit", "letter", "record", "meeting", "leader",
    "partner",
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a document says and how it is set: the title, the words of its text, and each sort of structure in order."""

    title: str
    words: list[str]
    headings: list[str]
    items: list[tuple[int, str]]
    rows: list[tuple[str, ...]]
    links: list[tuple[str, str]]
    pictures: list[str]


class Document(NamedTuple):
    """A document: its file's name, its bytes, and what is known of each page that it holds."""

    name: str
    data: bytes
    known: list[Known]


@dataclass(frozen=True, kw_only=True)
class _Writer:
    """How one sort of document writes each part of a text."""

    heading: Callable[[int, str], str]
    words: Callable[[str], str]
    link: Callable[[str, str, str], str]
    items: Callable[[list[tuple[int, str]]], str]
    rows: Callable[[list[tuple[str, ...]]], str]
    image: Callable[[str], str]


def make_documents(seed: int = 15) -> Iterator[Document]:
    """Yield 20 Word files, 15 web pages and 5 exports, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - which words, no secret
    for number in range(20):
        body, known = _text(chance, _WORD_BY_LOOK if number % 2 else _WORD, f"Word {number}")
        title = paragraph(text(known.title, '<w:sz w:val="56"/>')) if number % 2 else paragraph(known.title, "Title")
        relations = relation("rId8", "hyperlink", "https://example.org/guide", "External")
        relations += relation("rId9", "image", "media/image1.jpg")
        data = word_file(title + body, {"word/media/image1.jpg": picture_bytes()}, relations)
        yield Document(f"word-{number}.docx", data, [known])
    for number in range(15):
        body, known = _text(chance, _HTML, f"Page {number}")
        yield Document(f"page-{number}.html", _page(known.title, body, number).encode(), [known])
    for number in range(5):
        texts = [_text(chance, _HTML, f"Post {number} {post}") for post in range(3)]
        yield Document(f"export-{number}.xml", _export(texts).encode(), [known for _, known in texts])


@cache
def picture_bytes() -> bytes:
    """Return a small photo."""
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (8, 6), "teal").save(file, "JPEG")
    return file.getvalue()


def _text(chance: random.Random, writer: _Writer, name: str) -> tuple[str, Known]:
    """Return a text of some sections, and what is known of it."""
    title = f"{name} {_words(chance, 3)}"
    known = Known(title=title, words=[], headings=[], items=[], rows=[], links=[], pictures=[])
    pieces: list[str] = []
    for section in range(chance.randint(2, 5)):
        heading = _words(chance, 4).capitalize()
        known.headings.append(heading)
        pieces.append(writer.heading(1 if section % 3 else 0, heading))
        for _ in range(chance.randint(1, 3)):
            sentence = f"{_words(chance, chance.randint(20, 60)).capitalize()}."
            known.words.extend(sentence.split())
            pieces.append(writer.words(sentence))
        if chance.random() < 0.6:
            known.links.append(("the guide", "https://example.org/guide"))
            before = f"{_words(chance, 5).capitalize()} see"
            known.words.extend(f"{before} the guide".split())
            pieces.append(writer.link(before, "the guide", "https://example.org/guide"))
        if chance.random() < 0.6:
            items = [(depth, _words(chance, 4)) for depth in (0, 0, chance.choice((0, 1)), 0)]
            known.items.extend(items)
            pieces.append(writer.items(items))
        if chance.random() < 0.5:
            rows = [tuple(_words(chance, 2) for _ in range(3)) for _ in range(3)]
            known.rows.extend(rows)
            pieces.append(writer.rows(rows))
        if chance.random() < 0.3:
            alt = _words(chance, 4).capitalize()
            known.pictures.append(alt)
            pieces.append(writer.image(alt))
    pieces.append(writer.words("That is all of it."))
    known.words.extend(["That", "is", "all", "of", "it."])
    return "".join(pieces), known


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _html_items(items: list[tuple[int, str]]) -> str:
    pieces = []
    for depth, words in items:
        pieces.append(f"<ul><li>{words}</li></ul>" if depth else f"</li><li>{words}")
    return f"<ul>{''.join(pieces).removeprefix('</li>')}</li></ul>"


def _html_rows(rows: list[tuple[str, ...]]) -> str:
    lines = [
        "".join(f"<{'td' if number else 'th'}>{cell}</{'td' if number else 'th'}>" for cell in row)
        for number, row in enumerate(rows)
    ]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


_WORD = _Writer(
    heading=lambda level, words: paragraph(words, f"Heading{level + 1}"),
    words=paragraph,
    link=lambda before, words, _: paragraph(
        f'{text(f"{before} ")}<w:hyperlink r:id="rId8">{text(words)}</w:hyperlink>'
    ),
    items=lambda items: "".join(item(words, depth) for depth, words in items),
    rows=lambda rows: table(*rows),
    image=lambda alt: f"<w:p>{picture('rId9', alt)}</w:p>",
)
_WORD_BY_LOOK = replace(
    _WORD,
    heading=lambda level, words: paragraph(text(words, f'<w:b/><w:sz w:val="{36 - 6 * level}"/>')),
)
_HTML = _Writer(
    heading=lambda level, words: f"<h{level + 2}>{words}</h{level + 2}>",
    words=lambda words: f"<p>{words}</p>",
    link=lambda before, words, address: f'<p>{before} <a href="{address}">{words}</a></p>',
    items=_html_items,
    rows=_html_rows,
    image=lambda alt: f'<p><img src="picture.jpg" alt="{alt}"></p>',
)


def _page(title: str, body: str, number: int) -> str:
    """Return a web page with what stands around texts on old sites."""
    main = (f"<main><h1>{title}</h1>{body}</main>", f"<div id=content><h1>{title}</h1>{body}</div>")[number % 2]
    return (
        f"<!doctype html><html><head><title>{escape(title)} | Old site</title><style>p{{}}</style></head><body>"
        "<nav><a href='/'>Home</a> <a href='/a'>Stories</a></nav><div class=cookie-notice>This site uses cookies.</div>"
        f"{main}<div class='sharedaddy'>Share this: <a href='#'>Tweet</a></div><div id=respond><h3>Leave a Reply</h3>"
        "<form>Your name <input></form></div><aside class=sidebar>Popular stories</aside><footer>All rights</footer>"
        "<script>var x</script></body></html>"
    )


def _export(texts: list[tuple[str, Known]]) -> str:
    items = "".join(
        f"<item><title>{known.title}</title><content:encoded><![CDATA[{body}]]></content:encoded>"
        "<wp:post_date>2017-10-05 10:00:00</wp:post_date><wp:status>publish</wp:status>"
        "<wp:post_type>post</wp:post_type></item>"
        for body, known in texts
    )
    return (
        '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
        f"<channel><wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    )
