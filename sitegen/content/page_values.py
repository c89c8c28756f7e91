"""Build the records of a page from its valid fields, with the places of what was typed."""

from typing import Any

from sitegen.content.derived import formats_of
from sitegen.content.field_groups import ImageFields
from sitegen.content.kind_fields import KindFields, Video
from sitegen.located import Mapping, Node, Scalar
from sitegen.located.nodes import one_line, value_at
from sitegen.located.places import below, named_items
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

MOST_VALUES = 100
_MOST_SECTIONS = 500

MOST_OF_FIELD = dict.fromkeys((*TERM_FIELDS, *REF_FIELDS, "aliases", "downloads", "requires"), MOST_VALUES) | (
    dict.fromkeys(("slides", "questions", "panels", "links", "stats"), _MOST_SECTIONS)
)
"""The longest length of lists: the site looks up each of their values, renders it, or makes a page of it."""

CLAIM_FIELDS = ("pages", "slides", "paper")
"""The fields of a download that its file may contradict."""


def located(owner: Node | None, field: str, text: str, place: str = "") -> LocatedText | None:
    """Return the validated value of a field with its place; None where nothing was typed. `place` is the owner's."""
    return LocatedText(text, below(place, field)) if isinstance(value_at(owner, field), Scalar) and text else None


def located_items(owner: Node | None, field: str, place: str = "") -> tuple[LocatedText, ...]:
    """Return the texts among the items of a field's list, each on one line, with their places.

    `place` is the owner's. An item that is no text is told where the fields are checked.
    """
    named = named_items(value_at(owner, field), below(place, field))[:MOST_VALUES]
    return tuple(LocatedText(one_line(item), name) for name, item in named if isinstance(item, Scalar))


def terms_of(kind: str, node: Mapping, downloads: tuple[Download, ...]) -> dict[str, tuple[LocatedText, ...]]:
    """Return the typed terms by field; formats are derived, without a place, where none are typed."""
    terms = _located_fields(node, TERM_FIELDS) | _located_in_requires(node, ("dimension",))
    if "channels" in terms:
        terms["channels"] = tuple(LocatedText(channel.text.casefold(), channel.place) for channel in terms["channels"])
    if "formats" not in terms:
        formats = tuple(LocatedText(name) for name in formats_of(kind, downloads, has_slides="slides" in node.entries))
        terms |= {"formats": formats} if formats else {}
    return terms


def refs_of(node: Mapping) -> dict[str, tuple[LocatedText, ...]]:
    """Return the typed refs by field, with those of requirements under `requires.FIELD`."""
    return _located_fields(node, REF_FIELDS) | _located_in_requires(node, REQUIRED_REFS)


def requirements_of(fields: KindFields, node: Mapping) -> tuple[Requirement, ...]:
    """Return what a level asks of a team, in the order written; empty for other kinds."""
    requirements: tuple[Any, ...] = getattr(fields, "requires", ())
    return tuple(
        Requirement(
            text=requirement.text,
            dimension=located(entry, "dimension", requirement.dimension, place) or LocatedText(""),
            source=located(entry, "source", requirement.source, place) or LocatedText(""),
            tools=located_items(entry, "tools", place),
            is_example=requirement.example,
        )
        for requirement, (place, entry) in zip(requirements, _mappings(node, "requires"), strict=True)
    )


def slide_images_of(fields: KindFields | None, node: Mapping) -> tuple[Image | None, ...]:
    """Return the picture of each slide, None for a slide without one; empty where the fields are wrong."""
    slides = getattr(fields, "slides", ())
    pairs = zip(slides, named_items(node.get("slides"), "slides"), strict=False)
    return tuple(image_of(slide.image, entry, place) for slide, (place, entry) in pairs)


def image_of(image: ImageFields | None, owner: Node, place: str = "") -> Image | None:
    """Return the picture in the field `image` of a node, whose place is given; None where there is none."""
    node = value_at(owner, "image")
    if image is None or not isinstance(node, Mapping):
        return None
    src = located(node, "src", image.src, below(place, "image")) or LocatedText(image.src)
    return Image(src, image.alt, image.decorative, image.credit)


def downloads_of(fields: KindFields, node: Mapping) -> tuple[Download, ...]:
    """Return the downloads, in the order written; empty for kinds that have none."""
    downloads: tuple[Any, ...] = getattr(fields, "downloads", ())
    entries = named_items(node.get("downloads"), "downloads")
    return tuple(_download(item, entry, place) for item, (place, entry) in zip(downloads, entries, strict=True))


def film_of(fields: KindFields, node: Mapping) -> Film | None:
    """Return the film of a video page; None for other kinds."""
    if not isinstance(fields, Video):
        return None
    return Film(
        src=located(node, "src", fields.src),
        poster=located(node, "poster", fields.poster),
        captions=located(node, "captions", fields.captions),
        transcript=fields.transcript.strip(),
        duration=fields.duration,
        located_duration=located(node, "duration", one_line(node.get("duration"))),
    )


def _located_fields(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    fields = {name: located_items(node, name) for name in names}
    return {name: values for name, values in fields.items() if values}


def _located_in_requires(node: Mapping, names: tuple[str, ...]) -> dict[str, tuple[LocatedText, ...]]:
    """Return the values of fields inside the list `requires`, under the names `requires.FIELD`."""
    entries = _mappings(node, "requires")
    fields = {
        f"requires.{name}": tuple(value for place, entry in entries for value in located_items(entry, name, place))
        for name in names
    }
    return {name: values for name, values in fields.items() if values}


def _mappings(node: Mapping, field: str) -> list[tuple[str, Mapping]]:
    named = named_items(node.get(field), field)[:MOST_VALUES]
    return [(place, entry) for place, entry in named if isinstance(entry, Mapping)]


def _download(download: Any, node: Node, place: str) -> Download:
    typed = {name: located(node, name, str(getattr(download, name) or ""), place) for name in CLAIM_FIELDS}
    return Download(
        file=located(node, "file", download.file, place),
        url=download.url or "",
        label=download.label,
        pages=download.pages,
        slides=download.slides,
        paper=download.paper,
        claims={name: claim for name, claim in typed.items() if claim},
    )
