"""Extract plain text from sanitized HTML, for search, summaries, headings and labels."""

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
    """Return the text of sanitized HTML, with a line for each paragraph, list item and cell; no line is empty."""
    text = _strip_footnote_links(clean_html).replace("\n", " ")
    text = _TAG.sub("", _BREAK.sub(" ", _BLOCK.sub("\n", text)))
    lines = [" ".join(html.unescape(line).split()) for line in text.split("\n")]
    return "\n".join(filter(None, lines))


def inline_text(clean_html: str) -> str:
    """Return the text of sanitized HTML on one line, with single spaces."""
    text = _TAG.sub("", _BREAK.sub(" ", _BLOCK.sub(" ", _strip_footnote_links(clean_html))))
    return " ".join(html.unescape(text).split())


def _strip_footnote_links(clean_html: str) -> str:
    """Remove the numbers and arrows that lead to footnotes and back."""
    return _FOOTNOTE_LINK.sub("", clean_html) if "footnote-" in clean_html else clean_html
