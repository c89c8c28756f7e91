"""The days on which addresses were first published, says the ledger: for pages of which no better date is known."""

from sitegen.catalog.ledger import read_ledger
from sitegen.engine.rules import Fetch
from sitegen.model.folders import LEDGER
from sitegen.site.inputs import FILE, RULES


@RULES.task(keep=True)
def first_days(fetch: Fetch) -> dict[str, str]:
    """Return the first day (YYYY-MM-DD) of each published address; none if the site has no ledger."""
    ledger = read_ledger(fetch(FILE, LEDGER) or b"")
    return {address: entry.first for address, entry in ledger.addresses.items() if not entry.is_gone}
