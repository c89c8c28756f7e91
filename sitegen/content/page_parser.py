"""Parse a file of content/ into a page, and report everything that is wrong with it."""

from collections.abc import Iterator

import msgspec

from sitegen.content.anchors import Anchors
from sitegen.content.curly_quotes import curly_quote_problems
from sitegen.content.date_order import date_problems
from sitegen.content.derived import summary_of
from sitegen.content.draft_line import has_draft_line
from sitegen.content.frontmatter import PageSource, split_file
from sitegen.content.invisible_in_fields import clean_fields
from sitegen.content.kind_fields import FIELDS_OF_KIND, KindFields
from sitegen.content.markdown import render_markdown
from sitegen.content.marks_in_fields import mark_problems
from sitegen.content.page_values import (
    MOST_OF_FIELD,
    downloads_of,
    film_of,
    image_of,
    located,
    located_items,
    refs_of,
    requirements_of,
    slide_images_of,
    terms_of,
)
from sitegen.content.sections import SectionRenderer, bars_of, panels_of, questions_of, slides_of
from sitegen.content.shown_files import picture_problems
from sitegen.content.slugs import is_slug, slug_of
from sitegen.content.wrong_pages import wrong_page
from sitegen.errors import Location, Problem, keep_few, sort_problems
from sitegen.located import Mapping, Node, Sequence, SourceFile, validate
from sitegen.located.nodes import items, value_at
from sitegen.located.places import find_places
from sitegen.model import Body, Image, LocatedText, Page, Panel, Question, Record, Slide, Stat, WebLink
from sitegen.model.date_precision import first_moment
from sitegen.model.kinds import KindId


def parse_page(path: str, data: bytes, kind: KindId) -> tuple[Page, tuple[Problem, ...]]:
    """Parse a file of content/; of a wrong file, parse what can be read.

    `path` is relative to content/ (`stories/x.md`), and `kind` is a key of FIELDS_OF_KIND. Returns the page and all its
    problems in the order of the file; if one of them is an error, the page `is_wrong`, and it is a draft if a line
    says so. A format that is derived, not typed, has no place. Raises nothing, whatever the bytes.
    """
    source, problems = split_file(data, f"content/{path}")
    short = clean_fields(_short_lists(source.node), source.file.text)
    node = short if isinstance(short, Mapping) else Mapping()
    fields, field_problems = validate(FIELDS_OF_KIND[kind], short, source.file)
    texts = _texts_of(source, node, slide_images_of(fields, node))
    problems += [*field_problems, *texts.problems, *_name_problems(path, node, source.file)]
    problems += [*_length_problems(source.node, source.file), *_draft_problems(node, source.file)]
    problems += [*curly_quote_problems(node, source.file), *picture_problems(node, source.file)]
    problems += mark_problems(node, source.file)
    if source.node is not None:
        problems += _summary_problems(node, texts.body, source.file)
    if fields is None or any(problem.is_error for problem in problems):
        page = wrong_page(path, kind, node, texts.body, problems)
        is_slug_known = source.node is not None and "slug" not in node.broken
        slug = page.located_slug if is_slug_known else LocatedText("")
        page = msgspec.structs.replace(page, draft=has_draft_line(data), located_slug=slug)
    else:
        page = _page(path, fields, node, texts.body)
        problems += date_problems(fields, node, source.file)
    page = msgspec.structs.replace(page, questions=texts.questions, panels=texts.panels, slides=texts.slides)
    return page, tuple(map(source.file.with_excerpt, keep_few(sort_problems(problems))))


def find_page_places(path: str, data: bytes) -> dict[str, Location]:
    """Return the places of a file of content/ by the names that its page has for them; see `parse_page`."""
    source, _ = split_file(data, f"content/{path}")
    short = _short_lists(source.node)
    node = short if isinstance(short, Mapping) else Mapping()
    return find_places(node, source.file.path) | _texts_of(source, node, ()).places


class _Texts(Record, frozen=True, kw_only=True):
    """All texts in Markdown of a page, their problems, and the places of what they refer to."""

    body: Body
    questions: tuple[Question, ...]
    panels: tuple[Panel, ...]
    slides: tuple[Slide, ...]
    problems: list[Problem]
    places: dict[str, Location]


