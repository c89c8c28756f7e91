"""Terms and lists: what a typed value means, which pages a collection shows and in which order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from sitegen.errors import Fix, Location, Problem, suggest
from sitegen.located.several_values import list_hint
from sitegen.model import Collection, Entry, LocatedText, Record, Taxonomy, Term
from sitegen.text import fold, fold_term, signs_of, term_slug

HANK = "hank"
"""The channel of the magazine: its stories have a date to keep their order."""


class Vocabulary(Record, frozen=True, kw_only=True):
    """The spellings of a taxonomy: `ids` maps a spelling, as `fold_term` or `fold` folds it, to its term id."""

    taxonomy: str
    label: str
    field: str
    is_open: bool
    ids: dict[str, str]
    labels: tuple[str, ...]


class Matched(Record, frozen=True):
    """What typed values mean: term ids without repeats, the spellings of an open taxonomy, and the unknown."""

    ids: tuple[str, ...]
    spellings: tuple[str, ...]
    unknown: tuple[LocatedText, ...]


class Tables(Record, frozen=True):
    """A collection's pages in list order, and the positions (from 0) of each term's pages in that order.

    `terms` maps a taxonomy id to term id -> ascending positions; terms without pages are left out.
    """

    order: tuple[str, ...]
    terms: dict[str, dict[str, tuple[int, ...]]]


def make_vocabulary(taxonomy: Taxonomy) -> Vocabulary:
    """Return the spellings of a taxonomy: ids, labels and synonyms, folded.

    In a closed one a spelling without the signs of a word, such as `C` for `C#`, counts where no other term has it.
    """
    words = [(word, term.id) for term in taxonomy.terms for word in (term.id, term.label, *term.also)]
    ids: dict[str, str] = {}
    for folding in (fold_term,) if taxonomy.is_open else (fold_term, fold):
        for word, term in words:
            if folded := folding(word):
                ids.setdefault(folded, term)
    labels = tuple(word for term in taxonomy.terms for word in (term.id, term.label))
    return Vocabulary(
        taxonomy=taxonomy.id,
        label=taxonomy.label,
        field=taxonomy.field,
        is_open=taxonomy.is_open,
        ids=ids,
        labels=labels,
    )


def view_conditions_as_terms(
    conditions: Iterable[tuple[str, str]], vocabularies: Mapping[str, Vocabulary]
) -> tuple[tuple[str, str], ...]:
    """Return (field, value) conditions with values as term ids where a vocabulary of the field knows them."""
    return tuple(
        (field, (term_of(value, vocabularies[field]) if field in vocabularies else "") or value)
        for field, value in conditions
    )


def term_of(value: str, words: Vocabulary) -> str:
    """Return the id of the term that a typed value means, empty if it means none.

    An open vocabulary takes any word; a closed one takes a value with signs that none of its terms has for the term
    without them (see `is_inexact`).
    """
    known = words.ids.get(value) or words.ids.get(fold_term(value))
    return known or (term_slug(value) if words.is_open else words.ids.get(fold(value), ""))


def is_inexact(value: str, words: Vocabulary) -> bool:
    """Return whether a value has signs that are not those of the term it means, such as `C++` where `C` is a term."""
    is_exact = value in words.ids or fold_term(value) in words.ids
    return not words.is_open and not is_exact and fold(value) in words.ids


def match(values: Sequence[LocatedText], words: Vocabulary) -> Matched:
    """Match typed values to terms, in the order written."""
    spelled: dict[str, str] = {}
    unknown = []
    for value in values:
        term = term_of(value.text, words)
        if term:
            spelled.setdefault(term, value.text)
        else:
            unknown.append(value)
    return Matched(tuple(spelled), tuple(spelled.values()) if words.is_open else (), tuple(unknown))


def open_terms(entries: Iterable[Entry], taxonomy: str) -> tuple[Term, ...]:
    """Return the terms of an open taxonomy by id; the label is the most frequent spelling, then the first by sort."""
    spellings: dict[str, Counter[str]] = {}
    for entry in entries:
        for term, text in zip(entry.terms.get(taxonomy, ()), entry.spellings.get(taxonomy, ()), strict=True):
            spellings.setdefault(term, Counter())[text] += 1
    return tuple(
        Term(term, min(counts, key=lambda text, counts=counts: (-counts[text], text)))  # type: ignore[misc]
        for term, counts in sorted(spellings.items())
    )


def merged_spellings(
    entries: Iterable[Entry], taxonomy: str, labels: Mapping[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Return (content path, spelling, label) where an open term is spelled with other signs than its label has.

    Spellings that differ in case, accents, spaces or hyphens, or of which one has no sign at all, are left out.
    """
    return tuple(
        (entry.path, text, labels[term])
        for entry in entries
        for term, text in zip(entry.terms.get(taxonomy, ()), entry.spellings.get(taxonomy, ()), strict=True)
        if differ_in_signs(text, labels[term])
    )


