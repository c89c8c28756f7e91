"""The page of an item: everything it shows, and every reference in it resolved or reported."""

import msgspec

from sitegen.assets.films.film_claims import film_problems
from sitegen.catalog.permalinks import list_url, suggest_path, term_url
from sitegen.engine.rules import Fetch
from sitegen.errors import Location
from sitegen.model import Body, Download, Image, LocatedText, Page, Ref, Shortcode
from sitegen.model.kinds import KINDS, label_of_kind
from sitegen.render import contexts, dates, heads, views
from sitegen.render.bodies import body_html
from sitegen.render.kit_views import Part
from sitegen.render.templates import as_html
from sitegen.site.cards import card
from sitegen.site.chrome import chrome, crumbs_above
from sitegen.site.downloads import known_download
from sitegen.site.films import captions_end, film_facts, film_length
from sitegen.site.gatherings import gathering
from sitegen.site.inputs import RULES
from sitegen.site.neighbours import around
from sitegen.site.pages import entry, page, summary
from sitegen.site.pictures import picture
from sitegen.site.refs import is_shown, references
from sitegen.site.rendering import show
from sitegen.site.reporting import problem_at
from sitegen.site.routes import route, routes
from sitegen.site.settings import base_path, collection, origin, settings, taxonomies, taxonomy
from sitegen.site.share_pictures import share_url
from sitegen.site.shortcodes import shortcode_html
from sitegen.site.static_files import missing_file, static_files
from sitegen.site.static_outputs import asset
from sitegen.site.terms import list_of_term, term_label


