"""What the stages of an import hand to each other: articles, fields, and what was left out, mended or asked."""

from typing import Literal

from sitegen.editing import Value
from sitegen.model import Record

Sureness = Literal["certain", "likely", "guess"]
"""How sure a field is: the source says so, the source makes it likely, or nothing better was known."""


class FieldValue(Record, frozen=True):
    """A field of a page, how sure it is, and why, as the end of a sentence."""

    name: str
    value: Value
    sureness: Sureness
    because: str


class LeftOut(Record, frozen=True):
    """Words of the source that stand on no page, why, and their line in the source; 0 where it is not known."""

    because: str
    text: str
    line: int = 0


class Mended(Record, frozen=True):
    """What was put right without asking: what sort of thing it is, and the words before and after."""

    what: str
    before: str
    after: str


class Decision(Record, frozen=True):
    """What a person must decide, what would help, and words of the page beside which it is to be done."""

    text: str
    hint: str = ""
    near: str = ""


class Article(Record, frozen=True, kw_only=True):
    """One page to be, as it was read from a source.

    `body` is Markdown in which the target of each link and picture is `sitegen-import:NUMBER/`, a number of `targets`;
    these are as the source has them. `said` is all that the source says, to be accounted for. `address` is the one
    that the page had on the web, with its host, or empty. `pictures` are those that the source holds itself, by their
    targets; `anchors` are the old anchors of its headings, with the words of these.
    """

    body: str
    said: str
    fields: tuple[FieldValue, ...] = ()
    targets: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    mended: tuple[Mended, ...] = ()
    decisions: tuple[Decision, ...] = ()
    address: str = ""
    slug: str = ""
    pictures: tuple[tuple[str, bytes], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()


class Notes:
    """Collects what is left out, mended and asked while a source is read."""

    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []
        self.mended: list[Mended] = []
        self.decisions: list[Decision] = []

    def leave_out(self, because: str, text: str) -> None:
        """Note words that go nowhere; white space alone is nothing."""
        if text := " ".join(text.split()):
            self.left_out.append(LeftOut(because, text))

    def mend(self, what: str, before: str, after: str) -> None:
        """Note what was put right."""
        self.mended.append(Mended(what, before, after))

    def ask(self, text: str, hint: str = "", near: str = "") -> None:
        """Note what a person must decide."""
        self.decisions.append(Decision(text, hint, near))
