"""One file of content/ to a valid page, or to all that is wrong with it."""

from typing import Any

import msgspec

from sitegen.content.derived import formats_of, summary_of
from sitegen.content.field_groups import ImageFields
from sitegen.content.frontmatter import split_file
from sitegen.content.kinds import FIELDS_OF_KIND, CommonFields, Video
from sitegen.content.markdown import render_markdown
from sitegen.content.sections import Renderer, bars_of, panels_of, questions_of, slides_of
from sitegen.content.slugs import is_slug, slug_of
from sitegen.errors import Problem, sort_problems
from sitegen.located import Mapping, Node, Scalar, SourceFile, validate
from sitegen.located.nodes import items, one_line
from sitegen.model import Body, Download, Film, Image, LocatedText, Page, Requirement, Stat, WebLink

TERM_FIELDS = (
    "regions",
    "topics",
    "departments",
    "team_levels",
    "formats",
    "dimensions",
    "roles",
    "tool_type",
    "channels",
    "issue",
)
"""The fields whose values `Page.terms` has: the facets' fields, and the channels and issues that views select by.

The dimensions of what a level asks for are there too, as `requires.dimension`: they are checked, and no facet.
"""

REF_FIELDS = ("related", "focus_areas", "story", "tools", "goodies")
"""The fields whose values `Page.refs` has, besides those of `requires`."""

REQUIRED_REFS = ("source", "tools")
"""The fields of a requirement that name other pages."""

CLAIMS = ("pages", "slides", "paper")
"""The fields of a download that its file may contradict."""


def parse_page(path: str, data: bytes, kind: str) -> tuple[Page, tuple[Problem, ...]]:
    """Read a file of content/, and of a wrong one what can be read.

    `path` is relative to content/ (`stories/x.md`), `kind` one of FIELDS_OF_KIND. Gives the page and all its problems,
    errors and warnings, in the order of the file; with an error among them the page `is_wrong`. A format that
    was derived, not typed, is a LocatedText text of line 0. Raises nothing, whatever the bytes.
    """
    parts, problems = split_file(data, f"content/{path}")
    node = parts.node if isinstance(parts.node, Mapping) else Mapping()
    fields, found = validate(FIELDS_OF_KIND[kind], parts.node, parts.file)
    body, in_body = render_markdown(parts.body, parts.file.path, parts.body_line)
    renderer = Renderer(parts.file, {heading.anchor for heading in body.headings})
    questions = questions_of(node.get("questions"), renderer)
    panels = panels_of(node.get("panels"), renderer)
    slides = slides_of(node.get("slides"), _slide_images(fields, node), renderer)
    problems += [*found, *in_body, *renderer.problems, *_name_problems(path, node, parts.file)]
    if parts.node is not None:
        problems += _summary_problems(node, body, parts.file)
    if fields is None or any(problem.is_error for problem in problems):
        page = _wrong_page(path, kind, node, body)
    else:
        page = _page(path, fields, node, body)
    page = msgspec.structs.replace(page, questions=questions, panels=panels, slides=slides)
    return page, tuple(sort_problems(problems))


def _name_problems(path: str, node: Mapping, file: SourceFile) -> list[Problem]:
    """A page without a slug has its file's name in its address."""
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
    downloads = _downloads(fields, node)
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
        aliases=_marks(node.get("aliases")),
        weight=fields.weight,
        image=_image(fields.image, node),
        rank=fields.rank,
        owner=fields.owner,
        review_by=fields.review_by,
        lang=fields.lang,
        terms=_terms(fields.kind, node, downloads),
        refs=_refs(node),
        issue=fields.issue,
        downloads=downloads,
        best_used=getattr(fields, "best_used", ""),
        film=_film(fields, node),
        links=tuple(WebLink(link.label, link.url, link.kind) for link in getattr(fields, "links", ())),
        stats=tuple(Stat(stat.value, stat.label, stat.source) for stat in getattr(fields, "stats", ())),
        body=body,
        located_slug=_mark(node.get("slug"), slug) or LocatedText(slug),
        bars=bars_of(node.get("bars")),
        requires=_requires(fields, node),
    )


def _wrong_page(path: str, kind: str, node: Mapping, body: Body) -> Page:
    stem = _stem(path)
    return Page(
        path=path,
        collection=path.rpartition("/")[0],
        kind=kind,
        title=stem,
        slug=slug_of(stem) or "page",
        terms=_terms(kind, node, ()),
        refs=_refs(node),
        body=body,
        is_wrong=True,
    )


