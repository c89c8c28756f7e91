"""What the page of a reader's list is told."""

import json

from sitegen.model import Download
from sitegen.render import views
from sitegen.render.kept_views import KeptPage, kept_file, kept_json, kept_page

CARD = views.Card(
    url="/sub/tools/x/", title="X", summary="S", kind="tool", kind_label="Tool", levels=("1",), language="es"
)
FILE = views.File("/sub/downloads/x.pdf", "Guide", "PDF", ("2 pages", "8.5 x 11 in", "31 kB"))


def test_a_page_is_kept_by_its_address_with_what_its_row_says_and_all_its_files() -> None:
    file = kept_file(FILE, Download(pages=2, paper="8.5 x 11 in"))
    assert json.loads(kept_json([kept_page("/tools/x/", CARD, [file])], {}))["items"] == {
        "tools/x": {
            "title": "X",
            "kind": "tool",
            "label": "Tool",
            "levels": ["1"],
            "language": "es",
            "files": [
                {
                    "url": "/sub/downloads/x.pdf",
                    "label": "Guide",
                    "facts": "PDF, 2 pages, 8.5 x 11 in, 31 kB",
                    "pages": 2,
                    "paper": "8.5 x 11 in",
                }
            ],
        }
    }


def test_what_is_empty_is_left_out_and_pages_are_sorted() -> None:
    pages = [KeptPage(id=name, title="T", kind="story", label="Story") for name in ("stories/b", "stories/a")]
    kept = json.loads(kept_json(pages, {}))
    assert list(kept["items"]) == ["stories/a", "stories/b"]
    assert kept["items"]["stories/a"] == {"title": "T", "kind": "story", "label": "Story"}


def test_old_addresses_lead_to_pages_that_can_be_kept_alone() -> None:
    page = KeptPage(id="tools/x", title="X", kind="tool", label="Tool")
    moved = {"tools/old": "tools/x", "old": "about/faq", "tools/x": "tools/x", "gone": "https://example.org"}
    assert json.loads(kept_json([page], moved))["moved"] == {"tools/old": "tools/x"}
