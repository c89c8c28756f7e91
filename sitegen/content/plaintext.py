"""Sanitised HTML to plain text: for search, summaries, headings and labels."""

import html
import re

_BLOCK = re.compile(
    "</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|blockquote|div|section|details"
    "|summary|figure|figcaption|pre|hr)(?: [^>]*)?>"
)
_BREAK = re.compile("<br(?: [^>]*)?>")
_TAG = re.compile("<[^>]*>")
_FOOTNOTE_LINK = re.compile(
    '<sup[^>]* id="fnref[^>]*>.*?</sup>|<a[^>]* class="footnote-backref[^>]*>.*?</a>', re.DOTALL
)


def plain_text(clean_html: str) -> str:
    """Give the text of sanitised HTML: one paragraph, list item or cell a line, no empty lines, no markup."""
    text = _without_notes(clean_html).replace("\n", " ")
    text = _TAG.sub("", _BREAK.sub(" ", _BLOCK.sub("\n", text)))
    lines = [" ".join(html.unescape(line).split()) for line in text.split("\n")]
    return "\n".join(filter(None, lines))


def inline_text(clean_html: str) -> str:
    """Give the text of sanitised HTML as one line."""
    text = _TAG.sub("", _BREAK.sub(" ", _BLOCK.sub(" ", _without_notes(clean_html))))
    return " ".join(html.unescape(text).split())


def _without_notes(clean_html: str) -> str:
    """Leave out the numbers and arrows that lead to footnotes and back."""
    return _FOOTNOTE_LINK.sub("", clean_html) if "footnote-" in clean_html else clean_html
