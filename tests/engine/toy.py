"""The rules of a toy site with one of each: leaves, optional files, recursion, fan-in, failures, moving addresses.

Pages are `pages/SLUG.txt`: lines `title: T`, `terms: x y`, `include: p`, `see: b`, `alias: b`, `publish: yes`, an empty
line and a body, where `RAISE`, `ERROR` and `WARN` are mistakes of the writer. Parts are `parts/NAME.txt`, where a line
`@q` takes in another part, and `FAIL` is a mistake that the page's task tries to catch. Extras are `extras/NAME.txt`;
one is an output if a body, a part or another extra that is one has a line `+NAME`. `settings.txt` may say
`style: folders|files|bare`, or `BROKEN`.
"""

from contextlib import suppress

from sitegen.engine.rules import Fetch, Key, Rules
from sitegen.errors import ConfigError, ContentError, Location, Problem, RouteError, Severity
from sitegen.model import Output, Record

RULES = Rules()
FILE = RULES.input("file", bytes | None)
FOLDER = RULES.input("folder", tuple[str, ...] | None)
CLOCK = RULES.input("clock", bool)


class Page(Record, frozen=True, kw_only=True):
    """What a page's file says."""

    title: str
    terms: tuple[str, ...]
    include: str
    alias: str
    publish: bool
    body: str
    see: str = ""


class Summary(Record, frozen=True):
    """What other pages may know of a page."""

    slug: str
    title: str
    terms: tuple[str, ...]
    alias: str


@RULES.task()
def style(fetch: Fetch) -> str:
    text = (fetch(FILE, "settings.txt") or b"").decode()
    if "BROKEN" in text:
        raise ConfigError("the settings are broken", path="settings.txt")
    return text.partition("style: ")[2].strip() or "folders"


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:
    fetch(style)
    names = fetch(FOLDER, "pages/") or ()
    return tuple(("page", name.removesuffix(".txt")) for name in names)


@RULES.task(needs=lambda slug: (("file", f"pages/{slug}.txt"),))
def page(fetch: Fetch, slug: str) -> Page:
    path = f"pages/{slug}.txt"
    data = fetch(FILE, path)
    if data is None:
        raise ContentError("there is no such page", path=path)
    head, _, body = data.decode().partition("\n\n")
    severities: dict[str, Severity] = {"ERROR": "error", "WARN": "warning"}
    for word, severity in severities.items():
        if word in body:
            fetch.report(Problem(location=Location(path), headline=f"says {word}", severity=severity))
    if "RAISE" in body:
        raise ContentError("cannot be read", path=path)
    said = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    terms = tuple(sorted(said.get("terms", "").split()))
    title, include, alias = said.get("title", slug), said.get("include", ""), said.get("alias", "")
    return Page(
        title=title,
        terms=terms,
        include=include,
        alias=alias,
        publish="publish" in said,
        body=body.strip(),
        see=said.get("see", ""),
    )


@RULES.task()
def part(fetch: Fetch, name: str) -> str:
    data = fetch(FILE, f"parts/{name}.txt")
    if data is None:
        return f"(no {name})"
    lines = data.decode().split()
    if "FAIL" in lines:
        raise ContentError("a part fails", path=f"parts/{name}.txt")
    return " ".join(fetch(part, line[1:]) if line.startswith("@") else line for line in lines)


@RULES.task()
def summary(fetch: Fetch, slug: str) -> Summary | None:
    source = fetch(page, slug)
    if source.publish and not fetch(CLOCK, slug):
        return None
    return Summary(slug, source.title, source.terms, source.alias)


@RULES.task(keep=True)
def catalog(fetch: Fetch) -> tuple[Summary, ...]:
    summaries = [fetch(summary, str(key[1])) for key in fetch(leaves)]
    return tuple(item for item in summaries if item is not None)


