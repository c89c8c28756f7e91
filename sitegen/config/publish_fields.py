"""The settings of the places where a site is published."""

import re
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from sitegen.config.text_values import ID_HINT, is_id
from sitegen.located.models import Fields, mistake

_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f]")


def _folder(text: str) -> str:
    if _NOT_IN_NAMES.search(text):
        raise mistake(
            "the folder has a character that no name can have",
            "write it without quotes: backslashes stay as they are then",
        )
    return text


def _verify_url(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise mistake(f'"{text}" is no address where a site stands', "write it like this: https://www.example.org/")
    if parts.username is not None or parts.password is not None:
        raise mistake(
            '"verify_url" has a name or a password in it', f"leave it out: {parts.scheme}://{parts.hostname}/"
        )
    return text and f"{text.rstrip('/')}/"


def check_halves(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of those who must agree; raise a mistake for one that is no name, or stands twice."""
    for number, name in enumerate(names):
        if not is_id(name):
            raise mistake(f'"{name}" cannot be typed as --as NAME', f"{ID_HINT}: approvals: [labor, management]")
        if name in names[:number]:
            raise mistake(f'"{name}" stands twice', "name it once: approvals: [labor, management]")
    return names


class TargetFields(Fields):
    """A place where the site is published."""

    noun: ClassVar[str] = "a target"

    folder: Annotated[str, Field(min_length=1), AfterValidator(_folder)] = Field(
        "",
        description="The folder, or network share, of the web server: its whole path, or one from `site.yaml` on. "
        "Leave it out where `publish.local.yaml` says how to get there.",
        examples=["/srv/www/lmpartnership"],
    )
    permanent: bool = Field(
        default=False,
        description="Whether its addresses are for readers, and so must never die: they go into "
        "`content/addresses.yaml`.",
        examples=[True],
    )
    atomic: bool = Field(
        default=False,
        description="Whether `folder` is a link to a folder, which is set to a new folder in one moment.",
        examples=[True],
    )
    verify_url: Annotated[str, AfterValidator(_verify_url)] = Field(
        "",
        description="Where readers see this target: after publishing, the release there is asked for.",
        examples=["https://www.example.org/"],
    )
