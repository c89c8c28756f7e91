"""Templates are compiled once a run: the same text with the same options, and nothing else, gives the same code."""

from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment, TemplateSyntaxError

SOURCE = "{% if a %}\n  one\n{% endif %}{{ a }}\n"


def code(source: str = SOURCE, name: str = "x.html", **options: Any) -> CodeType:
    return Environment(autoescape=True, **options).compile(source, name, "x.html")


@pytest.mark.parametrize(
    "change",
    [{"source": f"{SOURCE} "}, {"name": "y.html"}, {"trim_blocks": True}, {"extensions": ["jinja2.ext.do"]}],
    ids=str,
)
def test_another_text_name_or_option_is_another_code(change: dict[str, Any]) -> None:
    assert code() is code()
    assert code(**change) is not code()


def test_another_filter_is_another_code() -> None:
    one, other = Environment(autoescape=True), Environment(autoescape=True)
    other.filters["upper"] = str.lower
    assert one.from_string("{{ 'a' | upper }}").render() == "A"
    assert other.from_string("{{ 'a' | upper }}").render() == "a"


def test_a_mistake_is_raised_each_time() -> None:
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            Environment(autoescape=True).compile("{% if %}")
