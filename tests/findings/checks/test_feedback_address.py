"""Advice on the address for feedback."""

import shutil
from pathlib import Path

import pytest

from tests.findings.checked import found_by, said
from tests.site.small import SETTINGS, SmallSite


@pytest.mark.parametrize(
    ("address", "headlines"),
    [
        ("mailto:web@lmp.test", []),
        ("https://forms.lmp.test/x", []),
        ("mailto:web@example.org", ['feedback goes to "mailto:web@example.org", which is an example']),
        ("https://forms.example.com/", ['feedback goes to "https://forms.example.com/", which is an example']),
        ("", ["feedback has no address"]),
    ],
)
def test_an_address_that_is_an_example_gets_advice(address: str, headlines: list[str], tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.settings(SETTINGS | ({"feedback": address} if address else {}))
    problems = found_by("feedback_address", site)
    assert [problem.headline for problem in problems] == headlines
    assert {problem.severity for problem in problems} <= {"advice"}


def test_advice_stands_at_the_line_of_the_setting(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    shutil.rmtree(site.root / "content")
    site.write("site.yaml", "title: A site\nfeedback: mailto:a@example.org\nbase_url: https://lmp.test\n")
    assert said(found_by("feedback_address", site)) == [
        ("site.yaml:2", 'feedback goes to "mailto:a@example.org", which is an example')
    ]
