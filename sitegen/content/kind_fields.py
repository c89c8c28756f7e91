"""Define the kinds of pages as Pydantic models, from which JSON Schema, field tables and archetypes are made too.

Every field has a description for staff, and an example as it is typed.
"""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from sitegen.content.field_groups import (
    BarsFields,
    DownloadFields,
    ImageFields,
    LinkFields,
    PanelFields,
    QuestionFields,
    RequirementFields,
    SlideFields,
    StatFields,
)
from sitegen.content.field_types import Address, CaptionsPath, Choice, Day, Duration, FilePath, Lang, Line, Slug
from sitegen.content.foreign_fields import MEANT_FIELDS
from sitegen.located.models import Fields, ListOf, WholeNumber, mistake
from sitegen.model import Channel
from sitegen.model.kinds import KINDS, KindId

SUMMARY_LENGTH = 200


class CommonFields(Fields):
    """The fields of every kind."""

    kind: ClassVar[KindId]

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
    date: Day = Field("", description="The day of the page, with or without a time.", examples=["2017-10-05"])
    date_shown: Line = Field(
        "",
        description="What readers see in place of the date, where nobody knows the day. "
        "`date` then only decides the place in lists.",
        examples=["Fall 2017"],
    )
    updated: Day = Field("", description="The day of the last change worth knowing.", examples=["2018-01-15"])
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
    weight: WholeNumber = Field(
        0,
        description="The place in lists that are sorted by weight: small numbers come first.",
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

    @classmethod
    def hint_for_unknown(cls, field: str) -> str:
        """Return a hint at the field that a foreign name means, or at the kinds that have the field; else empty."""
        meant = MEANT_FIELDS.get(field.casefold().replace("-", "_"), "")
        if meant in cls.model_fields:
            return f'did you mean "{meant}"?'
        others = [kind.noun for kind in FIELDS_OF_KIND.values() if field in kind.model_fields]
        return f"only {' and '.join(others)} can have it: delete the line" if others else ""


class WithSlides(CommonFields):
    """The fields of every kind that can have a slideshow."""

    slides: ListOf[SlideFields] = Field(
        (),
        description="The slides of a slideshow, shown on the page.",
        examples=[[{"title": "What is new", "body": "- Better search"}]],
    )


class Story(WithSlides):
    """A story or a piece of news."""

    kind = "story"
    noun = KINDS["story"].noun

    date: Day = Field(description="The day of the story, with or without a time.", examples=["2017-10-05"])


class Tool(WithSlides):
    """Something to work with: a guide, a checklist, a form."""

    kind = "tool"
    noun = KINDS["tool"].noun

    roles: ListOf[Line] = Field(
        min_length=1,
        description="Whom it is for: the intended audience.",
        examples=[["manager", "union-steward"]],
    )
    best_used: Line = Field(
        min_length=1,
        description="When or for what it is best used.",
        examples=["Before the first huddle of a team"],
    )
    downloads: ListOf[DownloadFields] = Field(
        (), description="The files to take along.", examples=[[{"file": "downloads/huddle-agenda.pdf"}]]
    )


class Video(CommonFields):
    """A film, or at least its transcript."""

    kind = "video"
    noun = KINDS["video"].noun

    src: FilePath = Field(
        "", description="The film, a file below static; may be missing.", examples=["videos/huddle.mp4"]
    )
    poster: FilePath = Field("", description="The picture shown before it plays.", examples=["images/huddle.jpg"])
    captions: CaptionsPath = Field(
        "", description="The captions, a .vtt file below static.", examples=["videos/huddle.vtt"]
    )
    transcript: str = Field(
        "",
        validate_default=True,
        description="What is said and shown, as text. A video needs captions or a transcript.",
        examples=["A nurse greets her team at the whiteboard."],
    )
    duration: Duration = Field(0, description="How long it is: minutes:seconds, or seconds.", examples=["3:20"])

    @field_validator("transcript")
    @classmethod
    def _can_be_read(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("captions", "wrong"):
            raise mistake('"captions" or "transcript" is missing: a video needs one of them', "add a transcript")
        return value


class FocusArea(CommonFields):
    """A subject that the partnership works on."""

    kind = "focus-area"
    noun = KINDS["focus-area"].noun

    stats: ListOf[StatFields] = Field(
        (),
        description="Its big figures.",
        examples=[[{"value": "90 percent", "label": "say they are proud"}]],
    )


class Toolkit(CommonFields):
    """A story together with the tools that the team used."""

    kind = "toolkit"
    noun = KINDS["toolkit"].noun

    story: Line = Field("", description="The story, as folder/name.", examples=["stories/huddles"])
    tools: ListOf[Line] = Field((), description="The tools, as folder/name.", examples=[["tools/huddle-agenda"]])
    goodies: ListOf[Line] = Field((), description="Extras, as folder/name.", examples=[["tools/huddle-poster"]])
    downloads: ListOf[DownloadFields] = Field(
        (), description="Files to take along.", examples=[[{"file": "downloads/huddle-poster.pdf"}]]
    )


class Region(CommonFields):
    """A region and its own sites."""

    kind = "region"
    noun = KINDS["region"].noun

    links: ListOf[LinkFields] = Field(
        (),
        description="Its own sites.",
        examples=[[{"label": "Region's website", "url": "https://www.example.org/", "kind": "website"}]],
    )


class Dimension(CommonFields):
    """A dimension of the Path to Performance."""

    kind = "dimension"
    noun = KINDS["dimension"].noun


class Level(CommonFields):
    """A level of the Path to Performance."""

    kind = "level"
    noun = KINDS["level"].noun

    requires: ListOf[RequirementFields] = Field(
        (),
        description="What the level asks of a team.",
        examples=[[{"text": "A sponsor agreement is in place.", "dimension": "sponsorship"}]],
    )


class InfoPage(WithSlides):
    """A page that stands for itself: about, questions and answers, an infographic."""

    kind = "page"
    noun = KINDS["page"].noun

    questions: ListOf[QuestionFields] = Field(
        (),
        description="Questions and answers.",
        examples=[[{"question": "Where are the tools?", "answer": "In the *Gallery*."}]],
    )
    stats: ListOf[StatFields] = Field(
        (), description="Big figures.", examples=[[{"value": "75,000", "label": "members won or kept"}]]
    )
    bars: BarsFields | None = Field(
        None,
        description="A chart of bars drawn from numbers.",
        examples=[{"title": "Largest unions", "values": [{"label": "Teamsters", "value": "188,000"}]}],
    )
    panels: ListOf[PanelFields] = Field(
        (),
        description="The numbered panels of an infographic.",
        examples=[[{"title": "Making the commitment", "body": "Every party promises to grow."}]],
    )


FIELDS_OF_KIND: dict[str, type[CommonFields]] = {
    kind.kind: kind for kind in (Story, Tool, Video, FocusArea, Toolkit, Region, Dimension, Level, InfoPage)
}
"""The model of every kind, by the kind's id as in site.yaml."""
