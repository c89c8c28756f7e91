"""Define the groups of fields inside front matter: pictures, downloads, links, figures, charts, slides and so on."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator

from sitegen.content.field_types import Choice, FilePath, Line, Number, Url
from sitegen.located.models import Count, Fields, ListOf, mistake
from sitegen.model import LinkKind


class ImageFields(Fields):
    """A picture."""

    noun: ClassVar[str] = "an image"

    src: FilePath = Field(description="The picture, a file below static.", examples=["images/huddle.jpg"])
    decorative: bool = Field(
        default=False, description="true: it only adorns, and needs no description.", examples=[True]
    )
    alt: Line = Field(
        "",
        validate_default=True,
        description="What the picture shows, for those who do not see it.",
        examples=["A team at its whiteboard"],
    )
    credit: Line = Field("", description="Who made the picture.", examples=["Photo: Communications"])

    @field_validator("alt")
    @classmethod
    def _is_described(cls, value: str, info: ValidationInfo) -> str:
        if value and info.data.get("decorative"):
            raise mistake('a picture that only adorns has no "alt"', 'delete "alt", or "decorative"')
        if not value and not info.data.get("decorative", True):
            raise mistake(
                '"alt" is missing: an image needs it', "say what the picture shows, or write decorative: true"
            )
        return value


class DownloadFields(Fields):
    """A file to take along, here or elsewhere."""

    noun: ClassVar[str] = "a download"

    file: FilePath = Field("", description="A file below static.", examples=["downloads/huddle-agenda.pdf"])
    url: Url | None = Field(
        None,
        validate_default=True,
        description="In place of file: an address.",
        examples=["https://www.example.org/a"],
    )
    label: Line = Field("", description="What the link says.", examples=["Huddle agenda"])
    pages: Count = Field(0, ge=0, description="How many pages it has, where its file does not say.", examples=[2])
    slides: Count = Field(0, ge=0, description="How many slides it has, where its file does not say.", examples=[18])
    paper: Line = Field("", description="The size of the paper, where its file does not say.", examples=["8.5 x 11 in"])

    @field_validator("url")
    @classmethod
    def _is_one_of_two(cls, value: str | None, info: ValidationInfo) -> str | None:
        if "file" not in info.data:
            return value
        if value and info.data["file"]:
            raise mistake('a download has "file" or "url", not both', "make two downloads of it")
        if not value and not info.data["file"]:
            raise mistake('"file" is missing: a download needs it', "add a line like this: file: downloads/huddle.pdf")
        return value


class LinkFields(Fields):
    """A link to another site."""

    noun: ClassVar[str] = "a link"

    label: Line = Field(min_length=1, description="What the link says.", examples=["Region's website"])
    url: Url = Field(description="Where it leads.", examples=["https://www.example.org/"])
    kind: Annotated[LinkKind, Choice] = Field(
        "website",
        description="What sort of site it is: website, intranet or sharepoint.",
        examples=["intranet"],
    )


class StatFields(Fields):
    """A big figure."""

    noun: ClassVar[str] = "a figure"

    value: Line = Field(min_length=1, description="The figure as it is shown.", examples=["75,000"])
    label: Line = Field(min_length=1, description="What it counts.", examples=["members won or kept"])
    source: Line = Field("", description="Where it comes from.", examples=["Campaign report, 2013"])


class RequirementFields(Fields):
    """Something that a level asks of a team."""

    noun: ClassVar[str] = "a requirement"

    text: Line = Field(
        min_length=1,
        description="What the team has or does, in one sentence.",
        examples=["A sponsor agreement is in place."],
    )
    dimension: Line = Field(
        "",
        description="The dimension it belongs to; without it, it is for all of them.",
        examples=["sponsorship"],
    )
    source: Line = Field("", description="The page that says so, as folder/name.", examples=["stories/whats-changed"])
    example: bool = Field(
        default=False, description="true: it is an example of ours, and is marked as one.", examples=[True]
    )
    tools: ListOf[Line] = Field(
        (), description="What helps with it, as folder/name.", examples=[["tools/sponsor-agreement"]]
    )


class QuestionFields(Fields):
    """A question and its answer."""

    noun: ClassVar[str] = "a question"

    question: Line = Field(min_length=1, description="The question.", examples=["Where are the tools?"])
    answer: str = Field(min_length=1, description="The answer, in Markdown.", examples=["In the *Gallery*."])


class BarFields(Fields):
    """One bar of a chart."""

    noun: ClassVar[str] = "a bar"

    label: Line = Field(min_length=1, description="What the bar stands for.", examples=["Teamsters"])
    value: Number = Field(description="How long it is: a number.", examples=["188,000"])


class BarsFields(Fields):
    """A chart of bars."""

    noun: ClassVar[str] = "a chart"

    title: Line = Field(
        min_length=1, description="What the bars compare.", examples=["The largest private-sector unions"]
    )
    unit: Line = Field("", description="What the numbers count; percent draws to 100.", examples=["members"])
    source: Line = Field("", description="Where the numbers come from.", examples=["Campaign report, 2013"])
    values: ListOf[BarFields] = Field(
        description="The bars, in the order shown.", examples=[[{"label": "Teamsters", "value": "188,000"}]]
    )


class SlideFields(Fields):
    """A slide of a slideshow."""

    noun: ClassVar[str] = "a slide"

    title: Line = Field(min_length=1, description="Its heading.", examples=["What is new"])
    body: str = Field("", description="Its text, in Markdown.", examples=["- Better search"])
    image: ImageFields | None = Field(
        None, description="Its picture.", examples=[{"src": "images/huddle.jpg", "alt": "A team at its whiteboard"}]
    )
    notes: str = Field(
        "", description="What the one who presents it says, in Markdown.", examples=["Ask who has tried it."]
    )


class PanelFields(Fields):
    """A numbered panel of an infographic."""

    noun: ClassVar[str] = "a panel"

    title: Line = Field(min_length=1, description="Its heading.", examples=["Making the commitment"])
    body: str = Field("", description="Its text, in Markdown.", examples=["Every party promises to grow."])
    stats: ListOf[StatFields] = Field(
        (), description="The figures beside it.", examples=[[{"value": "2,100", "label": "projects in 2013"}]]
    )
    bars: BarsFields | None = Field(
        None,
        description="A chart of bars drawn from numbers.",
        examples=[{"title": "Projects", "values": [{"label": "2013", "value": "2,100"}]}],
    )
