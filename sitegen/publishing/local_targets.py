"""What publish.local.yaml says: where a target lies that only rclone reaches, and how this computer gets there.

The file is for one computer, and is not committed: rclone can run programs, and site.yaml is written by many. No
secret stands in it; those stay in rclone's own configuration.
"""

from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from sitegen.content.field_types import Line
from sitegen.errors import ConfigError
from sitegen.located import decode, read_yaml, validate
from sitegen.located.models import Fields, ListOf, mistake
from sitegen.model.folders import LOCAL_TARGETS


def _remote(text: str) -> str:
    if ":" not in text or text.startswith(("/", ".", "\\")):
        raise mistake(
            f'"{text}" is no place of rclone: its name, a colon, a folder',
            "write it like this: myserver:www/site; `rclone listremotes` shows the names",
        )
    return text


def _options(words: tuple[str, ...]) -> tuple[str, ...]:
    for word in words:
        if word.startswith("--rc"):
            raise mistake(f'"{word}" is decided by the program itself', "leave it out")
    return words


class LocalTargetFields(Fields):
    """Where a target lies."""

    noun: ClassVar[str] = "a target"

    remote: Annotated[Line, Field(min_length=1), AfterValidator(_remote)] = Field(
        description="The place as rclone calls it.", examples=["myserver:www/site"]
    )
    options: Annotated[ListOf[Line], AfterValidator(_options)] = Field(
        (), description="What rclone is given besides, word by word, without a shell.", examples=[["--bwlimit", "1M"]]
    )


class LocalFields(Fields):
    """The targets that this computer reaches by rclone."""

    noun: ClassVar[str] = "publish.local.yaml"

    publish: dict[str, LocalTargetFields] = Field({}, description="The targets, by the names that site.yaml has.")


def read_local_targets(site: Path) -> dict[str, LocalTargetFields]:
    """Return the targets of publish.local.yaml by name; none where there is no such file.

    Raises:
        ConfigError: the file has mistakes.
    """
    path = site / LOCAL_TARGETS
    if not path.is_file():
        return {}
    file, problems = decode(path.read_bytes(), LOCAL_TARGETS, kind="ConfigError")
    node, mistakes = read_yaml(file.text, file)
    fields, wrong = validate(LocalFields, node, file)
    errors = [problem for problem in (*problems, *mistakes, *wrong) if problem.is_error]
    if fields is None or errors:
        raise ConfigError(*errors)
    return fields.publish
