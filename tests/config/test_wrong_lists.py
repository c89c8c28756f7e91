"""Settings that are lists, typed as one text: the hint is the list, and mends them."""

import pytest

from sitegen.config import read_config
from tests.config.settings_messages import BASE, COL, TAX, messages

VIEW = f"{BASE}{TAX}{COL}  tools:\n    kind: tool\n"


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (VIEW + "  news:\n    from: %s\n", "[stories, tools]"),
        (VIEW + "galleries:\n  all:\n    collections: %s\n", "[tools, stories]"),
        (VIEW + "files:\n  always: %s\n", "[downloads/a.pdf, images/]"),
        (VIEW + "  news:\n    from: stories\n    where:\n      channels: %s\n", "[news, hank]"),
        (VIEW + "    also: %s\n", "[forms, handouts]"),
        (VIEW + "galleries:\n  all:\n    collections: tools\n    also: %s\n", "[movies, films]"),
        (
            BASE + "taxonomies:\n  topic:\n    field: topics\n    terms:\n      a:\n        also: %s\n",
            "[quality of care, C]",
        ),
    ],
)
def test_a_list_that_was_typed_as_one_text_becomes_the_list_of_the_hint(text: str, listed: str) -> None:
    (told,) = messages(text.replace("%s", listed.strip("[]")).encode())
    assert f"write several as a list: {listed}" in told
    assert messages(text.replace("%s", listed).encode()) == []


def test_one_name_with_a_comma_stays_one_as_the_hint_says() -> None:
    text = BASE + "taxonomies:\n  topic:\n    field: topics\n    terms:\n      a:\n        also: Health, safety\n"
    config, (problem,) = read_config(text.encode())
    assert config is not None
    assert problem.severity == "warning"
    assert problem.hint.endswith('if it is one, write it as ["Health, safety"]')
    assert messages(text.replace("Health, safety", '["Health, safety"]').encode()) == []
