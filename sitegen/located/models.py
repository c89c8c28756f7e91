"""Provide the base class and types for models of located YAML; the only module of this folder that imports Pydantic."""

from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Fields(BaseModel):
    """Base of all models; unknown fields are errors.

    `noun` names the model in messages, with its article: `a story`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    noun: ClassVar[str] = ""

    @classmethod
    def hint_for_unknown(cls, field: str, value: str) -> str:
        """Return a hint for a field that this model does not have; an empty one means: suggest the nearest field.

        `value` is what was typed for it, empty where that is no text.
        """
        del field, value
        return ""


def mistake(headline: str, hint: str = "", better: str = "") -> PydanticCustomError:
    """Return an error for a validator to raise; its headline and hint reach the writer word for word.

    `better` is the only value that can be meant, where there is one: `check --fix` writes it.
    """
    return PydanticCustomError("mistake", "{headline}", {"headline": headline, "hint": hint, "better": better})


def _as_list(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else [value]


LARGEST_NUMBER = 1_000_000_000

WholeNumber = Annotated[int, Field(ge=-LARGEST_NUMBER, le=LARGEST_NUMBER)]
"""A whole number that every part of the program can hold: at most a billion, below zero too."""

Count = Annotated[int, Field(le=LARGEST_NUMBER)]
"""A whole number of at most a billion; where it begins, its field says."""

ListOf = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
"""A tuple of values, in the order written; a single value counts as a list of one."""
