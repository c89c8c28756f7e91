"""Real pages as a site: what is wrong in them is mended, everything else stays as it was written."""

import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from benchmarks import convert
from sitegen.building import Choices, build_site
from sitegen.engine.plan import Result


def item(**facts: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": "story", "slug": "x", "title": "X", "date": "2018-09-28", "summary": "Short."}
    return {**fields, "topics": ["Health Care"], "body": "Text.\n", **facts}


MESSY = [
    item(slug="VA-Claim_exam", title="", body="# How to *claim*\n\nFirst words.\n"),
    item(slug="va-claim-exam", kind="tool", summary="word " * 60),
    item(slug="page", summary="", date="", body="<h1 class='big'>One</h1>\n\n[a](/benefits/) <a href='/x'>b</a>\n"),
    item(slug="topic", topics=["health care", "HEALTH-CARE", "\u00c9tudes"], body="[c](sms:838255) {{ unknown }}\n"),
    item(slug="", title="", summary="", body=""),
    item(slug="scripts", body="<script>alert(1)</script><p onclick='x()'>Text</p>\n\n- a\n   - b\n- - c\n"),
]


def build(folder: Path) -> Result:
    return build_site(Choices(site=folder, jobs=1))


def write_corpus(path: Path) -> Path:
    lines = "".join(json.dumps(one) + "\n" for one in MESSY) + "\n"
    path.write_bytes(lzma.compress(lines.encode()) if path.suffix == ".xz" else lines.encode())
    return path


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.jsonl.xz"])
def test_a_corpus_is_read_packed_or_not(tmp_path: Path, name: str) -> None:
    assert list(convert.read_corpus(write_corpus(tmp_path / name))) == MESSY


@pytest.mark.parametrize(
    ("page", "field", "value"),
    [
        (item(title="", body="Text\n\n## From  the heading ##\n"), "title", "From the heading"),
        (item(title=""), "title", "Without a title"),
        (item(title=" two\n lines "), "title", "two lines"),
        (item(summary="", body="## H\n\nThe *first* words.\n"), "summary", "The first words."),
        (item(summary="", body=""), "summary", "X"),
        (item(summary="word " * 60), "summary", " ".join(["word"] * 40) + "\u2026"),
        (item(date=""), "date", convert.FIRST_DAY),
        (item(slug="CHAMPVA_2"), "slug", "champva-2"),
        (item(slug="?"), "slug", "x"),
    ],
)
def test_a_field_that_is_missing_or_wrong_is_repaired(page: dict[str, Any], field: str, value: str) -> None:
    assert convert.repair(page)[field] == value


@pytest.mark.parametrize(
    ("body", "repaired"),
    [
        ("# One\n\n## Two\n", "## One\n\n## Two\n"),
        ("#One\n", "##One\n"),
        ("text # one\n#\n", "text # one\n#\n"),
        ("<h1 id='a'>One</h1>", "<h2 id='a'>One</h2>"),
        ("[a](/b/c#d)", "[a](https://www.example.org/b/c#d)"),
        ('<a class="x" href="/b">', '<a class="x" href="https://www.example.org/b">'),
        ("[a](//example.com/b) [c](https://d.org/e)", "[a](//example.com/b) [c](https://d.org/e)"),
        ("[a](sms:838255)", "[a](tel:838255)"),
        ("[a](#b) <script>x</script> <div onclick='y'>", "[a](#b) <script>x</script> <div onclick='y'>"),
    ],
)
def test_of_a_body_only_what_is_wrong_is_repaired(body: str, repaired: str) -> None:
    assert convert.repair_body(body) == repaired


def test_each_page_gets_an_address_of_its_own_that_no_list_has() -> None:
    slugs = [page["slug"] for page in convert.repair_all([*MESSY, *MESSY])]
    assert len(set(slugs)) == len(slugs) == 2 * len(MESSY)
    assert {"page", "topic", ""} & set(slugs) == set()


def test_a_good_page_stays_as_it_is() -> None:
    assert convert.repair(item()) == item()


def test_the_repaired_pages_are_a_site_without_errors(tmp_path: Path) -> None:
    source, folder = write_corpus(tmp_path / "pages.jsonl.xz"), tmp_path / "site"
    assert convert.main([str(source), str(folder)]) == 0
    (folder / "content" / "story" / "topic-2.md").write_text(
        (folder / "content" / "story" / "topic-2.md").read_text("utf-8").replace("{{ unknown }}", ""), encoding="utf-8"
    )
    result = build(folder)
    assert result.errors == []
    assert len(list((folder / "content").rglob("*.md"))) == len(MESSY)
    index = json.loads((folder / "public" / "library" / "facets.json").read_text("utf-8"))
    topics = {t["id"]: t["count"] for f in index["facets"] if f["id"] == "topic" for t in f["terms"]}
    assert topics == {"health-care": len(MESSY), "etudes": 1}


def test_pages_as_found_are_told_all_their_errors_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, folder = write_corpus(tmp_path / "pages.jsonl"), tmp_path / "site"
    assert convert.main(["--as-found", str(source), str(folder)]) == 0
    assert f"{len(MESSY)} pages" in capsys.readouterr().out
    result = build(folder)
    assert not result.committed
    assert len({problem.location.path for problem in result.errors}) >= 4


@pytest.mark.parametrize("words", [[], ["one"], ["one", "two", "three"]])
def test_wrong_words_are_told_the_right_ones(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert convert.main(words) == 2
    assert "python3 -m benchmarks.convert PAGES.jsonl[.xz] FOLDER" in capsys.readouterr().err


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert.main([str(tmp_path / "pages.jsonl"), str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err
