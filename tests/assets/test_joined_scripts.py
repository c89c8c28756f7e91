"""Modules that are sent as one file: the same program, each module run once and in order."""

import pytest

from sitegen.assets import scripts
from sitegen.assets.joined_scripts import can_be_joined, joined, joins

ROOT = """/**
 * What it does.
 *
 * @joins
 */
import { one, two as second } from "./deep/a.js";
import { far } from "./far.js";
export const all = () => [one, second, far];
"""
A = """import { base } from "../b.js";
import { far } from "../far.js";
export const one = base + far, late = () => import("./late.js");
export async function two() {}
"""
B = "export const base = 1;\n"

EXPECTED = """import * as $_0 from "./far.js";
const $0 = (() => {
const base = 1;
return { base };
})();
const $1 = (() => {
const { base } = $0;
const { far } = $_0;
const one = base + far, late = () => import("./deep/late.js");
async function two() {}
return { one, late, two };
})();
const { one, two: second } = $1;
import { far } from "./far.js";
export const all = () => [one, second, far];
"""


def sent(text: str) -> str:
    return scripts.module("js/x.js", text, lambda path: f"assets/{path}")


def test_each_module_becomes_a_function_before_those_that_import_it() -> None:
    text = joined("js/x.js", {"js/x.js": ROOT, "js/deep/a.js": A, "js/b.js": B})
    assert sent(text) == sent(EXPECTED)
    assert [wanted.path for wanted in scripts.imports("js/x.js", text)] == [
        "js/far.js",
        "js/deep/late.js",
        "js/far.js",
    ]


def test_a_module_that_two_others_import_stands_in_the_file_once() -> None:
    texts = {
        "js/x.js": 'import { a } from "./a.js";\nimport { b } from "./b.js";\n',
        "js/a.js": 'import { c } from "./c.js";\nexport const a = c;\n',
        "js/b.js": 'import { c } from "./c.js";\nexport const b = c;\n',
        "js/c.js": "export const c = 1;\n",
    }
    assert joined("js/x.js", texts).count("const c = 1;") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/**\n * What it does.\n *\n * @joins\n */\n", True),
        ("/**\n * @joins\n * @typedef {x} y\n */\n", True),
        ("/** What it does. */\n/**\n * @joins\n */\n", False),
        ("// @joins\n", False),
        ('const text = "@joins";\n', False),
        ("/**\n * It says @joins\n */\n", False),
    ],
)
def test_only_the_first_comment_says_what_is_joined(text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert joins(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        "export { a };\n",
        'export { a } from "./a.js";\n',
        "export const { a } = b;\n",
        'import a from "./a.js";\n',
        'import * as a from "./a.js";\n',
        'import "./a.js";\n',
        "const a = import.meta.url;\n",
        "const a = await b();\n",
        "for await (const a of b) c(a);\n",
        "const $1 = 2;\n",
    ],
)
def test_what_cannot_stand_in_a_function_stays_a_file(text: str) -> None:
    assert not can_be_joined("js/x.js", text)


@pytest.mark.parametrize(
    "text",
    [
        'import { a, b as c } from "./a.js";\nexport const d = 1;\n',
        "export async function a() {\n  for await (const b of c) await b;\n}\n",
        "export class A {\n  async b() {\n    await c;\n  }\n}\n",
        'const a = b.replace(c, "$1");\n',
        'const a = () => import("./a.js");\n',
    ],
)
def test_other_modules_can(text: str) -> None:
    assert can_be_joined("js/x.js", text)
