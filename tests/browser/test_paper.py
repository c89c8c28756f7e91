"""Pages as Chromium prints them: what stays together, and the addresses of files."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.visits import visit

pytestmark = pytest.mark.browser

ROWS = 6
TABLE = """([above, rows]) => {
  const text = document.querySelector('.prose');
  text.replaceChildren();
  const space = text.appendChild(document.createElement('div'));
  space.style.blockSize = `${above}px`;
  const table = text.appendChild(document.createElement('table'));
  const head = table.createTHead().insertRow();
  head.appendChild(document.createElement('th')).textContent = 'Head of the table';
  const body = table.createTBody();
  for (let number = 1; number <= rows; number += 1) body.insertRow().insertCell().textContent = `Row ${number} of all`;
}"""


def printed(page: Page) -> list[str]:
    """Return the text of each sheet."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages]


def test_a_table_parts_neither_from_its_head_nor_from_its_last_row(page: Page, address: str) -> None:
    visit(page, f"{address}/about/history/")
    divided = 0
    for above in range(560, 860, 20):
        page.evaluate(TABLE, [above, ROWS])
        sheets = printed(page)
        sheet_of = [
            next(at for at, text in enumerate(sheets) if f"Row {row} of all" in text) for row in range(1, ROWS + 1)
        ]
        assert "Head of the table" in sheets[sheet_of[0]], above
        assert sheet_of[-2] == sheet_of[-1], above
        divided += sheet_of[0] != sheet_of[-1]
    assert divided, "no space above the table divides it, so that nothing was tried"


def test_files_have_their_addresses_on_paper(page: Page, address: str) -> None:
    visit(page, f"{address}/tools/huddle-guide/")
    text = "".join(printed(page)).replace("\n", "")
    for link in page.locator(".downloads a").all():
        assert (link.get_attribute("data-address") or "?") in text
