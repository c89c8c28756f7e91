"""What a writer says of a file, compared with what the file says of itself."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from sitegen.assets.downloads.paper import is_paper
from sitegen.model import Download, DownloadFacts, LocatedText

ENDINGS = (".pdf", ".pptx", ".docx")
"""The ends of the names of files that say something about themselves, in small letters."""


class Falsehood(NamedTuple):
    """A claim that its file contradicts: where it stands, what is wrong, and a hint."""

    located: LocatedText
    headline: str
    hint: str


def false_claims(download: Download, facts: DownloadFacts) -> Iterator[Falsehood]:
    """Return the claims about a file that are wrong; what the file does not say is taken on trust."""
    name = download.file.text.rpartition("/")[2] if download.file else ""
    for field, true in (("pages", facts.pages), ("slides", facts.slides)):
        located = download.claims.get(field)
        if located and true and located.text != str(true):
            noun = field if true != 1 else field.removesuffix("s")
            yield Falsehood(located, f'"{name}" has {true} {noun}, not {located.text}', _hint(field, str(true)))
    for field, other, true in (("slides", "pages", facts.pages), ("pages", "slides", facts.slides)):
        located = download.claims.get(field)
        if located and true and not getattr(facts, field) and located.text != str(true):
            noun = other if true != 1 else other.removesuffix("s")
            headline = f'"{name}" has {true} {noun}, so it cannot have {located.text} {field}'
            yield Falsehood(located, headline, f"leave it out: the number of {other} is read from the file")
    located = download.claims.get("paper")
    if located and facts.paper and not is_paper(located.text, facts.paper):
        headline = f'the paper of "{name}" is {facts.paper}, not {located.text}'
        yield Falsehood(located, headline, _hint("paper", facts.paper))


def with_facts(download: Download, facts: DownloadFacts) -> Download:
    """Return a download with what its file says of itself; what the file does not say stays as the writer typed it."""
    return msgspec.structs.replace(
        download,
        pages=facts.pages or download.pages,
        slides=facts.slides or download.slides,
        paper=facts.paper or download.paper,
    )


def _hint(field: str, value: str) -> str:
    return f"write {field}: {value}, or leave it out: it is read from the file"
