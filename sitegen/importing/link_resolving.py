"""Lead the links of an article to where their pages and files are now, and take its pictures along."""

import posixpath
import re
from collections.abc import Mapping

from sitegen.content.anchors import Anchors
from sitegen.content.link_targets import BadTarget, parse_target
from sitegen.content.marks.tracking import clean_address
from sitegen.content.sanitize import keeps_target
from sitegen.importing.import_records import Article, Notes
from sitegen.importing.known_pages import KnownPages
from sitegen.importing.source import Source
from sitegen.importing.taken_files import NotTakenError, TakenFiles, is_download, words_of_name
from sitegen.importing.text_blocks import plain_line
from sitegen.importing.typed_targets import replace_targets
from sitegen.importing.web_addresses import BROKEN, split_address
from sitegen.model.folders import CONTENT

_NO_ALT = re.compile(
    r"!\[\s*\]\((?P<target>[^()\s]+)\)|(?P<figure>\{\{ figure src=\"(?P<src>[^\"]*)\") decorative=\"true\""
)
_PLACEHOLDER = "Say what this picture shows"
_MOST_SHOWN = 80
_UP = "../.."


class LinkResolver:
    """Resolves the targets of one article; `downloads` are the files that its links took along, with their words."""

    def __init__(
        self, article: Article, source: Source, path: str, pages: KnownPages, files: TakenFiles, notes: Notes
    ) -> None:
        self._article, self._source, self._path = article, source, path
        self._pages, self._files, self._notes = pages, files, notes
        self._slug = posixpath.basename(path).removesuffix(".md")
        self._own_name = f"/{self._slug}-picture"
        self.downloads: dict[str, str] = {}

    def resolve(self, body: str, extra: Mapping[str, bytes]) -> str:
        """Return a body with its final targets; `extra` are pictures that the source holds itself."""

        def resolved(number: int, is_picture: bool, words: str) -> str:  # noqa: FBT001 - of the callback
            target = self._article.targets[number]
            return self._picture(target, words, extra) if is_picture else self._link(target, words)

        return self._with_texts(replace_targets(body, self._article.targets, resolved))

    def _picture(self, target: str, words: str, extra: Mapping[str, bytes]) -> str:
        try:
            path = self._files.take_picture(target, self._source, extra, self._own_name[1:])
        except NotTakenError as error:
            shown = _short(target)
            self._notes.leave_out(f"the text of a picture that {error}", plain_line(words))
            self._notes.ask(
                f'the picture "{shown}" {error}', "save it into static/images, if you may, and put it into the text"
            )
            return ""
        return f"{_UP}/{path}"

    def _link(self, target: str, words: str) -> str:
        if target.startswith("#"):
            return f"#{Anchors().claim(target[1:])}"
        parts = split_address(target)
        is_page_like = parts is not BROKEN and parts.scheme not in {"mailto", "tel"}
        page = self._pages.find(target, self._source.name, self._article.address) if is_page_like else ""
        if page:
            return self._to_page(page, parts.fragment)
        if is_page_like and is_download(target) and not parts.netloc:
            return self._file(target, words)
        is_elsewhere = not is_page_like or (parts.netloc and not self._pages.is_own_host(target))
        is_kept = is_elsewhere and parts is not BROKEN and keeps_target(target)
        return self._to_web(target) if is_kept else self._unlinked(target, words)

    def _to_web(self, target: str) -> str:
        """Return an address of another site, in the form that Markdown can have, without what tracks readers."""
        clean = clean_address(target).replace(" ", "%20")
        if clean != target:
            self._notes.mend("what tracks readers was cut from an address", target, clean)
        return clean

    def _to_page(self, page: str, fragment: str) -> str:
        heading = self._pages.heading_of(page, fragment) if fragment else ""
        anchor = f"#{Anchors().claim(heading)}" if heading else ""
        if anchor and page == self._path:
            return anchor
        if fragment and not heading:
            self._notes.ask(
                f'a link led to the place "#{fragment}" of a page',
                "link to a heading of it, if that is needed",
                fragment,
            )
        if page.startswith("/"):
            return page
        return posixpath.relpath(f"{CONTENT}/{page}", posixpath.dirname(f"{CONTENT}/{self._path}")) + anchor

    def _file(self, target: str, words: str) -> str:
        try:
            path = self._files.take_download(target, self._source)
        except NotTakenError as error:
            hint = "put it into static/downloads, and link to it"
            self._notes.ask(f'the file "{_short(target)}" {error}', hint, plain_line(words))
            self._notes.leave_out("the address of a file that could not come along", target)
            return ""
        self.downloads.setdefault(path, plain_line(words))
        return f"{_UP}/{path}"

    def _unlinked(self, target: str, words: str) -> str:
        """Note a link that leads nowhere; its words stay."""
        meaning = parse_target(target, CONTENT)
        reason = (
            meaning.headline
            if isinstance(meaning, BadTarget)
            else f'a link led to "{_short(target)}", which is no page here'
        )
        self._notes.ask(reason, "link to the page that took its place, if there is one", plain_line(words))
        self._notes.leave_out("the address of a link that leads nowhere now", _short(target))
        return ""

    def _with_texts(self, body: str) -> str:
        """Return a body in which pictures without a text have one that a person is asked to replace."""

        def replaced(match: re.Match[str]) -> str:
            target = match["target"] or match["src"]
            words = "" if self._own_name in target else words_of_name(target)
            alt = words if len(words.split()) > 1 else _PLACEHOLDER
            self._notes.ask(
                f'the picture "{posixpath.basename(target)}" has no text for those who do not see it',
                f'write what it shows in place of "{alt}"',
                alt,
            )
            return f"![{alt}]({target})" if match["target"] else f'{match["figure"]} alt="{alt}"'

        return _NO_ALT.sub(replaced, body)


def _short(target: str) -> str:
    return target if len(target) <= _MOST_SHOWN else f"{target[:_MOST_SHOWN]}..."
