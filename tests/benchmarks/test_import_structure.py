"""Documents of a known structure come in whole, and the measuring notices what is not."""

import pytest

from benchmarks.import_documents import Document, make_documents
from benchmarks.import_structure import SORTS, own_pages, shares

DOCUMENTS = list(make_documents())


@pytest.mark.parametrize("ending", ["docx", "html", "xml"])
def test_the_structure_of_documents_is_kept(ending: str) -> None:
    chosen = [document for document in DOCUMENTS if document.name.endswith(ending)]
    assert len(chosen) >= 5
    assert shares(chosen, own_pages) == dict.fromkeys(SORTS, pytest.approx(1, abs=0.005))


def test_what_is_lost_or_added_costs() -> None:
    def without_lists(document: Document) -> list[str]:
        return [page.replace("\n- ", "\n").replace("# ", "#") + "\n\nmore words" for page in own_pages(document)]

    figures = shares(DOCUMENTS[:4], without_lists)
    assert figures["items"] < 0.5
    assert figures["words"] < 1
    assert figures["links"] == 1


def test_a_program_that_fails_has_nothing_right() -> None:
    assert shares(DOCUMENTS[:2], lambda _document: []) == dict.fromkeys(SORTS, 0)
