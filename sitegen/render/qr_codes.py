"""QR codes as templates draw them: a printed sheet leads back to its page."""

from sitegen.model import Record

MOST_CHARACTERS = 300
"""A longer address has no code: its squares would be too small for the camera of an old phone."""


class QrCode(Record, frozen=True):
    """A QR code: so many squares wide, and its dark squares as the path of a line that is one square thick."""

    size: int
    path: str


def qr_code(text: str) -> QrCode | None:
    """Return the QR code of an address as pages have it, or None if the address is too long."""
    rows = qr_rows(text)
    return None if rows is None else QrCode(len(rows), "".join(_line(y, row) for y, row in enumerate(rows)))


def qr_rows(text: str) -> tuple[bytes, ...] | None:
    """Return the rows of the QR code of an address (ISO/IEC 18004, error correction M), a byte 1 for each dark square.

    None if the address is too long.
    """
    import segno

    if len(text) > MOST_CHARACTERS:
        return None
    return tuple(bytes(row) for row in segno.make_qr(text, error="m", boost_error=False).matrix)


def _line(y: int, row: bytes) -> str:
    """Return one row: a move to each run of dark squares, and its length."""
    parts, x = [], 0
    while (start := row.find(1, x)) >= 0:
        end = row.find(0, start)
        x = len(row) if end < 0 else end
        parts.append(f"M{start} {y}.5h{x - start}")
    return "".join(parts)
