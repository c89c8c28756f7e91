"""Modules as they are sent: comments gone, imports rewritten, nothing else touched."""

import pytest

from sitegen.render import scripts
from sitegen.render.scripts import Import


def fingerprinted(path: str) -> str:
    return f"assets/{path.removesuffix('.js')}.0123456789.js"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('import { a } from "./a.js";\n', 'import { a } from "./a.0123456789.js";\n'),
        ("import * as a from '../b/a.js'\n", "import * as a from '../b/a.0123456789.js'\n"),
        ('import "../a.js";\n', 'import "../a.0123456789.js";\n'),
        ('export { a } from "./a.js";\n', 'export { a } from "./a.0123456789.js";\n'),
        ('const load = () => import("./a.js");\n', 'const load = () => import("./a.0123456789.js");\n'),
        ('const load = await import( "./a.js" );\n', 'const load = await import( "./a.0123456789.js" );\n'),
        ('const from = "./a.js";\n', 'const from = "./a.js";\n'),
        ('fetch("./a.js");\n', 'fetch("./a.js");\n'),
        ('reimport("./a.js");\n', 'reimport("./a.js");\n'),
    ],
)
def test_relative_imports_name_the_fingerprinted_file(written: str, expected: str) -> None:
    assert scripts.module("js/search/x.js", written, fingerprinted) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/** What it does. */\nlet a = 1;\n", "let a = 1;\n"),
        ("/**\n * Long.\n * @type {x}\n */\nlet a = 1;\n", "let a = 1;\n"),
        ("  // note\nlet a = 1;\n", "let a = 1;\n"),
        ("let a = 1; // note\n", "let a = 1; // note\n"),
        ("let a = /\\/\\*/;\n", "let a = /\\/\\*/;\n"),
        ("if (a) {\n    b();\n}\n", "if (a) {\nb();\n}\n"),
        ("let a = `\n  // text\n  more`;\n// note\n", "let a = `\n  // text\n  more`;\n"),
        ("// about `a`\nlet a = `x\n  y`;\n", "let a = `x\n  y`;\n"),
        ("let a = 1;\n// the end", "let a = 1;\n"),
        ("/** @type {x} */ let a = 1;\nb(); /* c */\n", "/** @type {x} */ let a = 1;\nb(); /* c */\n"),
    ],
)
def test_comment_lines_and_indents_go_and_text_stays(written: str, expected: str) -> None:
    assert scripts.module("js/x.js", written, fingerprinted) == expected


def test_imports_tell_their_place_and_whether_they_are_loaded_at_once() -> None:
    text = '/* import "./no.js"\n*/\nimport "./a.js";\nconst b = () =>\n  import("../b.js");\n'
    assert scripts.imports("js/deep/x.js", text) == (
        Import("js/deep/a.js", is_static=True, line=3, column=9),
        Import("js/b.js", is_static=False, line=5, column=11),
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [("js/a.js", True), ("js/deep/a.js", True), ("js/data.json", False), ("downloads/a.js", False)],
)
def test_what_is_a_module(path: str, *, expected: bool) -> None:
    assert scripts.is_module(path) is expected
