"""Make what can be read of a wrong page a record, so that one run also reports what disagrees with other files."""

from collections.abc import Iterable, Iterator

from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.page_values import refs_of, terms_of
from sitegen.content.slugs import is_slug, slug_of
from sitegen.errors import Problem
from sitegen.located import Mapping, Node, Scalar
from sitegen.located.nodes import one_line, value_at
from sitegen.located.places import below, named_items
from sitegen.model import Body, LocatedText, Page
from sitegen.model.kinds import KindId

_FILE_FIELDS = ("src", "poster", "captions")


def wrong_page(path: str, kind: KindId, node: Mapping, body: Body, problems: Iterable[Problem]) -> Page:
    """Return the page of a file with these problems: what is right of its address, terms, refs, files and body.

    A value at the position of a problem is left out, or read as its hint would mend it.
    """
    faulty = {(problem.location.line, problem.location.column) for problem in problems if problem.is_error}
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    slug, located_slug = _slug_of(node, stem)
    return Page(
        path=path,
        collection=folder,
        kind=kind,
        title=one_line(node.get("title")) or stem,
        slug=slug,
        aliases=tuple(_right_items(node.get("aliases"), "aliases", faulty)),
        terms=terms_of(kind, node, ()),
        refs=refs_of(node),
        body=body,
        located_slug=located_slug,
        is_wrong=True,
        files=tuple(_files(node, kind, faulty)),
    )


def _slug_of(node: Mapping, stem: str) -> tuple[str, LocatedText]:
    """Return the slug of a page, typed or from its file's name, mended where it must be; and where it stands."""
    typed = one_line(node.get("slug"))
    slug = typed if is_slug(typed) else slug_of(typed)
    if slug:
        return slug, LocatedText(slug, "slug")
    slug = slug_of(stem) or f"page-{stem.encode().hex()}"
    return slug, LocatedText(slug)


def _files(node: Mapping, kind: KindId, faulty: set[tuple[int, int]]) -> Iterator[LocatedText]:
    """Yield the paths below static/ that fields of the kind name and that are right by themselves."""
    fields = FIELDS_OF_KIND[kind].model_fields
    owners: list[tuple[Node | None, str, tuple[str, ...]]] = [(node, "", _FILE_FIELDS)]
    owners.append((node.get("image"), "image", ("src",)))
    owners += [(entry, place, ("file",)) for place, entry in named_items(node.get("downloads"), "downloads")]
    for place, slide in named_items(node.get("slides"), "slides"):
        owners.append((value_at(slide, "image"), below(place, "image"), ("src",)))
    for owner, place, names in owners:
        if (place.partition(".")[0] or names[0]) not in fields:
            continue
        for name in names:
            for located in _right_items(value_at(owner, name), below(place, name), faulty):
                path = located.text.removeprefix("/").removeprefix("static/")
                yield LocatedText(path, located.place)


def _right_items(node: Node | None, place: str, faulty: set[tuple[int, int]]) -> Iterator[LocatedText]:
    """Yield the items of a list that are texts without problems, with their places."""
    for name, item in named_items(node, place):
        if isinstance(item, Scalar) and (item.line, item.column) not in faulty and one_line(item):
            yield LocatedText(one_line(item), name)
