"""What a page says, as a digest: equal as long as nobody changes its words, or a file that it uses.

The text is normalised before: line ends, the order of fields, quotes and comments do not count, nor does what says
where and when a page is shown (`UNSIGNED_FIELDS`). A link counts as the page that it leads to, which is known by its
oldest address, a term as its label, and a file as its bytes: so a rename changes no digest, of no page.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

import msgspec

from sitegen.approvals.site_texts import SiteTexts
from sitegen.catalog.permalinks import page_url
from sitegen.catalog.ref_targets import target_of
from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary, term_of
from sitegen.content.frontmatter import split_file
from sitegen.content.link_targets import InternalTarget, parse_target
from sitegen.content.page_values import TERM_FIELDS
from sitegen.content.source_scan import BodySource
from sitegen.editing.page_rename import ref_field
from sitegen.editing.plain_changes import texts_of
from sitegen.editing.target_edits import target_edits
from sitegen.editing.yaml_tree import Keys
from sitegen.located import plain
from sitegen.located.nodes import Plain
from sitegen.model.folders import CONTENT, STATIC

UNSIGNED_FIELDS = ("aliases", "draft", "expires", "owner", "publish", "review_by", "slug")
"""The fields that are no part of what is agreed to: where, when and by whom a page is looked after."""

_FORM = "page version 1"
_QUOTED = re.compile(r'"([^"\n]{1,300})"')
_LONGEST_NAME = 300


class PageVersion(NamedTuple):
    """A page, by its path below content/, as it says now: its digest, its title, and the files that it uses.

    `files` are SHA-256 in hex digits by paths below static/.
    """

    path: str
    digest: str
    title: str
    files: Mapping[str, str]


class PageVersions:
    """The versions of the pages of a site, each worked out when it is asked for."""

    def __init__(self, texts: SiteTexts) -> None:
        self._texts = texts
        self._collections = {collection.id: collection for collection in texts.config.collections}

    def version(self, path: str) -> PageVersion:
        """Return the version of a page, whatever is wrong with it. Raises KeyError where there is none."""
        fields, body = self._parts[path]
        reading = _Reading(self, path)
        tree = fields if isinstance(fields, dict) else {}
        said: list[list[object]] = [
            [list(keys), reading.value(keys, text)] for keys, text in texts_of(tree) if _is_signed(keys)
        ]
        text = reading.markdown(body.strip("\n"))
        shown = [reading.file(match[1]) for match in _QUOTED.finditer(body)]
        form = [_FORM, path.partition("/")[0], sorted(said, key=_sort_key), text, list(filter(None, shown))]
        title = tree.get("title")
        name = " ".join(title.split()) if isinstance(title, str) else path.removesuffix(".md")
        return PageVersion(path, sha256(msgspec.json.encode(form)).hexdigest(), name, reading.files)

    def all(self) -> dict[str, PageVersion]:
        """Return the versions of all pages by their paths below content/."""
        return {path: self.version(path) for path in self._parts}

    def url(self, path: str) -> str:
        """Return the address of a page."""
        folder, _, stem = path.removesuffix(".md").partition("/")
        slug = next(iter(self._typed(path, "slug")), "")
        return page_url(self._collections[folder], slug.strip() or stem)

    def aliases(self, path: str) -> list[str]:
        """Return the earlier addresses of a page, as addresses, in the order written."""
        return [f"/{alias.strip().strip('/')}/" for alias in self._typed(path, "aliases")]

    def has(self, path: str, field: str) -> bool:
        """Return whether a field of a page says yes."""
        return any(text.strip().lower() in {"yes", "true"} for text in self._typed(path, field))

    @cached_property
    def _parts(self) -> dict[str, tuple[Plain, str]]:
        parts = {}
        for path, data in self._texts.pages.items():
            source, _ = split_file(data, f"{CONTENT}/{path}")
            parts[path] = (plain(source.node) if source.node is not None else {}, source.body)
        return parts

    @cached_property
    def names(self) -> dict[str, str]:
        """The oldest known address of each page, by its path, its address, and its earlier addresses."""
        oldest = {path: next(iter(self.aliases(path)), self.url(path)) for path in self._parts}
        known = {alias: oldest[path] for path in self._parts for alias in self.aliases(path)}
        return known | {self.url(path): name for path, name in oldest.items()} | oldest

    @cached_property
    def vocabularies(self) -> dict[str, tuple[Vocabulary, Mapping[str, str]]]:
        """The words of each field of terms, and the labels of these terms by id."""
        return {
            taxonomy.field: (make_vocabulary(taxonomy), {term.id: term.label for term in taxonomy.terms})
            for taxonomy in self._texts.config.taxonomies
        }

    def file_digest(self, path: str) -> str:
        """Return the SHA-256 of a file below static/; empty where there is none."""
        return self._texts.file_digest(path)

    def _typed(self, path: str, field: str) -> Iterator[str]:
        return (text for keys, text in texts_of(self._parts[path][0]) if keys[:1] == (field,))


class _Reading:
    """Reads one page; `files` are those that it was found to use."""

    def __init__(self, versions: PageVersions, path: str) -> None:
        self._versions = versions
        self._folder = f"{CONTENT}/{path.partition('/')[0]}"
        self.files: dict[str, str] = {}

    def value(self, keys: Keys, text: str) -> str:
        """Return what a value of a field says."""
        if field := ref_field(keys):
            name = target_of(field, text)
            return f"page {self._versions.names.get(name, name)}"
        if keys[0] in TERM_FIELDS or keys[2:3] == ("dimension",):
            return self._term(str(keys[0]) if keys[0] in TERM_FIELDS else "dimensions", text)
        if text.strip().startswith("/") and (target := self._target(text.strip())):
            return target
        return self.file(text) or self.markdown(text.strip())

    def markdown(self, text: str) -> str:
        """Return a text in which each link names what it leads to."""
        source = BodySource(normalize("NFC", text), "", 1)
        return source.edited(target_edits(source, self._target)).text

    def file(self, typed: str) -> str:
        """Return what stands for a file that is named by its path below static/; empty where there is none."""
        name = typed.strip().removeprefix("/").removeprefix(f"{STATIC}/")
        if not name or len(name) > _LONGEST_NAME or "\n" in name:
            return ""
        digest = self._versions.file_digest(name)
        if digest:
            self.files[name] = digest
        return digest and f"file {digest}"

    def _term(self, field: str, text: str) -> str:
        words, labels = self._versions.vocabularies.get(field, (None, {}))
        term = term_of(text.strip(), words) if words else ""
        return f"term {labels.get(term) or term or text.strip()}"

    def _target(self, typed: str) -> str | None:
        meaning = parse_target(typed, self._folder)
        if not isinstance(meaning, InternalTarget):
            return None
        bare, mark, query = meaning.target.partition("?")
        name = unquote(bare) if bare.startswith("/") else bare
        page = self._versions.names.get(name)
        if page:
            return f"page {page}{mark}{query}#{meaning.fragment}"
        return self.file(name) or None


def _is_signed(keys: Keys) -> bool:
    return keys[0] not in UNSIGNED_FIELDS


def _sort_key(said: list[object]) -> bytes:
    return msgspec.json.encode(said[0])
