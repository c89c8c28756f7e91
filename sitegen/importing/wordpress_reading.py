"""Read an export of WordPress as articles: one for each post and page, with its terms, day and old address."""

import posixpath
import re
from html import escape

import msgspec

from sitegen.importing.html_reading import read_html
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.source import Source
from sitegen.importing.source_dates import date_fields
from sitegen.importing.wordpress_export import ExportedPost, parse_export
from sitegen.importing.wordpress_parts import SharedParts, shared_parts, words_of_item
from sitegen.importing.wordpress_shortcodes import without_shortcodes

_HAS_PARAGRAPHS = re.compile(r"<p\b|<!-- wp:", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:div|ul|ol|table|h[1-6]|blockquote|pre|figure|section|hr|form)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"\[caption\b[^\]]*\](?P<image>\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(?P<words>.*?)\[/caption\]", re.DOTALL
)
_UPLOAD = re.compile(r"https?://[^\s\"'<>]+?/(?P<path>wp-content/uploads/[^\s\"'<>?#]+)")
_SIZE = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
_NO_TERMS = frozenset({"uncategorized", "uncategorised", ""})


def read_wordpress(source: Source) -> list[Article]:
    """Return the articles of an export.

    Raises:
        RefusedSourceError: it is no export, is damaged, declares entities, or has too many items.
    """
    export = parse_export(source.data)
    parts = shared_parts(export)
    articles = [_article(post, source, parts) for post in export.posts]
    if articles and export.others:
        notes = Notes()
        counts = ", ".join(f"{len(items)} of the sort {name}" for name, items in sorted(export.others.items()))
        notes.ask(
            f"the export holds more than posts and pages: {counts}", "nothing is to be done if none of it is text"
        )
        for name, items in sorted(export.others.items()):
            for item in items:
                notes.leave_out(f"it is no post or page, but of the sort {name}", words_of_item(item))
        articles[0] = msgspec.structs.replace(
            articles[0],
            decisions=(*articles[0].decisions, *notes.decisions),
            left_out=(*articles[0].left_out, *notes.left_out),
        )
    return articles


def _article(post: ExportedPost, source: Source, parts: SharedParts) -> Article:
    notes = Notes()
    _ask_about_status(post, notes)
    content = parts.with_parts(post.text("encoded"))
    content = without_shortcodes(_with_figures(content), notes)
    content = _UPLOAD.sub(lambda match: _local(match, source), content)
    html = content if _HAS_PARAGRAPHS.search(content) else _with_paragraphs(content)
    title = " ".join(post.text("title").split())
    article = read_html(html, is_page=False, has_title=not title)
    fields = [*article.fields, *date_fields(post.text("post_date"), "certain", "the export says so")]
    if title:
        fields.append(FieldValue("title", title, "certain", "the export says so"))
    excerpt = " ".join(re.sub("<[^<>]*>", " ", post.text("excerpt")).split())
    if excerpt:
        fields.append(FieldValue("summary", excerpt, "certain", "it is the excerpt"))
    terms = [term for term in post.terms if term.casefold() not in _NO_TERMS]
    labels = f"Topics: {', '.join(terms)}\n\n" if terms else ""
    for comment in post.comments:
        notes.leave_out("a comment of a reader", comment)
    said = "\n".join((title, excerpt, article.said, ", ".join(terms), *post.comments))
    return msgspec.structs.replace(
        article,
        body=labels + article.body,
        said=said,
        fields=tuple(fields),
        left_out=(*article.left_out, *notes.left_out),
        mended=(*article.mended, *notes.mended),
        decisions=(*article.decisions, *notes.decisions),
        address=post.text("link") if post.text("link").startswith("http") else "",
        slug=_plain_slug(post.text("post_name")),
    )


def _with_paragraphs(content: str) -> str:
    """Return HTML of a text whose paragraphs are parted by empty lines, as WordPress keeps it; blocks stay."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", content.replace("\r\n", "\n")))
    return "".join(part if _BLOCK.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts if part)


def _with_figures(content: str) -> str:
    return _CAPTION.sub(
        lambda match: f"<figure>{match['image']}<figcaption>{match['words'].strip()}</figcaption></figure>", content
    )


def _ask_about_status(post: ExportedPost, notes: Notes) -> None:
    status = post.text("status")
    if post.text("post_password"):
        notes.ask("the old page could be read with a password only", "see whether everybody may read it")
    elif status not in {"publish", "inherit", ""}:
        notes.ask(f"the old page was not public ({status})", "see whether everybody may read it")


def _local(match: re.Match[str], source: Source) -> str:
    """Return the path of an upload beside the export, in full size; its address where it is not there."""
    for path in (match["path"], match["path"].removeprefix("wp-content/")):
        for candidate in (_SIZE.sub("", path), path):
            if source.open_beside(posixpath.normpath(candidate)) is not None:
                return escape(candidate)
    return match[0]


def _plain_slug(name: str) -> str:
    return name if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name) else ""
