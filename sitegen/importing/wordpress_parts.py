"""Know what posts of WordPress share: blocks that are used again, texts of pictures, addresses by number."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import NamedTuple

from sitegen.importing.bounds import MOST_BYTES, RefusedSourceError
from sitegen.importing.wordpress_export import ExportedPost, WordPressExport

_BLOCK = re.compile(r"<!--\s*wp:block\s*\{\s*\"ref\"\s*:\s*(?P<id>\d{1,12})[^{}]*\}\s*/-->")
_BY_NUMBER = re.compile(r"https?://[^\s\"'<>?]{1,200}/?\?(?:p|page_id)=(?P<id>\d{1,12})(?![\d&])")
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=\s*([\"'])(?P<alt>.*?)\1", re.IGNORECASE | re.DOTALL)
_NUMBER_OF_IMAGE = re.compile(r"wp-image-(?P<id>\d{1,12})")
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_ALT_SETTING = "_wp_attachment_image_alt"


class SharedParts(NamedTuple):
    """What items of an export say for others, by their numbers: content of blocks, texts of pictures, addresses."""

    blocks: Mapping[str, str]
    alts: Mapping[str, str]
    addresses: Mapping[str, str]

    def with_parts(self, content: str) -> str:
        """Return content with its blocks, texts of pictures that have none, and addresses in place of numbers.

        Raises:
            RefusedSourceError: it would grow too large, since it names the same parts again and again.
        """
        content = _replaced(_BLOCK, lambda match: self.blocks.get(match["id"], match[0]), content)
        content = _replaced(_BY_NUMBER, lambda match: escape(self.addresses.get(match["id"], match[0])), content)
        return _replaced(_IMAGE, self._with_alt, content)

    def _with_alt(self, match: re.Match[str]) -> str:
        number = _NUMBER_OF_IMAGE.search(match[0])
        alt = self.alts.get(number["id"], "") if number else ""
        own = _ALT.search(match[0])
        if not alt or (own and own["alt"].strip()):
            return match[0]
        bare = match[0].replace(own[0], "") if own else match[0]
        return f'{bare[:4]} alt="{escape(alt)}"{bare[4:]}'


def _replaced(pattern: re.Pattern[str], better: Callable[[re.Match[str]], str], content: str) -> str:
    size = 0

    def counted(match: re.Match[str]) -> str:
        nonlocal size
        text = better(match)
        size += len(text)
        if size > MOST_BYTES:
            raise RefusedSourceError("a post of it would grow too large", "delete the blocks that it repeats")
        return text

    return pattern.sub(counted, content)


def shared_parts(export: WordPressExport) -> SharedParts:
    """Return what the items of an export say for others."""
    blocks = {item.text("post_id"): item.text("encoded") for item in export.others.get("wp_block", ())}
    files = export.others.get("attachment", ())
    alts = {item.text("post_id"): alt for item in files if (alt := item.settings.get(_ALT_SETTING, ""))}
    links = {post.text("post_id"): post.text("link") for post in export.posts}
    return SharedParts(blocks, alts, {number: link for number, link in links.items() if number and "?p=" not in link})


def words_of_item(item: ExportedPost) -> str:
    """Return what an item says that becomes no page: its title, text and excerpt, without tags."""
    return " ".join(unescape(_TAG.sub(" ", item.text(name))) for name in ("title", "encoded", "excerpt")).strip()
