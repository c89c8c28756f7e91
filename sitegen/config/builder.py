"""Build the records that the other floors use from valid settings, with every default filled in."""

from sitegen.config.fields import ANY_TERMS, CollectionFields, GalleryFields, MenuItemFields, SiteFields, TaxonomyFields
from sitegen.config.publish_fields import TargetFields
from sitegen.located import Mapping, Node, Scalar
from sitegen.located.nodes import value_at
from sitegen.located.places import below, named_items, of_field
from sitegen.model import (
    Collection,
    Config,
    Gallery,
    LocatedText,
    MenuItem,
    PublishTarget,
    Redirect,
    Search,
    SiteSettings,
    Taxonomy,
    Term,
)


def build_config(settings: SiteFields, root: Mapping) -> Config:
    """Return the records of valid settings; `root` is the file's node, with what was typed."""
    taxonomies, menus = value_at(root, "taxonomies"), value_at(root, "menus")
    return Config(
        site=SiteSettings(
            title=settings.title,
            base_url=settings.base_url,
            description=settings.description,
            timezone=settings.timezone,
            language=settings.language,
            feedback=settings.feedback,
            menus={
                "main": _menu(settings.menus.main, menus, "main"),
                "footer": _menu(settings.menus.footer, menus, "footer"),
            },
            redirects=_redirects(value_at(root, "redirects")),
            galleries=tuple(_gallery(name, gallery) for name, gallery in settings.galleries.items()),
            open_graph=settings.images.open_graph,
            hosts=settings.hosts,
            works_offline=settings.works_offline,
            always_published=_located_items(value_at(value_at(root, "files"), "always"), below("files", "always")),
        ),
        taxonomies=tuple(_taxonomy(name, t, value_at(taxonomies, name)) for name, t in settings.taxonomies.items()),
        collections=tuple(_collection(name, c) for name, c in settings.collections.items()),
        search=Search(settings.search.library_index, settings.search.synonyms),
        orders=_orders(value_at(root, "collections")),
        targets=tuple(_target(name, target) for name, target in settings.publish.items()),
        approvals=settings.approvals,
    )


def title_of(name: str) -> str:
    """Return an id as a title: `focus-areas` becomes `Focus Areas`."""
    return " ".join(word.capitalize() for word in name.split("-"))


def _taxonomy(name: str, settings: TaxonomyFields, node: Node | None) -> Taxonomy:
    terms = value_at(node, "terms")
    is_open = isinstance(terms, Scalar) and terms.text == ANY_TERMS
    names = terms.keys if isinstance(terms, Mapping) else ()
    return Taxonomy(
        id=name,
        label=settings.label or title_of(name),
        field=settings.field,
        terms=tuple(_term(term, settings) for term in names),
        is_open=is_open,
        is_by_count=settings.order == "count",
    )


def _term(name: str, taxonomy: TaxonomyFields) -> Term:
    settings = taxonomy.terms.get(name)
    if settings is None:
        return Term(name, title_of(name))
    return Term(name, settings.label or title_of(name), settings.also)


def _collection(name: str, settings: CollectionFields) -> Collection:
    title = settings.title or title_of(name)
    return Collection(
        id=name,
        title=title,
        kind=settings.kind or "",
        description=settings.description,
        singular=settings.singular or title,
        address=settings.address or name,
        sources=settings.sources,
        where=tuple((field, value) for field, values in settings.where.items() for value in values),
        facets=settings.facets,
        pairs=tuple(_pair(pair, settings.facets) for pair in settings.pairs),
        group_by=settings.group_by,
        per_page=settings.per_page,
        sort=settings.sort,
        order=settings.order,
        has_list=settings.has_list,
        has_feed=settings.has_feed,
        has_full_feed=settings.has_full_feed,
        related=settings.related,
        also=settings.also,
    )


def _pair(names: tuple[str, ...], facets: tuple[str, ...]) -> tuple[str, str]:
    first, second = sorted(names, key=facets.index)
    return first, second


def _gallery(name: str, settings: GalleryFields) -> Gallery:
    return Gallery(
        id=name,
        title=settings.title or title_of(name),
        description=settings.description,
        collections=settings.collections,
        also=settings.also,
    )


def _target(name: str, settings: TargetFields) -> PublishTarget:
    return PublishTarget(
        name=name,
        folder=settings.folder,
        permanent=settings.permanent,
        atomic=settings.atomic,
        verify_url=settings.verify_url,
    )


def _menu(settings: tuple[MenuItemFields, ...], menus: Node | None, name: str) -> tuple[MenuItem, ...]:
    places = [place for place, _ in named_items(value_at(menus, name), below("menus", name))]
    return tuple(
        MenuItem(item.label, LocatedText(item.url, below(place, "url")))
        for item, place in zip(settings, places, strict=True)
    )


def _redirects(node: Node | None) -> tuple[Redirect, ...]:
    if not isinstance(node, Mapping):
        return ()
    places = {source: below("redirects", source) for source in node.keys}
    return tuple(
        Redirect(_located(node.keys[source], of_field(place)), _located(node.get(source), place))
        for source, place in places.items()
    )


def _orders(collections: Node | None) -> dict[str, tuple[LocatedText, ...]]:
    if not isinstance(collections, Mapping):
        return {}
    orders = {name: _order(value_at(node, "order"), name) for name, node in collections.entries.items()}
    return {name: slugs for name, slugs in orders.items() if slugs}


def _order(node: Node | None, collection: str) -> tuple[LocatedText, ...]:
    return _located_items(node, below(below("collections", collection), "order"))


def _located_items(node: Node | None, place: str) -> tuple[LocatedText, ...]:
    return tuple(_located(item, at) for at, item in named_items(node, place))


def _located(node: Node | None, place: str) -> LocatedText:
    return LocatedText(node.text.strip(), place) if isinstance(node, Scalar) else LocatedText("")
