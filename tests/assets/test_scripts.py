"""Scripts as they are sent: comments and white space gone, imports rewritten, the program the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter
import tree_sitter_javascript

from sitegen.assets import scripts
from sitegen.assets.scripts import Import, Mistake

SHIPPED = sorted((Path(__file__).parents[2] / "static/js").rglob("*.js"))


def tokens(text: str) -> list[str]:
    """All tokens of a script in order: what is left of it without comments and white space."""

    def walk(node: tree_sitter.Node) -> Iterator[str]:
        if node.type != "comment":
            if node.type in ("string", "regex") or not node.children:
                yield (node.text or b"").decode()
            else:
                for child in node.children:
                    yield from walk(child)

    language = tree_sitter.Language(tree_sitter_javascript.language())
    return list(filter(None, walk(tree_sitter.Parser(language).parse(text.encode()).root_node)))


def fingerprinted(path: str) -> str:
    return f"assets/{path.removesuffix('.js')}.0123456789.js"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('import { a } from "./a.js";\n', 'import{a}from"./a.0123456789.js";\n'),
        ("import * as a from '../b/a.js'\n", 'import*as a from"../b/a.0123456789.js"\n'),
        ('import "../a.js";\n', 'import"../a.0123456789.js";\n'),
        ('export { a } from "./a.js";\n', 'export{a}from"./a.0123456789.js";\n'),
        ('const load = () => import("./a.js");\n', 'const load=()=>import("./a.0123456789.js");\n'),
        ('const load = await import( "./a.js" );\n', 'const load=await import("./a.0123456789.js");\n'),
        ('const from = "./a.js";\n', 'const from="./a.js";\n'),
        ('fetch("./a.js");\n', 'fetch("./a.js");\n'),
        ('reimport("./a.js");\n', 'reimport("./a.js");\n'),
    ],
)
def test_relative_imports_name_the_fingerprinted_file(written: str, expected: str) -> None:
    assert scripts.module("js/search/x.js", written, fingerprinted) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("/** What it does. */\nlet a = 1;\n", "let a=1;\n"),
        ("/**\n * Long.\n * @type {x}\n */\nlet a = 1;\n", "let a=1;\n"),
        ("let a = 1; // note\n", "let a=1;\n"),
        ("let /* what */ a = 1;\n", "let a=1;\n"),
        ("if (a) {\n    b();\n}\n", "if(a){b();}\n"),
        ('let a = /\\/\\*"/;\n', 'let a=/\\/\\*"/;\n'),
        ('let a = "// text  /* ";\n', 'let a="// text  /* ";\n'),
        ("let a = `\n  // ${ b } text\n  more`;\n// note\n", "let a=`\n  // ${b} text\n  more`;\n"),
        ("let a = `one ${two}`;\n", "let a=`one ${two}`;\n"),
        ("let a = b + +c - -d;\n", "let a=b+ +c- -d;\n"),
        ("let a = b++ + ++c;\n", "let a=b++ + ++c;\n"),
        ("let a = b / /c/.d;\n", "let a=b/ /c/.d;\n"),
        ("let a = 1 .b;\n", "let a=1 .b;\n"),
        ("return typeof a in b;\n", "return typeof a in b;\n"),
        ("", "\n"),
    ],
)
def test_comments_and_white_space_go_and_text_stays(written: str, expected: str) -> None:
    assert scripts.module("js/x.js", written, fingerprinted) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a\n++b\n", "a\n++b\n"),
        ("a++\nb\n", "a++\nb\n"),
        ("let a = /x/\nb()\n", "let a=/x/\nb()\n"),
        ("let a = () => {}\nlet b\n", "let a=()=>{}\nlet b\n"),
        ("return\na\n", "return\na\n"),
        ("a() // note\nb()\n", "a()\nb()\n"),
        ("a /* one\ntwo */ b\n", "a\nb\n"),
        ("a\n  .b(\n    c,\n  )\n  ?.d\n", "a.b(c,)?.d\n"),
        ("a\n  ? b\n  : c\n", "a?b:c\n"),
        ("let a =\n  b &&\n  c\n", "let a=b&&c\n"),
        ("a = {\n  b,\n}\n", "a={b,}\n"),
    ],
)
def test_the_end_of_a_line_stays_where_it_ends_a_statement(written: str, expected: str) -> None:
    assert scripts.module("js/x.js", written, fingerprinted) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("let a = 1;\n", None),
        ("let a = 1;\nlet é = ;\n", Mistake(2, 7, "")),
        ("a;\n\n  b(;\n", Mistake(3, 5, ")")),
        ("if (a { b(); }\n", Mistake(1, 6, ")")),
        ("a(1;\nb(2;\n", Mistake(1, 4, ")")),
        ("label: for await (const [a, { b: [c] = [] }] of d) a ||= b?.[c]?.(1_000n);\n", None),
        ("class A { #x = 1; static { this.x = /[/]\\/(?<n>a)/dv; } get y() { return #x in this; } }\n", None),
    ],
)
def test_the_first_mistake_has_its_place_in_letters(written: str, expected: Mistake | None) -> None:
    assert scripts.mistake(written) == expected


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_script_keeps_all_but_comments_and_white_space(path: Path) -> None:
    text = path.read_text("utf-8")
    sent = scripts.module("js/x.js", text, lambda name: f"assets/{name}")
    assert scripts.mistake(sent) is None
    assert tokens(sent) == tokens(text)
    assert len(sent) < 0.8 * len(text)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_script_compares_without_converting_and_writes_no_markup(path: Path) -> None:
    unwanted = {"==", "!=", "innerHTML", "outerHTML", "insertAdjacentHTML", "eval"}
    assert unwanted.isdisjoint(tokens(path.read_text("utf-8")))


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