class ItemMaker:
    """Gathers, for one page, what its template shows. `fetch` records all that it looks at."""

    def __init__(self, fetch: Fetch, path: str, found: Page) -> None:
        self._fetch, self._path, self._page = fetch, path, found
        self._base = fetch(base_path)
        self._has_picture = found.image is not None

    def item(self, groups: tuple[views.Group, ...] | None = None) -> views.Item:
        """Give the record for the template of the page's kind; `groups` are shown in place of its own."""
        fetch, found = self._fetch, self._page
        home = fetch(collection, found.collection)
        refs = fetch(references, self._path)
        facts = fetch(entry, self._path)
        near = fetch(around, self._path)
        count = home.related
        updated = found.updated or ("" if found.date_shown else found.date)
        chosen = [*refs.get("related", ()), *(path for path in near.related if path not in refs.get("related", ()))]
        shown = (*self._named_groups(refs), *self._gathered_groups()) if groups is None else groups
        above = {link.url for group in shown for link in group.cards}
        beside = (fetch(card, path) for path in chosen[: max(count, len(refs.get("related", ())))])
        return views.Item(
            kind=found.kind,
            kind_label=label_of_kind(found.kind, home.singular),
            collection=views.Link(home.title, self._base + list_url(home) if home.has_list else ""),
            title=found.title,
            summary=found.summary,
            body_html=as_html(self.html(found.body)),
            headings=contexts.headings(found),
            date_iso="" if found.date_shown else found.date,
            date=found.date_shown or dates.month(found.date),
            updated_iso=updated,
            updated=dates.long_date(updated),
            levels=facts.terms.get("level", ()),
            facets=self._facets(facts.terms),
            picture=self._picture(found.image, is_lazy=False),
            best_used=found.best_used,
            audience=tuple(fetch(term_label, "role", term) for term in facts.terms.get("role", ())),
            downloads=contexts.downloads(self._downloads(), self._static),
            film=self._film(),
            links=contexts.web_links(found.links),
            questions=contexts.questions(found.questions, self.html),
            stats=contexts.stats(found.stats),
            panels=contexts.panels(found.panels, self.html),
            story=fetch(card, refs["story"][0]) if refs.get("story") else None,
            groups=shown,
            related=tuple(link for link in beside if link.url not in above),
            previous=self._link(near.previous),
            next=self._link(near.next),
            issue=found.issue,
            focus_areas=tuple(link for path in refs.get("focus_areas", ()) if (link := self._link(path))),
            is_draft=found.draft,
            slides=contexts.slides(found.slides, self.html, self._picture),
            bars=contexts.bars(found.bars),
            names_kind=KINDS[found.kind].names_kind,
            shows_date=KINDS[found.kind].shows_date,
        )

    def html(self, body: Body) -> str:
        """Give a body as HTML."""
        return body_html(body, self._ref_link, self._shortcode, self._body_picture)

    def head(self) -> views.Head:
        """Give the page's head."""
        fetch, found = self._fetch, self._page
        facts = fetch(settings)
        link = self._base + fetch(summary, self._path).url
        near = fetch(around, self._path)
        own_picture = found.image
        before, after = self._link(near.previous), self._link(near.next)
        absolute = fetch(origin)
        return heads.item_head(
            found,
            facts,
            absolute + link,
            image=absolute + self._static("/" + own_picture.src.text) if own_picture else "",
            share=share_url(fetch, fetch(summary, self._path).url),
            film=film_facts(fetch, found.film, lambda url: absolute + self._static(url)),
            previous=before.url if before else "",
            next_=after.url if after else "",
        )

    # -- parts

    def _facets(self, terms: dict[str, tuple[str, ...]]) -> tuple[views.TermList, ...]:
        fetch = self._fetch
        return tuple(
            views.TermList(
                name, fetch(taxonomy, name).label, tuple(self._term_link(name, term) for term in terms[name])
            )
            for name, _ in fetch(taxonomies)
            if name in terms
        )

    def _term_link(self, name: str, term: str) -> views.Link:
        fetch = self._fetch
        home = fetch(list_of_term, self._page.collection, name, term)
        url = self._base + term_url(fetch(collection, home), name, term) if home else ""
        return views.Link(fetch(term_label, name, term), url)

    def _picture(self, image: Image | None, *, is_lazy: bool = True) -> views.Picture | None:
        found = self._fetch(picture, image.src.text) if image and self._exists(image.src) else None
        return contexts.picture(image, found, is_lazy=is_lazy) if image and found else None

    def _is_lazy(self) -> bool:
        """Whether a picture of the body can wait: all but the first of the page."""
        is_first, self._has_picture = not self._has_picture, True
        return not is_first

    def _downloads(self) -> list[tuple[Download, int]]:
        found = []
        for download in self._page.downloads:
            if download.file is None:
                found.append((download, 0))
            elif self._exists(download.file):
                known = self._fetch(asset, download.file.text)
                found.append((known_download(self._fetch, self._path, download), known.size if known else 0))
        return found

    def _film(self) -> views.Player | None:
        film = self._page.film
        if film is None:
            return None
        for mark in (film.src, film.poster, film.captions):
            if mark:
                self._exists(mark)
        poster = self._fetch(picture, film.poster.text) if film.poster else None
        seconds = self._fetch(film_length, film.src.text) if film.src else 0
        captions = self._fetch(captions_end, film.captions.text) if film.captions else 0
        for problem in film_problems(film, seconds, captions):
            self._fetch.report(problem_at(self._fetch, self._path, *problem))
        return contexts.player(film, poster, self._static, film.duration or seconds)

    def _exists(self, mark: LocatedText) -> bool:
        if self._fetch(asset, mark.text) is not None:
            return True
        self._report_missing(mark.text, mark)
        return False

    def _report_missing(self, path: str, mark: LocatedText) -> None:
        problem = missing_file(path, self._fetch(static_files), Location(""))
        self._fetch.report(problem_at(self._fetch, self._path, mark, problem.headline, problem.hint))

    def _static(self, url: str) -> str:
        found = self._fetch(asset, url.lstrip("/"))
        return self._base + (found.url if found else url)

    def _link(self, path: str) -> views.Link | None:
        if not path:
            return None
        found = self._fetch(summary, path)
        return views.Link(found.title, self._base + found.url)

    def _named_groups(self, refs: dict[str, tuple[str, ...]]) -> list[views.Group]:
        titles = {"tools": "Tools of the kind this team used", "goodies": "Goodies to take along"}
        return [
            views.Group(titles[field], tuple(self._fetch(card, path) for path in refs[field]))
            for field in titles
            if refs.get(field)
        ]

    def _gathered_groups(self) -> list[views.Group]:
        groups = []
        for found in self._fetch(gathering, self._path):
            home = self._fetch(collection, found.collection)
            more = None
            if found.facet and found.count > len(found.paths):
                url = self._base + term_url(home, found.facet, found.term)
                more = views.Link(f"All {found.count} {home.title.lower()}", url)
            cards = tuple(self._fetch(card, path) for path in found.paths)
            groups.append(views.Group(home.title, cards, more))
        return groups

    # -- bodies

    def _ref_link(self, ref: Ref) -> str | None:
        mark = LocatedText(ref.target, ref.line, ref.column)
        end = f"#{ref.fragment}" if ref.fragment else ""
        if ref.target.startswith("/"):
            return self._base + ref.target + end
        if ref.target.startswith("static/"):
            path = ref.target.removeprefix("static/")
            found = self._fetch(asset, path)
            if found is None:
                self._report_missing(path, mark)
            return self._base + found.url + end if found else None
        found_route = self._fetch(route, ref.target)
        if found_route is None:
            hint = suggest_path(ref.target, self._fetch(routes))
            headline = f'there is no page "{ref.target.removesuffix(".md")}"'
            self._fetch.report(problem_at(self._fetch, self._path, mark, headline, hint))
            return None
        return self._base + found_route.url + end if is_shown(self._fetch, self._path, mark, ref.target) else None

    def _shortcode(self, code: Shortcode) -> str:
        return shortcode_html(self._fetch, self._path, code, self._is_lazy)

    def _body_picture(self, ref: Ref) -> views.Picture | None:
        found = self._fetch(picture, ref.target.removeprefix("static/"))
        return msgspec.structs.replace(found, is_lazy=self._is_lazy()) if found else None


