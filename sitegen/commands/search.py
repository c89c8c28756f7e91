"""The staff's search on the command line: words and filters as typed, results as text or JSON."""

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sitegen.building import Choices
from sitegen.errors import UsageError
from sitegen.staff_search import search

if TYPE_CHECKING:
    from rich.text import Text as RichText

    from sitegen.search.staff.answers import Answer
    from sitegen.search.words.excerpts import Segment
    from sitegen.search.words.term_names import Offer


def run(choices: Choices, words: Sequence[str], limit: int, say: Callable[[str], None], *, as_json: bool) -> int:
    """Answer a search and print it; return the exit code. Raises what `staff_search.search` raises."""
    text, chosen = split_words(words)
    if not text.strip() and not chosen:
        raise UsageError("there is nothing to search for", hint="type words: python3 build.py search huddle")
    answer = search(choices, text, chosen, limit)
    if as_json:
        say(json.dumps(answer.as_dict(), ensure_ascii=False))
    else:
        _print(answer)
    return 0


def split_words(words: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """Separate typed words from facet options: `huddle --topic quality` is ("huddle", [("topic", "quality")]).

    Raises UsageError for an option without a value.
    """
    plain, chosen = [], []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            plain.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals:
            if not rest or rest[0].startswith("--"):
                raise UsageError(f"--{name} needs a term", hint=f"write it as --{name} TERM")
            value = rest.pop(0)
        chosen.append((name, value))
    return " ".join(plain), chosen


def _print(answer: "Answer") -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for typed, used in answer.corrected:
        console.print(Text(f'No page has "{typed}": showing results for "{used}".'))
    for typed, other in answer.suggested:
        console.print(Text(f'Did you mean "{other}", not "{typed}"?'))
    for typed in answer.missing:
        console.print(Text(f'No page has "{typed}".'))
    if answer.offers:
        options = ", ".join(map(_option, answer.offers))
        console.print(Text(f"To narrow it: {options}"))
    for number, result in enumerate(answer.results, 1):
        line = _styled(result.title_segments, "bold")
        console.print(Text(f"{number:>3}. ").append_text(line).append(f"  {result.url}", style="cyan"))
        for segments in (result.summary_segments, result.excerpt):
            if segments:
                console.print(Text("     ").append_text(_styled(segments, "")))
    pages = "1 page" if answer.total == 1 else f"{answer.total:,} pages"
    pages = f"At least {pages}" if answer.is_part else pages
    more = f", the first {len(answer.results)} shown" if answer.total > len(answer.results) else ""
    console.print(Text(f"{pages}{more}." if answer.total else "No page has these words.", style="dim"))


def _option(offer: "Offer") -> str:
    """Return what to type for a filter: the words that are left, and the option."""
    words = f"{offer.rest} " if offer.rest else ""
    return f"{words}--{offer.facet} {offer.term} ({offer.label})"


def _styled(segments: "list[Segment]", style: str) -> "RichText":
    from rich.text import Text

    text = Text(style=style)
    for part, is_hit in segments:
        text.append(part, style="bold yellow" if is_hit else "")
    return text
