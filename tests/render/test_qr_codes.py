"""QR codes as templates draw them."""

import re

import pytest
import segno

from sitegen.render.qr_codes import MOST_CHARACTERS, QrCode, qr_code

ADDRESS = "https://example.org/path-to-performance/level-3/sponsorship/"


def squares(code: QrCode) -> list[list[int]]:
    """Return the rows of squares that a code's line goes over."""
    rows = [[0] * code.size for _ in range(code.size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", code.path):
        rows[int(y)][int(x) : int(x) + int(length)] = [1] * int(length)
    return rows


@pytest.mark.parametrize("text", ["https://a.org/", ADDRESS, ADDRESS + "x" * (MOST_CHARACTERS - len(ADDRESS))])
def test_the_line_goes_over_the_dark_squares_and_no_others(text: str) -> None:
    code = qr_code(text)
    assert code
    assert re.fullmatch(r"(M\d+ \d+\.5h\d+)+", code.path)
    assert squares(code) == [list(row) for row in segno.make_qr(text, error="m", boost_error=False).matrix]


def test_a_longer_address_has_no_code() -> None:
    assert qr_code("x" * (MOST_CHARACTERS + 1)) is None
