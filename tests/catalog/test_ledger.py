"""The ledger of published addresses: its lines, its mistakes, and what publishing adds to it."""

import pytest
import yaml

from sitegen.catalog.ledger import PublishedAddress, ledger_text, read_ledger, with_addresses

DAY = "2026-06-03"


def addresses(text: str) -> dict[str, tuple[str, bool]]:
    """Return (first day, whether it is gone) of each address of a ledger without mistakes."""
    ledger = read_ledger(text.encode())
    assert ledger.problems == ()
    return {address: (entry.first, entry.is_gone) for address, entry in ledger.addresses.items()}


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("/about/faq/: 2026-06-03", {"/about/faq/": (DAY, False)}),
        ("/a/:   2026-06-03   # by hand", {"/a/": (DAY, False)}),
        ("/a/: {first: 2026-06-03, gone: true}", {"/a/": (DAY, True)}),
        ("/a/: { first: 2026-06-03 , gone: true }\r\n", {"/a/": (DAY, True)}),
        ('"/downloads/a b.pdf": 2026-06-03', {"/downloads/a b.pdf": (DAY, False)}),
        ('"/downloads/a\\"b: c.pdf": 2026-06-03', {'/downloads/a"b: c.pdf': (DAY, False)}),
        ("# a comment\n\n", {}),
    ],
)
def test_a_line_has_an_address_and_its_first_day(line: str, read: dict[str, tuple[str, bool]]) -> None:
    assert addresses(line) == read


@pytest.mark.parametrize(
    "line",
    [
        "/a/",
        "/a/: soon",
        "/a/: 2026-02-30",
        "/a/: {first: 2026-06-03}",
        "/a/: {first: 2026-06-03, gone: false}",
        "a: 2026-06-03",
        '"a": 2026-06-03',
        '"/a\\x": 2026-06-03',
        "- /a/",
        "  /a/: 2026-06-03",
        "nonsense",
    ],
)
def test_a_wrong_line_is_reported_with_one_that_is_right(line: str) -> None:
    (problem,) = read_ledger(f"# addresses\n{line}\n".encode()).problems
    assert str(problem.location) == "content/addresses.yaml:2:1"
    better = problem.hint.removeprefix("write it like this: ").partition(", or ")[0]
    assert problem.is_error
    assert len(addresses(better)) == 1


def test_what_a_merge_left_is_reported_and_both_sides_are_read() -> None:
    text = "/a/: 2026-06-03\n<<<<<<< ours\n/b/: 2026-06-03\n=======\n/c/: 2026-06-03\n>>>>>>> theirs\n"
    ledger = read_ledger(text.encode())
    assert list(ledger.addresses) == ["/a/", "/b/", "/c/"]
    assert [problem.location.line for problem in ledger.problems] == [2, 4, 6]
    kept = [line for number, line in enumerate(text.splitlines(), 1) if number not in {2, 4, 6}]
    assert list(addresses("\n".join(kept))) == ["/a/", "/b/", "/c/"]


@pytest.mark.parametrize(
    ("second", "first_day", "hint"),
    [
        ("2026-07-01", "2026-06-03", "delete this line"),
        ("2026-05-01", "2026-05-01", 'delete this line, and write "/a/: 2026-05-01" in line 1'),
    ],
)
def test_of_two_lines_for_an_address_the_earlier_day_counts(second: str, first_day: str, hint: str) -> None:
    ledger = read_ledger(f"/a/: 2026-06-03\n/a/: {second}\n".encode())
    assert ledger.addresses["/a/"].first == first_day
    assert [(problem.severity, problem.hint) for problem in ledger.problems] == [("advice", hint)]


def test_a_ledger_is_sorted_and_read_back_as_it_was_and_as_yaml() -> None:
    known = {
        "/b/": PublishedAddress(DAY),
        "/a/": PublishedAddress(DAY, is_gone=True),
        '/downloads/"\u00e9: #.pdf': PublishedAddress(DAY),
    }
    text = ledger_text(known)
    assert addresses(text) == {address: (entry.first, entry.is_gone) for address, entry in known.items()}
    assert list(yaml.safe_load(text)) == sorted(known)
    assert text == ledger_text(dict(reversed(known.items())))


def test_publishing_adds_what_is_new_and_keeps_every_first_day() -> None:
    known = {"/a/": PublishedAddress("2026-06-03"), "/gone/": PublishedAddress("2026-06-04", is_gone=True)}
    after = with_addresses(known, ["/a/", "/b/"], "2026-11-30")
    assert after == {**known, "/b/": PublishedAddress("2026-11-30")}
    again = with_addresses(after, ["/gone/"], "2026-12-01")
    assert again["/gone/"] == PublishedAddress("2026-06-04")


def test_comments_stay_with_the_lines_below_them() -> None:
    text = "# Ours.\n\n/b/: 2026-06-03\n# Asked for by mail.\n/c/:  2026-06-03  # the old guide\n# The end.\n"
    known = read_ledger(text.encode()).addresses
    assert ledger_text(known, text) == text
    after = with_addresses(known, ["/a/", "/bb/", "/d/"], "2026-11-30")
    assert ledger_text(after, text) == (
        "# Ours.\n\n/a/: 2026-11-30\n/b/: 2026-06-03\n/bb/: 2026-11-30\n# Asked for by mail.\n"
        "/c/:  2026-06-03  # the old guide\n/d/: 2026-11-30\n# The end.\n"
    )
    gone = {**known, "/c/": PublishedAddress("2026-06-03", is_gone=True)}
    assert "# Asked for by mail.\n/c/: {first: 2026-06-03, gone: true}\n" in ledger_text(gone, text)
