"""What a kind of page is: its words, its folder, and where its pages are shown. The one list of kinds.

The fields of a kind stand in `content/kind_fields.py`, its template in `templates/ID.html`, its icon, by its id, in
`templates/partials/icons.html`.
"""

from typing import Literal

from sitegen.model.record import Record

KindId = Literal["story", "tool", "video", "focus-area", "toolkit", "dimension", "level", "region", "page"]
"""The kinds as site.yaml names them."""

HomeRole = Literal["none", "main", "way", "areas", "ladder"]
"""The part of the home page that shows a kind.

`main` is the button to its collection, and its views are ways in; `way` is a way in beside it; `areas` and `ladder`
are the cards of all its pages.
"""


class Kind(Record, frozen=True, kw_only=True):
    """A kind of page.

    `label` is what rows and page heads call it, `noun` the same within a sentence, with its article. `folder` is where
    its pages usually lie below content/: a reference without a folder is looked for there. `own_format` is the term of
    the formats that each page of it has, or empty. `shelf` is its place among the shelves of a kit, from 1, or 0 for
    none; `has_view_shelves` says that views of its collection have shelves of their own. A kind that `is_gathered` is
    listed on pages that gather: focus areas, and those of a kind that `stands_for_terms` of the taxonomy of its name.
    `names_kind` and `shows_date` say whether the heads of its pages do so; rows name the kind of those that
    `names_kind_in_rows`; in place of it, those `named_by` a taxonomy say their first term of it. The picture of a page
    stands above its text; where its kind `has_picture_beside_files`, it stands beside the files of those that have any.
    Readers keep on their list those that `can_be_kept`.
    """

    id: KindId
    label: str
    noun: str
    folder: str
    schema_type: str = "WebPage"
    own_format: str = ""
    home: HomeRole = "none"
    shelf: int = 0
    has_view_shelves: bool = False
    is_gathered: bool = False
    stands_for_terms: bool = False
    names_kind: bool = True
    names_kind_in_rows: bool = True
    named_by: str = ""
    shows_date: bool = True
    has_picture_beside_files: bool = False
    can_be_kept: bool = False

    @property
    def is_article(self) -> bool:
        """Whether schema.org and Open Graph call its pages articles."""
        return self.schema_type == "Article"

    @property
    def is_step(self) -> bool:
        """Whether its pages, in order, are the steps of a ladder."""
        return self.home == "ladder"

    def stands_for(self, taxonomy: str) -> bool:
        """Return whether each of its pages stands for a term of a taxonomy."""
        return self.stands_for_terms and taxonomy == self.id


_ALL = (
    Kind(
        id="story",
        label="Story",
        noun="a story",
        folder="stories",
        schema_type="Article",
        own_format="story",
        shelf=3,
        is_gathered=True,
        can_be_kept=True,
    ),
    Kind(
        id="tool",
        label="Tool",
        noun="a tool",
        folder="tools",
        schema_type="LearningResource",
        home="main",
        shelf=1,
        has_view_shelves=True,
        is_gathered=True,
        named_by="type",
        has_picture_beside_files=True,
        can_be_kept=True,
    ),
    Kind(
        id="video",
        label="Video",
        noun="a video",
        folder="videos",
        schema_type="VideoObject",
        own_format="video",
        home="way",
        shelf=4,
        is_gathered=True,
        can_be_kept=True,
    ),
    Kind(id="focus-area", label="Focus area", noun="a focus area", folder="focus-areas", home="areas"),
    Kind(
        id="toolkit",
        label="Toolkit",
        noun="a toolkit",
        folder="toolkits",
        home="way",
        shelf=2,
        is_gathered=True,
        can_be_kept=True,
    ),
    Kind(id="dimension", label="Dimension", noun="a dimension", folder="dimensions", stands_for_terms=True),
    Kind(
        id="level",
        label="Team level",
        noun="a level",
        folder="levels",
        home="ladder",
        stands_for_terms=True,
        names_kind_in_rows=False,
        shows_date=False,
    ),
    Kind(id="region", label="Region", noun="a region", folder="regions", stands_for_terms=True),
    Kind(
        id="page",
        label="Page",
        noun="a page",
        folder="about",
        names_kind=False,
        names_kind_in_rows=False,
    ),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in _ALL}
"""Every kind by its id, in the order in which staff are shown them."""


def label_of_kind(kind: str, singular: str = "") -> str:
    """Return what rows and heads call a page of a kind; `singular`, the word of its collection, goes first."""
    return singular or KINDS[kind].label
