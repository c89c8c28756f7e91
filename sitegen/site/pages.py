"""Files of content/ as pages, and the two views of a page that the rest of the site sees."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.catalog import taxonomy as terms
from sitegen.catalog.permalinks import content_path, page_url
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Location, Problem, suggest
from sitegen.model import Entry, LocatedText, Page, Summary
from sitegen.model.folders import CONTENT
from sitegen.model.kinds import KINDS
from sitegen.site.films import film_length
from sitegen.site.inputs import DUE, FILE, FOLDER, OPTION, RULES
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import collection, folder_kind, folders, settings, taxonomies, vocabulary
from sitegen.text import slugify

REQUIRED_DIMENSION = "requires.dimension"
"""The name under which `Page.terms` has the dimensions of what a level asks for."""


@RULES.task(keep=True)
def content_files(fetch: Fetch) -> tuple[str, ...]:
    """Give the paths, below content/, of all pages, sorted; names what lies where no page can lie."""
    known = [folder for folder, _ in fetch(folders)]
    found = []
    for name in fetch(FOLDER, f"{CONTENT}/") or ():
        if name.removesuffix("/") not in known and (name.endswith(("/", ".md"))):
            fetch.report(_misplaced(name, known))
    for folder in known:
        for name in fetch(FOLDER, f"{CONTENT}/{folder}/") or ():
            if name.endswith(".md"):
                found.append(f"{folder}/{name}")
            else:
                fetch.report(_not_a_page(f"{folder}/{name}"))
    return tuple(sorted(found))


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Give the keys that can be made in other processes."""
    return tuple(page.key(path) for path in fetch(content_files))


def _needs(path: str) -> tuple[Key, ...]:
    return FILE.key(f"{CONTENT}/{path}"), folder_kind.key(path.partition("/")[0])


@RULES.task(needs=_needs)
def page(fetch: Fetch, path: str) -> Page | None:
    """Read one file; None where it is gone. A wrong one comes with what could be read, to be checked."""
    from sitegen.content.page_parser import parse_page

    data = fetch(FILE, f"{CONTENT}/{path}")
    kind = fetch(folder_kind, path.partition("/")[0])
    if data is None or not kind:
        return None
    found, problems = parse_page(path, data, kind)
    for problem in problems:
        fetch.report(problem)
    return found


@RULES.task()
def entry(fetch: Fetch, path: str) -> Entry:
    """Give what site-wide tables need of a page; its terms are understood here."""
    folder = path.partition("/")[0]
    home = fetch(collection, folder)
    found = fetch(page, path)
    if found is None:
        stem = slugify(path.partition("/")[2].removesuffix(".md")) or "page"
        return Entry(path, folder, home.kind, page_url(home, stem), listed=False, why_unlisted="wrong")
    ids, spellings = _terms(fetch, found)
    why = _why_unlisted(fetch, found)
    fields = {
        "channels": tuple(value.text for value in found.terms.get("channels", ())),
        "issue": (found.issue,) if found.issue else (),
        "kind": (found.kind,),
        "focus_areas": tuple(
            content_path(ref.text, KINDS["focus-area"].folder) for ref in found.refs.get("focus_areas", ())
        ),
    }
    return Entry(
        path,
        folder,
        found.kind,
        page_url(home, found.slug),
        not why,
        why,
        found.date,
        found.updated,
        found.weight,
        ids,
        spellings,
        {name: values for name, values in fields.items() if values},
        found.aliases,
        found.located_slug,
    )


@RULES.task(keep=True)
def summary(fetch: Fetch, path: str) -> Summary:
    """Give what a list, a card or a link shows of a page; of one that is wrong, its address alone."""
    facts = fetch(entry, path)
    found = fetch(page, path)
    if found is None or found.is_wrong:
        return Summary(path, facts.collection, facts.kind, facts.url, path)
    return Summary(
        path,
        facts.collection,
        facts.kind,
        facts.url,
        found.title,
        found.summary,
        found.date,
        found.updated,
        found.lang,
        found.image,
        facts.terms,
        _film_length(fetch, found),
        found.issue,
        found.date_shown,
    )


def _film_length(fetch: Fetch, found: Page) -> int:
    film = found.film
    if film is None or film.duration or film.src is None:
        return film.duration if film else 0
    return fetch(film_length, film.src.text)


def _terms(fetch: Fetch, found: Page) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    ids, spellings = {}, {}
    known = fetch(taxonomies)
    _understand(fetch, found, REQUIRED_DIMENSION, "dimension")
    for name, field in known:
        matched = _understand(fetch, found, field, name)
        if matched.ids:
            ids[name] = matched.ids
        if matched.spellings:
            spellings[name] = matched.spellings
    return ids, spellings


def _understand(fetch: Fetch, found: Page, field: str, name: str) -> terms.Matched:
    values = found.terms.get(field, ())
    if not values:
        return terms.Matched((), (), ())
    words = fetch(vocabulary, name)
    matched = terms.match(values, words)
    for value in matched.unknown:
        fetch.report(_unknown_term(fetch, found.path, value, words))
    return matched


def _why_unlisted(fetch: Fetch, found: Page) -> str:
    if found.is_wrong:
        return "wrong"
    if found.draft and not fetch(OPTION, "drafts"):
        return "draft"
    zone = fetch(settings).timezone if found.publish or found.expires else ""
    if found.publish and not fetch(DUE, _moment(found.publish, zone)):
        return "not yet published"
    if found.expires and fetch(DUE, _moment(found.expires, zone)):
        return "expired"
    return ""


def _moment(local: str, zone: str) -> str:
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).isoformat()


def _unknown_term(fetch: Fetch, path: str, value: LocatedText, words: terms.Vocabulary) -> Problem:
    place = Location(f"{CONTENT}/{path}", value.line, value.column)
    headline = f'unknown {words.label.lower()} "{value.text}"'
    return with_excerpt(fetch, Problem(location=place, headline=headline, hint=terms.unknown_hint(value.text, words)))


def _misplaced(name: str, known: list[str]) -> Problem:
    path = Location(f"{CONTENT}/{name}")
    if name.endswith("/"):
        folder = name.removesuffix("/")
        near = suggest(folder, known)
        hint = near or f"move its files and delete it, or add a collection {folder} to site.yaml"
        return Problem(location=path, headline=f'no collection has the folder "{folder}"', hint=hint)
    return Problem(
        location=path, headline="this file is in no collection", hint="move it into one of: " + ", ".join(known)
    )


def _not_a_page(path: str) -> Problem:
    location = Location(f"{CONTENT}/{path}")
    if path.endswith("/"):
        hint = f"move its files up into {CONTENT}/{path.partition('/')[0]}/, and delete it"
        return Problem(location=location, headline="a collection has no folders of its own", hint=hint)
    hint = "pages end with .md; pictures and downloads belong in static/"
    return Problem(location=location, headline="this file is not a page", hint=hint, severity="warning")
