"""Define the settings of site.yaml as Pydantic models: what each means, and which values it may have."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, Field, WrapValidator, model_validator

from sitegen.config.file_fields import FileFields
from sitegen.config.publish_fields import TargetFields, check_halves
from sitegen.config.text_values import (
    check_address,
    check_base_url,
    check_feedback,
    check_language,
    check_menu_url,
    check_zone,
    on_one_line,
)
from sitegen.located.models import Count, Fields, ListOf, mistake
from sitegen.model import Host, LibraryIndex, OpenGraph, Sort
from sitegen.model.kinds import KindId

ANY_TERMS = "any"
"""The value of `terms` that makes every typed value a term."""

FacetField = Literal[
    "regions", "topics", "departments", "team_levels", "formats", "dimensions", "roles", "tool_type", "issue"
]


def _terms(value: Any, handler: Any) -> Any:
    if value == ANY_TERMS:
        return {}
    if isinstance(value, str):
        hint = 'write "terms: any", or one term a line: id: label'
        raise mistake(f'"terms" must be a group of terms, or any, not "{value}"', hint)
    return handler(value)


Line = Annotated[str, AfterValidator(on_one_line)]
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
    also: ListOf[Line] = Field(
        (), description="Other words by which readers look for its list.", examples=[["movies", "films"]]
    )
    address: Annotated[str, AfterValidator(check_address)] = Field(
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
    also: ListOf[Line] = Field((), description="Other words by which readers look for it.", examples=[["downloads"]])
    collections: ListOf[Name] = Field(
        min_length=1,
        description="The collections that it leads to, in the order shown.",
        examples=[["tools", "videos"]],
    )


class MenuItemFields(Fields):
    """A link of a menu."""

    noun: ClassVar[str] = "a menu's link"

    label: Name = Field(description="What the link says.", examples=["Tools"])
    url: Annotated[str, AfterValidator(check_menu_url)] = Field(
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
    base_url: Annotated[str, AfterValidator(check_base_url)] = Field(
        description="Where the site will stand, with a path where it is not at the top.",
        examples=["https://www.example.org"],
    )
    description: Line = Field("", description="What the site is, in a sentence.", examples=["Stories and tools."])
    timezone: Annotated[str, AfterValidator(check_zone)] = Field(
        "UTC", description="The time zone of all dates.", examples=["America/Los_Angeles"]
    )
    language: Annotated[str, AfterValidator(check_language)] = Field(
        "en", description="The language of the site, as a code.", examples=["en"]
    )
    feedback: Annotated[str, AfterValidator(check_feedback)] = Field(
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
    works_offline: bool = Field(
        default=True,
        alias="offline",
        description="Whether browsers save pages to show them without a network; false removes what they saved.",
        examples=[False],
    )
    publish: dict[str, TargetFields] = Field(
        {}, description="Where the site is published, by name.", examples=[{"live": {"folder": "/srv/www/site"}}]
    )
    approvals: Annotated[ListOf[Name], AfterValidator(check_halves)] = Field(
        (),
        description="Who must agree to a page that changed before it is published: the halves of the partnership.",
        examples=[["labor", "management"]],
    )
    hosts: ListOf[Host] = Field(
        (),
        description="The web servers of your own that get a file with redirects and headers: apache, nginx, iis.",
        examples=[["apache"]],
    )
