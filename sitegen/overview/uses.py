"""Find what leads to each page and each file: texts, fields, menus and settings, templates, styles and scripts."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.assets.file_patterns import matches
from sitegen.assets.linked_names import linked_names
from sitegen.catalog.page_bodies import page_bodies
from sitegen.catalog.ref_targets import target_of, typed_refs
from sitegen.model import Body, Html, LocatedText, Page, Record, Ref, Shortcode
from sitegen.model.folders import GOLDEN_QUERIES, SETTINGS, STATIC, TEMPLATES
from sitegen.overview.golden_uses import golden_uses
from sitegen.overview.site_facts import PageFacts, SiteFacts
from sitegen.overview.target_lookup import Targets

_QUOTED_ADDRESS = re.compile(r"""["'](/[^"'\s{}]*)["']""")
_LINK = "link in the text"
_WORDS = {"css": "style", "js": "script"}
_HREF = re.compile(r'\bhref="([^"]+)"')


class Use(Record, frozen=True, kw_only=True):
    """A place that leads to a page (`stories/x.md`) or a file (`static/images/x.jpg`), the `target`.

    `file` is where it stands, from the site's root, `place` the name of the place there, or `line` its number; `page`
    is the page of that file, None for a setting or a template. A use that `is_link` is followed by readers; another
    only orders lists, or names what is published in any case.
    """

    target: str
    file: str
    what: str
    place: str = ""
    line: int = 0
    page: PageFacts | None = None
    is_link: bool = True


def find_uses(site: SiteFacts) -> tuple[Use, ...]:
    """Return everything in a site that leads to one of its pages or files, file by file: pages first."""
    targets = Targets(site)
    uses = [*_uses_of_pages(site, targets), *_uses_of_settings(site, targets), *_uses_of_texts(site, targets)]
    for target, query, line in golden_uses(site, targets):
        what = f'golden query "{query}"'
        uses.append(Use(target=target, file=GOLDEN_QUERIES, what=what, line=line, is_link=False))
    return tuple({(use.target, use.file, use.what, use.place, use.line): use for use in uses}.values())


def _uses_of_pages(site: SiteFacts, targets: Targets) -> Iterator[Use]:
    for facts in site.pages:
        for target, what, place in (*_of_fields(facts.page, targets), *_of_bodies(facts.page, targets)):
            if target and target != facts.page.path:
                yield Use(target=target, file=facts.file, what=what, place=place, page=facts)
        for link in _links_of_html(facts.page):
            if (target := targets.at_link(link)) and target != facts.page.path:
                line = _line_of(site.files[facts.file].decode("utf-8", "replace"), link)
                yield Use(target=target, file=facts.file, what=_LINK, line=line, page=facts)


def _of_fields(page: Page, targets: Targets) -> Iterator[tuple[str, str, str]]:
    """Yield (target, what, place) of the fields of a page."""
    for field, typed in page.refs.items():
        for located in typed_refs(typed):
            yield target_of(field, located.text), f'field "{field}"', located.place
    for name, src in _files(page):
        if src is not None:
            yield targets.file(src.text), name, src.place


def _files(page: Page) -> Iterator[tuple[str, LocatedText | None]]:
    yield "picture", page.image.src if page.image else None
    yield from (("download", download.file) for download in page.downloads)
    if page.film:
        yield from (("film", page.film.src), ("picture of the film", page.film.poster))
        yield "captions", page.film.captions
    yield from (("picture of a slide", slide.image.src if slide.image else None) for slide in page.slides)
    yield from (("file", file) for file in page.files)


def _of_bodies(page: Page, targets: Targets) -> Iterator[tuple[str, str, str]]:
    """Yield (target, what, place) of the texts of a page."""
    for body in page_bodies(page):
        yield from _of_body(body, targets)


def _of_body(body: Body, targets: Targets) -> Iterator[tuple[str, str, str]]:
    for segment in body.segments:
        if isinstance(segment, Ref):
            what = "picture in the text" if segment.attribute == "src" else _LINK
            target = targets.at(segment.target) if segment.target.startswith("/") else segment.target
            yield target, what, segment.place
        elif isinstance(segment, Shortcode):
            for _, value in segment.arguments:
                yield targets.file(value), f'block "{segment.name}"', segment.place


def _links_of_html(page: Page) -> Iterator[str]:
    """Yield the links of the texts of a page that name a host: those into the site are references."""
    segments = (segment for body in page_bodies(page) for segment in body.segments)
    for segment in segments:
        if isinstance(segment, Html):
            yield from map(unescape, _HREF.findall(segment.html))


def _uses_of_settings(site: SiteFacts, targets: Targets) -> Iterator[Use]:
    settings = site.config.site
    for name, menu in settings.menus.items():
        for item in menu:
            yield from _setting(targets.at(item.url.text) or targets.at_link(item.url.text), f"menu {name}", item.url)
    for redirect in settings.redirects:
        yield from _setting(targets.at(redirect.target.text), "redirect", redirect.target, is_link=False)
    yield from _uses_of_orders(site, targets)
    for pattern in settings.always_published:
        for path in site.static:
            if matches(path, pattern.text):
                yield from _setting(f"{STATIC}/{path}", "published in any case", pattern, is_link=False)


def _uses_of_orders(site: SiteFacts, targets: Targets) -> Iterator[Use]:
    addresses = {collection.id: collection.address for collection in site.config.collections}
    for collection in site.config.collections:
        for slug in site.config.orders.get(collection.id, ()):
            for folder in collection.sources or (collection.id,):
                target = targets.at(f"/{addresses[folder]}/{slug.text}/")
                yield from _setting(target, f"order of {collection.id}", slug, is_link=False)


def _setting(target: str, what: str, located: LocatedText, *, is_link: bool = True) -> Iterator[Use]:
    if target:
        yield Use(target=target, file=SETTINGS, what=what, place=located.place, is_link=is_link)


def _uses_of_texts(site: SiteFacts, targets: Targets) -> Iterator[Use]:
    """Yield the uses of templates, styles and scripts: files by their paths, pages by addresses in quotes."""
    for path, text in site.texts.items():
        what = path.partition("/")[0].removesuffix("s") if path.startswith(TEMPLATES) else path.rpartition(".")[2]
        names = linked_names(text, targets.origin, targets.base)
        addresses = _QUOTED_ADDRESS.findall(text) if path.startswith(f"{TEMPLATES}/") else ()
        known = [(targets.file(name), name) for name in sorted(names)]
        known += [(targets.at(address), address) for address in addresses]
        for target, words in known:
            if target:
                yield Use(target=target, file=path, what=_WORDS.get(what, what), line=_line_of(text, words))


def _line_of(text: str, words: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if words in line), 1)
