"""Templates: what a page is made of, and how a template's mistake is told."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import AssetError, TemplateError
from sitegen.render import templates

FUNCTIONS: dict[str, Callable[[str], str]] = {"url": "/sub{}".format, "asset": "/sub/assets/{}".format}


def closure(sources: dict[str, str], name: str = "page.html", bytecode: str = "") -> templates.Closure:
    return templates.closure(name, lambda n: templates.part(n, sources[n]) if n in sources else None, bytecode)


def render(sources: dict[str, str], functions: dict[str, Callable[[str], str]] = FUNCTIONS, **context: Any) -> str:
    return templates.render(closure(sources), context, functions)


def mistake(sources: dict[str, str], **context: Any) -> tuple[str, str, str]:
    """Where the mistake is, what is said, and the hint."""
    with pytest.raises(TemplateError) as caught:
        render(sources, **context)
    (problem,) = caught.value.problems
    assert problem.kind == "TemplateError"
    return str(problem.location), problem.headline, problem.hint


def test_a_part_knows_all_that_it_names_sorted_and_once() -> None:
    source = (
        '{% extends "base.html" %}{% from "c.html" import x %}{% import "a.html" as a %}'
        '{% include "a.html" %}{% include ["d.html", "b.html"] ignore missing %}'
    )
    assert templates.part("p.html", source).names == ("a.html", "b.html", "base.html", "c.html", "d.html")


def test_a_computed_name_is_refused() -> None:
    with pytest.raises(TemplateError, match=r"templates/p\.html.*: a template's name is computed"):
        templates.part("p.html", "{% include name %}")


def test_a_template_that_does_not_parse_is_told_with_its_line() -> None:
    with pytest.raises(TemplateError) as caught:
        templates.part("p.html", "a\n{% if x %}\nb\n{% endfor %}\n")
    (problem,) = caught.value.problems
    assert str(problem.location).startswith("templates/p.html:4")
    assert (4, "{% endfor %}") in problem.excerpt


CIRCLE = (
    "this template goes round in a circle without end",
    "let no template include itself, and no macro call itself",
)


@pytest.mark.parametrize(
    ("place", "sources"),
    [
        ("page.html:2", {"page.html": 'a\n{% include "page.html" %}'}),
        ("page.html:1", {"page.html": '{% extends "page.html" %}'}),
        ("page.html:2", {"page.html": "{% macro m() %}\n{{ m() }}{% endmacro %}\n{{ m() }}"}),
        ("page.html:1", {"page.html": '{% import "b.html" as b %}', "b.html": '{% import "page.html" as p %}'}),
        ("page.html:1", {"page.html": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}"}),
    ],
)
def test_a_template_without_end_is_told_with_its_line(place: str, sources: dict[str, str]) -> None:
    assert mistake(sources) == (f"templates/{place}", *CIRCLE)


@pytest.mark.parametrize(
    "source", ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{% if 1 %}" * 150 + "{% endif %}" * 150]
)
def test_a_template_that_is_nested_too_deep_is_told(source: str) -> None:
    hint = "move what lies inside into a template of its own, and include that"
    assert mistake({"page.html": source}) == (
        "templates/page.html",
        "blocks or brackets lie too deep in one another",
        hint,
    )


def test_a_closure_holds_all_parts_of_parts_and_the_missing_ones() -> None:
    sources = {"page.html": '{% extends "base.html" %}', "base.html": '{% include "x.html" ignore missing %}'}
    assert closure(sources).sources == (
        ("base.html", sources["base.html"]),
        ("page.html", sources["page.html"]),
        ("x.html", None),
    )


def test_templates_that_include_each_other_have_an_end() -> None:
    sources = {"page.html": '{% include "b.html" %}', "b.html": '{% include "page.html" %}'}
    assert [name for name, _ in closure(sources).sources] == ["b.html", "page.html"]


def test_a_missing_template_is_told() -> None:
    with pytest.raises(TemplateError, match=r"templates/page\.html: there is no such template"):
        closure({})


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("{{ text }}", "&lt;b&gt; &amp; &#34;x&#34;"),
        ("{{ safe }}", "<b>"),
        ("{{ url('/x/') }} {{ asset('a.png') }}", "/sub/x/ /sub/assets/a.png"),
        ("{% if text %}\n  {% set x = 1 %}\nok\n{% endif %}\n", "ok\n"),
        ("a\n", "a\n"),
    ],
)
def test_a_template_shows_its_context_escaped(source: str, html: str) -> None:
    assert render({"page.html": source}, text='<b> & "x"', safe=templates.as_html("<b>")) == html


def test_a_partial_that_is_not_there_may_be_left_out() -> None:
    assert render({"page.html": 'a{% include "x.html" ignore missing %}b'}) == "ab"


BASE = "{% block main %}{% endblock %}\n"


@pytest.mark.parametrize(
    ("sources", "place", "word"),
    [
        ({"page.html": "a\n{{ titel }}\n"}, "templates/page.html:2", "titel"),
        ({"page.html": "{{ text.x.y }}\n"}, "templates/page.html:1", "x"),
        (
            {"page.html": '{% extends "base.html" %}\n{% block main %}\n{{ x }}\n{% endblock %}', "base.html": BASE},
            "templates/page.html:3",
            "x",
        ),
        (
            {"page.html": '\n{% include "part.html" %}', "part.html": "\n\n{{ x }}"},
            "templates/part.html:3",
            "x",
        ),
        ({"page.html": "a\n{% include 'x.html' %}"}, "templates/page.html:2", "x.html"),
        ({"page.html": "\n\n{{ 1 / 0 }}"}, "templates/page.html:3", "zero"),
        ({"page.html": "{{ text + 1 }}"}, "templates/page.html:1", "str"),
    ],
)
def test_a_mistake_is_told_at_the_line_that_made_it(sources: dict[str, str], place: str, word: str) -> None:
    location, headline, _ = mistake(sources, text="x")
    assert location.startswith(place)
    assert word in headline


def test_a_misspelt_name_comes_with_the_right_one() -> None:
    sources = {"page.html": "{{ listing.title }}\n{{ lsiting.count }}\n"}
    assert '"listing"' in mistake(sources, listing={"title": "x"})[2]


def test_a_file_that_is_not_there_is_told_at_the_line_that_asks_for_it() -> None:
    def asset(path: str) -> str:
        raise AssetError(f'there is no file "{path}" in static/', path=f"static/{path}", hint="did you mean ...")

    with pytest.raises(TemplateError) as caught:
        render({"page.html": "a\n\n{{ asset('lost.png') }}\n"}, {**FUNCTIONS, "asset": asset})
    (problem,) = caught.value.problems
    assert str(problem.location).startswith("templates/page.html:3")
    assert problem.headline == 'there is no file "lost.png" in static/'
    assert problem.hint == "did you mean ..."


def test_our_own_bug_is_not_called_a_mistake_of_the_template() -> None:
    def broken(_text: str) -> str:
        raise RuntimeError("our bug")

    with pytest.raises(RuntimeError, match="our bug"):
        render({"page.html": "{{ url('x') }}"}, {"url": broken})


def test_compiled_templates_kept_between_runs_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "compiled"
    for text in ("one {{ x }}", "two {{ x }}", "one {{ x }}"):
        kept = closure({"page.html": text}, bytecode=str(folder))
        assert templates.render(kept, {"x": 1}, FUNCTIONS) == text.replace("{{ x }}", "1")
    assert any(folder.iterdir())


def test_the_folder_of_compiled_templates_may_go_while_they_are_known(tmp_path: Path) -> None:
    sources = (("late.html", "late"), ("page.html", "{% if late %}{% include 'late.html' %}{% endif %}"))
    known = templates.Closure("page.html", sources, str(tmp_path / "bytecode"))
    assert templates.render(known, {"late": False}, {}) == ""
    shutil.rmtree(tmp_path / "bytecode")
    assert templates.render(known, {"late": True}, {}) == "late"
