"""Which page goes by a name that no file has any more: hints for references to pages that were renamed.

Only the sources of one build are asked (titles, aliases, slugs, redirects), so that a message does not depend on what
was built before.
"""

from collections.abc import Callable, Iterable, Mapping

from sitegen import errors
from sitegen.catalog.old_addresses import alias_key
from sitegen.content.slugs import slug_of
from sitegen.model import Entry, Record, Redirect
from sitegen.model.kinds import KINDS
from sitegen.text import slugify

_FEWEST_WORDS = 2
"""A name of fewer words is not looked for inside of titles."""

_VERY_NEAR = 0.85
"""How like another a name must be to be a slip of the finger."""


class PageNames(Record, frozen=True):
    """The names of all pages besides those of their files.

    `addresses` maps each address, present or old, in lower case, to a content path; `titles` maps the slug of each
    title to content paths, sorted; `folders` maps a folder of content/ to the address of its pages.
    """

    addresses: dict[str, str]
    titles: dict[str, tuple[str, ...]]
    folders: dict[str, str]


def names_of_pages(entries: Iterable[Entry], titles: Mapping[str, str], redirects: Iterable[Redirect]) -> PageNames:
    """Return the names of pages; `titles` maps content paths to titles."""
    known = tuple(entries)
    present = {entry.url.casefold(): entry.path for entry in known}
    old = {alias_key(alias.text).casefold(): entry.path for entry in known for alias in entry.aliases}
    for redirect in redirects:
        if path := present.get(alias_key(redirect.target.text).casefold()):
            old.setdefault(alias_key(redirect.source.text).casefold(), path)
    by_title: dict[str, set[str]] = {}
    for path, title in titles.items():
        for slug in {slug_of(title), slugify(title)} - {""}:
            by_title.setdefault(slug, set()).add(path)
    folders = {entry.collection: entry.url.removesuffix("/").rpartition("/")[0] + "/" for entry in known}
    return PageNames(old | present, {slug: tuple(sorted(paths)) for slug, paths in by_title.items()}, folders)


def renamed_page(path: str, names: PageNames) -> str:
    """Return the content path of the page that has the name of a missing one: as an address, or as its title.

    Empty if there is none, or if several pages elsewhere have the title.
    """
    folder, name = _folder_and_name(path)
    for start in _starts(folder, names):
        if known := names.addresses.get(f"{start}{name}/".casefold()):
            return known
    titled = names.titles.get(slug_of(name), ())
    near = tuple(other for other in titled if _folder_and_name(other)[0] == folder) or titled
    return near[0] if len(near) == 1 else ""


def certain_page(path: str, names: PageNames) -> str:
    """Return the content path of the page that a missing one was renamed to without a doubt; empty if there is none.

    It has the old name as an alias, a slug or an old address; or it lies in the same folder, and no other page there
    has the old name as its title.
    """
    new = renamed_page(path, names)
    folder, name = _folder_and_name(path)
    is_address = new in {names.addresses.get(f"{start}{name}/".casefold()) for start in _starts(folder, names)}
    return new if is_address or _folder_and_name(new)[0] == folder else ""


def page_hint(
    path: str, paths: Iterable[str], names: PageNames, spell: Callable[[str], str] = lambda path: path[:-3]
) -> str:
    """Return a hint for a reference to a content path that is not there: the page that was likely meant, or a folder.

    A page with the missing name comes first, then a file whose name differs by a slip of the finger, then a page of the
    folder whose title has all words of the name, then the nearest file. `paths` are the content paths to choose from;
    `spell` returns how the writer must type one.
    """
    folder, name = _folder_and_name(path)
    known = {other.removesuffix(".md"): other for other in sorted(paths)}
    renamed = renamed_page(path, names)
    if renamed not in known.values():
        missing = f"{folder}/{name}"
        near = errors.nearest_path(missing, known, _VERY_NEAR)
        renamed = known.get(near, "") or _page_with_words(folder, name, known.values(), names)
        renamed = renamed or known.get(errors.nearest_path(missing, known), "")
    if renamed:
        return f'did you mean "{spell(renamed)}"?'
    if folder in names.folders or folder in {kind.folder for kind in KINDS.values()}:
        return f"look in content/{folder} for the name of its file"
    return "look in content/ for the folder and the name of its file"


def _page_with_words(folder: str, name: str, paths: Iterable[str], names: PageNames) -> str:
    """Return the only page of a folder whose title has all words of a name, or none but words of it."""
    words = set(slug_of(name).split("-"))
    if len(words) < _FEWEST_WORDS:
        return ""
    allowed = {path for path in paths if _folder_and_name(path)[0] == folder}
    fitting = set()
    for slug, titled in names.titles.items():
        of_title = set(slug.split("-"))
        if words <= of_title or (len(of_title) >= _FEWEST_WORDS and of_title <= words):
            fitting |= allowed.intersection(titled)
    return fitting.pop() if len(fitting) == 1 else ""


def _starts(folder: str, names: PageNames) -> tuple[str, str]:
    """Return what the addresses of the pages of a folder may begin with."""
    return f"/{folder}/", names.folders.get(folder, "/")


def _folder_and_name(path: str) -> tuple[str, str]:
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return folder, name
