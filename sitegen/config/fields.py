"""Define the settings of site.yaml as Pydantic models: what each means, and which values it may have."""

import re
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, WrapValidator, model_validator

from sitegen.config.file_fields import FileFields
from sitegen.config.likely_addresses import likely_address, likely_web_address
from sitegen.config.publish_fields import TargetFields
from sitegen.config.zones import zone_hint
from sitegen.located.models import Count, Fields, ListOf, mistake
from sitegen.model import Host, LibraryIndex, OpenGraph, Sort
from sitegen.model.kinds import KindId
from sitegen.output_names import has_relative_parts

ANY_TERMS = "any"
"""The value of `terms` that makes every typed value a term."""

FacetField = Literal[
    "regions", "topics", "departments", "team_levels", "formats", "dimensions", "roles", "tool_type", "issue"
]
ID_HINT = "use small letters and digits, with single hyphens between words"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?", re.IGNORECASE)
_ADDRESS = re.compile(r'/(?!/)[^\s?#\\<>"]*')
_WEB = re.compile(r'https?://[^\s/\\<>"]+(?:/[^\s\\<>"]*)?', re.IGNORECASE)


def is_id(text: str) -> bool:
    """Return whether a text is an id: words of lower-case letters and digits, joined by single hyphens."""
    return _ID.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Return whether a text is an address of the site: it starts with one slash, and has no query or fragment."""
    return _ADDRESS.fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Return whether a text is a web address with the scheme http or https."""
    return _WEB.fullmatch(text) is not None


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _base_url(text: str) -> str:
    parts = urlsplit(text) if is_web(text) else None
    if parts is None:
        better = likely_web_address(text) or "https://www.example.org"
        raise mistake(f'"{text}" is no address of a site', f"write it with http or https: {better}")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise mistake(f'"base_url" ends with a query or a fragment: "{text}"', 'leave out what follows "?" or "#"')
    return text.rstrip("/")


def _zone(text: str) -> str:
    hint = zone_hint(text)
    if hint is not None:
        raise mistake(f'unknown time zone "{text}"', hint)
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise mistake(f'"{text}" is no code of a language', "write a code such as en, es or zh-Hans")
    return text


def _feedback(text: str) -> str:
    if not _MAIL.fullmatch(text) and not (is_web(text) and text.lower().startswith("https:")):
        better = f"mailto:{text}" if "@" in text and ":" not in text else "mailto:web@example.org"
        raise mistake(f'feedback cannot go to "{text}"', f"write a mail or https address: {better}")
    return text


def _menu_url(text: str) -> str:
    if text.startswith("/") and not text.startswith("//"):
        if has_relative_parts(text.partition("#")[0].partition("?")[0]):
            raise mistake(
                f'"{text}" goes up by periods, or has two slashes in a row', "write the address where it leads"
            )
        return text
    if is_web(text) or _MAIL.fullmatch(text):
        return text
    raise mistake(f'"{text}" is no address of a menu', f"write it like this: {likely_address(text)}")


def _address(text: str) -> str:
    if not is_id(text):
        hint = "use small letters, digits and hyphens, without slashes"
        raise mistake(f'"{text}" cannot be the first part of addresses', hint)
    return text


def _terms(value: Any, handler: Any) -> Any:
    if value == ANY_TERMS:
        return {}
    if isinstance(value, str):
        hint = 'write "terms: any", or one term a line: id: label'
        raise mistake(f'"terms" must be a group of terms, or any, not "{value}"', hint)
    return handler(value)


Line = Annotated[str, AfterValidator(_on_one_line)]
Name = Annotated[Line, Field(min_length=1)]


class TermFields(Fields):
    """A term: a label alone, or label and synonyms."""

    noun: ClassVar[str] = "a term"

    label: Line = Field("", description="How it is shown; without it, its id with capitals.", examples=["Service"])
    also: ListOf[Line] = Field(
        (), description="Other words that mean it, in any case.", examples=[["customer service"]]
    )

    @model_validator(mode="before")
    @classmethod
    def _label_alone(cls, value: Any) -> Any:
        return {"label": value} if isinstance(value, str) else value


class TaxonomyFields(Fields):
    """A taxonomy: what readers can filter by."""

    noun: ClassVar[str] = "a taxonomy"

    field: FacetField = Field(description="The front-matter field that holds its terms.", examples=["topics"])
    label: Line = Field("", description="How it is shown; without it, its id with capitals.", examples=["Topic"])
    terms: Annotated[dict[str, TermFields], WrapValidator(_terms)] = Field(
        description="Its terms in the order shown, as id: label or id: {label, also}; or any: every value is a term.",
        examples=[{"quality": "Quality"}],
    )
    order: Literal["written", "count"] = Field(
        "written",
        description="The order in which its terms are shown: as written, or by how many pages have them.",
        examples=["count"],
    )


