"""`import`: sources from the disk become drafts of a site that build, and that `undo` takes back."""

import io
import json
import os
import sys
from pathlib import Path

import html5lib
import pytest
import yaml

from benchmarks.word_files import item, paragraph, table, word_file
from sitegen import cli
from sitegen.building import PROJECT, Choices, build_site
from tests.importing.test_links_and_pictures import photo

SAD = """<!doctype html><html lang="en"><head><title>Boards that work | Old site</title>
<link rel="canonical" href="https://old.example.org/boards-that-work.html"></head><body>
<nav><a href="/">Home</a> | Tools</nav><div id="content"><h1>Boards that work</h1><p>Posted October 5, 2017</p>
<p>Deck: Ten minutes a day save an hour.</p><p>Story body part 1:</p><p>Mary 's team uses a board. The union- affiliated
teams do, too.<sup><a href="#n1" id="r1">1</a></sup></p><p>Loading the player...</p>
<p><img src="boards_files/IMG_1.jpg"></p><p><b>What they did</b></p><p>\u2022 They met<br>\u2022 They wrote</p>
<table><tr><th>Day<th>Minutes<tr><td>Monday<td>10</table>
<p><a href="boards_files/sheet.csv">The sheet</a>, <a href="two.html">the other page</a></p>
<ol><li id="n1">A report <a href="#r1">^</a></li></ol></div><div id="respond">Leave a Reply</div></body></html>"""
PAGES = {
    "boards.html": SAD.encode(),
    "boards_files/IMG_1.jpg": photo(),
    "boards_files/sheet.csv": b"a,b\n",
    "boards_files/frame.html": b"<p>no source",
    "two.html": (
        b"<title>Two</title><h1>Two words</h1><p>{{ x }} *a* 1) b<p>!!! note<p>&lt;b&gt; [x](y) | a | b |<pre>```</pre>"
    ),
    "three.txt": (
        b"Three\r\n\r\nIntended audience: stewards\r\n\r\nA\tB\r\n1\t2\r\n\r\n    set in\r\n\r\n~~~\r\n<x> ==y=="
    ),
    "five.docx": word_file(
        paragraph("Five", "Title") + paragraph("One", "Heading2") + item("a") + table(("A", "B"), ("1", "2"))
    ),
    "four.md": b"---\ntitle: Four\ndate: 2017\n---\n# Four\n\n* a\n* b\n\n![](gone.png) [gone](gone.md)\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with the settings of the shipped one, without pages and what names them."""
    settings = yaml.safe_load((PROJECT / "site.yaml").read_text("utf-8"))
    settings.pop("redirects")
    settings.pop("menus")
    for one in settings["collections"].values():
        one.pop("order", None)
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "site.yaml").write_text(json.dumps(settings), "utf-8")
    return root


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a folder with pages to bring in."""
    for name, data in PAGES.items():
        path = tmp_path / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "old"


def files_of(site: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(site.rglob("*")) if path.is_file() and ".sitegen" not in path.as_posix())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def test_the_pages_build_without_a_warning(site: Path, old: Path) -> None:
    assert cli.main(["import", "--site", str(site), str(old)]) == 1  # some things are to be decided
    made = files_of(site)
    assert [path for path in made if path.startswith("content/")] == [
        "content/stories/boards-that-work.md",
        "content/stories/five.md",
        "content/stories/four.md",
        "content/stories/two-words.md",
        "content/tools/three.md",
    ]
    result = build_site(Choices(site=site, out=site.parent / "public", jobs=1, drafts=True))
    assert [f"{one.location} {one.headline}" for one in result.problems] == []
    assert result.committed


def test_a_second_import_changes_no_byte_and_ends_well(
    site: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["import", "--site", str(site), str(old)])
    before = files_of(site)
    capsys.readouterr()
    assert cli.main(["import", "--site", str(site), str(old)]) == 0
    assert files_of(site) == before
    assert capsys.readouterr().out.splitlines()[-1] == "5 as before."


def test_undo_takes_an_import_back(site: Path, old: Path) -> None:
    before = files_of(site)
    cli.main(["import", "--site", str(site), str(old)])
    assert cli.main(["undo", "--site", str(site), "--yes"]) == 0
    assert files_of(site) == before
    assert cli.main(["import", "--site", str(site), "--dry-run", str(old / "two.html")]) in {0, 1}
    assert not (site / ".sitegen-keep/imports.json").exists()


def test_a_dry_run_writes_nothing_but_its_report(site: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(site)
    report = site.parent / "report.html"
    assert cli.main(["import", "--site", str(site), "--dry-run", "--report", str(report), str(old)]) == 1
    assert files_of(site) == before
    assert "5 pages would be new, as drafts" in capsys.readouterr().out
    html = report.read_text("utf-8")
    html5lib.HTMLParser(strict=True).parse(html)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
    assert "Leave a Reply" in html
    assert str(site.parent) not in html


def test_a_report_is_written_to_no_place_that_is_published(
    site: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(site / "static" / "report.html")
    assert cli.main(["import", "--site", str(site), "--dry-run", "--report", target, str(old)]) == 2
    assert "write it to another place: --report " in capsys.readouterr().err


def test_json_is_one_object_on_one_line(site: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", "--site", str(site), "--json", str(old / "boards.html")]) == 1
    [line] = capsys.readouterr().out.splitlines()
    report = json.loads(line)
    [source] = report["sources"]
    assert (source["source"], source["status"], source["page"]["path"]) == (
        "boards.html",
        "new",
        "content/stories/boards-that-work.md",
    )
    assert sorted(report["files"]) == [
        "content/stories/boards-that-work.md",
        "static/downloads/sheet.csv",
        "static/images/boards-that-work-picture.jpg",
    ]
    assert {"line": 17, "what": "the first row", "hint": ""}.keys() == source["page"]["decide"][0].keys()


def test_what_is_to_be_decided_has_file_and_line(site: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", "--site", str(site), str(old / "boards.html")])
    out = capsys.readouterr().out
    page = (site / "content/stories/boards-that-work.md").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(page, 1) if "Say what this picture shows" in text)
    assert f"content/stories/boards-that-work.md:{line}: warning: the picture " in out


def test_pasted_text_is_read_from_standard_input(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Pasted words\n\nPublished: 2017\n\nThey are short."))
    )
    assert cli.main(["import", "--site", str(site), "-"]) == 0
    assert (site / "content/stories/pasted-words.md").exists()


USAGE = {
    "no source": ([], "Missing argument"),
    "no such file": (["gone.html"], 'there is no file or folder "gone.html"'),
    "no such kind": (["--kind", "stroy", "boards.html"], 'there is no kind "stroy"'),
    "nothing to bring in": (["empty"], 'the folder "empty" has no file to bring in'),
}


@pytest.mark.parametrize(("words", "message"), USAGE.values(), ids=USAGE)
def test_wrong_usage_ends_with_2(
    words: list[str],
    message: str,
    site: Path,
    old: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (old / "empty").mkdir()
    monkeypatch.chdir(old)
    assert cli.main(["import", "--site", str(site), *words]) == 2
    assert message in capsys.readouterr().err


def test_files_of_a_folder_that_nothing_took_along_are_named(
    site: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old / "logo.png").write_bytes(b"x")
    (old / "sheet.pdf").write_bytes(b"%PDF-1.7")
    cli.main(["import", "--site", str(site), str(old)])
    out = capsys.readouterr().out
    assert "old/logo.png: no page that came in shows it or links to it\n" in out
    assert "old/sheet.pdf: a PDF is made for paper" in out
    assert "old/boards_files/IMG_1.jpg:" not in out
    assert out.splitlines()[-2].endswith("1 refused; 2 not used.")


def test_a_refused_source_ends_with_1(site: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (old / "x.pdf").write_bytes(b"%PDF-1.7")
    assert cli.main(["import", "--site", str(site), str(old / "x.pdf")]) == 1
    assert "x.pdf: a PDF is made for paper" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_nothing_outside_the_folder_is_read(site: Path, old: Path) -> None:
    secret = old.parent / "secret.jpg"
    secret.write_bytes(photo())
    (old / "link.jpg").symlink_to(secret)
    (old / "link.html").symlink_to(old.parent / "secret.html")
    (old.parent / "secret.html").write_text("<h1>Secret</h1>")
    (old / "six.html").write_text("<h1>Six</h1><p>x<img src=link.jpg alt=a><img src=../secret.jpg alt=b>")
    cli.main(["import", "--site", str(site), str(old)])
    made = files_of(site)
    assert not any("secret" in path or "link" in path for path in made)
    assert "![" not in made["content/stories/six.md"].decode()


def test_a_record_that_cannot_be_read_is_told_with_what_helps(
    site: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / ".sitegen-keep").mkdir()
    (site / ".sitegen-keep/imports.json").write_text("{")
    assert cli.main(["import", "--site", str(site), str(old / "two.html")]) == 1
    assert "the record of imports cannot be read" in capsys.readouterr().err
