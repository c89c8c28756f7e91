"""Write a plain tree as Markdown of this site, so that what was text is read as text and nothing else."""

import re
from typing import Any

from bs4 import Tag
from markdownify import ATX, MarkdownConverter

_MARKS = re.compile(
    r"[\\`*\[]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)|<|\{(?=[{:#.])|(?<=\{)\{|~(?=~)|(?<==)=(?=\S)|\](?=\()|!(?=\[)"
)
_ENTITIES = {"<": "&lt;", "&": "&amp;", "=": "&#61;"}
_LINE_START = re.compile(
    r"(?P<sign>#{1,6}|[-+>:|]|=+|-{2,}|!!!)(?=\s|$)|(?P<alert>!!!)"
    r"|(?P<number>\(?(?:\d{1,9}|[a-z]))(?P<end>[.)])(?=\s|$|[^\W\d_])"
    r"|(?P<dash>[\u2010-\u2015\u2212\u00b7\u00a7o](?=\s)|-(?=[^\W\d_]))"
)
_INLINE_HTML = ("abbr", "ins", "kbd", "mark", "samp", "sub", "sup")
_BREAK_BEFORE_NOTE = re.compile(r"  \n(?=\[\^\d+\]:)")
_SPACES = re.compile(r"\s+")


def to_markdown(root: Tag) -> str:
    """Return the Markdown of a plain tree, without a line end."""
    return _Dialect().convert_soup(root).strip()


def guard_line(text: str) -> str:
    """Return a line of text with a backslash where its beginning would be read as a mark of Markdown."""
    match = _LINE_START.match(text)
    if not match:
        return text
    if match["number"]:
        at = match.end("number")
        return f"{text[:at]}\\{text[at:]}" if match["end"] == "." or text[0] != "(" else f"\\{text}"
    if match["dash"]:
        return f"\\{text}" if match["dash"] == "-" else text
    return f"\\{text}"


class _Dialect(MarkdownConverter):
    """The converter, with what is ours: marks of text escaped, tables with their headings, figures, footnotes."""

    def __init__(self) -> None:
        super().__init__(
            heading_style=ATX,
            bullets="-",
            wrap=True,
            wrap_width=None,
            autolinks=False,
            keep_inline_images_in=["a", "td", "th", "li", "p"],
        )

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _MARKS.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)
        return text.replace("|", "\\|") if parent_tags & {"td", "th"} else text

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = [guard_line(line.strip()) for line in text.strip().split("\n")]
        text = "  \n".join(line for line in lines if line)
        text = _BREAK_BEFORE_NOTE.sub("\n", text)
        return f"\n\n{text}\n\n" if text else ""

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        first, *rest = text.strip().split("\n")
        child = next((child for child in el.children if isinstance(child, Tag) or str(child).strip()), None)
        if not isinstance(child, Tag) or child.name not in {"p", "ul", "ol", "blockquote", "pre", "table"}:
            first = guard_line(first.strip())
        return str(super().convert_li(el, "\n".join([first, *rest]), parent_tags))  # type: ignore[misc]

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_dt(el, guard_line(text.strip()), parent_tags))  # type: ignore[misc]

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return str(super().convert_dd(el, guard_line(text.strip()), parent_tags))  # type: ignore[misc]

    def convert_figcaption(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{guard_line(text.strip())}\n\n" if text.strip() else ""

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802 - as the library names it
        text = _SPACES.sub(" ", text).strip()
        text = re.sub(r"(?<!\\)(#+)$", r"\\\1", text)
        return f"\n\n{'#' * n} {text}\n\n" if text else ""

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if parent_tags & {"td", "th"}:
            return "<br>"
        return " " if "_inline" in parent_tags else "  \n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        alt = self.escape(_SPACES.sub(" ", str(el.get("alt") or "")).strip(), parent_tags)
        return f"![{alt}]({el.get('src') or ''})"

    def convert_figure(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        image, caption = el.find("img"), el.find("figcaption")
        if not isinstance(image, Tag) or not isinstance(caption, Tag) or len(el.find_all("img")) > 1:
            return f"\n\n{text.strip()}\n\n"
        words = _quoted(caption.get_text())
        alt = _quoted(str(image.get("alt") or ""))
        shown = f' alt="{alt}"' if alt else ' decorative="true"'
        caption_text = f' caption="{words}"' if words else ""
        return f'\n\n{{{{ figure src="{image.get("src")}"{shown}{caption_text} }}}}\n\n'

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        code = el.get_text().strip("\n")
        if not code.strip():
            return ""
        ticks = max((len(run) for run in re.findall("`+", code)), default=0)
        fence = "`" * max(3, ticks + 1)
        return f"\n\n{fence}\n{code}\n{fence}\n\n"

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n<details>\n{text.strip()}\n</details>\n\n"

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"<summary>{_SPACES.sub(' ', text).strip()}</summary>\n\n"

    def convert_footnote_mark(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"[^{el.get('n')}]"

    def convert_footnote_note(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n[^{el.get('n')}]: {_SPACES.sub(' ', text).strip()}\n\n"

    def get_conv_fn(self, tag_name: str) -> Any:
        if tag_name in _INLINE_HTML:
            return _as_html
        if tag_name == "s":
            return _as_struck
        return super().get_conv_fn(tag_name)  # type: ignore[misc]


def _as_html(el: Tag, text: str, parent_tags: set[str]) -> str:
    """Keep an element that Markdown has no mark for."""
    del parent_tags
    title = str(el.get("title") or "").replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    attribute = f' title="{title}"' if title and el.name == "abbr" else ""
    return f"<{el.name}{attribute}>{text}</{el.name}>" if text.strip() else text


def _as_struck(el: Tag, text: str, parent_tags: set[str]) -> str:
    del el, parent_tags
    return f"<del>{text}</del>" if text.strip() else text


def _quoted(text: str) -> str:
    return _SPACES.sub(" ", text).strip().replace("\\", "\\\\").replace('"', '\\"')
