"""Number the targets of links and pictures that are typed in Markdown, and put others in their place."""

import re
from collections.abc import Callable, Sequence

from sitegen.content.source_scan import BodySource, find_targets

TARGET = "sitegen-import:"
"""What stands before the number of a target, and in no text that people write; a slash ends the number."""

_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|!\[(?:[^\[\]\\]|\\.)*\]\([^()\s]*\))*)\]\(sitegen-import:(\d+)/(?:\s+\"[^\"\n]*\")?\)"
)
_FIGURE = re.compile(r'\{\{ figure src="sitegen-import:(\d+)/"(?P<rest>[^\n]*?) \}\}')
_LEFT = re.compile(r"sitegen-import:(\d+)/")
_ALT = re.compile(r'(?:alt|caption)="((?:[^"\\]|\\.)*)"')


def number_targets(body: str) -> tuple[str, tuple[str, ...]]:
    """Return a body with `sitegen-import:NUMBER/` for each target in round brackets, and the targets."""
    targets: list[str] = []
    pieces: list[str] = []
    last = 0
    for target in find_targets(BodySource(body, "", 1).code_free):
        start = target.start - (1 if body[target.start - 1 : target.start] == "<" else 0)
        if body[start - 2 : start] != "](" or start < last:
            continue
        pieces += [body[last:start], f"{TARGET}{len(targets)}/"]
        last = target.end + (target.start - start)
        targets.append(target.text)
    return "".join((*pieces, body[last:])), tuple(targets)


def without_targets(text: str) -> str:
    """Return a text in Markdown without the targets of its links and pictures: what it says to readers."""
    return _LEFT.sub("", number_targets(text)[0])


def replace_targets(body: str, targets: Sequence[str], resolve: Callable[[int, bool, str], str]) -> str:
    """Return a body with the final target of each number; a link without one is plain text, a picture goes.

    `resolve` is given the number, whether it is a picture's, and the words of the link; it returns the target or an
    empty text. A target that turns out to be no link's is written again as it was in `targets`.
    """

    def replaced(match: re.Match[str]) -> str:
        inner = _LINK.sub(replaced, match[2])
        target = resolve(int(match[3]), match[1] == "!", inner)
        if target:
            return f"{match[1]}[{inner}]({target})"
        return _gap(match) if match[1] else inner

    def figure(match: re.Match[str]) -> str:
        words = " ".join(_ALT.findall(match["rest"]))
        target = resolve(int(match[1]), True, words)  # noqa: FBT003 - a figure is a picture
        return f'{{{{ figure src="{target.rpartition("static/")[2]}"{match["rest"]} }}}}' if target else ""

    return _LEFT.sub(lambda match: targets[int(match[1])], _FIGURE.sub(figure, _LINK.sub(replaced, body)))


def _gap(match: re.Match[str]) -> str:
    """Return what stands in place of a picture that goes: a space, where words would be joined."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return " " if before.isalnum() and after.isalnum() else ""