def _texts_of(source: PageSource, node: Mapping, slide_images: tuple[Image | None, ...]) -> _Texts:
    places: dict[str, Location] = {}
    anchors = Anchors()
    body, problems = render_markdown(source.body, source.file.path, source.body_line, anchors, places)
    renderer = SectionRenderer(source.file, anchors, places)
    questions = questions_of(node.get("questions"), renderer)
    panels = panels_of(node.get("panels"), renderer)
    slides = slides_of(node.get("slides"), slide_images, renderer)
    problems += [*renderer.problems, *anchors.find_dead_links()]
    return _Texts(body=body, questions=questions, panels=panels, slides=slides, problems=problems, places=places)


def _name_problems(path: str, node: Mapping, file: SourceFile) -> list[Problem]:
    """Return a problem where the file name stands in the address, because there is no slug, and cannot."""
    stem = _stem(path)
    if "slug" in node.keys or is_slug(stem):
        return []
    better = slug_of(stem)
    hint = (
        f"rename it to {better}.md, or to another name if that is taken"
        if better
        else "rename it, with small letters, digits and hyphens"
    )
    return [file.problem(f'the file name "{stem}.md" cannot be part of an address', hint)]


def _short_lists(node: Node | None) -> Node | None:
    """Return the fields without the values too many of a list, whose mistakes would be thousands."""
    if not isinstance(node, Mapping):
        return node
    entries: dict[str, Node] = {
        field: msgspec.structs.replace(value, items=value.items[: MOST_OF_FIELD.get(field)])
        if isinstance(value, Sequence)
        else value
        for field, value in node.entries.items()
    }
    return msgspec.structs.replace(node, entries=entries)


def _length_problems(node: Node | None, file: SourceFile) -> Iterator[Problem]:
    """Yield a problem at the first value too many of each list that is too long."""
    for field, most in MOST_OF_FIELD.items():
        values = items(value_at(node, field))
        if len(values) > most:
            headline = f'"{field}" has {len(values):,} values; {most} is the most'
            yield file.problem_at(values[most], headline, "keep those that matter most")


def _draft_problems(node: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield a problem where the field `draft` has no value: the page is shown, which may not be meant."""
    key = node.keys.get("draft")
    if key and node.get("draft") is None and "draft" not in node.broken:
        headline, hint = '"draft" has no value, so the page is no draft', "write draft: true, or delete the line"
        yield file.problem(headline, hint, key.line, key.column, severity="warning")


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _summary_problems(node: Mapping, body: Body, file: SourceFile) -> list[Problem]:
    if node.get("summary") or "summary" in node.broken:
        return []
    key = node.keys.get("summary")
    headline = '"summary" is missing: the first words of the text are used'
    if not summary_of(body):
        headline = '"summary" is missing, and there is no text to take it from'
    line, column = (key.line, key.column) if key else (node.line, 0)
    return [file.problem(headline, "add a line: summary: ...", line, column, severity="warning")]


def _page(path: str, fields: KindFields, node: Mapping, body: Body) -> Page:
    slug = fields.slug or _stem(path)
    downloads = downloads_of(fields, node)
    return Page(
        path=path,
        collection=path.rpartition("/")[0],
        kind=fields.kind,
        title=fields.title,
        slug=slug,
        summary=fields.summary or summary_of(body),
        date="" if fields.date_shown else fields.date,
        date_shown=fields.date_shown,
        updated=fields.updated,
        draft=fields.draft,
        publish=fields.publish,
        expires=fields.expires,
        aliases=located_items(node, "aliases"),
        weight=fields.weight,
        image=image_of(fields.image, node),
        rank=fields.rank,
        owner=fields.owner,
        review_by=fields.review_by,
        lang=fields.lang,
        terms=terms_of(fields.kind, node, downloads),
        refs=refs_of(node),
        issue=fields.issue,
        downloads=downloads,
        best_used=getattr(fields, "best_used", ""),
        film=film_of(fields, node),
        links=tuple(WebLink(link.label, link.url, link.kind) for link in getattr(fields, "links", ())),
        stats=tuple(Stat(stat.value, stat.label, stat.source) for stat in getattr(fields, "stats", ())),
        body=body,
        located_slug=located(node, "slug", slug) or LocatedText(slug),
        bars=bars_of(node.get("bars")),
        requires=requirements_of(fields, node),
        sort_date=first_moment(fields.date),
        is_missing=fields.not_here_yet,
        reviewed=fields.reviewed,
        shows_checks=getattr(fields, "shows_checks", False),
    )
