"""Addresses of pages and old addresses that no disk or host could have, or that sitegen needs for itself."""

from collections.abc import Iterable, Iterator

from sitegen.catalog.address_clashes import Locate
from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.taxonomy import Vocabulary
from sitegen.errors import Location, Problem, in_few_words
from sitegen.model import Entry, LocatedText, Redirect
from sitegen.output_names import mended, why_refused
from sitegen.text import term_slug

_MOST_TERM_CHARACTERS = 30


def refused_addresses(entries: Iterable[Entry], redirects: Iterable[Redirect], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each slug, alias and source of a redirect that cannot be an address, without excerpts."""
    for entry in entries:
        path = f"content/{entry.path}"
        slug = entry.url.rstrip("/").rpartition("/")[2]
        reason = why_refused(entry.url)
        if reason:
            what = "write" if entry.located_slug.place else "give it a slug of its own, with the line"
            headline, hint = f'the slug "{slug}" {reason}', f"{what} slug: {mended(slug)}"
            yield _problem(locate(path, entry.located_slug), headline, hint)
        for alias in entry.aliases:
            yield from _old_address_problems(path, alias, locate)
    for redirect in redirects:
        yield from _old_address_problems("site.yaml", redirect.source, locate)


def refused_term(value: LocatedText, words: Vocabulary) -> tuple[str, str] | None:
    """Return headline and hint where a value of an open taxonomy makes a term that cannot be part of an address."""
    reason = why_refused(f"term/{term_slug(value.text)}") if words.is_open else ""
    if not reason:
        return None
    better = value.text[:_MOST_TERM_CHARACTERS].rstrip()
    if better == value.text:
        better = f"{value.text} {words.label}"
    headline = f'the {words.label.lower()} "{value.text}" {reason.replace("a part of ", "")} in its address'
    return in_few_words(headline), f"write it in other words: {in_few_words(better)}"


def _old_address_problems(path: str, address: LocatedText, locate: Locate) -> Iterator[Problem]:
    plain = alias_key(address.text)
    reason = why_refused(plain)
    if reason:
        hint = f"delete it, or write it as /{mended(plain)}"
        yield _problem(locate(path, address), f'the old address "{address.text}" {reason}', hint)


def _problem(location: Location, headline: str, hint: str) -> Problem:
    return Problem(
        location=location,
        headline=in_few_words(headline),
        hint=hint,
        kind="RouteError",
    )
