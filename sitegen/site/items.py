"""The page of an item."""

from sitegen.catalog.permalinks import list_url
from sitegen.engine.rules import Fetch
from sitegen.model import CollectionFacts, Page
from sitegen.model.date_precision import has_day
from sitegen.render import heads, views
from sitegen.render.item_views import item_view
from sitegen.render.kit_views import Part
from sitegen.site.chrome import crumbs_above
from sitegen.site.films import film_length
from sitegen.site.inputs import RULES
from sitegen.site.item_parts import check_files, item_links, item_picture, neighbour_links, static_link
from sitegen.site.page_files import page
from sitegen.site.pages import entry, summary
from sitegen.site.refs import references
from sitegen.site.rendered_bodies import BodyRenderer, file_link
from sitegen.site.rendering import render_page
from sitegen.site.settings import base_path, channel_views, facts_of_collection, origin, site_text
from sitegen.site.share_pictures import share_url


@RULES.task()
def check_page_without_output(fetch: Fetch, path: str) -> None:
    """Check what a wrong page or a draft refers to, so that one run reports everything: it has no output that would."""
    source = fetch(page, path)
    fetch(references, path)
    check_files(fetch, path, source)
    bodies = BodyRenderer(fetch, path, has_picture=source.image is not None)
    answers = (question.answer for question in source.questions)
    slides = (body for slide in source.slides for body in (slide.body, slide.notes))
    for body in (source.body, *answers, *(panel.body for panel in source.panels), *slides):
        bodies.html(body)
    for located in source.files:
        file_link(fetch, path, located, located.text)


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

    For a level or a dimension `part` is what the path adds to it, `above` the page that it stands below, and `groups`
    are the pages that belong to it.
    """
    source = fetch(page, path)
    collection = facts_of_collection(fetch, source.collection)
    links = item_links(fetch, path, source, groups if part else None)
    bodies = BodyRenderer(fetch, path, has_picture=source.image is not None)
    item = item_view(
        source, fetch(entry, path), collection, links, bodies.html, lambda image: item_picture(fetch, path, image)
    )
    lister = _lister(fetch, path, collection)
    crumbs = crumbs_above(fetch, lister.id)
    if above or lister.has_list:
        crumbs.append(above or views.Link(lister.title, fetch(base_path) + list_url(lister)))
    crumbs.append(views.Link(source.title, fetch(base_path) + fetch(summary, path).url))
    return render_page(fetch, f"{source.kind}.html", _head(fetch, path, source), crumbs, item=item, part=part)


def _lister(fetch: Fetch, path: str, collection: CollectionFacts) -> CollectionFacts:
    """Return the collection below which a page stands: the view of its first channel that has one, or its folder's."""
    shown = (fetch(channel_views, at=channel) for channel in fetch(entry, path).fields.get("channels", ()))
    view = next(filter(None, shown), "")
    return facts_of_collection(fetch, view) if view else collection


def _head(fetch: Fetch, path: str, source: Page) -> views.Head:
    start, url = fetch(origin), fetch(summary, path).url
    previous, following = neighbour_links(fetch, path)
    film = source.film
    seconds = fetch(film_length, film.src.text) if film and film.src and not film.duration else 0
    return heads.item_head(
        source,
        _site_facts(fetch, source),
        start + fetch(base_path) + url,
        image=start + static_link(fetch, "/" + source.image.src.text) if source.image else "",
        share=share_url(fetch, url),
        film=heads.film_facts(film, lambda file: start + static_link(fetch, file), seconds),
        previous=previous.url if previous else "",
        next_=following.url if following else "",
    )


def _site_facts(fetch: Fetch, source: Page) -> heads.SiteFacts:
    states_day = bool(source.updated) or has_day(source.date)
    return heads.SiteFacts(
        title=site_text(fetch, "title"),
        base_url=site_text(fetch, "base_url"),
        language=site_text(fetch, "language"),
        timezone=site_text(fetch, "timezone") if states_day else "",
    )
