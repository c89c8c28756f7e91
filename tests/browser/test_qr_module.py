"""The QR codes that the browser draws have the squares of segno's."""

import re
from collections.abc import Callable

import pytest
import segno
import segno.encoder
from playwright.sync_api import Page

from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

TEXT = "https://example.org/my-list/#keep=" + ",".join(f"tools/tool-{number}" for number in range(30))
FULL = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 300]
"""How many characters the versions 1 to 12 hold, and what we allow at most, of version 13."""
LENGTHS = sorted({1, *FULL, *(length + 1 for length in FULL[:-1]), *(length - 1 for length in FULL)})
DRAW = """async ([path, texts]) => {
  const {qr} = await import(path);
  return texts.map(text => qr(text)?.map(row => row.map(Number)) ?? null);
}"""


@pytest.fixture(scope="module")
def draw(shipped: Shipped, window: Page, address: str) -> Callable[[list[str]], list[list[list[int]] | None]]:
    (path,) = [path for path in shipped.files if re.fullmatch(r"assets/js/qr/qr\.[0-9a-f]+\.js", path)]
    window.goto(f"{address}/404.html")
    return lambda texts: window.evaluate(DRAW, [f"/{path}", texts])


def test_the_squares_are_those_of_segno_with_one_of_its_masks(
    draw: Callable[[list[str]], list[list[list[int]] | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    # segno fills a byte that is full with eight more bits, which the standard does not (7.4.10); cameras read both.
    fill = "write_padding_bits"
    monkeypatch.setattr(segno.encoder, fill, lambda bits, _, length: bits.extend([0] * (-length % 8)))
    texts = [*(TEXT[:length] for length in LENGTHS), "https://example.org/\u00e9\u4e2d/"]
    for text, drawn in zip(texts, draw(texts), strict=True):
        codes = (segno.make_qr(text, error="m", boost_error=False, mode="byte", mask=mask) for mask in range(8))
        masks = [[list(row) for row in code.matrix] for code in codes]
        assert drawn in masks, len(text)


def test_a_longer_text_has_no_code(draw: Callable[[list[str]], list[list[list[int]] | None]]) -> None:
    assert draw(["x" * 301, "\u00e9" * 170]) == [None, None]