class CollectionFields(Fields):
    """A collection: a folder of content/, or a view over other collections."""

    noun: ClassVar[str] = "a collection"

    kind: KindId | None = Field(None, description="Of a folder: the kind of its pages.", examples=["story"])
    sources: ListOf[Name] = Field(
        (), alias="from", description="Of a view: the collections whose pages it shows.", examples=[["stories"]]
    )
    where: dict[str, ListOf[Name]] = Field(
        {},
        description="Of a view: front-matter fields and values that its pages must have.",
        examples=[{"channels": "news"}],
    )
    title: Line = Field("", description="Its name; without it, its id with capitals.", examples=["Stories"])
    singular: Line = Field(
        "", description="What one of its pages is called; without it, its title.", examples=["Story"]
    )
    description: Line = Field(
        "", description="What is in it, in a sentence or two.", examples=["What teams have done."]
    )
    address: Annotated[str, AfterValidator(_address)] = Field(
        "", description="The first part of its addresses; without it, its id.", examples=["stories"]
    )
    facets: ListOf[Name] = Field(
        (), description="The taxonomies to filter by, in the order shown.", examples=[["topic"]]
    )
    pairs: ListOf[ListOf[Name]] = Field(
        (),
        description="Pairs of its facets that get a page for each two of their terms that go together.",
        examples=[[["level", "dimension"]]],
    )
    per_page: Count = Field(20, ge=1, description="How many pages a page of its list shows.", examples=[20])
    sort: Sort = Field(
        "date", description="The order of its list: date (newest first), title or weight.", examples=["title"]
    )
    group_by: Line = Field("", description="A taxonomy whose terms are the headings of its list.", examples=["issue"])
    order: ListOf[Name] = Field((), description="Slugs that come first, in this order.", examples=[["quality"]])
    has_list: bool = Field(
        default=True, alias="list", description="Whether it has a list of its own.", examples=[False]
    )
    has_feed: bool = Field(default=True, alias="feed", description="Whether it has a feed.", examples=[False])
    has_full_feed: bool = Field(
        default=False,
        alias="full_feed",
        description="Whether its feed, not those of its terms, has the whole texts of its pages.",
        examples=[True],
    )
    related: Count = Field(3, ge=0, description="How many related pages each of its pages shows.", examples=[3])


class GalleryFields(Fields):
    """A page over several collections."""

    noun: ClassVar[str] = "a gallery"

    title: Line = Field("", description="Its name; without it, its id with capitals.", examples=["Gallery"])
    description: Line = Field("", description="What is in it, in a sentence.", examples=["Tools, videos and Hank."])
    collections: ListOf[Name] = Field(
        min_length=1,
        description="The collections that it leads to, in the order shown.",
        examples=[["tools", "videos"]],
    )


class MenuItemFields(Fields):
    """A link of a menu."""

    noun: ClassVar[str] = "a menu's link"

    label: Name = Field(description="What the link says.", examples=["Tools"])
    url: Annotated[str, AfterValidator(_menu_url)] = Field(
        description="Where it leads: an address of the site, or of another one.", examples=["/tools/"]
    )


class MenuFields(Fields):
    """The menus of every page."""

    main: ListOf[MenuItemFields] = Field(
        (), description="The menu on top.", examples=[[{"label": "Tools", "url": "/tools/"}]]
    )
    footer: ListOf[MenuItemFields] = Field(
        (), description="The menu at the end.", examples=[[{"label": "FAQ", "url": "/about/faq/"}]]
    )


class SearchFields(Fields):
    """How search works."""

    library_index: LibraryIndex = Field(
        "build", description="When the staff's index is brought up to date: build or on-demand.", examples=["build"]
    )
    synonyms: ListOf[ListOf[Name]] = Field(
        (),
        description="Groups of words and phrases that mean the same to readers: any of them finds all.",
        examples=[[["UBT", "unit-based team"], ["PPT", "PowerPoint"]]],
    )


class ImageFields(Fields):
    """What is done with pictures."""

    open_graph: OpenGraph = Field(
        "items",
        description="Pictures for shared links: one for each of the items, one for the whole site, or none.",
        examples=["items"],
    )


class SiteFields(Fields):
    """site.yaml."""

    noun: ClassVar[str] = "a site"

    title: Name = Field(description="The name of the site.", examples=["Labor Management Partnership"])
    base_url: Annotated[str, AfterValidator(_base_url)] = Field(
        description="Where the site will stand, with a path where it is not at the top.",
        examples=["https://www.example.org"],
    )
    description: Line = Field("", description="What the site is, in a sentence.", examples=["Stories and tools."])
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        "UTC", description="The time zone of all dates.", examples=["America/Los_Angeles"]
    )
    language: Annotated[str, AfterValidator(_language)] = Field(
        "en", description="The language of the site, as a code.", examples=["en"]
    )
    feedback: Annotated[str, AfterValidator(_feedback)] = Field(
        "",
        description="Where feedback goes: mailto: or https:; without it, a letter without an address.",
        examples=["mailto:web@example.org"],
    )
    taxonomies: dict[str, TaxonomyFields] = Field(
        {}, description="What readers filter by, by id.", examples=[{"topic": {"field": "topics", "terms": "any"}}]
    )
    collections: dict[str, CollectionFields] = Field(
        {},
        description="The folders of content/ and the views over them, by id.",
        examples=[{"stories": {"kind": "story"}}],
    )
    galleries: dict[str, GalleryFields] = Field(
        {},
        description="Pages over several collections, by id, which is their address.",
        examples=[{"gallery": {"collections": ["tools", "videos"]}}],
    )
    menus: MenuFields = Field(MenuFields(), description="The menus of every page.")
    redirects: dict[str, str] = Field(
        {}, description="Earlier addresses, and where they lead now.", examples=[{"/old/": "/new/"}]
    )
    search: SearchFields = Field(SearchFields(), description="How search works.")
    images: ImageFields = Field(ImageFields(), description="What is done with pictures.")
    files: FileFields = Field(FileFields(), description="Which files of static/ are published.")
    publish: dict[str, TargetFields] = Field(
        {}, description="Where the site is published, by name.", examples=[{"live": {"folder": "/srv/www/site"}}]
    )
    hosts: ListOf[Host] = Field(
        (),
        description="The web servers of your own that get a file with redirects and headers: apache, nginx, iis.",
        examples=[["apache"]],
    )
