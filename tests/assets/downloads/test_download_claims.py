"""What writers say of files, beside what the files say of themselves."""

import pytest

from sitegen.assets.downloads.download_claims import false_claims
from sitegen.model import Download, DownloadFacts, LocatedText


def said(facts: DownloadFacts, **claims: str) -> list[str]:
    """Return what is said of the claims about a file."""
    marks = {name: LocatedText(text, "9:12") for name, text in claims.items()}
    download = Download(file=LocatedText("downloads/huddle.pdf", "8:11"), claims=marks)
    falsehoods = list(false_claims(download, facts))
    assert all(one.located is marks[one.hint.split()[1].rstrip(":")] for one in falsehoods)
    return [f"{one.headline} / {one.hint.partition(',')[0]}" for one in falsehoods]


@pytest.mark.parametrize(
    ("facts", "claims", "problems"),
    [
        (DownloadFacts(pages=2), {"pages": "3"}, ['"huddle.pdf" has 2 pages, not 3 / write pages: 2']),
        (DownloadFacts(pages=1), {"pages": "3"}, ['"huddle.pdf" has 1 page, not 3 / write pages: 1']),
        (DownloadFacts(slides=12), {"slides": "1"}, ['"huddle.pdf" has 12 slides, not 1 / write slides: 12']),
        (
            DownloadFacts(paper="A4"),
            {"paper": "Letter"},
            ['the paper of "huddle.pdf" is A4, not Letter / write paper: A4'],
        ),
        (DownloadFacts(pages=2, paper="A4"), {"pages": "2", "paper": "a4"}, []),
        (DownloadFacts(), {"pages": "3", "slides": "4", "paper": "A4"}, []),
        (DownloadFacts(pages=2, slides=3, paper="A4"), {}, []),
    ],
)
def test_a_claim_that_the_file_denies_is_named(
    facts: DownloadFacts, claims: dict[str, str], problems: list[str]
) -> None:
    assert said(facts, **claims) == problems


@pytest.mark.parametrize(
    ("facts", "field", "number", "said"),
    [
        (DownloadFacts(pages=2), "slides", "3", '"huddle.pdf" has 2 pages, so it cannot have 3 slides'),
        (DownloadFacts(pages=1), "slides", "3", '"huddle.pdf" has 1 page, so it cannot have 3 slides'),
        (DownloadFacts(slides=2), "pages", "3", '"huddle.pdf" has 2 slides, so it cannot have 3 pages'),
        (DownloadFacts(pages=3), "slides", "3", ""),
    ],
)
def test_as_many_slides_as_pages_can_be_claimed(facts: DownloadFacts, field: str, number: str, said: str) -> None:
    located = LocatedText(number, "9:12")
    falsehoods = list(false_claims(Download(file=LocatedText("downloads/huddle.pdf"), claims={field: located}), facts))
    assert [(one.located, one.headline) for one in falsehoods] == ([(located, said)] if said else [])
