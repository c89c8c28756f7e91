"""Addresses that were published and lead nowhere now: what to say of each, and where its page is likely to be."""

from collections.abc import Callable, Collection, Iterator, Mapping

from sitegen.catalog.ledger import LedgerFile, PublishedAddress, entry_key, entry_line
from sitegen.errors import Problem
from sitegen.model import Entry, Record


class Successor(Record, frozen=True):
    """What is known of the page of a lost address: its address now, or the path of its draft from the site's root."""

    url: str = ""
    draft: str = ""


def lost_addresses(
    ledger: LedgerFile,
    kept: Collection[str],
    successor_of: Callable[[str], Successor],
    day_in_words: Callable[[str], str],
    *,
    has_redirects: bool,
) -> Iterator[Problem]:
    """Yield a warning for each address of a ledger that is not `kept`, and advice on each that is there again.

    `has_redirects` says whether site.yaml has redirects already, to which a line can be added.
    """
    for address, entry in ledger.addresses.items():
        if address in kept and entry.is_gone:
            headline, hint = f'"{address}" is there again', f'write "{entry_line(address, entry.first)}" in this line'
            yield ledger.file.problem(headline, hint, entry.line, 1, "advice")
        elif address not in kept and not entry.is_gone:
            headline = f'"{address}" was published on {day_in_words(entry.first)}, and is gone'
            hint = _hint(address, entry, successor_of(address), has_redirects=has_redirects)
            yield ledger.file.problem(headline, hint, entry.line, 1, "warning")


def find_successor(address: str, entries: Mapping[str, Entry], folders: Mapping[str, tuple[str, ...]]) -> Entry | None:
    """Return the entry whose file has the name that an address had; None if there is none.

    `entries` are by their paths below content/, `folders` maps the first part of addresses to folders of content/.
    """
    first, _, name = address.strip("/").rpartition("/")
    paths = (f"{folder}/{name}.md" for folder in folders.get(first, ()))
    return next((entries[path] for path in paths if path in entries), None)


def gone_hint(address: str, entry: PublishedAddress) -> str:
    """Return what to do with the line of an address that is gone for good."""
    return f'write "{entry_line(address, entry.first, is_gone=True)}" in this line'


def _hint(address: str, entry: PublishedAddress, successor: Successor, *, has_redirects: bool) -> str:
    gone = gone_hint(address, entry)
    if successor.url:
        redirect = _redirect(address, successor.url, has_redirects=has_redirects)
        return f"{redirect}; if {successor.url} is another page, {gone}"
    if successor.draft:
        return f'delete the line "draft: true" in {successor.draft}; if it is gone for good, {gone}'
    redirect = _redirect(address, "/ITS-ADDRESS/", has_redirects=has_redirects)
    return f"if it is gone for good, {gone}; if another page took its place, {redirect}"


def _redirect(old: str, new: str, *, has_redirects: bool) -> str:
    line = f'"  {entry_key(old)}: {new}"'
    if has_redirects:
        return f'add the line {line} below "redirects:" in site.yaml'
    return f'add two lines to site.yaml, "redirects:" and {line}'
