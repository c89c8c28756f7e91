"""Share a page of a site: build it as it is now, drafts too, and make one file of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sitegen.building import STATE, Choices, build_site
from sitegen.catalog.permalinks import output_path
from sitegen.engine.plan import Progress
from sitegen.errors import BuildError, ContentError
from sitegen.findings import open_site
from sitegen.model import Page, Record
from sitegen.model.folders import CONTENT
from sitegen.publishing.waiting_pages import main_target, read_sign_off_facts
from sitegen.sharing.inlined_files import path_in_output
from sitegen.sharing.share_facts import PageTimes, share_sentences
from sitegen.sharing.shared_page import SharedFacts, shared_html
from sitegen.upkeep.page_renaming import known_page
from sitegen.upkeep.site_files import read_settings


class SharedPage(Record, frozen=True, kw_only=True):
    """A page as one file: its path below content/, its slug, its HTML, and what it says of itself."""

    path: str
    slug: str
    html: str
    sentences: tuple[str, ...]


def share_page(
    site: Path,
    typed: str,
    *,
    notify: Callable[[str], None] = lambda _text: None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> SharedPage:
    """Return a page of a site, typed as `stories/x`, as one file.

    The site is built as `serve --drafts` builds it, in the same folder, so that little is left to do after a preview.

    Raises:
        UsageError: there is no such page, or it is too large.
        ContentError: it has errors.
        BuildError: something else keeps it from being built.
    """
    config = read_settings(site)
    facts = read_sign_off_facts(site, main_target(config))
    path = known_page(typed, {f"{CONTENT}/{page}": data for page, data in facts.texts.pages.items()})
    out = site.resolve() / STATE / "preview"
    choices = Choices(site=site, out=out, drafts=True, scheduled=True, keep_going=True, notify=notify)
    result = build_site(replace(choices, progress=progress))
    own = [problem for problem in result.errors if problem.location.path == f"{CONTENT}/{path}"]
    if own:
        raise ContentError(*own)
    page, url, html = _read_built(choices, out, path)
    if not html:
        raise BuildError(*result.errors) if result.errors else BuildError("the page was not built", path=path)
    now = datetime.now(UTC).astimezone(ZoneInfo(config.site.timezone))
    times = PageTimes(page.draft, page.publish, page.expires)
    sentences = tuple(share_sentences(facts, path, times, now))
    base = urlsplit(config.site.base_url).path.rstrip("/")

    def read(address: str) -> bytes | None:
        file = out / path_in_output(address, base)
        is_inside = file.resolve().is_relative_to(out.resolve())
        return file.read_bytes() if is_inside and file.is_file() else None

    shared = SharedFacts(sentences=sentences, url=config.site.base_url + url, base_url=config.site.base_url)
    return SharedPage(path=path, slug=page.slug, html=shared_html(html, shared, read), sentences=sentences)


def _read_built(choices: Choices, out: Path, path: str) -> tuple[Page, str, str]:
    """Return a page as it was read, its address, and its HTML; empty if it was not built."""
    with open_site(choices) as built:
        page, route = built.page(path), built.routes.get(path)
        if page is None or route is None:
            raise BuildError("the page was not built", path=f"{CONTENT}/{path}")
        file = out / output_path(route.url)
        return page, route.url, file.read_text("utf-8") if route.listed and file.is_file() else ""
