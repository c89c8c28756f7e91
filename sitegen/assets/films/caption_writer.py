"""Write captions as WebVTT: whatever the words are, they stay the words of their caption.

Source: WebVTT, W3C Candidate Recommendation, 4.2.1 (caption text), 4.3 (times).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NOT_IN_A_LINE = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Caption(NamedTuple):
    """What is read from one moment to another, in seconds."""

    start: float
    end: float
    words: str


def write_captions(captions: Iterable[Caption]) -> bytes:
    """Return captions as a WebVTT file, in the order given: words on one line, markup shown as it is typed.

    A caption without words is left out, for its times would say nothing.
    """
    blocks = ["WEBVTT\n"]
    for caption in captions:
        words = _NOT_IN_A_LINE.sub(" ", caption.words).strip().translate(_ESCAPES)
        if words:
            blocks.append(f"{_time(caption.start)} --> {_time(caption.end)}\n{words}\n")
    return "\n".join(blocks).encode()


def _time(seconds: float) -> str:
    minutes, thousandths = divmod(round(max(0.0, seconds) * 1000), 60_000)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours:02}:" if hours else ""
    return f"{start}{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"
