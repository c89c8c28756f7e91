"""Make Markdown of the marks of Hugo, Jekyll, Eleventy and others that stand for something a page here has."""

import re
from collections.abc import Callable

from sitegen.content.code_free import FENCED
from sitegen.importing.import_records import Notes

_ARGUMENT = re.compile(
    r"""(?P<name>[\w-]{1,40})\s{0,9}=\s{0,9}(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')|"(?P<plain>[^"]*)\""""
)
_FIGURE = re.compile(r"\{\{<\s*(?:figure|img|image)\s+(?P<rest>[^{}]*?)/?>\}\}")
_IMAGE = re.compile(r"\{%-?\s*(?:image|figure|img)\s+(?P<rest>[^{}]*?)-?%\}")
_FILM = re.compile(r"\{\{<\s*(?P<site>youtube|vimeo)\s+(?:id=)?\"?(?P<id>[\w-]{3,40})\"?[^{}]*>\}\}")
_REFERENCE = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"(?P<target>[^\"{}]+)\"\s*[%>]\}\}")
_POST = re.compile(r"\{%-?\s*(?:post_url|link)\s+(?P<target>[^\s{}%]+)\s*-?%\}")
_ROOT = re.compile(
    r"\{\{-?\s*(?:site\.(?:baseurl|url)|\.Site\.BaseURL|base(?:url)?)\s*-?\}\}/?(?=[\w/])", re.IGNORECASE
)
_FILTERED = re.compile(
    r"\{\{-?\s*[\"'](?P<target>[^\"'{}]+)[\"']\s*\|\s*(?:relative_url|absolute_url|rel[uU][rR][lL]|url)\s*-?\}\}"
)
_CODE = re.compile(
    r"(?:\{\{[<%]\s*highlight\b[^{}]*[%>]\}\}(?P<hugo>(?:(?!\{\{[<%]\s*highlight\b).)*?)\{\{[<%]\s*/highlight\s*[%>]\}\}"
    r"|\{%-?\s*highlight\b[^{}]*%\}(?P<liquid>(?:(?!\{%-?\s*highlight\b).)*?)\{%-?\s*endhighlight\s*-?%\})",
    re.DOTALL,
)
_BOX_NAMES = "notice|admonition|callout|alert|note|tip|info|warning|hint"
_BOX = re.compile(
    rf"\{{\{{(?P<sign>[<%])\s*(?P<name>{_BOX_NAMES})\b[^{{}}]*[%>]\}}\}}(?P<words>(?:(?!\{{\{{[<%]\s*(?:{_BOX_NAMES})\b).)*?)\{{\{{[<%]\s*/(?P=name)\s*[%>]\}}\}}",
    re.DOTALL,
)
_FENCED_BOX = re.compile(
    rf"^:::[ \t]*(?:{_BOX_NAMES})\b[^\n]*\n(?P<words>(?:(?!^:::[ \t]*\w).)*?)\n:::[ \t]*$", re.DOTALL | re.MULTILINE
)
_ALERT = re.compile(
    rf"^> ?\[!(?:{_BOX_NAMES}|important|caution)\][ \t]*\n(?P<words>(?:>[^\n]*(?:\n|$))+)", re.MULTILINE | re.IGNORECASE
)
_WIKI_PICTURE = re.compile(r"!\[\[(?P<target>[^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
_WIKI_LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]{1,200})(?:\|(?P<shown>[^\[\]\n]{1,200}))?\]\]")
_COMPONENT = re.compile(r"</?[A-Z][A-Za-z.]{1,60}(?:\s[^<>]{0,500})?/?>")
_CONTENTS = re.compile(r"^[*-] .*\n\{:toc\}[ \t]*$|^\[?\[toc\]\]?[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}\n]{0,200}\}|(?<=\))\{[.#][^{}\n]{0,200}\}")
_HEADING_ID = re.compile(
    r"^(?P<heading>#{1,6}[ \t]+(?P<words>[^\n]*?))[ \t]*\{#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE
)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TITLE = re.compile(r"(\]\([^()\s]+)[ \t]+\"(?P<title>[^\"\n]*)\"\)")
_TEMPLATE = re.compile(r"\{[{%][^{}]{0,1000}[}%]\}")
_CODE_SPAN = re.compile(r"`[^`\n]{1,2000}`")
_HIDDEN = re.compile("\ue000(\\d{1,6})\ue001")
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def read_foreign_marks(body: str, notes: Notes) -> tuple[str, dict[str, str]]:
    """Return a body with Markdown in place of the marks that are known, and the headings of ids that were typed.

    What no page shows, such as comments and attributes, is noted as left out; so are marks that are not known, about
    which a person is asked. In code all stays as it is.
    """
    anchors: dict[str, str] = {}

    def without_id(match: re.Match[str]) -> str:
        anchors[match["id"]] = match["words"]
        notes.mend("a heading has its anchor by itself", match["id"], "")
        return match["heading"]

    def fenced(match: re.Match[str]) -> str:
        code = match["hugo"] or match["liquid"] or ""
        notes.mend("a mark of the other program is one of this site now", match[0].replace(code, " "), "```")
        return f"\n```\n{code.strip(chr(10))}\n```\n"

    codes: list[str] = []

    def hidden(match: re.Match[str]) -> str:
        codes.append(match[0])
        return f"\ue000{len(codes) - 1}\ue001"

    def shown(match: re.Match[str]) -> str:
        return codes[int(match[1])] if int(match[1]) < len(codes) else match[0]

    body = _CODE_SPAN.sub(hidden, FENCED.sub(hidden, _CODE.sub(fenced, body)))
    for pattern, change in _changes(notes).items():
        body = pattern.sub(change, body)
    body = _TEMPLATE.sub(lambda tag: _left_out_tag(tag, notes), _HEADING_ID.sub(without_id, body))
    return _HIDDEN.sub(shown, body), anchors


