"""An overview as text, CSV, JSON and HTML."""

import csv
import hashlib
import io
import json
import re
from base64 import b64encode

import html5lib
import pytest

from sitegen.overview.as_csv import overview_csv
from sitegen.overview.as_html import overview_html
from sitegen.overview.as_json import overview_json
from sitegen.overview.as_text import overview_lines
from sitegen.overview.overview_records import Grid, Overview, Row, Section

ROWS = (
    Row(file="content/stories/a.md", line=3, title="=1+1", what="-2", url="/stories/a/"),
    Row(file="static/images/<b>.jpg", line=0, title="", what="", notes=("One & all.", "@two")),
)
OVERVIEW = Overview(
    site="Site <1>",
    moment="2026-05-01 12:00, UTC",
    base_url="https://example.org/lmp",
    sections=(
        Section(id="drafts", title="Drafts", rows=ROWS, explanation="Not shown."),
        Section(id="expired", title="Expired", rows=()),
    ),
    grid=Grid(("Level 1", "Level 2"), (("Training", (("/path/1/training/", 3), ("/path/2/training/", 1000))),)),
)


def test_text_has_sections_with_counts_and_a_grid() -> None:
    assert list(overview_lines(OVERVIEW, 1)) == [
        "Site <1> as of 2026-05-01 12:00, UTC",
        "",
        "== Drafts: 2",
        "Not shown.",
        "content/stories/a.md:3: =1+1 - -2",
        "and 1 more: see them with --all",
        "",
        "== Expired: 0",
        "",
        "== Path to Performance: pages of each kit",
        "          Level 1  Level 2",
        "Training        3     1000",
    ]
    whole = list(overview_lines(OVERVIEW, None))
    assert whole[5:8] == ["static/images/<b>.jpg", "    One & all.", "    @two"]


def test_text_escapes_what_would_move_the_cursor() -> None:
    row = Row(file="content/stories/a.md", line=1, title="A\x1b[2J\u202eB")
    overview = Overview(
        site="S", moment="m", base_url="", sections=(Section(id="drafts", title="Drafts", rows=(row,)),)
    )
    assert list(overview_lines(overview))[-1] == "content/stories/a.md:1: A\\x1b[2J\\u202eB"


def test_csv_is_one_table_in_which_no_cell_is_a_formula() -> None:
    assert list(csv.reader(io.StringIO(overview_csv(OVERVIEW)))) == [
        ["section", "file", "line", "title", "what"],
        ["drafts", "content/stories/a.md", "3", "'=1+1", "'-2"],
        ["drafts", "static/images/<b>.jpg", "", "", "One & all. / @two"],
        ["grid", "", "", "Level 1 Training", "3"],
        ["grid", "", "", "Level 2 Training", "1000"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t=", "\r\n@", "\u00a0+"])
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    row = Row(file="f", line=1, title=f"{start}HYPERLINK(1)", what="x=1")
    overview = Overview(site="S", moment="m", base_url="", sections=(Section(id="s", title="S", rows=(row,)),))
    cells = list(csv.reader(io.StringIO(overview_csv(overview))))[1]
    assert cells[3:] == [f"'{start.strip()}HYPERLINK(1)", "x=1"]


def test_json_has_the_rows_by_section() -> None:
    whole = json.loads(overview_json(OVERVIEW))
    assert "\n" not in overview_json(OVERVIEW)
    assert whole["site"] == "Site <1>"
    assert whole["sections"]["expired"] == []
    assert whole["sections"]["drafts"][1] == {
        "file": "static/images/<b>.jpg",
        "line": 0,
        "title": "",
        "what": "",
        "url": "",
        "notes": ["One & all.", "@two"],
    }
    assert whole["grid"][1] == {"level": "Level 2", "dimension": "Training", "pages": 1000, "url": "/path/2/training/"}


def test_html_is_one_file_without_scripts_whose_style_has_its_digest() -> None:
    page = overview_html(OVERVIEW, "https://example.org/lmp")
    style = re.search("<style>(.*)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|<link|\sstyle=|\son\w+=|\ssrc=", page)
    html5lib.HTMLParser(strict=True).parse(page)


def test_html_escapes_what_writers_typed_and_leads_to_pages() -> None:
    page = overview_html(OVERVIEW, "https://example.org/lmp")
    assert '<a href="https://example.org/lmp/stories/a/">=1+1</a>' in page
    assert "static/images/&lt;b&gt;.jpg" in page
    assert "Site &lt;1&gt;" in page
    assert '<a href="https://example.org/lmp/path/2/training/">1000</a>' in page
    assert "<form" not in page
    assert 'value="a&#34;b"' in overview_html(OVERVIEW, "", 'a"b')