def _marks(node: Node | None) -> tuple[LocatedText, ...]:
    return tuple(LocatedText(one_line(item), item.line, item.column) for item in items(node))


def _mark(node: Node | None, text: str) -> LocatedText | None:
    """Give a value as it was made right, at the place where it was typed."""
    return LocatedText(text, node.line, node.column) if isinstance(node, Scalar) and text else None


def _marked_fields(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    marked = {name: _marks(node.entries[name]) for name in names if name in node.entries}
    return {name: marks for name, marks in marked.items() if marks}


def _refs(node: Mapping) -> dict[str, tuple[LocatedText, ...]]:
    return _marked_fields(node, REF_FIELDS) | _inside_requires(node, REQUIRED_REFS)


def _inside_requires(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    """Give the values of fields inside the list `requires`, under the names `requires.FIELD`."""
    wanted = [item for item in items(node.get("requires")) if isinstance(item, Mapping)]
    marks = {f"requires.{name}": tuple(mark for item in wanted for mark in _marks(item.get(name))) for name in names}
    return {name: found for name, found in marks.items() if found}


def _requires(fields: CommonFields, node: Mapping) -> tuple[Requirement, ...]:
    wanted: tuple[Any, ...] = getattr(fields, "requires", ())
    places = [place for place in items(node.get("requires")) if isinstance(place, Mapping)]
    return tuple(
        Requirement(
            text=item.text,
            dimension=_mark(place.get("dimension"), item.dimension) or LocatedText(""),
            source=_mark(place.get("source"), item.source) or LocatedText(""),
            tools=_marks(place.get("tools")),
            is_example=item.example,
        )
        for item, place in zip(wanted, places, strict=True)
    )


def _terms(kind: str, node: Mapping, downloads: tuple[Download, ...]) -> dict[str, tuple[LocatedText, ...]]:
    terms = _marked_fields(node, TERM_FIELDS) | _inside_requires(node, ("dimension",))
    if "channels" in terms:
        terms["channels"] = tuple(
            LocatedText(mark.text.casefold(), mark.line, mark.column) for mark in terms["channels"]
        )
    if "formats" not in terms:
        formats = tuple(LocatedText(name) for name in formats_of(kind, downloads, has_slides="slides" in node.entries))
        terms |= {"formats": formats} if formats else {}
    return terms


def _slide_images(fields: CommonFields | None, node: Mapping) -> tuple[Image | None, ...]:
    slides, places = getattr(fields, "slides", ()), items(node.get("slides"))
    return tuple(_image(slide.image, place) for slide, place in zip(slides, places, strict=False))


def _image(image: ImageFields | None, owner: Node) -> Image | None:
    place = owner.get("image") if isinstance(owner, Mapping) else None
    if image is None or not isinstance(place, Mapping):
        return None
    src = _mark(place.get("src"), image.src) or LocatedText(image.src)
    return Image(src, image.alt, image.decorative, image.credit)


def _downloads(fields: CommonFields, node: Mapping) -> tuple[Download, ...]:
    downloads: tuple[Any, ...] = getattr(fields, "downloads", ())
    return tuple(_download(item, place) for item, place in zip(downloads, items(node.get("downloads")), strict=True))


def _download(item: Any, place: Node) -> Download:
    entries = place if isinstance(place, Mapping) else Mapping()
    typed = {name: _mark(entries.get(name), str(getattr(item, name) or "")) for name in CLAIMS}
    claims = {name: mark for name, mark in typed.items() if mark}
    file = _mark(entries.get("file"), item.file)
    return Download(
        file=file,
        url=item.url or "",
        label=item.label,
        pages=item.pages,
        slides=item.slides,
        paper=item.paper,
        claims=claims,
    )


def _film(fields: CommonFields, node: Mapping) -> Film | None:
    if not isinstance(fields, Video):
        return None
    src, poster, captions = (_mark(node.get(name), getattr(fields, name)) for name in ("src", "poster", "captions"))
    length = node.get("duration")
    mark = _mark(length, one_line(length)) if length else None
    return Film(
        src=src,
        poster=poster,
        captions=captions,
        transcript=fields.transcript.strip(),
        duration=fields.duration,
        located_duration=mark,
    )
