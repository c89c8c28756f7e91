"""docs/benchmarks.md names what is measured."""

from benchmarks.process import Measure
from benchmarks.run import STEPS
from tests.docs.documents import first_cells, read


def test_the_benchmarks_document_names_every_figure() -> None:
    assert {*STEPS, *Measure._fields} - first_cells(read("docs/benchmarks.md")) == set()
