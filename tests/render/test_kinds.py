"""What templates, styles and scripts say of kinds agrees with the one list of them."""

import re
from pathlib import Path

import pytest

from sitegen.model.kinds import KINDS
from sitegen.render import templates
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


def test_rows_that_script_makes_name_the_same_kinds() -> None:
    text = SCRIPTS[Path("static/js/filters/rows.js")]
    assert set(re.findall(r'card\.kind !== "([a-z-]+)"', text)) == {
        kind.id for kind in KINDS.values() if not kind.names_kind_in_rows
    }


def test_shelves_of_kits_have_places_of_their_own() -> None:
    places = [kind.shelf for kind in KINDS.values() if kind.shelf]
    assert sorted(places) == list(range(1, len(places) + 1))
