"""Parse a file of content/ into a page, and report everything that is wrong with it."""

import msgspec

from sitegen.content.derived import summary_of
from sitegen.content.frontmatter import split_file
from sitegen.content.kind_fields import FIELDS_OF_KIND, CommonFields
from sitegen.content.markdown import render_markdown
from sitegen.content.page_values import (
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
from sitegen.content.slugs import is_slug, slug_of
from sitegen.errors import Problem, keep_few, sort_problems
from sitegen.located import Mapping, SourceFile, validate
from sitegen.model import Body, LocatedText, Page, Stat, WebLink
from sitegen.model.kinds import KindId


def parse_page(path: str, data: bytes, kind: KindId) -> tuple[Page, tuple[Problem, ...]]:
    """Parse a file of content/; of a wrong file, parse what can be read.

    `path` is relative to content/ (`stories/x.md`), and `kind` is a key of FIELDS_OF_KIND. Returns the page and all its
    problems in the order of the file; if one of them is an error, the page `is_wrong`. A format that is derived,
    not typed, has line 0. Raises nothing, whatever the bytes.
    """
    source, problems = split_file(data, f"content/{path}")
    node = source.node if isinstance(source.node, Mapping) else Mapping()
    fields, field_problems = validate(FIELDS_OF_KIND[kind], source.node, source.file)
    body, body_problems = render_markdown(source.body, source.file.path, source.body_line)
    renderer = SectionRenderer(source.file, {heading.anchor for heading in body.headings})
    questions = questions_of(node.get("questions"), renderer)
    panels = panels_of(node.get("panels"), renderer)
    slides = slides_of(node.get("slides"), slide_images_of(fields, node), renderer)
    problems += [*field_problems, *body_problems, *renderer.problems, *_name_problems(path, node, source.file)]
    if source.node is not None:
        problems += _summary_problems(node, body, source.file)
    if fields is None or any(problem.is_error for problem in problems):
        page = _wrong_page(path, kind, node, body)
    else:
        page = _page(path, fields, node, body)
    page = msgspec.structs.replace(page, questions=questions, panels=panels, slides=slides)
    return page, tuple(keep_few(sort_problems(problems)))


def _name_problems(path: str, node: Mapping, file: SourceFile) -> list[Problem]:
    """Return a problem where the file name stands in the address, because there is no slug, and cannot."""
    stem = _stem(path)
    if "slug" in node.keys or is_slug(stem):
        return []
    better = slug_of(stem)
    hint = f"rename it to {better}.md" if better else "rename it, with small letters, digits and hyphens"
    return [file.problem(f'the file name "{stem}.md" cannot be part of an address', hint)]


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


def _page(path: str, fields: CommonFields, node: Mapping, body: Body) -> Page:
    slug = fields.slug or _stem(path)
    downloads = downloads_of(fields, node)
    return Page(
        path=path,
        collection=path.rpartition("/")[0],
        kind=fields.kind,
        title=fields.title,
        slug=slug,
        summary=fields.summary or summary_of(body),
        date=fields.date,
        date_shown=fields.date_shown,
        updated=fields.updated,
        draft=fields.draft,
        publish=fields.publish,
        expires=fields.expires,
        aliases=located_items(node.get("aliases")),
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
        located_slug=located(node.get("slug"), slug) or LocatedText(slug),
        bars=bars_of(node.get("bars")),
        requires=requirements_of(fields, node),
    )


def _wrong_page(path: str, kind: KindId, node: Mapping, body: Body) -> Page:
    stem = _stem(path)
    return Page(
        path=path,
        collection=path.rpartition("/")[0],
        kind=kind,
        title=stem,
        slug=slug_of(stem) or "page",
        terms=terms_of(kind, node, ()),
        refs=refs_of(node),
        body=body,
        is_wrong=True,
    )
