"""Finish a page: lead its links, write its file, read it as the build will, and account for every word."""

import msgspec

from sitegen.catalog.old_addresses import alias_key
from sitegen.content.frontmatter import split_file
from sitegen.content.page_parser import parse_page
from sitegen.importing.composing import Composed
from sitegen.importing.file_facts import FileFacts
from sitegen.importing.import_records import Decision, FieldValue, LeftOut, Mended, Notes
from sitegen.importing.kind_choice import KindChoice
from sitegen.importing.known_pages import KnownPages
from sitegen.importing.link_resolving import LinkResolver
from sitegen.importing.page_writing import page_text
from sitegen.importing.source_text import line_of
from sitegen.importing.taken_files import TakenFiles
from sitegen.importing.word_account import page_words, unaccounted
from sitegen.located import plain
from sitegen.model import Record
from sitegen.model.folders import CONTENT, STATIC
from sitegen.output_names import why_refused

_WITH_DOWNLOADS = frozenset({"tool", "toolkit"})
_MOST_LINES = 300
"""Of so many notes the line is looked up: each costs a search of the whole text."""

_STAND_INS = frozenset({"date", "roles", "best_used", "transcript"})
_STANDS_NOWHERE = "the program found no place for it: put it where it belongs"


class PageReport(Record, frozen=True, kw_only=True):
    """What became of a source, or of a part of it: the page's path from the site's root, its text, and what is noted.

    `lines` are the lines of the page beside which decisions are to be made, in their order; 0 where it is the whole
    page.
    """

    source: str
    path: str
    text: str
    kind: KindChoice
    fields: tuple[FieldValue, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    mended: tuple[Mended, ...] = ()
    decisions: tuple[Decision, ...] = ()
    lines: tuple[int, ...] = ()


def finish(composed: Composed, path: str, pages: KnownPages, files: TakenFiles, source_text: str) -> PageReport:
    """Return the report of a page whose path below content/ is known; `source_text` is what lines are looked up in."""
    notes = composed.notes
    resolver = LinkResolver(composed.article, composed.source, path, pages, files, notes)
    body = resolver.resolve(composed.body, dict(composed.article.pictures))
    fields = [*composed.fields, *_aliases(composed, path, pages)]
    fields += _downloads(composed, resolver.downloads, notes)
    text = page_text(fields, body)
    page, problems = parse_page(path, text.encode(), composed.kind.kind)  # type: ignore[arg-type]
    _ask_about_stand_ins(fields, notes)
    node = split_file(text.encode(), path)[0].node
    shown = page_words(page.body, body, [plain(node)] if node is not None else [])
    if lost := unaccounted(composed.article.said, [shown], notes.left_out, notes.mended):
        notes.leave_out(_STANDS_NOWHERE, lost)
        notes.ask("some words of the source found no place", f'they are: "{lost}"')
    asked = list(dict.fromkeys(notes.decisions))
    pairs = [(_line_of(one, text) if number < _MOST_LINES else 0, one) for number, one in enumerate(asked)]
    pairs += [(problem.location.line, Decision(problem.headline, problem.hint)) for problem in problems]
    pairs.sort(key=lambda pair: pair[0])
    left_out = [
        msgspec.structs.replace(one, line=line_of(one.text, source_text)) if number < _MOST_LINES else one
        for number, one in enumerate(notes.left_out)
    ]
    return PageReport(
        source=composed.source.name,
        path=f"{CONTENT}/{path}",
        text=text,
        kind=composed.kind,
        fields=tuple(fields),
        left_out=tuple(left_out),
        mended=tuple(notes.mended),
        decisions=tuple(decision for _, decision in pairs),
        lines=tuple(line for line, _ in pairs),
    )


def _line_of(decision: Decision, page: str) -> int:
    """Return the line of a page beside which something is to be decided: in its text first; 0 for the whole page."""
    if not decision.near:
        return 0
    fields, _, body = page.partition("\n---\n")
    line = 0 if decision.near.endswith(":") else line_of(decision.near, body)
    return line + fields.count("\n") + 2 if line else line_of(decision.near, page)


def _aliases(composed: Composed, path: str, pages: KnownPages) -> list[FieldValue]:
    """Return the field `aliases` with the address that the page had, if nothing else stands there now."""
    old = pages.old_address(composed.article.address)
    if old and (reason := why_refused(alias_key(old))):
        composed.notes.leave_out(f"the old address {reason}, so that no link can lead from it", old)
        return []
    if not old or alias_key(old) == alias_key(pages.url_of(path)) or not pages.leads_to(old, path):
        return []
    return [FieldValue("aliases", (old,), "certain", "it was the address of the old page")]


def _downloads(composed: Composed, taken: dict[str, str], notes: Notes) -> list[FieldValue]:
    if taken and composed.kind.kind in _WITH_DOWNLOADS:
        entries = tuple(
            {"file": path.removeprefix(f"{STATIC}/"), **({"label": words} if words else {})}
            for path, words in taken.items()
        )
        return [FieldValue("downloads", entries, "certain", "the text links to these files")]
    if composed.facts and not taken:
        words = "; ".join(map(_words_of, composed.facts))
        notes.ask(
            f"the source describes a file that did not come along ({words})",
            "put it into static/downloads, and name it in downloads",
        )
    return []


def _words_of(facts: FileFacts) -> str:
    pages = f"{facts.pages} pages" if facts.pages else ""
    slides = f"{facts.slides} slides" if facts.slides else ""
    return ", ".join(filter(None, (facts.format, pages, slides, facts.paper)))


def _ask_about_stand_ins(fields: list[FieldValue], notes: Notes) -> None:
    """Ask about each field that must be there, and that nothing says."""
    for field in fields:
        if field.sureness == "guess" and field.name in _STAND_INS:
            notes.ask(
                f'"{field.name}" must be there: {field.because}', "write what is right in its place", f"{field.name}:"
            )
