"""The texts of a kept release, as its sources had them."""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.approvals.page_versions import PageVersion, PageVersions
from sitegen.approvals.site_texts import SiteTexts, pages_of
from sitegen.model import Config
from sitegen.model.folders import CONTENT, STATIC
from sitegen.publishing.kept_releases import KeptRelease, KeptReleases


class ReleasedPages(NamedTuple):
    """The pages that a release was made from, but for drafts: their texts and versions, by paths below content/."""

    texts: SiteTexts
    reader: PageVersions
    versions: Mapping[str, PageVersion]


def released_pages(kept: KeptReleases, record: KeptRelease, config: Config) -> ReleasedPages:
    """Return the pages of a kept release, read by the settings of today; a page that is lost is left out."""
    paths = [path for path in record.sources if path.startswith(f"{CONTENT}/") and path.endswith(".md")]
    blobs = {path: kept.blob(record.sources[path]) for path in paths}
    data = {path: blob.read_bytes() for path, blob in blobs.items() if blob.is_file()}
    texts = SiteTexts(config, pages_of(config, data), lambda path: record.sources.get(f"{STATIC}/{path}", ""))
    reader = PageVersions(texts)
    return ReleasedPages(
        texts, reader, {path: reader.version(path) for path in texts.pages if not reader.has(path, "draft")}
    )
