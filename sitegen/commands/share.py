"""Make one file of a page, to send by mail."""

from collections.abc import Callable
from pathlib import Path

from sitegen import report
from sitegen.overview.saving import save_html
from sitegen.render.dates import file_size
from sitegen.sharing.shared_page import GENERATOR
from sitegen.sharing.sharing import share_page


def run(site: Path, page: str, file: Path | None, say: Callable[[str], None]) -> None:
    """Write a page as one file, and say what it is. Raises what `share_page` and `save_html` raise."""
    with report.ProgressReporter(as_json=False) as reporter:
        shared = share_page(site, page, notify=reporter.notify, progress=reporter.progress)
    target = file or Path(f"{shared.slug}-shared.html")
    save_html(site, target, shared.html, option="--to", generator=GENERATOR)
    for sentence in shared.sentences:
        say(sentence)
    say(f"Written to {target} ({file_size(len(shared.html.encode()))}): attach it to a mail; it opens in any browser.")
