"""What is agreed to: which halves have signed off a text, and which are missing."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.approvals.approval_file import Approval
from sitegen.model import Record


class Standing(Record, frozen=True, kw_only=True):
    """How a text stands: the approvals that hold for it, the halves that are missing, and approvals of other texts.

    `missing` are in the order of site.yaml. `earlier` are those that halves that are missing gave to other texts of
    the page, the last of each half.
    """

    given: tuple[Approval, ...] = ()
    missing: tuple[str, ...] = ()
    earlier: tuple[Approval, ...] = ()


def standing(page: str, digest: str, approvals: Iterable[Approval], wanted: Sequence[str]) -> Standing:
    """Return how the text of a page, by its path below content/, stands; `wanted` are the halves that must agree."""
    known = list(approvals)
    given = {one.half: one for one in known if one.digest == digest and one.half in wanted}
    missing = tuple(half for half in wanted if half not in given)
    name = page.removesuffix(".md")
    earlier = {one.half: one for one in sorted(known, key=_by_moment) if one.page == name and one.half in missing}
    return Standing(
        given=tuple(given[half] for half in wanted if half in given), missing=missing, earlier=tuple(earlier.values())
    )


def whole_digests(approvals: Iterable[Approval], wanted: Sequence[str]) -> Mapping[str, list[Approval]]:
    """Return the digests that all halves have agreed to, each with its approvals."""
    by_digest: dict[str, list[Approval]] = {}
    for one in approvals:
        by_digest.setdefault(one.digest, []).append(one)
    return {digest: given for digest, given in by_digest.items() if {one.half for one in given}.issuperset(wanted)}


def in_words(names: Sequence[str], joint: str = "and") -> str:
    """Return names as they stand in a sentence: "labor", "labor and management"."""
    *most, last = names
    return f"{', '.join(most)} {joint} {last}" if most else last


def _by_moment(approval: Approval) -> float:
    return approval.moment.timestamp()
