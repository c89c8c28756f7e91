"""A feedback address that nobody reads."""

import re
from collections.abc import Iterator

from sitegen.errors import Location, Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS

_EXAMPLE = re.compile(r"[@/.]example\.(?:org|com|net)\b")


@CHECKS.check(severities={"advice"}, looks_at={"settings"})
def feedback_address(site: FinishedSite) -> Iterator[Problem]:
    """Advise on a feedback address that is an example, or missing."""
    address = site.config.site.feedback
    if address and not _EXAMPLE.search(address):
        return
    lines = enumerate(site.source_text("site.yaml").splitlines(), 1)
    line = next((number for number, text in lines if text.startswith("feedback:")), 0)
    headline = f'feedback goes to "{address}", which is an example' if address else "feedback has no address"
    hint = "write the address of those who read it: feedback: mailto:..."
    yield Problem(
        location=Location("site.yaml", line), headline=headline, hint=hint, kind="ConfigError", severity="advice"
    )
