"""Sum up an import in words: how many pages are new, what was left out why, what was mended."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.importing.import_plan import Outcome
from sitegen.importing.page_finishing import PageReport
from sitegen.importing.source import PASTED


def summary_of(outcomes: Sequence[Outcome], *, is_dry: bool) -> str:
    """Return a sentence that counts the outcomes."""
    counts = Counter(outcome.status for outcome in outcomes)
    new = counts["new"]
    pages = "1 page" if new == 1 else f"{new:,} pages"
    verb = "would be" if is_dry else "is" if new == 1 else "are"
    parts = [f"{pages} {verb} new, as {'a draft' if new == 1 else 'drafts'}"] if new else []
    asked = sum(len(one.page.decisions) for one in outcomes if one.status == "new" and one.page)
    if asked:
        parts.append(f"{asked:,} thing{'s' if asked > 1 else ''} to decide")
    words = {
        "unchanged": "as before",
        "changed": "changed, and not written over",
        "refused": "refused",
        "unused": "not used",
    }
    parts += [f"{counts[status]:,} {text}" for status, text in words.items() if counts[status]]  # type: ignore[index]
    return "; ".join(parts or ["nothing to bring in"]) + "."


def shown_source(name: str) -> str:
    """Return the name of a source as it is shown."""
    return "what was pasted" if name == PASTED else name


def left_out_counts(page: PageReport) -> list[tuple[str, int]]:
    """Return each reason why words were left out, with how many they are, the most first."""
    counts: Counter[str] = Counter()
    for one in page.left_out:
        counts[one.because] += len(one.text.split())
    return counts.most_common()


def mended_counts(page: PageReport) -> list[tuple[str, int]]:
    """Return each sort of thing that was mended, with how often, the most frequent first."""
    return Counter(one.what for one in page.mended).most_common()


def shown_value(value: object) -> str:
    """Return the value of a field as it is read: lists with commas."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown_value(one)}" for name, one in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(shown_value, value))
    return str(value)
