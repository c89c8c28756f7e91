"""Map field names that people know from other systems to ours."""

_PUBLISHED_FIELDS = frozenset({"live", "public", "published", "visible"})
"""Fields that say elsewhere, with yes or no, whether a page is shown."""

_YES, _NO = frozenset({"1", "on", "true", "yes"}), frozenset({"0", "false", "no", "off"})

MEANT_FIELDS: dict[str, str] = {
    "abstract": "summary",
    "alt": "image",
    "attachments": "downloads",
    "audience": "roles",
    "author": "owner",
    "categories": "topics",
    "category": "topics",
    "created": "date",
    "description": "summary",
    "expiration": "expires",
    "expiry": "expires",
    "faq": "questions",
    "file": "downloads",
    "files": "downloads",
    "headline": "title",
    "hidden": "draft",
    "image_alt": "image",
    "keywords": "topics",
    "language": "lang",
    "level": "team_levels",
    "levels": "team_levels",
    "locations": "regions",
    "modified": "updated",
    "name": "title",
    "order": "weight",
    "permalink": "slug",
    "photo": "image",
    "picture": "image",
    "posted": "date",
    "publish_date": "publish",
    "published": "publish",
    "redirect_from": "aliases",
    "redirects": "aliases",
    "section": "topics",
    "see_also": "related",
    "subject": "topics",
    "tag": "topics",
    "tags": "topics",
    "teaser": "summary",
    "thumbnail": "image",
    "unpublished": "draft",
    "url": "slug",
    "wip": "draft",
}


def published_hint(field: str, value: str) -> str:
    """Return a hint at how a page is hidden or shown here, for a field that says so elsewhere; empty for any other."""
    if field.casefold() not in _PUBLISHED_FIELDS or value.casefold() not in _YES | _NO:
        return ""
    return (
        "write draft: true in its place"
        if value.casefold() in _NO
        else "delete the line: a page that is no draft is published"
    )
