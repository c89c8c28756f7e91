"""What models of located YAML are built from. It imports Pydantic, and no other file here imports it."""

from typing import Annotated, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

T = TypeVar("T")


class Fields(BaseModel):
    """Known fields and no others. `noun` names the model in messages, with its article: `a story`."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    noun: ClassVar[str] = ""

    @classmethod
    def hint_for_unknown(cls, field: str) -> str:
        """Give a hint for a field that this model does not have; empty: its nearest one is proposed."""
        del field
        return ""


def mistake(headline: str, hint: str = "") -> PydanticCustomError:
    """Make what a validator raises: a headline and a hint that reach the writer word by word."""
    return PydanticCustomError("mistake", "{headline}", {"headline": headline, "hint": hint})


def _listed(value: object) -> object:
    return value if isinstance(value, (list, tuple)) else [value]


ListOf = Annotated[tuple[T, ...], BeforeValidator(_listed)]
