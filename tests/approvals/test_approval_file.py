"""The record of sign-offs: what is read, what is written, and what stays."""

import pytest

from sitegen.approvals.approval_file import Approval, read_approvals, with_approval
from sitegen.errors import ContentError

A, B = "a" * 64, "b" * 64
HEAD = "# ours\napprovals:\n"
LINE = "- {{page: {page}, as: {half}, by: {by}, at: 2026-06-03T09:12-07:00, text: {text}}}\n"
BOTH = ("labor", "management")


def line(page: str = "stories/x", half: str = "labor", text: str = A, by: str = "Ann Lee") -> str:
    """Return a line of the record."""
    return LINE.format(page=page, half=half, by=by, text=text)


def approval(page: str = "stories/x", half: str = "labor", digest: str = A, by: str = "Ann Lee") -> Approval:
    """Return an approval."""
    return Approval(page=page, half=half, by=by, at="2026-06-03T09:12-07:00", digest=digest)


def added(text: str, new: Approval) -> str:
    """Return the text of a record with one more approval."""
    return with_approval(read_approvals(text.encode()), new, BOTH).decode()


def test_what_is_written_can_be_read() -> None:
    text = added("", approval(by='Ann "Q" Lee: {x}, #1'))
    assert text.startswith("# Who has agreed")
    (one,) = read_approvals(text.encode()).approvals
    assert (one.page, one.half, one.by, one.digest) == ("stories/x", "labor", 'Ann "Q" Lee: {x}, #1', A)
    assert one.moment.isoformat() == "2026-06-03T09:12:00-07:00"


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"\n\n", b"approvals:\n"])
def test_no_line_is_no_approval_and_no_mistake(data: bytes) -> None:
    record = read_approvals(data)
    assert (record.approvals, record.problems) == ((), ())


def test_the_other_half_is_added_below() -> None:
    text = HEAD + line()
    assert added(text, approval(half="management")) == text + line(half="management")


def test_lines_are_sorted_by_page_and_others_stay() -> None:
    text = HEAD + line("stories/a") + "# about z\n" + line("stories/z")
    after = HEAD + line("stories/a") + "# about z\n" + line() + line("stories/z")
    assert added(text, approval()) == after


def test_an_approval_of_another_text_stays_until_all_have_agreed_to_the_new_one() -> None:
    text = HEAD + line(text=B) + line(half="management", text=B)
    half = added(text, approval())
    assert half == text + line()
    assert added(half, approval(half="management")) == HEAD + line() + line(half="management")


def test_a_second_approval_of_one_text_takes_the_place_of_the_first() -> None:
    assert added(HEAD + line(by="Bo"), approval()) == HEAD + line()


@pytest.mark.parametrize(
    "text",
    [
        "- {page: stories/x, as: labor}\n",
        "- just a text\n",
        line(text="short"),
        line().replace("-07:00", ""),
        line().replace("2026-06-03", "2026-13-03"),
        "page: stories/x\n",
        "- {page: [\n",
        "<<<<<<< ours\n" + line() + "=======\n>>>>>>> theirs\n",
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_nothing_is_lost(text: str) -> None:
    record = read_approvals((text if text.startswith("page") else HEAD + text).encode())
    assert record.problems
    assert all(problem.location.line and problem.hint for problem in record.problems)
    with pytest.raises(ContentError):
        with_approval(record, approval(), BOTH)


def test_the_hint_followed_to_the_letter_mends_it() -> None:
    text = HEAD + line("stories/a") + "- {page: stories/x, as: labor}\n" + line("stories/z")
    (problem,) = read_approvals(text.encode()).problems
    assert problem.hint.startswith("delete it")
    lines = text.splitlines(keepends=True)
    del lines[problem.location.line - 1]
    assert not read_approvals("".join(lines).encode()).problems