@RULES.task()
def members(fetch: Fetch, term: str) -> tuple[str, ...]:
    if not term:
        fetch.report(Problem(location=Location(""), headline="a term has no name"))
    return tuple(item.title for item in fetch(catalog) if term in item.terms)


@RULES.task(keep=True)
def titles(fetch: Fetch) -> dict[str, str]:
    return {item.slug: item.title for item in fetch(catalog)}


@RULES.task(keep=True)
def extra_files(fetch: Fetch) -> dict[str, str]:
    names = [name.removesuffix(".txt") for name in fetch(FOLDER, "extras/") or ()]
    return {spelling: name for name in names for spelling in (name, name.upper())}


@RULES.task()
def neighbours(fetch: Fetch, slug: str) -> tuple[str, str]:
    items = fetch(catalog)
    at = [item.slug for item in items].index(slug)  # raises if the page is gone, and nobody asks for it then
    return items[at - 1].title if at else "", items[at + 1].title if at + 1 < len(items) else ""


@RULES.task()
def outputs(fetch: Fetch) -> tuple[Output, ...]:
    items = fetch(catalog)
    ending = {"folders": "/index.html", "files": ".html", "bare": ""}[fetch(style)]
    keys: dict[str, Key] = {item.slug + ending: ("html", item.slug) for item in items}
    for item in items:
        path = item.alias + ending
        if item.alias and path in keys and keys[path][0] == "redirect":
            raise RouteError(f"two pages want {item.alias}")
        if item.alias and path not in keys:
            keys[path] = ("redirect", item.alias, item.slug)
    for term in {term for item in items for term in item.terms}:
        keys[f"term/{term}.html"] = ("listing", term, 0)
    keys["index.html"] = ("index",)
    asked_by_name: dict[str, tuple[str, ...]] = {}
    for name in set(fetch(extra_files).values()):
        keys[f"extra/{name}.txt"] = ("extra", name)
        asked_by_name[f"extra/{name}.txt"] = (name, name.upper())
    return tuple(Output(path, key, asked_by_name.get(path, ())) for path, key in sorted(keys.items()))


def ask_for_extras(fetch: Fetch, text: str) -> None:
    """Ask for what lines `+NAME` name."""
    for name in sorted({line[1:] for line in text.splitlines() if line.startswith("+")}):
        fetch(extra_files, at=name)


@RULES.task(is_output=True)
def extra(fetch: Fetch, name: str) -> bytes:
    data: bytes | None = fetch(FILE, f"extras/{name}.txt")
    if data is None:
        raise KeyError(name)
    ask_for_extras(fetch, data.decode())
    return data


@RULES.task(is_output=True)
def html(fetch: Fetch, slug: str) -> bytes:
    before, after = fetch(neighbours, slug)
    this = fetch(page, slug)
    aside = ""
    with suppress(Exception):  # a task cannot undo the failure of what it fetches
        aside = fetch(part, this.include) if this.include else ""
    seen = f"|sees {fetch(titles, at=this.see) or 'nobody'}" if this.see else ""
    ask_for_extras(fetch, f"{this.body}\n{aside}")
    if "TEMPLATE" in aside:
        raise ContentError("cannot be rendered", path=f"{slug}.html")
    if "@" in this.body:
        fetch.report(Problem(location=Location(slug), headline="an address in clear", severity="warning"))
    return f"{this.title}|{this.body}|{aside}|{before}|{after}{seen}\n".encode()


@RULES.task(is_output=True)
def listing(fetch: Fetch, term: str, first: int) -> bytes:
    return "\n".join([term, *fetch(members, term)[first:]]).encode()


@RULES.task(is_output=True)
def redirect(fetch: Fetch, alias: str, slug: str) -> bytes:
    return f"{alias} -> {slug} in {fetch(style)}".encode()


@RULES.task(is_output=True)
def index(fetch: Fetch) -> bytes:
    return "\n".join(item.title for item in fetch(catalog)).encode()
