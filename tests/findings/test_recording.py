"""What is recorded for readers: counts of what the checks find, in words, and nothing that names a page."""

from pathlib import Path

from sitegen.findings.recording import check_record
from tests.findings.checked import opened
from tests.site.small import SmallSite


def test_what_is_found_is_counted_in_words_for_readers(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", "See [here](/nowhere/) and [there](/not/there/).\n\n#### Too deep\n")
    with opened(site) as finished:
        record = check_record(finished, "2026-11-30")
        pages = len(finished.rendered)
    counts = {result.what: result.count for result in record.results}
    assert (record.date, record.pages) == ("2026-11-30", pages)
    assert counts["links that lead nowhere"] == 2
    assert counts["headings that skip a level"] == 1
    assert counts["pictures without a description"] == 0
