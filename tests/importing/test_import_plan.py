"""What becomes of sources together: names, files that are there, second imports, changed sources."""

from tests.importing.bringing_in import plan, source

ONE = "Boards that work\n\nThey do."


def test_a_page_is_always_a_draft() -> None:
    made = plan(
        source("a.txt", ONE),
        source("b.html", "<h1>B</h1>draft: false"),
        source("c.md", "---\ntitle: C\ndraft: false\n---\n"),
    )
    pages = [data.decode() for path, data in made.files.items() if path.endswith(".md")]
    assert len(pages) == 3
    assert all("\ndraft: true  # " in page for page in pages)


def test_two_sources_of_one_title_get_two_names() -> None:
    made = plan(source("a.txt", ONE), source("b.txt", f"{ONE} Twice."))
    assert sorted(made.files) == ["content/stories/boards-that-work-2.md", "content/stories/boards-that-work.md"]


def test_a_file_that_is_there_is_never_written_over() -> None:
    made = plan(source("a.txt", ONE), site={"content/stories/boards-that-work.md": b"---\ntitle: Mine\n---\n"})
    assert made.files == {}
    assert made.outcomes[0].status == "refused"
    assert made.outcomes[0].why == "content/stories/boards-that-work.md is there already"
    assert made.outcomes[0].needs_person


def test_an_address_that_leads_elsewhere_is_not_taken() -> None:
    made = plan(source("a.txt", ONE), site={"content/tools/x.md": b"---\naliases: /stories/boards-that-work\n---\n"})
    assert list(made.files) == ["content/stories/boards-that-work-2.md"]


def test_a_second_import_of_the_same_source_changes_nothing() -> None:
    first = plan(source("a.txt", ONE))
    again = plan(source("a.txt", ONE), site=first.files, record=first.record, today="2027-01-01")
    assert (again.files, again.record) == ({}, first.record)
    assert [one.status for one in again.outcomes] == ["unchanged"]
    moved = plan(source("other/name.txt", ONE), site=first.files, record=first.record)
    assert [one.status for one in moved.outcomes] == ["unchanged"]


def test_it_changes_nothing_after_staff_edited_the_page() -> None:
    first = plan(source("a.txt", ONE))
    edited = {path: data + b"More.\n" for path, data in first.files.items()}
    assert plan(source("a.txt", ONE), site=edited, record=first.record).files == {}


def test_a_changed_source_is_shown_against_what_staff_made_of_it() -> None:
    first = plan(source("a.txt", ONE))
    edited = {path: data.replace(b"They do.", b"They do, Alma says.") for path, data in first.files.items()}
    again = plan(source("a.txt", f"{ONE} Often."), site=edited, record=first.record)
    assert again.files == {}
    outcome = again.outcomes[0]
    assert outcome.status == "changed"
    assert {"-They do, Alma says.", "+They do. Often."} <= set(outcome.diff)


def test_a_page_that_was_deleted_may_come_in_again() -> None:
    first = plan(source("a.txt", ONE))
    assert plan(source("a.txt", ONE), record=first.record).files == first.files


def test_a_pasted_text_is_known_by_its_words() -> None:
    first = plan(source("-", ONE))
    again = plan(source("-", ONE), source("-", f"{ONE} Often."), site=first.files, record=first.record)
    assert [one.status for one in again.outcomes] == ["unchanged", "changed"]


def test_a_source_that_is_refused_keeps_no_other_out() -> None:
    made = plan(source("a.pdf", b"%PDF-1.7"), source("b.txt", ONE))
    assert [one.status for one in made.outcomes] == ["refused", "new"]
    assert list(made.files) == ["content/stories/boards-that-work.md"]


def test_the_same_sources_make_the_same_files_in_any_order() -> None:
    sources = [source(f"{name}.txt", f"{name} works\n\nIt does.") for name in ("Axe", "Board", "Chart")]
    assert plan(*sources).files == plan(*reversed(sources)).files
