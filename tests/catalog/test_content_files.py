"""Which files of content/ are pages, and what is said of the others."""

from sitegen.catalog.content_files import misplaced_files, pages_in_folder

FOLDERS = ("stories", "tools")


def test_folders_of_collections_and_files_of_other_sorts_may_lie_in_content() -> None:
    assert misplaced_files(["stories/", "tools/", "synonyms.yaml"], FOLDERS) == []


def test_a_page_outside_of_a_folder_and_a_folder_without_a_collection_are_reported() -> None:
    problems = misplaced_files(["a.md", "storis/", "zzzz/"], FOLDERS)
    assert [(str(p.location), p.headline) for p in problems] == [
        ("content/a.md", "this file is in no collection"),
        ("content/storis/", 'no collection has the folder "storis"'),
        ("content/zzzz/", 'no collection has the folder "zzzz"'),
    ]
    assert [p.hint for p in problems] == [
        "move it into one of: stories, tools",
        'did you mean "stories"?',
        "move its files and delete it, or add a collection zzzz to site.yaml",
    ]


def test_in_a_folder_only_markdown_files_are_pages() -> None:
    paths, problems = pages_in_folder("tools", ["a.md", "b.pdf", "deep/"])
    assert paths == ["tools/a.md"]
    assert [(str(p.location), p.headline, p.severity) for p in problems] == [
        ("content/tools/b.pdf", "this file is not a page", "warning"),
        ("content/tools/deep/", "a collection has no folders of its own", "error"),
    ]


def test_what_is_no_file_is_reported_wherever_it_lies_in_content() -> None:
    problems = [*misplaced_files(["pipe/|", "link/@"], FOLDERS), *pages_in_folder("tools", ["pipe.md/|"])[1]]
    assert [str(problem.location) for problem in problems] == ["content/pipe", "content/link", "content/tools/pipe.md"]
    assert all(problem.hint and problem.severity == "error" for problem in problems)
