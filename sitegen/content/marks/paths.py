r"""Show the paths of Windows as they are typed: `\\server\_files`, `D:\*.txt`, in which Markdown sees escapes."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_PATH = re.compile(r"(?<![\w\\:])(?:\\\\(?=\w)|[A-Za-z]:\\)[^\s\\]+(?:\\[^\s\\]+)*")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()>#+.!-])")


def show_paths(source: BodySource) -> RuleResult:
    """Escape the backslashes of paths that have not been escaped already."""
    if "\\\\" not in source.text and ":\\" not in source.text:
        return NO_RESULT
    text = source.code_free
    paths = (path.span() for path in _PATH.finditer(text))
    return RuleResult(
        tuple(Edit(sign.start(), 0, r"\\") for start, end in paths for sign in _ESCAPE.finditer(text, start, end))
    )
