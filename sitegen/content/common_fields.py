"""Define the fields that pages of every kind can have.

Every field has a description for staff, and an example as it is typed.
"""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from sitegen.content.date_types import Day, PartialDate
from sitegen.content.derived import SUMMARY_LENGTH
from sitegen.content.field_groups import ImageFields
from sitegen.content.field_types import Address, Choice, Lang, Line, Slug
from sitegen.content.foreign_fields import published_hint
from sitegen.located.models import Fields, ListOf, WholeNumber, mistake
from sitegen.model import Channel


class CommonFields(Fields):
    """The fields of every kind."""

    title: Line = Field(
        min_length=1, description="The title of the page.", examples=["Huddles that save ten minutes a day"]
    )
    summary: Line = Field(
        "",
        max_length=SUMMARY_LENGTH,
        description=f"One or two sentences for lists and search, {SUMMARY_LENGTH} characters at most. "
        "Without it the first words of the text are used.",
        examples=["A unit-based team cut waiting times with a short meeting at every change of shift."],
    )
    date: PartialDate = Field(
        "",
        description="The day of the page, with or without a time; or as much as is known, 2017-10 or 2017.",
        examples=["2017-10-05"],
    )
    date_shown: Line = Field(
        "",
        description="What readers see in place of the date, such as a season. "
        "`date` then only decides the place in lists, and stands nowhere.",
        examples=["Fall 2017"],
    )
    updated: Day = Field("", description="The day of the last change worth knowing.", examples=["2018-01-15"])
    not_here_yet: bool = Field(
        default=False,
        description="true: its file or film is still to come. It stands last in lists, says so, "
        "and is left out of the home page, galleries and kits.",
        examples=[True],
    )
    draft: bool = Field(default=False, description="true: the page is left out of the site.", examples=[True])
    publish: Day = Field("", description="The page appears at this time, not before.", examples=["2017-11-01 09:00"])
    expires: Day = Field("", description="The page disappears at this time.", examples=["2019-12-31"])
    slug: Slug = Field(
        "",
        description="The last part of the address. Without it the name of the file is used.",
        examples=["huddles-that-save-time"],
    )
    aliases: ListOf[Address] = Field(
        (),
        description="Earlier addresses of the page, which lead here.",
        examples=[["/stories-videos/huddles"]],
    )
    weight: WholeNumber | None = Field(
        None,
        description="The place in lists that are sorted by weight: small numbers come first, pages without one last.",
        examples=[10],
    )
    rank: int = Field(
        0,
        ge=-3,
        le=3,
        description="The place in search results: 1 to 3 lifts the page, -1 to -3 lowers it.",
        examples=[1],
    )
    image: ImageFields | None = Field(
        None,
        description="The picture of the page.",
        examples=[{"src": "images/huddle.jpg", "alt": "A team at its whiteboard"}],
    )
    related: ListOf[Line] = Field(
        (), description="Pages to read next, as folder/name.", examples=[["tools/huddle-agenda"]]
    )
    owner: Line = Field("", description="Who keeps the page right.", examples=["Communications"])
    reviewed: Day = Field(
        "", description="The day on which its owner last made sure that it is right.", examples=["2018-03-01"]
    )
    review_by: Day = Field("", description="The day by which the owner looks at it again.", examples=["2018-10-01"])
    lang: Lang = Field("", description="The language of the page, where it is not the site's.", examples=["es"])
    regions: ListOf[Line] = Field((), description="The regions it is about.", examples=[["southern-california"]])
    topics: ListOf[Line] = Field((), description="The topics it is about.", examples=[["quality", "service"]])
    departments: ListOf[Line] = Field((), description="The departments it is about.", examples=[["orthopedics"]])
    team_levels: ListOf[Line] = Field((), description="The team levels it helps, 1 to 5.", examples=[["3", "4"]])
    formats: ListOf[Line] = Field(
        (),
        description="What it comes as. Without it this is taken from the downloads, the video or the kind.",
        examples=[["pdf", "slides"]],
    )
    dimensions: ListOf[Line] = Field(
        (),
        description="The dimensions of the Path to Performance it helps with.",
        examples=[["team-process"]],
    )
    roles: ListOf[Line] = Field((), description="Whom it is for.", examples=[["manager", "union-steward"]])
    tool_type: ListOf[Line] = Field((), description="What sort of tool it is.", examples=[["checklist"]])
    focus_areas: ListOf[Line] = Field((), description="The focus areas it belongs to.", examples=[["quality"]])
    channels: ListOf[Annotated[Channel, Choice]] = Field(
        (), description="Where it appears besides its folder: news, hank.", examples=[["news"]]
    )
    issue: Line = Field(
        "", description="The issue of Hank it is from; only with the channel hank.", examples=["Fall 2017"]
    )

    @field_validator("publish", mode="before")
    @classmethod
    def _publish_is_a_day(cls, value: object) -> object:
        if isinstance(value, str) and (hint := published_hint("published", value)):
            raise mistake(f'"publish" is the day when the page appears, not "{value}"', hint)
        return value

    @field_validator("expires")
    @classmethod
    def _expires_later(cls, value: str, info: ValidationInfo) -> str:
        publish = info.data.get("publish", "")
        if value and publish and value <= publish:
            raise mistake(f'"expires" is not later than "publish" ({publish})', "write a later day")
        return value

    @field_validator("issue")
    @classmethod
    def _issue_of_hank(cls, value: str, info: ValidationInfo) -> str:
        if value and "hank" not in info.data.get("channels", ("hank",)):
            raise mistake('"issue" is only for stories from Hank', "add the line: channels: hank")
        return value
