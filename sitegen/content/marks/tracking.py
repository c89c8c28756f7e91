"""Cut from the addresses of links what only serves to track readers."""

import re
from urllib.parse import quote, unquote

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_SIGNS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "msclkid", "safelinks.protection")
_WRAPPERS = ("google.com/url?", "facebook.com/l.php?", "urldefense.com/v3/__")
_ADDRESS = re.compile(
    r"""(?:\]\([ \n]*+<?|^[ >]*+\[[^\[\]\n]++\]:[ ]*+<?|<|\bhref\s*+=\s*+["']?|(?P<bare>^|(?<=[\s(*_~])))"""
    r"""(?P<address>https?://(?:[^\s<>"'()]|\([^\s<>"'()]*+\))++)""",
    re.IGNORECASE | re.MULTILINE,
)
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|msclkid)(?:=|$)", re.IGNORECASE)
_SAFELINK = re.compile(
    r"https?://[\w.-]+\.safelinks\.protection\.outlook\.com/[^?#]*\?(?:[^#]*?&(?:amp;)?)?url=(?P<url>[^&#]+)",
    re.IGNORECASE,
)
_REDIRECT = re.compile(
    r"https?://(?:(?:www\.)?google\.com/url|l\.facebook\.com/l\.php|lm\.facebook\.com/l\.php)\?"
    r"(?:[^#]*?&(?:amp;)?)?(?:q|u|url)=(?P<url>https?(?::|%3A)[^&#]+)",
    re.IGNORECASE,
)
_DEFENSE = re.compile(r"https?://urldefense\.com/v3/__(?P<url>https?:/{1,2}[^*\s]+?)__;[^\s]*", re.IGNORECASE)
_ENDS = ".,;:!?*_~\u2019\u2026"
"""What ends a sentence or a mark after an address that stands in the text as it is."""

_HEADLINE = "what tracks readers was cut from this address"
_HINT = 'write "{}"'


def cut_tracking(source: BodySource) -> RuleResult:
    """Cut tracking from the addresses of links, and unwrap those of Outlook and Google; advise so at each place."""
    if "://" not in source.text:
        return NO_RESULT
    lower = source.text.lower()
    if not any(sign in lower for sign in (*_SIGNS, *_WRAPPERS)):
        return NO_RESULT
    edits, problems = [], []
    for match in _ADDRESS.finditer(source.code_free):
        typed = match["address"] if match["bare"] is None else match["address"].rstrip(_ENDS)
        address = clean_address(typed)
        if address != typed:
            offset = match.start("address")
            edits.append(Edit(offset, len(typed), address))
            problems.append(source.problem(offset, _HEADLINE, _HINT.format(address), "advice"))
    return RuleResult(tuple(edits), tuple(problems))


def clean_address(address: str) -> str:
    """Return an address as it leads there without telling anybody who follows it."""
    return _without_tracking(_unwrapped(address))


def _unwrapped(address: str) -> str:
    """Return the address that another site wrapped into one of its own, to see who follows it; others as they are."""
    if defended := _DEFENSE.fullmatch(address):
        return defended["url"]
    wrapped = _SAFELINK.match(address) or _REDIRECT.match(address)
    url = unquote(wrapped["url"]) if wrapped else ""
    is_web = url.lower().startswith(("https://", "http://"))
    return quote(url, safe=":/?#[]@!$&*+,;=%~") if is_web else address


def _without_tracking(address: str) -> str:
    """Return an address without the parts of its query that track; the others stay as they are, in their order."""
    rest, mark, fragment = address.partition("#")
    path, _, query = rest.partition("?")
    separator = "&amp;" if "&amp;" in query else "&"
    parts = query.split(separator)
    kept = [part for part in parts if not _TRACKING.match(part)]
    if len(kept) == len(parts):
        return address
    return path + ("?" if kept else "") + separator.join(kept) + mark + fragment