def merged_values(values: Iterable[LocatedText], words: Vocabulary) -> Iterator[tuple[LocatedText, str]]:
    """Yield each value of one page that means the term of an earlier one with other signs, and that one's text."""
    first: dict[str, str] = {}
    for value in values:
        text = first.setdefault(term_of(value.text, words), value.text)
        if words.is_open and differ_in_signs(value.text, text):
            yield value, text


def differ_in_signs(one: str, other: str) -> bool:
    """Return whether two spellings of a term both have signs, and not the same ones: `R&D` and `R/D`."""
    signs, others = signs_of(one), signs_of(other)
    return bool(signs and others) and signs != others


def members(
    entries: Iterable[Entry], collection: Collection, where: Sequence[tuple[str, str]], fields: Mapping[str, str]
) -> list[Entry]:
    """Return the pages that a collection or view shows, in the order of `entries`.

    `where` holds (field, value) with values as ids; `fields` maps a front-matter field to its taxonomy id.
    """
    sources = set(collection.sources) or {collection.id}

    def has(entry: Entry, field: str, value: str) -> bool:
        taxonomy = fields.get(field)
        return value in (entry.terms.get(taxonomy, ()) if taxonomy else entry.fields.get(field, ()))

    return [
        entry
        for entry in entries
        if entry.listed and entry.collection in sources and all(has(entry, *pair) for pair in where)
    ]


def ordered(entries: Iterable[Entry], collection: Collection, title_of: Callable[[str], str]) -> list[Entry]:
    """Sort a collection's pages: those that `order` names first, then by its `sort`, missing ones last; ties by path.

    Where it is grouped, pages of one group stand together, groups in the order of their first page, no group last.

    `title_of` returns the title of a content path; it is called only to sort by title.
    """
    result = sorted(entries, key=lambda entry: entry.path)
    if collection.sort == "title":
        result.sort(key=lambda entry: fold(title_of(entry.path)))
    elif collection.sort == "weight":
        result.sort(key=weight_order)
    else:
        result.sort(key=lambda entry: entry.sort_date, reverse=True)
    result.sort(key=lambda entry: entry.is_missing)
    first = {slug: position for position, slug in enumerate(collection.order)}
    result.sort(key=lambda entry: first.get(_slug(entry), len(first)))
    return _grouped(result, collection.group_by) if collection.group_by else result


def weight_order(entry: Entry) -> tuple[bool, int]:
    """Return what pages are sorted by where their weights count: small numbers first, pages without one last."""
    return entry.weight is None, entry.weight or 0


def newest_or_first(listed: Sequence[Entry], most: int) -> tuple[str, ...]:
    """Return the paths of the newest dated pages, or of the first pages of a list in which none has a date.

    None of them is missing.
    """
    here = [entry for entry in listed if not entry.is_missing]
    dated = sorted((entry for entry in here if entry.sort_date), key=lambda entry: entry.sort_date, reverse=True)
    return tuple(entry.path for entry in (dated or here)[:most])


