"""Measure whether pages come back whole: Markdown to the site's own HTML, and from that, by an import, to Markdown.

    .venv/bin/python -m benchmarks.import_round_trip PAGES.jsonl[.xz] [FOLDER]

The pages of a corpus are built (benchmarks/convert.py repairs what no build would take); each finished page is brought
in as a web page that was saved, and the drafts are built. FOLDER keeps both sites to look at. The figures say how many
of the words that a reader sees in the texts stand in the new pages, how many in these or in the report of what was left
out, and how many words the new texts have beside them.
"""

import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

from bs4 import BeautifulSoup

from benchmarks.convert import KINDS, read_corpus, repair_all, write_corpus_site
from sitegen.building import Choices, build_site
from sitegen.config import read_config
from sitegen.importing.import_plan import Outcome, plan_import
from sitegen.importing.import_record import ImportRecord
from sitegen.importing.kind_choice import Wanted
from sitegen.importing.source import Source
from sitegen.model import Record

_TEXT = "main .prose"
"""Where a finished page has its text."""

_ADDRESS = re.compile(r"\]\([^\s()]*\)|<?https?://\S+")
_HTML = re.compile(r"</?[a-z][^<>]*>")
_WORD = re.compile(r"[^\W_]+")


class RoundTrip(Record, frozen=True, kw_only=True):
    """What came back: pages, those refused, words there were, in pages, in pages or reports, and others.

    `others` are words of the new texts that were not in the old ones. `warnings` is what the build of the new pages
    says, `lost` the words that stand nowhere, by page.
    """

    pages: int
    refused: int
    words: int
    in_pages: int
    told: int
    others: int
    warnings: tuple[str, ...]
    lost: tuple[tuple[str, str], ...]


def round_trip(corpus: Path, folder: Path) -> RoundTrip:
    """Take the pages of a corpus there and back, in two sites in a folder."""
    before, after = folder / "before", folder / "after"
    write_corpus_site(before, repair_all(read_corpus(corpus)))
    _build(before)
    sources = list(_saved_pages(before / "public"))
    config, _ = read_config((before / "site.yaml").read_bytes())
    assert config  # noqa: S101 - settings of ours
    plan = plan_import(config, {}, sources, Wanted(), "2026-11-30", lambda _path: None, ImportRecord())
    write_corpus_site(after, ())
    for path, data in plan.files.items():
        (after / path).parent.mkdir(parents=True, exist_ok=True)
        (after / path).write_bytes(data)
    warnings = _build(after, drafts=True)
    seen = {source.name: _seen(source.data) for source in sources}
    in_pages = told = others = 0
    lost: list[tuple[str, str]] = []
    for name, words in seen.items():
        outcomes = [outcome for outcome in plan.outcomes if outcome.source == name]
        shown, reported = _shown(outcomes), _reported(outcomes)
        in_pages += (words & shown).total()
        told += (words & (shown + reported)).total()
        others += (_shown(outcomes, of_bodies=True) - words).total()
        if missing := words - shown - reported:
            lost.append((name, " ".join(missing.elements())))
    refused = sum(outcome.status == "refused" for outcome in plan.outcomes)
    total = sum(words.total() for words in seen.values())
    return RoundTrip(
        pages=len(seen),
        refused=refused,
        words=total,
        in_pages=in_pages,
        told=told,
        others=others,
        warnings=warnings,
        lost=tuple(lost),
    )


def words_of(text: str) -> Counter[str]:
    """Return the words of a text in small letters, however its letters are composed."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def main(arguments: Sequence[str]) -> int:
    """Print the figures, and return 0 if no word is lost."""
    if len(arguments) not in {1, 2}:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        trip = round_trip(Path(arguments[0]), Path(arguments[1] if len(arguments) > 1 else temporary))
    print(f"{trip.pages} pages, {trip.refused} refused; {trip.words:,} words")
    print(f"in the new pages: {trip.in_pages:,} ({trip.in_pages / trip.words:.3%})")
    print(f"in the new pages or the report: {trip.told:,} ({trip.told / trip.words:.3%})")
    print(f"words of the new texts beside them: {trip.others:,} ({trip.others / trip.words:.3%})")
    print(f"warnings when the new pages are built: {len(trip.warnings)}")
    for line in (*trip.warnings[:20], *(f"{name}: lost: {words}" for name, words in trip.lost)):
        print(line)
    return 1 if trip.lost else 0


def _build(site: Path, *, drafts: bool = False) -> tuple[str, ...]:
    """Build a site, and return what its problems say.

    Raises:
        SystemExit: a mistake keeps it from being built.
    """
    result = build_site(Choices(site=site, out=site / "public", drafts=drafts))
    if errors := [problem for problem in result.problems if problem.is_error]:
        raise SystemExit("\n".join(f"{problem.location}: {problem.headline}" for problem in errors))
    return tuple(f"{problem.location}: {problem.headline}" for problem in result.problems)


def _saved_pages(public: Path) -> Iterator[Source]:
    """Yield the pages of items of a finished site, as a browser would save them."""
    for path in sorted(path for kind in KINDS for path in (public / kind).glob("*/index.html")):
        data = path.read_bytes()
        if BeautifulSoup(data, "html.parser").select_one("main article"):
            yield Source(path.relative_to(public).as_posix(), data, lambda _path: None)


def _seen(html: bytes) -> Counter[str]:
    """Return the words of the text of a finished page; blocks and marks part them."""
    return words_of("\n".join(one.get_text(" ") for one in BeautifulSoup(html, "html.parser").select(_TEXT)))


def _shown(outcomes: Sequence[Outcome], *, of_bodies: bool = False) -> Counter[str]:
    """Return the words of new pages, or of their texts alone, without the addresses of links."""
    texts = [unescape(outcome.page.text) for outcome in outcomes if outcome.page]
    if of_bodies:
        texts = [_ADDRESS.sub(" ", _HTML.sub(" ", text.partition("\n---\n")[2])) for text in texts]
    return words_of("\n".join(texts))


def _reported(outcomes: Sequence[Outcome]) -> Counter[str]:
    pages = [outcome.page for outcome in outcomes if outcome.page]
    left = [one.text for page in pages for one in page.left_out]
    return words_of("\n".join([*left, *(one.before for page in pages for one in page.mended)]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
