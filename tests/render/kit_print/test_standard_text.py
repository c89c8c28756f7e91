"""Text in the letters that the standard fonts of PDF have."""

import pytest

from sitegen.render.kit_print.standard_text import standard_text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Plan, do, study, act", "Plan, do, study, act"),
        ("\u201cSe\u00f1ora\u201d \u2013 \u20ac 5", "\u201cSe\u00f1ora\u201d \u2013 \u20ac 5"),
        ("Sen\u0303ora", "Se\u00f1ora"),
        ("\u0141ukasz", "Lukasz"),
        ("two\n  lines", "two lines"),
        ("soft\u00adhy\u200bphen\u0007", "softhyphen"),
        ("", ""),
    ],
)  # fmt: skip
def test_each_letter_is_kept_or_becomes_one_that_sounds_alike(typed: str, printed: str) -> None:
    assert standard_text(typed) == printed
