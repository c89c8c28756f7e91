"""What templates, styles and scripts say of kinds agrees with the one list of them."""

import re
from pathlib import Path

import pytest

from sitegen.model import Summary
from sitegen.model.kinds import KINDS
from sitegen.render import contexts, templates
from sitegen.render.card_fields import RESULT_FIELDS
from tests.render.sample_cards import card

ROOT = Path(__file__).parents[2]
TEMPLATES = {path.relative_to(ROOT): path.read_text("utf-8") for path in sorted(ROOT.glob("templates/**/*.html"))}
SCRIPTS = {path.relative_to(ROOT): path.read_text("utf-8") for path in sorted(ROOT.glob("static/js/**/*.js"))}
SYMBOLS = set(re.findall(r'<symbol id="i-([a-z-]+)"', TEMPLATES[Path("templates/partials/icons.html")]))


def test_every_icon_that_is_named_has_a_symbol() -> None:
    named = {name for text in TEMPLATES.values() for name in re.findall(r'\bicon\("([a-z-]+)"\)', text)}
    named |= {name for text in (*TEMPLATES.values(), *SCRIPTS.values()) for name in re.findall(r"#i-([a-z-]+)", text)}
    assert len(named) > 8
    assert named - SYMBOLS == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_icon_and_a_template(kind: str) -> None:
    assert kind in SYMBOLS
    assert Path(f"templates/{kind}.html") in TEMPLATES


@pytest.mark.parametrize("kind", KINDS)
def test_rows_name_the_kinds_that_are_to_be_named_in_them(kind: str) -> None:
    source = '{% from "partials/card.html" import row %}{{ row(card, 2) }}'
    parts = {"probe.html": source} | {
        path.relative_to("templates").as_posix(): text for path, text in TEMPLATES.items()
    }
    closure = templates.closure("probe.html", lambda name: templates.part(name, parts[name]))
    html = templates.render(closure, {"card": card(kind)}, {})
    assert (f"kind-{kind}" in html) is KINDS[kind].names_kind_in_rows


@pytest.mark.parametrize("kind", KINDS)
def test_cards_carry_whether_their_rows_name_the_kind(kind: str) -> None:
    summary = Summary(path="x.md", collection="x", kind=KINDS[kind].id, url="/x/", title="X", date="2017-10-01")
    card = contexts.card(summary, "", lambda _, term: term, str)
    assert card.names_kind is KINDS[kind].names_kind_in_rows
    assert "names_kind" in RESULT_FIELDS


def test_templates_and_scripts_know_no_kind() -> None:
    text = "\n".join([*TEMPLATES.values(), *SCRIPTS.values()])
    assert "card.names_kind" in text
    assert re.findall(r'\bkind\b\s*[!=]==?\s*"[a-z-]+"', text) == []


def test_only_the_one_list_of_kinds_tells_kinds_apart() -> None:
    modules = {path for path in ROOT.glob("sitegen/**/*.py") if "kind" in path.read_text("utf-8")}
    names = "|".join(KINDS)
    asks = re.compile(rf"""\bkind\b\s*(?:[!=]=|(?:not )?in)\s*[({{\[]?["'](?:{names})["']""")
    assert {path for path in modules if asks.search(path.read_text("utf-8"))} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_names_the_regions_of_a_page_but_not_the_one_that_it_stands_for(kind: str) -> None:
    terms: dict[str, tuple[str, ...]] = {"region": ("ohio",), "format": ("pdf",)}
    summary = Summary(path="x.md", collection="x", kind=KINDS[kind].id, url="/x/", title="X", terms=terms)
    card = contexts.card(summary, "", lambda _, term: term, str)
    assert (card.regions, card.formats) == (() if kind == "region" else ("ohio",), ("pdf",))


def test_shelves_of_kits_have_places_of_their_own() -> None:
    places = [kind.shelf for kind in KINDS.values() if kind.shelf]
    assert sorted(places) == list(range(1, len(places) + 1))
