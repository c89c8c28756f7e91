"""The settings of the files of static/."""

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from sitegen.located.models import Fields, ListOf, mistake
from sitegen.model.folders import STATIC

_ABOVE = re.compile(rf"/*(?:{STATIC}(?:/+|\Z))?")


def _pattern(text: str) -> str:
    inner = _ABOVE.sub("", text, count=1)
    if inner != text:
        hint = f"write it from {STATIC}/ on: {inner}" if inner else f"name what lies in {STATIC}/, such as downloads/"
        raise mistake(f'"{text}" does not begin below {STATIC}/', hint, better=inner)
    return text


class FileFields(Fields):
    """Which files of static/ are published."""

    noun: ClassVar[str] = "a group of files"

    always: ListOf[Annotated[str, Field(min_length=1), AfterValidator(_pattern)]] = Field(
        (),
        description="Pictures, downloads and films to publish though no page shows them: paths from static/ on, with * "
        "for any name, and a slash at the end for all that lies in a folder.",
        examples=[["downloads/archive/"]],
    )
