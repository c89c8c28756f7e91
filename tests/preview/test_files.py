"""The files that the preview sends: whole, in parts, or not again; and pages that a mistake took away."""

from pathlib import Path

import pytest

from tests.engine.test_sources import is_link_refused
from tests.preview.serving import PDF, Preview, previewed
from tests.site.small import SmallSite

PAGE = "/lmp/stories/story-1/"
PDF_URL = "/lmp/downloads/guide.pdf"


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=4-", 206, slice(4, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=9999999-", 416, slice(0, 0)),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(asked: str, status: int, part: slice, preview: Preview) -> None:
    answer = preview.get(PDF_URL, Range=asked)
    data = PDF.read_bytes()
    assert (answer.status, answer.body) == (status, data[part].decode("utf-8", "replace"))
    assert answer.headers["content-range"].endswith(f"/{len(data)}")


@pytest.mark.parametrize("path", [PDF_URL, PAGE, "/lmp/sitemap.xml"])
def test_only_the_head_of_an_answer_can_be_asked_for(path: str, preview: Preview) -> None:
    whole, head = preview.get(path), preview.get(path, method="HEAD")
    assert (head.status, head.body) == (200, "")
    for name in ("content-type", "content-length"):
        assert head.headers[name] == whole.headers[name]
    assert preview.get("/lmp/nothing/", method="HEAD").status == 404


def test_a_file_is_sent_again_only_after_it_changed(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("static/note.txt", "one")
    with previewed(site.root) as preview:
        tag = preview.get("/lmp/note.txt").headers["etag"]
        assert preview.get("/lmp/note.txt", **{"If-None-Match": tag}).status == 304
        preview.after_build(lambda: site.write("static/note.txt", "two"))
        again = preview.get("/lmp/note.txt", **{"If-None-Match": tag})
        assert (again.status, again.body) == (200, "two")


@pytest.mark.parametrize(
    "text",
    ["", "no front matter\n", "---\ntitle: [\n---\nText.\n", "---\nsummary: x\n---\nText.\n", "\u0000"],
    ids=["empty", "no front matter", "no YAML", "no title", "no text"],
)
def test_the_last_good_page_stays_under_any_mistake(tmp_path: Path, text: str) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        assert "What the team did." in preview.get(PAGE).body
        overlay = preview.after_build(lambda: site.write("content/stories/story-1.md", text))
        assert overlay["errors"]
        answer = preview.get(PAGE)
        assert (answer.status, "What the team did." in answer.body) == (200, True)
        assert preview.get("/lmp/nothing/").status == 404
        preview.after_build((site.root / "content/stories/story-1.md").unlink)
        assert preview.get(PAGE).status == 404


def test_a_link_that_leads_out_spoils_its_own_page_alone(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    (tmp_path / "outside.md").write_text("secret")
    if is_link_refused(site.root / "content/stories/bad.md", tmp_path / "outside.md"):
        pytest.skip("no links here")
    with previewed(site.root) as preview:
        assert preview.get(PAGE).status == 200
        [error] = preview.problems()["errors"]
        assert error.startswith("content/stories/bad.md: a link on this path leads out")
