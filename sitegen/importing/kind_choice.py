"""Choose what kind of page an article becomes, and the folder it goes into."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.errors import UsageError, suggest
from sitegen.importing.import_records import Sureness
from sitegen.model import Config

_OF_TOOLS = frozenset({"roles", "best_used", "tool_type"})


class KindChoice(NamedTuple):
    """A kind, the folder of content/ for it, how sure that is, and why, as the end of a sentence."""

    kind: str
    folder: str
    sureness: Sureness
    because: str


class Wanted(NamedTuple):
    """The kind and folder that were asked for; empty where nothing was."""

    kind: str = ""
    folder: str = ""


def check_wanted(config: Config, kind: str, into: str) -> Wanted:
    """Return the kind and folder that a person typed, as the site has them.

    Raises:
        UsageError: there is no such kind or folder, or the folder is one of another kind.
    """
    folders = _folders(config)
    into = into.strip().replace("\\", "/").strip("/").removeprefix("content/")
    if into and into not in folders.values():
        hint = suggest(into, folders.values()) or "choose one of: " + ", ".join(sorted(folders.values()))
        raise UsageError(f'there is no folder "{into}" for pages', hint=hint)
    known = next((name for name in folders if name.casefold() == kind.casefold()), "")
    if kind and not known:
        hint = suggest(kind, folders) or "choose one of: " + ", ".join(sorted(folders))
        raise UsageError(f'there is no kind "{kind}"', hint=hint)
    own = next((one.kind for one in config.collections if one.id == into), "")
    if into and known and own != known:
        raise UsageError(
            f'pages in "{into}" are of the kind {own}, not {known}', hint=f"leave out --kind, or --into {into}"
        )
    return Wanted(known or own, into or folders.get(known, ""))


def choose_kind(config: Config, wanted: Wanted, fields: Iterable[str], *, describes_file: bool) -> KindChoice:
    """Return the kind and folder of an article: those that were asked for, else what its fields make likely."""
    folders = _folders(config)
    if wanted.kind:
        return KindChoice(wanted.kind, wanted.folder, "certain", "it was asked for")
    names = set(fields)
    if "tool" in folders and (names & _OF_TOOLS or describes_file):
        because = "it says whom it is for, or when it is best used" if names & _OF_TOOLS else "it describes a file"
        return KindChoice("tool", folders["tool"], "likely", because)
    kind = "story" if "story" in folders else next(iter(folders), "")
    if not kind:
        raise UsageError("the site has no folder for pages", hint="add a collection with a kind to site.yaml")
    return KindChoice(kind, folders[kind], "guess", "nothing says what it is")


def _folders(config: Config) -> Mapping[str, str]:
    """Return the folder of each kind that the site has, the first of several."""
    folders: dict[str, str] = {}
    for one in config.collections:
        if not one.is_view and one.kind:
            folders.setdefault(one.kind, one.id)
    return folders
