"""Build the records of a page from its valid fields, with the positions of what was typed."""

from typing import Any

from sitegen.content.derived import formats_of
from sitegen.content.field_groups import ImageFields
from sitegen.content.kind_fields import CommonFields, Video
from sitegen.located import Mapping, Node, Scalar
from sitegen.located.nodes import items, one_line, value_at
from sitegen.model import Download, Film, Image, LocatedText, Requirement

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
"""The fields whose values `Page.terms` holds: those of facets, and the channels and issues that views select by.

The dimensions of a level's requirements are there too, as `requires.dimension`: they are checked, but are no facet.
"""

REF_FIELDS = ("related", "focus_areas", "story", "tools", "goodies")
"""The fields whose values `Page.refs` holds, besides those of `requires`."""

REQUIRED_REFS = ("source", "tools")
"""The fields of a requirement that name other pages."""

CLAIM_FIELDS = ("pages", "slides", "paper")
"""The fields of a download that its file may contradict."""


def located(node: Node | None, text: str) -> LocatedText | None:
    """Return a validated value at the position where it was typed; None where nothing was typed."""
    return LocatedText(text, node.line, node.column) if isinstance(node, Scalar) and text else None


def located_items(node: Node | None) -> tuple[LocatedText, ...]:
    """Return the items of a list as typed, each on one line, with their positions."""
    return tuple(LocatedText(one_line(item), item.line, item.column) for item in items(node))


def terms_of(kind: str, node: Mapping, downloads: tuple[Download, ...]) -> dict[str, tuple[LocatedText, ...]]:
    """Return the typed terms by field; formats are derived, with line 0, where none are typed."""
    terms = _located_fields(node, TERM_FIELDS) | _located_in_requires(node, ("dimension",))
    if "channels" in terms:
        terms["channels"] = tuple(
            LocatedText(channel.text.casefold(), channel.line, channel.column) for channel in terms["channels"]
        )
    if "formats" not in terms:
        formats = tuple(LocatedText(name) for name in formats_of(kind, downloads, has_slides="slides" in node.entries))
        terms |= {"formats": formats} if formats else {}
    return terms


def refs_of(node: Mapping) -> dict[str, tuple[LocatedText, ...]]:
    """Return the typed refs by field, with those of requirements under `requires.FIELD`."""
    return _located_fields(node, REF_FIELDS) | _located_in_requires(node, REQUIRED_REFS)


def requirements_of(fields: CommonFields, node: Mapping) -> tuple[Requirement, ...]:
    """Return what a level asks of a team, in the order written; empty for other kinds."""
    requirements: tuple[Any, ...] = getattr(fields, "requires", ())
    entries = [item for item in items(node.get("requires")) if isinstance(item, Mapping)]
    return tuple(
        Requirement(
            text=requirement.text,
            dimension=located(entry.get("dimension"), requirement.dimension) or LocatedText(""),
            source=located(entry.get("source"), requirement.source) or LocatedText(""),
            tools=located_items(entry.get("tools")),
            is_example=requirement.example,
        )
        for requirement, entry in zip(requirements, entries, strict=True)
    )


def slide_images_of(fields: CommonFields | None, node: Mapping) -> tuple[Image | None, ...]:
    """Return the picture of each slide, None for a slide without one; empty where the fields are wrong."""
    slides = getattr(fields, "slides", ())
    pairs = zip(slides, items(node.get("slides")), strict=False)
    return tuple(image_of(slide.image, entry) for slide, entry in pairs)


def image_of(image: ImageFields | None, owner: Node) -> Image | None:
    """Return the picture in the field `image` of a node; None where there is none."""
    node = value_at(owner, "image")
    if image is None or not isinstance(node, Mapping):
        return None
    src = located(node.get("src"), image.src) or LocatedText(image.src)
    return Image(src, image.alt, image.decorative, image.credit)


def downloads_of(fields: CommonFields, node: Mapping) -> tuple[Download, ...]:
    """Return the downloads, in the order written; empty for kinds that have none."""
    downloads: tuple[Any, ...] = getattr(fields, "downloads", ())
    return tuple(_download(item, entry) for item, entry in zip(downloads, items(node.get("downloads")), strict=True))


def film_of(fields: CommonFields, node: Mapping) -> Film | None:
    """Return the film of a video page; None for other kinds."""
    if not isinstance(fields, Video):
        return None
    duration = node.get("duration")
    return Film(
        src=located(node.get("src"), fields.src),
        poster=located(node.get("poster"), fields.poster),
        captions=located(node.get("captions"), fields.captions),
        transcript=fields.transcript.strip(),
        duration=fields.duration,
        located_duration=located(duration, one_line(duration)),
    )


def _located_fields(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    fields = {name: located_items(node.get(name)) for name in names}
    return {name: values for name, values in fields.items() if values}


def _located_in_requires(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    """Return the values of fields inside the list `requires`, under the names `requires.FIELD`."""
    entries = items(node.get("requires"))
    fields = {
        f"requires.{name}": tuple(value for entry in entries for value in located_items(value_at(entry, name)))
        for name in names
    }
    return {name: values for name, values in fields.items() if values}


def _download(download: Any, node: Node) -> Download:
    typed = {name: located(value_at(node, name), str(getattr(download, name) or "")) for name in CLAIM_FIELDS}
    return Download(
        file=located(value_at(node, "file"), download.file),
        url=download.url or "",
        label=download.label,
        pages=download.pages,
        slides=download.slides,
        paper=download.paper,
        claims={name: claim for name, claim in typed.items() if claim},
    )