@RULES.task()
def inspection(fetch: Fetch, path: str) -> None:
    """Check what a wrong page refers to, so that one run tells everything: it has no page that would tell it."""
    found = fetch(page, path)
    if found is not None:
        fetch(references, path)
        maker = ItemMaker(fetch, path, found)
        answers = (question.answer for question in found.questions)
        slides = (body for slide in found.slides for body in (slide.body, slide.notes))
        for body in (found.body, *answers, *(panel.body for panel in found.panels), *slides):
            maker.html(body)


@RULES.task(is_output=True)
def item_html(fetch: Fetch, path: str) -> bytes:
    """Render the page of one content file."""
    return item_page(fetch, path)


def item_page(
    fetch: Fetch,
    path: str,
    *,
    part: Part | None = None,
    above: views.Link | None = None,
    groups: tuple[views.Group, ...] = (),
) -> bytes:
    """Render the page of one content file.

    Of a level or dimension `part` is what the path adds, `above` what it stands below, `groups` what belongs to it.
    """
    found = fetch(page, path)
    if found is None or found.is_wrong:
        return b""
    maker = ItemMaker(fetch, path, found)
    item = maker.item(groups if part else None)
    home = fetch(collection, found.collection)
    crumbs = crumbs_above(fetch, found.collection)
    if above or home.has_list:
        crumbs.append(above or item.collection)
    context = {
        "chrome": fetch(chrome),
        "head": maker.head(),
        "breadcrumbs": (*crumbs, views.Link(found.title, fetch(base_path) + fetch(summary, path).url)),
        "item": item,
        "part": part,
    }
    return show(fetch, f"{found.kind}.html", context)