def newest_pages(
    entries: Iterable[Entry], most: int, most_of_kind: int, first_days: Mapping[str, str] = MappingProxyType({})
) -> tuple[str, ...]:
    """Return the paths of the newest pages of the site, newest first: by date, or else by `first_days` of addresses.

    There are at most so many of each kind, or more where there are too few others. Stories of the magazine are no
    news, and what is missing is not there yet.
    """
    shown = [entry for entry in entries if entry.listed and not entry.is_missing]
    news = [entry for entry in shown if HANK not in entry.fields.get("channels", ())]
    days = {entry.path: entry.sort_date or first_days.get(entry.url, "") for entry in news}
    dated = [entry for entry in news if days[entry.path]]
    dated.sort(key=lambda entry: (days[entry.path], entry.path), reverse=True)
    of_kind: Counter[str] = Counter()
    is_extra: dict[str, bool] = {}
    for entry in dated:
        of_kind[entry.kind] += 1
        is_extra[entry.path] = of_kind[entry.kind] > most_of_kind
    chosen = set(sorted(is_extra, key=is_extra.__getitem__)[:most])
    return tuple(path for path in is_extra if path in chosen)


def order_problems(
    entries: Iterable[Entry],
    collection: Collection,
    order: Iterable[LocatedText],
    locate: Callable[[LocatedText], Location],
    renamed: Callable[[str], str] = lambda _path: "",
) -> list[Problem]:
    """Report slugs in a collection's `order` that no page of it has, shown or not; `locate` says where one stands.

    `renamed` returns the content path of the page that a missing one was likely renamed to, or an empty text. They are
    warnings while a draft is so broken that its slug is not known.
    """
    sources = sorted(set(collection.sources) or {collection.id})
    slugs = {entry.path: _slug(entry) for entry in entries if entry.collection in sources}
    known = set(slugs.values())

    def new_slug(slug: str) -> str:
        paths = (renamed(f"{source}/{slug}.md") for source in sources)
        return next((slugs[path] for path in paths if path in slugs), "")

    def hint(slug: str, new: str) -> str:
        if several := list_hint(slug):
            return several
        near = f'did you mean "{new}"?' if new else suggest(slug, sorted(known))
        return near or "write the name of a page's file, without its folder and .md"

    drafts = [entry for entry in entries if entry.path in slugs and entry.why_unlisted == "draft"]
    is_sure = all(entry.located_slug.text for entry in drafts)

    return [
        Problem(
            location=locate(slug),
            headline=f'"{slug.text}" is the slug of no page of "{collection.id}"',
            hint=hint(slug.text, new),
            kind="ConfigError",
            severity="error" if is_sure else "warning",
            fix=Fix("value", slug.text, new) if new else None,
        )
        for slug in order
        if slug.text not in known
        for new in (new_slug(slug.text),)
    ]


def _slug(entry: Entry) -> str:
    return entry.url.rstrip("/").rpartition("/")[2]


def _grouped(entries: Sequence[Entry], taxonomy: str) -> list[Entry]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(next(iter(entry.terms.get(taxonomy, ())), ""), []).append(entry)
    alone = groups.pop("", [])
    return [entry for group in groups.values() for entry in group] + alone


def tables(entries: Sequence[Entry], facets: Iterable[str]) -> Tables:
    """Return the order and the positions of each term."""
    terms: dict[str, dict[str, list[int]]] = {facet: {} for facet in facets}
    for position, entry in enumerate(entries):
        for facet, positions in terms.items():
            for term in entry.terms.get(facet, ()):
                positions.setdefault(term, []).append(position)
    order = tuple(entry.path for entry in entries)
    return Tables(order, {f: {t: tuple(p) for t, p in by_term.items()} for f, by_term in terms.items()})


def term_order(known: Iterable[Term], counts: Mapping[str, int], *, is_by_count: bool) -> list[Term]:
    """Return the terms of a facet as they are shown: in their own order, or those that most pages have first."""
    terms = list(known)
    if is_by_count:
        terms.sort(key=lambda term: (-counts.get(term.id, 0), fold(term.label)))
    return terms
