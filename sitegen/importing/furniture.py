"""Know the parts of a web page that are no text of it: navigation, comment forms, share bars, notices, players."""

import re

from bs4 import Tag

_BY_TAG = {
    "nav": "navigation of the old page",
    "form": "a form of the old page",
    "footer": "the foot of the old page",
    "button": "a button of the old page",
    "select": "a form of the old page",
    "textarea": "a form of the old page",
    "input": "a form of the old page",
    "noscript": "shown only without script",
    "dialog": "a notice of the old page",
    "svg": "the words of a drawing",
    "iframe": "what another site shows in a frame",
    "object": "what an old plug-in shows",
    "search": "the search of the old page",
}
_BY_ROLE = {
    "navigation": "navigation of the old page",
    "banner": "the head of the old page",
    "contentinfo": "the foot of the old page",
    "search": "the search of the old page",
    "alertdialog": "a notice of the old page",
    "dialog": "a notice of the old page",
}
_BY_NAME = {
    "navigation of the old page": (
        r"(?:main-?|site-?|sub-?|post-?|page-?)?(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager)",
        r"skip-?(?:link|nav|to-content)",
        r"s4-ribbonrow|sidenavbox|suitebar.*",
        r"neighbours",
        r"nav-links",
    ),
    "comments, or a form for them": (
        r"comments?(?:-area|-form|-list|-respond|-reply.*)?",
        r"commentlist",
        r"respond",
        r"reply-form",
        r"disqus.*",
    ),
    "buttons for sharing": (
        r"share",
        r"sharing",
        r"shares",
        r"share-?(?:bar|buttons|links|this)",
        r"service-links",
        r"sharedaddy",
        r"social(?:-?(?:share|links|media|icons|bar))?",
        r"addthis.*",
        r"addtoany.*",
        r"sharethis.*",
        r"sd-sharing.*",
    ),
    "a cookie notice": (
        r"cookies?(?:-?(?:notice|banner|bar|consent|law.*))?",
        r"consent",
        r"gdpr",
        r"onetrust.*",
    ),
    "a log-in form": (
        r"log-?in(?:-form)?",
        r"sign-?in(?:-form)?",
        r"user-login.*",
    ),
    "the search of the old page": (r"search(?:-?(?:form|box|block.*))?",),
    "a link to a feed": (
        r"feed-icons?",
        r"rss",
        r"subscribe",
        r"subscription.*",
        r"newsletter(?:-signup)?",
    ),
    "links to other pages of the old site": (
        r"related(?:-?(?:posts|content|links))?",
        r"jp-relatedposts",
        r"read-?more",
        r"filed",
        r"more-link",
    ),
    "the player of a film": (
        r"jw-?player.*",
        r"(?:video-?)?player",
        r"video-?wrapper",
        r"plyr.*",
    ),
    "a side column of the old page": (
        r"side-?bar(?:-.*)?",
        r"widgets?",
        r"widget-area",
        r"secondary",
    ),
    "an advertisement": (
        r"ads?",
        r"advert(?:s|isement)?",
        r"banner-ad",
        r"promo",
    ),
    "the head of the old page": (
        r"site-header",
        r"page-header-region",
        r"masthead",
        r"site-branding",
    ),
    "the foot of the old page": (
        r"site-footer",
        r"footer",
        r"page-footer",
        r"copyright",
    ),
    "facts about the old page": (
        r"(?:entry|post|article)-?meta(?:-header)?",
        r"(?:item|row)-facts",
        r"eyebrow",
        r"submitted",
        r"entry-footer",
        r"entry-meta-footer",
        r"post-?tags",
        r"print-link",
        r"printfriendly.*",
    ),
}
_NAMES = {because: re.compile("|".join(names), re.IGNORECASE) for because, names in _BY_NAME.items()}
_NAMED = re.compile(
    r"(?:related(?: (?:content|posts?|articles?|stories|links|pages))?|more like this"
    r"|you (?:may|might) also (?:like|enjoy)|most (?:popular|read|viewed)|recent (?:posts|comments)"
    r"|popular (?:posts|stories)|post navigation)\W*",
    re.IGNORECASE,
)
"""The headings of parts that lead to other pages."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(r"screen-reader-text|sr-only|visually-?hidden|element-invisible", re.IGNORECASE)


def why_furniture(element: Tag) -> str:
    """Return why an element is no text of its page, as the end of a sentence; empty if it may be."""
    if is_hidden(element):
        return "hidden on the old page"
    role = str(element.get("role") or "").lower()
    known = _BY_TAG.get(element.name) or _BY_ROLE.get(role, "")
    if known or element.name in {"html", "body", "main"}:
        return known
    names = [*words_of(element, "class"), *words_of(element, "id")]
    for name in names:
        plain = name.replace("_", "-")
        for because, pattern in _NAMES.items():
            if pattern.fullmatch(plain):
                return because
    return "links to other pages of the old site" if _leads_elsewhere(element) else ""


def _leads_elsewhere(element: Tag) -> bool:
    """Return whether a part begins with a heading that says that it only leads to other pages."""
    if element.name not in {"section", "aside", "div"}:
        return False
    first = next((child for child in element.children if isinstance(child, Tag) or str(child).strip()), None)
    if not isinstance(first, Tag) or not re.fullmatch("h[2-6]", first.name):
        return False
    return _NAMED.fullmatch(" ".join(first.get_text().split())) is not None


def is_hidden(element: Tag) -> bool:
    """Return whether readers of the old page did not see an element."""
    if element.get("hidden") is not None or str(element.get("aria-hidden") or "").lower() == "true":
        return True
    if _HIDDEN.search(str(element.get("style") or "")):
        return True
    return any(_UNSEEN.fullmatch(name) for name in words_of(element, "class"))


def words_of(element: Tag, attribute: str) -> list[str]:
    """Return the words of an attribute, such as the names of its classes."""
    value = element.get(attribute) or ""
    return value.split() if isinstance(value, str) else [str(word) for word in value]