def _changes(notes: Notes) -> dict[re.Pattern[str], Callable[[re.Match[str]], str]]:
    def left_out(because: str) -> Callable[[re.Match[str]], str]:
        def change(match: re.Match[str]) -> str:
            notes.leave_out(because, match[0])
            return ""

        return change

    def named(better: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
        def change(match: re.Match[str]) -> str:
            text = better(match)
            notes.mend("a mark of the other program is one of this site now", match[0], text)
            return text

        return change

    def unlinked(match: re.Match[str]) -> str:
        shown = match["shown"] or match["target"]
        notes.mend("a mark of the other program is one of this site now", match[0], shown)
        notes.ask(f'a link led to "{match["target"]}" of the other program', "link to the page that is meant", shown)
        return shown

    def asked(match: re.Match[str]) -> str:
        notes.leave_out("a mark of the other program", match[0])
        notes.ask(f'a mark of the other program stood here: "{match[0][:80]}"', "put in what it showed")
        return ""

    def titled(match: re.Match[str]) -> str:
        notes.leave_out("shown when a mouse is over a link or picture", match["title"])
        return f"{match[1]})"

    return {
        _FIGURE: named(_picture),
        _IMAGE: named(_picture),
        _FILM: named(lambda match: f"{_FILMS[match['site']]}{match['id']}"),
        _REFERENCE: named(lambda match: match["target"]),
        _POST: named(lambda match: match["target"]),
        _FILTERED: named(lambda match: match["target"]),
        _ROOT: named(lambda _: "/"),
        _BOX: named(lambda match: _box(match["words"])),
        _FENCED_BOX: named(lambda match: _box(match["words"])),
        _ALERT: named(lambda match: _box(re.sub("(?m)^> ?", "", match["words"]))),
        _WIKI_PICTURE: named(lambda match: f"![]({match['target'].strip().replace(' ', '%20')})"),
        _WIKI_LINK: unlinked,
        _COMPONENT: asked,
        _CONTENTS: left_out("a table of contents"),
        _ATTRIBUTES: left_out("a mark of the other program"),
        _COMMENT: left_out("a comment that no reader saw"),
        _TITLE: titled,
    }


def _left_out_tag(match: re.Match[str], notes: Notes) -> str:
    notes.leave_out("a mark of the other program", match[0])
    notes.ask(f'a mark of the other program stood here: "{" ".join(match[0].split())[:80]}"', "put in what it showed")
    return ""


def _picture(match: re.Match[str]) -> str:
    given = list(_ARGUMENT.finditer(match["rest"]))
    named = {one["name"]: one["double"] or one["single"] or "" for one in given if one["name"]}
    plain = [one["plain"] for one in given if one["plain"] is not None]
    source = named.get("src") or next(iter(plain), "")
    alt = named.get("alt") or next(iter(plain[1:]), "")
    if not source:
        return match[0]
    caption = named.get("caption") or named.get("title") or ""
    below = f"\n\n{caption}" if caption else ""
    return f"![{alt}]({source}){below}"


def _box(words: str) -> str:
    lines = words.strip("\n").split("\n")
    return "\n!!! note\n" + "\n".join(f"    {line.strip()}" if line.strip() else "" for line in lines) + "\n"
