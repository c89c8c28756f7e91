"""The record of sign-offs, content/approvals.yaml: read, and added to, a line for each.

    approvals:
    - {page: stories/first-story, as: labor, by: Ann Example, at: 2026-06-03T09:12:00-07:00, text: 3f9a...}

`text` is the digest of what was agreed to; `page` only helps people, and follows a rename. What stands around the
lines that change stays as it is.
"""

import json
import re
from collections.abc import Collection
from datetime import datetime

from sitegen.errors import ContentError, Problem
from sitegen.located import Mapping, Node, Scalar, SourceFile, decode, read_yaml
from sitegen.located.nodes import items, value_at
from sitegen.model import Record
from sitegen.model.folders import APPROVALS

_HEADER = (
    "# Who has agreed to which text, and when. approve writes these lines; an edit of a page voids them.\n"
    "# They are a record, and prove nothing. No line is ever published.\n"
    "approvals:\n"
)
_FIELD = "approvals"
_NAMES = ("page", "as", "by", "at", "text")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z .-]*[A-Za-z]")
_LINE = re.compile(r"- +\{.*\}\s*(?:#.*)?")


class Approval(Record, frozen=True, kw_only=True):
    """One half of the partnership has agreed to the text with a digest: who said so, and when (ISO 8601, with offset).

    `page` is its path below content/ without the ending, `line` where it stands, from 1, or 0.
    """

    page: str
    half: str
    by: str
    at: str
    digest: str
    line: int = 0

    @property
    def moment(self) -> datetime:
        """When it was given."""
        return datetime.fromisoformat(self.at)


class ApprovalFile(Record, frozen=True):
    """The approvals that could be read, in the order of the file, and what is wrong with the rest."""

    approvals: tuple[Approval, ...]
    file: SourceFile
    problems: tuple[Problem, ...] = ()


def read_approvals(data: bytes) -> ApprovalFile:
    """Read the record of sign-offs. Raises nothing, whatever the bytes."""
    file, problems = decode(data, APPROVALS, kind="ContentError")
    node, mistakes = read_yaml(file.text, file)
    problems += mistakes
    approvals = []
    fields = node if isinstance(node, Mapping) else Mapping()
    for name, key in fields.keys.items():
        if name != _FIELD:
            problems.append(
                file.problem_at(key, f'"{name}" is no field of the record of sign-offs', "delete this line")
            )
    for entry in items(fields.get(_FIELD)):
        approval = _approval(entry)
        if approval is None:
            example = "- {page: stories/x, as: labor, by: Ann, at: 2026-06-03T09:12:00-07:00, text: ...}"
            hint = f"delete it, and approve the page again; a line looks like this: {example}"
            problems.append(file.problem_at(entry, "this is no sign-off that can be read", hint))
        else:
            approvals.append(approval)
    return ApprovalFile(tuple(approvals), file, tuple(problems))


def with_approval(record: ApprovalFile, new: Approval, wanted: Collection[str]) -> bytes:
    """Return the bytes of a record with one more approval.

    It takes the place of an earlier one by the same half of the same text. Once a text has all that are `wanted`,
    those of other texts of its page go.

    Raises:
        ContentError: the file has errors, and a change might lose something.
    """
    if record.problems:
        raise ContentError(*record.problems)
    halves = {one.half for one in record.approvals if one.digest == new.digest} | {new.half}
    is_whole = halves.issuperset(wanted)
    gone = {one.line for one in record.approvals if _is_superseded(one, new, is_whole=is_whole)}
    lines = record.file.text.splitlines() or _HEADER.splitlines()
    kept = [line for number, line in enumerate(lines, 1) if number not in gone or not _LINE.fullmatch(line)]
    after = [one for one in record.approvals if one.line not in gone and one.page > new.page]
    at = kept.index(lines[after[0].line - 1]) if after else len(kept)
    return "".join(f"{line}\n" for line in (*kept[:at], _line(new), *kept[at:])).encode()


def _is_superseded(old: Approval, new: Approval, *, is_whole: bool) -> bool:
    if old.digest == new.digest:
        return (old.half, old.page) == (new.half, new.page)
    return is_whole and old.page == new.page


def _line(approval: Approval) -> str:
    by = approval.by if _PLAIN.fullmatch(approval.by) else json.dumps(approval.by, ensure_ascii=False)
    return f"- {{page: {approval.page}, as: {approval.half}, by: {by}, at: {approval.at}, text: {approval.digest}}}"


def _approval(node: Node) -> Approval | None:
    values = [value_at(node, name) for name in _NAMES]
    page, half, by, at, digest = [value.text.strip() if isinstance(value, Scalar) else "" for value in values]
    try:
        is_moment = datetime.fromisoformat(at).tzinfo is not None
    except ValueError:
        is_moment = False
    if not (is_moment and page and half and _DIGEST.fullmatch(digest)):
        return None
    return Approval(page=page, half=half, by=by, at=at, digest=digest, line=node.line)
