"""Know the debris that old pages leave in a text: players, comment forms, share bars, notices, log-ins, pagers.

What surely is debris goes wherever it stands; what may be text goes only where its whole block is debris.
"""

import re

from sitegen.importing.import_records import Notes
from sitegen.importing.text_blocks import is_code, join_blocks, plain_line, split_blocks

_SURE = {
    "what the player of a film says": (
        r"loading the player.*",
        r"loading (?:video|player|slideshow)\W*",
        r"get the (?:latest )?(?:adobe )?flash player.*",
        r"your browser does not support .*",
        r"javascript (?:must be|is) (?:enabled|disabled|required).*",
        r"please (?:enable|upgrade) (?:javascript|your browser).*",
    ),
    "comments, or a form for them": (
        r"leave a (?:reply|comment)\W*",
        r"you are commenting using your .* account.*",
        r"connecting to %s\W*",
        r"fill in your details below or click an icon.*",
        r"cancel reply",
        r"your e-?mail address will not be published.*",
        r"required fields are marked.*",
        r"notify me of (?:new |follow-?up )?(?:comments|posts).*",
        r"(?:e-?mail|name|website) \(required\).*",
        r"log ?in (?:or register )?to (?:post|leave|reply|comment).*",
        r"\(\s*log out\s*/\s*change\s*\)",
        r"enter your comment here\W*",
        r"\d+ (?:comments|responses|replies) (?:to|on) .*",
        r"add new comment",
    ),
    "a link to a feed": (
        r"subscribe to rss\b.*",
        r"subscribe to (?:this|our|the) .*(?:feed|newsletter)\W*",
        r"(?:comments )?rss feed\W*",
    ),
    "buttons for sharing": (
        r"share this:?",
        r"share on (?:facebook|twitter|linkedin|whatsapp|pinterest).*",
        r"click to (?:share|e-?mail|print) .*",
        r"like loading\W*",
        r"like this:?",
        r"tweet this",
        r"e-?mail (?:this (?:page|story)|to a friend)",
        r"printer-friendly version",
        r"print this (?:page|story|article)",
        r"send by e-?mail",
    ),
    "a cookie notice": (
        r"(?:this (?:web ?)?site|we) uses? cookies\b.*",
        r"(?:accept|reject) (?:all )?cookies",
        r"cookie (?:policy|settings|notice)",
    ),
    "navigation of the old page": (
        r"skip to (?:main )?(?:content|navigation)",
        r"jump to navigation",
        r"you are here:?",
        r"search form",
        r"back to top\W*",
    ),
    "what a mailing list adds": (
        r"view (?:this|it) (?:e-?mail |message )?(?:in|with) (?:your|a) (?:web )?browser\W*",
        r"having trouble (?:viewing|reading) this e-?mail\b.*",
        r"you (?:are receiving|received|are getting) this (?:e-?mail|message|newsletter)\b.*",
        r"unsubscribe(?: from this list| here)?\W*(?:update .*preferences\W*)?",
        r"forward (?:this )?(?:e-?mail )?to a friend\W*",
        r"(?:update|manage) (?:your )?(?:subscription |e-?mail )?preferences\W*",
        r"add us to your address book\W*",
    ),
    "a notice that a mail program adds": (
        r"(?:e-?mail )?confidentiality (?:notice|note|statement)\b.*",
        r"notice to recipients?\b.*",
        (
            r"this (?:e-?mail|message)(?: message)?(?:,? (?:and|including) .{0,60}?)? "
            r"(?:is|are|may be|may contain|contains?) (?:\w+,? ){0,4}(?:confidential|intended|privileged)\b.*"
        ),
    ),
    "a log-in form": (
        r"forgot (?:your )?password\W*",
        r"create new account",
        r"request new password",
        r"remember me",
    ),
}
_ALONE = {
    "buttons for sharing": (
        r"(?:share|tweet|like|facebook|twitter|linkedin|pinterest|whatsapp|reddit|e-?mail|print|more)(?:\s*\d+)?",
    ),
    "buttons of the old page": (r"view|edit|revisions|delete|manage display",),
    "a log-in form": (
        r"log ?in",
        r"sign in",
        r"user ?name\W*",
        r"password\W*",
        r"register",
        r"log ?out",
    ),
    "navigation of the old page": (
        r"(?:[\u00ab\u2039<]\s*)?(?:previous|next|prev|older|newer)(?: (?:page|story|posts?))?(?:\s*[\u00bb\u203a>])?",
        r"page \d+ of \d+",
        r"read more\W*",
        r"continue reading\W*",
        r"home",
        r"menu",
        r"search",
    ),
    "comments, or a form for them": (
        r"no comments(?: yet)?",
        r"\d* ?comments?",
        r"reply",
        r"submit",
        r"post comment",
        r"comment",
        r"website",
    ),
}
_PATTERNS = {
    kind: {because: re.compile("|".join(phrases), re.IGNORECASE) for because, phrases in table.items()}
    for kind, table in (("sure", _SURE), ("alone", _ALONE))
}


def remove_debris(body: str, notes: Notes) -> str:
    """Return a body without debris, which is noted as left out."""
    return join_blocks(_without_debris(block, notes) for block in split_blocks(body))


def why_debris(line: str, *, is_alone: bool) -> str:
    """Return why a line is debris, as the end of a sentence; empty if it may be text."""
    text = plain_line(line)
    for kind in ("sure", "alone") if is_alone else ("sure",):
        for because, pattern in _PATTERNS[kind].items():
            if pattern.fullmatch(text):
                return because
    return ""


def _without_debris(block: str, notes: Notes) -> str:
    if is_code(block):
        return block
    lines = block.split("\n")
    reasons = [why_debris(line, is_alone=True) for line in lines]
    if not all(reasons):
        reasons = [why_debris(line, is_alone=False) for line in lines]
    for line, because in zip(lines, reasons, strict=True):
        if because:
            notes.leave_out(because, plain_line(line))
    return "\n".join(line for line, because in zip(lines, reasons, strict=True) if not because)
