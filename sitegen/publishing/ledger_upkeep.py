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


def update_ledger(site: Path, addresses: Iterable[str], published: datetime, timezone: str) -> bool:
    """Add addresses to the ledger of a site, as of the day at the site; return whether the file changed.

    Raises OSError where it cannot be written.
    """
    before = read_file(site / LEDGER)
    day = published.astimezone(ZoneInfo(timezone)).date().isoformat()
    ledger = read_ledger(before or b"")
    after = with_addresses(ledger.addresses, addresses, day)
    if after == ledger.addresses:
        return False
    put_file(site / LEDGER, ledger_text(after, ledger.file.text).encode())
    return True


def missing_addresses(site: Path, release: Release) -> list[str]:
    """Return the addresses of the ledger that a release does not have, sorted: it was made before they were."""
    ledger = read_ledger(read_file(site / LEDGER) or b"").addresses
    return sorted(
        address for address, entry in ledger.items() if not entry.is_gone and output_path(address) not in release.files
    )
