"""Small made-up releases for tests: their files, what they hold, and what a reader of a folder would miss."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sitegen.model import PublishTarget
from sitegen.model.folders import PUBLISH_STATE
from sitegen.publishing.preparing import ReadyRelease
from sitegen.publishing.publication import Publication, carry_out, plan_publication, refuse_conflicts
from sitegen.publishing.release_contents import (
    RELEASE_ID,
    FileRole,
    Release,
    ReleaseFile,
    has_fingerprint,
    id_text,
    make_release,
)
from tests.site.small import files

NOW = datetime(2026, 6, 3, 9, 0, tzinfo=UTC)

FIRST = {
    "index.html": "assets/site.1.css tools/index.html",
    "tools/index.html": "assets/site.1.css tools/a/index.html tools/b/index.html",
    "tools/a/index.html": "assets/site.1.css assets/a.1.png downloads/a.pdf",
    "tools/b/index.html": "assets/site.1.css",
    "assets/site.1.css": "body {}",
    "assets/a.1.png": "a picture",
    "downloads/a.pdf": "a guide",
    "swap/index.html": "assets/site.1.css",
    "leaf": "a file that becomes a folder",
    "sitemap.xml": "/tools/a/",
}
SECOND = {
    "index.html": "assets/site.2.css tools/index.html",
    "tools/index.html": "assets/site.2.css tools/a/index.html tools/c/index.html",
    "tools/a/index.html": "assets/site.2.css assets/a.2.png downloads/b.pdf",
    "tools/c/index.html": "assets/site.2.css assets/c.1.png",
    "assets/site.2.css": "body { color: teal }",
    "assets/a.2.png": "a better picture",
    "assets/c.1.png": "another picture",
    "downloads/b.pdf": "a better guide",
    "swap": "a folder that became a file",
    "leaf/index.html": "assets/site.2.css",
    "sitemap.xml": "/tools/a/ /tools/c/",
}
"""Two releases in which something is new, changed, gone, or of another sort. What pages hold names what they need."""


def role_of(path: str) -> FileRole:
    """Return what a made-up file is, by its path."""
    if has_fingerprint(path):
        return "fingerprinted"
    if path.endswith(".html"):
        return "page" if path.count("/") > 1 else "list"
    return "entry" if path.endswith((".xml", ".txt")) else "file"


def release_of(texts: Mapping[str, str], titles: Mapping[str, str] | None = None) -> Release:
    """Return the release whose files hold these texts; pages are called as their text unless `titles` says so."""
    return make_release({path: _file(path, text, (titles or {}).get(path, text)) for path, text in texts.items()})


def ready(texts: Mapping[str, str]) -> ReadyRelease:
    """Return a release, ready to be published."""
    release = release_of(texts)
    return ReadyRelease(
        release=release,
        source=lambda path: id_text(release.id) if path == RELEASE_ID else texts[path].encode(),
        addresses=("/tools/a/",),
        day="2026-06-03",
    )


class Publisher:
    """Publishes made-up releases from `folder`/site to `folder`/www."""

    def __init__(self, folder: Path, *, atomic: bool = False, permanent: bool = False) -> None:
        self.site, self.www = folder / "site", folder / "www"
        self.site.mkdir(exist_ok=True)
        self.base_url = "https://example.org"
        self.target = PublishTarget(name="live", folder="../www", atomic=atomic, permanent=permanent)

    def plan(self, texts: Mapping[str, str], **choices: bool) -> Publication:
        """Return what is to be done."""
        return plan_publication(self.site, self.target, release_of(texts), base_url=self.base_url, **choices)

    def publish(self, texts: Mapping[str, str], *, owner: str = "ann", **choices: bool) -> Publication:
        """Publish a release; return what was to be done."""
        publication = self.plan(texts, **choices)
        refuse_conflicts(publication)
        source = ready(texts).source
        carry_out(publication, source, owner=owner, now=lambda: NOW, on_step=lambda _done, _total: None)
        return publication

    def texts(self) -> dict[str, str]:
        """Return what readers get at each path."""
        own = (RELEASE_ID, PUBLISH_STATE)
        return {path: data.decode() for path, data in files(self.www).items() if not path.startswith(own)}


def missing_for_readers(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what each page at a target needs and does not get, of those that lack something."""
    pages = {path: re.split(r"\s+", text) for path, text in texts.items() if path.endswith(".html")}
    needs = {path: [name for name in names if not name.endswith(".html")] for path, names in pages.items()}
    missing = {path: [name for name in names if name not in texts] for path, names in needs.items()}
    return {path: names for path, names in missing.items() if names}


def _file(path: str, text: str, title: str) -> ReleaseFile:
    role = role_of(path)
    data = text.encode()
    return ReleaseFile(len(data), sha256(data).hexdigest(), role, title if role == "page" else "")
