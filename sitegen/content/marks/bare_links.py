"""Make links of the addresses of pages and mail that stand in a text as they are."""

import html
import re
from collections.abc import Iterator

from sitegen.content.character_references import unescape_closed
from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_SCAN = re.compile(
    r"""
      (?P<anchor> <(?P<slash>/?)a(?=[\s>])[^<>]*> )
    | (?P<skip>
          <[^<>]*>                                                  # a tag, or an address in angle brackets
        | (?: \[[^\[\]\n]{0,500} )? \]\( [^()\n]* (?: \([^()\n]*\) [^()\n]* )* \)   # a link, or the end of one
        | ^[ >]* \[[^\[\]\n]+\]: .*                                 # the definition of a link or a note's first line
        | ^\*\[ .*                                                  # an abbreviation
        | \[[^\[\]\n]{0,500}\] (?=\[)                               # the text of a link that is defined elsewhere
        | \\.
      )
    | (?<![\w/@.:+<-]) (?<!\]\() (?<!=["']) (?<!\]:\ )
        (?P<address> (?: https?:// | www\.(?=[\w-]+\.) )
            (?: (?![\u2018-\u201f\u00ab\u00bb\u2039\u203a\u060c\u061b\u061f])            # quotes, marks of Arabic
                (?![\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f])     # and of Chinese
                [^\s<>"'`|\[\]{}\\^] )+ )
    | (?<![\w/@.:+<-]) (?<!\]\() (?<!=["']) (?<!\]:\ )
        (?P<mail> [A-Za-z0-9][\w.+'\u2019-]{0,63} @ (?: [A-Za-z0-9-]{1,63} \. ){1,8} [A-Za-z]{2,24} ) (?![\w@])
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_BEFORE_ADDRESS = " \t\n(<>\"'"
_OPENS_ADDRESS = ("](", "<", '="', "='", "]: ")
_REACH = 300
"""How many characters of an address are looked back at; beyond that it may stand anywhere."""

_PART = r"[^\s<>()\[\]]"
_GOES_ON = re.compile(
    rf"\n[ ]{{0,3}}(?!https?:|www\.)(?P<rest>[a-z0-9]{_PART}*[/_=&?%#]{_PART}*|[a-z0-9]{_PART}*[-.]{_PART}+(?=[ ]*$)"
    rf"|(?<=[-_=&?%]\n)[a-z0-9]{_PART}*)",
    re.MULTILINE,
)
"""The next line, if it goes on with the rest of an address: a word with signs of one, or what follows a hyphen."""

_ENDS = ".,;:!?*_~\u2019\u2026)"
_HOST = re.compile(r"(?:https?://)?(?:localhost|[\w-]+(?:\.[\w-]+)+|\[)", re.IGNORECASE)


def link_addresses(source: BodySource) -> RuleResult:
    """Link each address of a page or of mail outside links, tags and definitions; the text stays as it is typed."""
    if not any(_may_be_bare(source.text, sign) for sign in ("://", "www.", "@")):
        return NO_RESULT
    text = source.code_free
    matches = list(_SCAN.finditer(text))
    return RuleResult(tuple(_edits(matches)), tuple(_broken_addresses(source, text, matches)))


def _may_be_bare(text: str, sign: str) -> bool:
    """Return whether a sign of an address stands anywhere but where a link or a tag has its address.

    Most pages have links and no bare address, and need not be read to the end for it.
    """
    at = text.find(sign)
    while at >= 0:
        first = max(0, at - _REACH)
        start = max(first - 1, *(text.rfind(end, first, at) for end in _BEFORE_ADDRESS)) + 1
        if not text.endswith(_OPENS_ADDRESS, 0, start):
            return True
        at = text.find(sign, at + 1)
    return False


def _edits(matches: list[re.Match[str]]) -> Iterator[Edit]:
    is_linked = False
    for match in matches:
        if match["anchor"]:
            is_linked = not match["slash"]
        elif not match["skip"] and not is_linked:
            typed = match["mail"] or _without_end(match["address"])
            if match["mail"] or _HOST.match(typed):
                start = match.start("mail" if match["mail"] else "address")
                address = unescape_closed(typed)
                yield Edit(start, len(typed), f'<a href="{html.escape(_target(match, address))}">{_shown(address)}</a>')


def _target(match: re.Match[str], address: str) -> str:
    if match["mail"]:
        return "mailto:" + address.replace("\u2019", "'")
    return address if "://" in address[:8] else f"https://{address}"


def _broken_addresses(source: BodySource, text: str, matches: list[re.Match[str]]) -> Iterator[Problem]:
    """Yield a warning for each address whose end stands on the next line, as in texts that come from a PDF."""
    for match in matches:
        address = match["address"]
        if not address or address[-1] not in "/-_=&?%":
            continue
        following = _GOES_ON.match(text, match.end("address"))
        if following and following["rest"].rstrip(_ENDS):
            whole = address + following["rest"].rstrip(_ENDS)
            headline = "this address ends with its line, and seems to go on in the next one"
            yield source.problem(match.start("address"), headline, f"write it on one line: {whole}", "warning")


def _shown(typed: str) -> str:
    """Return an address as text in which Markdown finds no marks."""
    return html.escape(typed).replace("_", "&#95;").replace("*", "&#42;").replace("~", "&#126;")


def _without_end(address: str) -> str:
    """Return an address without the marks of the sentence that it stands in."""
    while address and address[-1] in _ENDS:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
