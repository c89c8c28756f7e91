"""Each decision of docs/adr/ has its number and its parts."""

import re
from pathlib import Path

import pytest

from tests.docs.documents import TEXTS, read

ADRS = [name for name in TEXTS if name.startswith("docs/adr/")]


@pytest.mark.parametrize("name", ADRS)
def test_a_decision_has_its_parts(name: str) -> None:
    number = Path(name).name.partition("-")[0]
    assert read(name).startswith(f"# {number}. ")
    headings = re.findall(r"^## (.+)$", read(name), re.MULTILINE)
    assert [part for part in ("Status", "Context", "Decision", "Consequences") if part not in headings] == []


def test_no_two_decisions_have_one_number() -> None:
    numbers = [Path(name).name.partition("-")[0] for name in ADRS]
    assert sorted(set(numbers)) == sorted(numbers)
