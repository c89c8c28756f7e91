"""Whether a file says that it is a draft, however broken the rest of it is."""

import codecs
import re

from sitegen.content.frontmatter import lines_of_fields

_DRAFT = re.compile(
    r"""["'\u2018-\u201f]?draft["'\u2018-\u201f]?\s*:\s*  # the name, in any case, with or without quotes
    ["'\u2018-\u201f]?(?:true|yes|on|y|t|1)["'\u2018-\u201f]?\s*(?:\#.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_CONFLICT = re.compile(r"(?ms)^<{7}.*?^>{7}[^\n]*$")
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def has_draft_line(data: bytes) -> bool:
    """Return whether a line `draft: true` stands among the fields of a content file, whatever the others are.

    Only for files with errors: what YAML makes of the line decides for all others. The words that mean true for
    YAML, capitals, quotes, odd spaces and no space after the colon count too; comments, lines that are set in
    further than the first field, and lines between the markers of a merge, where two versions differ, do not.
    """
    lines = [line.rstrip() for line in lines_of_fields(_CONFLICT.sub("", _decode(data))) if line.strip()]
    if not lines:
        return False
    indent = len(lines[0]) - len(lines[0].lstrip())
    return any(_DRAFT.fullmatch(line.lstrip()) for line in lines if len(line) - len(line.lstrip()) <= indent)


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF16_BOMS) else "utf-8-sig"
    text = data.decode(encoding, "replace").replace("\ufeff", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")
