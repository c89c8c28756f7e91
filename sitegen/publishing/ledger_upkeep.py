"""Write the addresses of a release that was published into the ledger."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.catalog.ledger import ledger_text, read_ledger, with_addresses
from sitegen.catalog.permalinks import output_path
from sitegen.model.folders import LEDGER
from sitegen.publishing.release_contents import Release
from sitegen.upkeep.applying import put_file, read_file


def day_at_site(moment: datetime, timezone: str) -> str:
    """Return the day (YYYY-MM-DD) that a moment belongs to at the site."""
    return moment.astimezone(ZoneInfo(timezone)).date().isoformat()


def update_ledger(site: Path, addresses: Iterable[str], day: str) -> bool:
    """Add addresses that are published on a day to the ledger of a site; return whether the file changed.

    Raises OSError where it cannot be written.
    """
    before = read_file(site / LEDGER) or b""
    after = _with_addresses(before, addresses, day)
    if after == before:
        return False
    put_file(site / LEDGER, after)
    return True


def _with_addresses(before: bytes, addresses: Iterable[str], day: str) -> bytes:
    """Return the bytes of a ledger with addresses; as they were if it has them all."""
    ledger = read_ledger(before)
    after = with_addresses(ledger.addresses, addresses, day)
    return before if after == ledger.addresses else ledger_text(after, ledger.file.text).encode()


def unknown_addresses(site: Path, addresses: Iterable[str]) -> tuple[str, ...]:
    """Return those of some addresses that the ledger of a site does not have at all."""
    known = read_ledger(read_file(site / LEDGER) or b"").addresses
    return tuple(address for address in addresses if address not in known)


def missing_addresses(site: Path, release: Release) -> list[str]:
    """Return the addresses of the ledger that a release does not have, sorted: it was made before they were."""
    ledger = read_ledger(read_file(site / LEDGER) or b"").addresses
    return sorted(
        address for address, entry in ledger.items() if not entry.is_gone and output_path(address) not in release.files
    )
