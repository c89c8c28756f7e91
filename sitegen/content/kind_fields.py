"""Define the kinds of pages as Pydantic models, from which JSON Schema, field tables and archetypes are made too.

What every kind can have stands in `common_fields.py`. Every field has a description for staff, and an example as it is
typed.
"""

from typing import ClassVar

from pydantic import Field, ValidationInfo, field_validator

from sitegen.content.common_fields import CommonFields
from sitegen.content.date_types import PartialDate
from sitegen.content.field_groups import (
    BarsFields,
    DownloadFields,
    LinkFields,
    PanelFields,
    QuestionFields,
    RequirementFields,
    SlideFields,
    StatFields,
)
from sitegen.content.field_types import CaptionsPath, Duration, FilePath, Line
from sitegen.content.foreign_fields import MEANT_FIELDS, published_hint
from sitegen.located.models import ListOf, mistake
from sitegen.model.kinds import KINDS, KindId


class KindFields(CommonFields):
    """The fields of a kind: those of every kind, and its own."""

    kind: ClassVar[KindId]

    @classmethod
    def hint_for_unknown(cls, field: str, value: str) -> str:
        """Return a hint at the field that a foreign name means, or at the kinds that have the field; else empty."""
        if hint := published_hint(field, value):
            return hint
        meant = MEANT_FIELDS.get(field.casefold().replace("-", "_"), "")
        if meant in cls.model_fields:
            return f'did you mean "{meant}"?'
        others = [kind.noun for kind in FIELDS_OF_KIND.values() if field in kind.model_fields]
        return f"only {' and '.join(others)} can have it: delete the line" if others else ""


class WithSlides(KindFields):
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

    date: PartialDate = Field(description="The day of the story, or as much as is known.", examples=["2017-10-05"])


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


class Video(KindFields):
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


class FocusArea(KindFields):
    """A subject that the partnership works on."""

    kind = "focus-area"
    noun = KINDS["focus-area"].noun

    stats: ListOf[StatFields] = Field(
        (),
        description="Its big figures.",
        examples=[[{"value": "90 percent", "label": "say they are proud"}]],
    )


class Toolkit(KindFields):
    """A story together with the tools that the team used."""

    kind = "toolkit"
    noun = KINDS["toolkit"].noun

    story: Line = Field("", description="The story, as folder/name.", examples=["stories/huddles"])
    tools: ListOf[Line] = Field((), description="The tools, as folder/name.", examples=[["tools/huddle-agenda"]])
    goodies: ListOf[Line] = Field((), description="Extras, as folder/name.", examples=[["tools/huddle-poster"]])
    downloads: ListOf[DownloadFields] = Field(
        (), description="Files to take along.", examples=[[{"file": "downloads/huddle-poster.pdf"}]]
    )


class Region(KindFields):
    """A region and its own sites."""

    kind = "region"
    noun = KINDS["region"].noun

    links: ListOf[LinkFields] = Field(
        (),
        description="Its own sites.",
        examples=[[{"label": "Region's website", "url": "https://www.example.org/", "kind": "website"}]],
    )


class Dimension(KindFields):
    """A dimension of the Path to Performance."""

    kind = "dimension"
    noun = KINDS["dimension"].noun


class Level(KindFields):
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
    shows_checks: bool = Field(
        default=False,
        description="true: the page says what `check --record` found last, and on which day.",
        examples=[True],
    )


FIELDS_OF_KIND: dict[str, type[KindFields]] = {
    kind.kind: kind for kind in (Story, Tool, Video, FocusArea, Toolkit, Region, Dimension, Level, InfoPage)
}
"""The model of every kind, by the kind's id as in site.yaml."""
