"""The elements of HTML: those of the standard, and those of before that pages still have.

Source: HTML Living Standard, 4 (elements), 13.1.2 (void elements, elements that hold raw text, optional end tags),
16.2 (elements that are obsolete).
"""

# fmt: off
VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})
"""They have no end tag."""

ENDS_BY_ITSELF = frozenset({
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody",
    "td", "tfoot", "th", "thead", "tr",
})
"""They end where the next one begins, or the one around them ends."""

HOLDS_RAW_TEXT = frozenset({
    "iframe", "noembed", "noframes", "noscript", "object", "plaintext", "script", "style", "template", "textarea",
    "title", "xmp",
})
"""What stands in them is read by no rule of HTML, or goes with them when they are removed."""

FOREIGN = frozenset({"math", "svg"})
"""They hold elements of another language, which are not here."""

_OTHERS = frozenset({
    "a", "abbr", "acronym", "address", "applet", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blink",
    "blockquote", "button", "canvas", "center", "cite", "code", "data", "datalist", "del", "details", "dfn", "dialog",
    "dir", "div", "dl", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "frameset", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "i", "ins", "kbd", "label", "legend", "listing", "main", "map", "mark",
    "marquee", "menu", "meter", "nav", "nobr", "ol", "output", "picture", "pre", "progress", "q", "ruby", "s", "samp",
    "search", "section", "select", "slot", "small", "span", "strike", "strong", "sub", "summary", "sup", "table",
    "time", "tt", "u", "ul", "var", "video",
})

FLAGS = frozenset({
    "allowfullscreen", "async", "autofocus", "autoplay", "checked", "compact", "controls", "default", "defer",
    "disabled", "formnovalidate", "hidden", "inert", "ismap", "itemscope", "loop", "markdown", "multiple", "muted",
    "nohref", "nomodule", "noshade", "novalidate", "nowrap", "open", "playsinline", "readonly", "required", "reversed",
    "selected",
})
"""The attributes that stand without a value."""
# fmt: on

ELEMENTS = VOID | ENDS_BY_ITSELF | HOLDS_RAW_TEXT | FOREIGN | _OTHERS
"""All of them, in lower case."""
