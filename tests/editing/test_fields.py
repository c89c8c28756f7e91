"""A change of a field, in each style that a field can have: these lines become those, and all others stay."""

from datetime import date

import pytest

from sitegen.editing import Value, add_fields, add_item, remove_field, rename_field, set_field
from sitegen.editing.yaml_tree import Keys
from sitegen.errors import EditError

PATH = "content/stories/x.md"


def page(fields: str) -> bytes:
    return f"---\nfirst: 1\n{fields}last: 2\n---\nBody\n".encode()


@pytest.mark.parametrize(
    ("before", "keys", "value", "after"),
    [
        ("a: one\n", ("a",), "two", "a: two\n"),
        ("a: 'one'  # note\n", ("a",), "it's", "a: 'it''s'  # note\n"),
        ('a: "one"\n', ("a",), 'say "x"', 'a: "say \\"x\\""\n'),
        ("a: one\n", ("a",), "b: c", 'a: "b: c"\n'),
        ("a: one\nb: 'x'\n", ("a",), "#1", "a: '#1'\nb: 'x'\n"),
        ("a: one\n", ("a",), "yes", 'a: "yes"\n'),
        ("a: no\n", ("a",), "yes", "a: yes\n"),
        ("a: one\n", ("a",), "2017-10-05", 'a: "2017-10-05"\n'),
        ("a: 2016-01-01\n", ("a",), "2017-10-05", "a: 2017-10-05\n"),
        ("a: one\n", ("a",), date(2017, 10, 5), "a: 2017-10-05\n"),
        ("a: no\n", ("a",), True, "a: true\n"),
        ("a: x\n", ("a",), False, "a: false\n"),
        ("a: x\n", ("a",), 17, "a: 17\n"),
        ("a: ~\n", ("a",), "x", "a: x\n"),
        ("a:\n", ("a",), "x", "a: x\n"),
        ("a:   # none yet\n", ("a",), "x", "a: x   # none yet\n"),
        ("a: one\n  two\n", ("a",), "three", "a: three\n"),
        ("a: >-\n  one\n  two\n\n", ("a",), "three", "a: >-\n  three\n\n"),
        ("a: |\n  one\n", ("a",), "two\nthree\n", "a: |\n  two\n  three\n"),
        ("a: |\n  one\n", ("a",), "two", "a: |-\n  two\n"),
        ("a: >-\n     one\n", ("a",), "two", "a: >-\n     two\n"),
        ("a: one\n", ("a",), "two\nthree", "a: |-\n  two\n  three\n"),
        ("a: one\n", ("a",), "", 'a: ""\n'),
        ("a: \u201cone\u201d\n", ("a",), "two", "a: two\n"),
        ("a: [x, y]\n", ("a", 1), "b, c", 'a: [x, "b, c"]\n'),
        ("a:\n- x  # kept\n- y\n", ("a", 0), "z", "a:\n- z  # kept\n- y\n"),
        ("a: [x]\n", ("a",), ["y", "z"], "a: [y, z]\n"),
        ("a:\n    - x\n", ("a",), ["y", "z"], "a:\n  - y\n  - z\n"),
        ("a: x\n", ("a",), ["y", "z"], "a: [y, z]\n"),
        ("a: [x, y]\n", ("a",), "z", "a: z\n"),
        ("a: {src: x, alt: 'y'}\n", ("a", "alt"), "z", "a: {src: x, alt: 'z'}\n"),
        ("a: {src: x}\n", ("a", "alt"), "y, z", 'a: {src: x, alt: "y, z"}\n'),
        ("a:\n    src: x\n", ("a", "alt"), "y", "a:\n    src: x\n    alt: y\n"),
        ("a:\n", ("a", "alt"), "y", "a:\n  alt: y\n"),
        ("a:\n- src: x\n", ("a", 0, "alt"), "y", "a:\n- src: x\n  alt: y\n"),
        ("a:\n- src: x\n", ("a", 0), {"src": "z", "alt": "y"}, "a:\n- src: z\n  alt: y\n"),
        ("a: x\n", ("a",), {"src": "z"}, "a:\n  src: z\n"),
    ],
)
def test_a_value_is_set_in_the_style_that_it_had(before: str, keys: Keys, value: Value, after: str) -> None:
    assert set_field(page(before), PATH, keys, value) == page(after)


@pytest.mark.parametrize(
    ("fields", "keys", "value", "added"),
    [
        ("a: 1\n", ("b",), "x", "b: x\n"),
        ("a: 1\n\n# the end\n", ("b",), "x", "b: x\n"),
        ("a: [x]\n", ("b",), ["x", "y"], "b: [x, y]\n"),
        ("a:\n- x\n", ("b",), ["x", "y"], "b:\n  - x\n  - y\n"),
        ("a: 1\n", ("b", "c"), "x", "b:\n  c: x\n"),
        ("a: |\n  text\n", ("b",), "x", "b: x\n"),
        ("", ("b",), "x", "b: x\n"),
    ],
)
def test_a_field_that_is_missing_comes_after_the_last_one(fields: str, keys: Keys, value: Value, added: str) -> None:
    last = fields.partition("\n\n")[0].rstrip("\n") + "\n" if fields else ""
    rest = fields.removeprefix(last)
    changed = set_field(f"---\n{fields}---\nBody".encode(), PATH, keys, value)
    assert changed == f"---\n{last}{added}{rest}---\nBody".encode()


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("a: one  # its note\n", ("a",), ""),
        ("a: >\n  one\n\n  two\n", ("a",), ""),
        ("a: [x, y, z]\n", ("a", 0), "a: [y, z]\n"),
        ("a: [x, y, z]\n", ("a", 2), "a: [x, y]\n"),
        ("a: [x]\n", ("a", 0), ""),
        ("a:\n  - x\n  # about y\n  - y\n", ("a", 1), "a:\n  - x\n  # about y\n"),
        ("a:\n- x\n", ("a", 0), ""),
        ("a:\n- src: x\n  alt: y\n", ("a", 0, "src"), "a:\n- alt: y\n"),
        ("a:\n- src: x\n  alt: y\n", ("a", 0, "alt"), "a:\n- src: x\n"),
        ("a: {src: x, alt: y}\n", ("a", "src"), "a: {alt: y}\n"),
        ("a:\n  b:\n    c: x\n", ("a", "b", "c"), ""),
        ("a:\n", ("a",), ""),
    ],
)
def test_a_field_goes_with_its_lines_and_with_what_held_nothing_else(before: str, keys: Keys, after: str) -> None:
    assert remove_field(page(before), PATH, keys) == page(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: [x]\n", "a: [x, new]\n"),
        ("a: []\n", "a: [new]\n"),
        ("a: [\n  x,\n  y,\n]\n", "a: [\n  x,\n  y, new,\n]\n"),
        ("a:\n- x\n\n# later\n", "a:\n- x\n- new\n\n# later\n"),
        ("a:\n    -   x\n", "a:\n    -   x\n    - new\n"),
        ("a: x\n", "a: [x, new]\n"),
        ("a: 'x, y'\n", "a: ['x, y', new]\n"),
        ("a:\n", "a: [new]\n"),
    ],
)
def test_an_item_comes_last_in_its_list(before: str, after: str) -> None:
    assert add_item(page(before), PATH, ("a",), "new") == page(after)


@pytest.mark.parametrize(
    ("fields", "keys", "value", "line", "reason"),
    [
        ("a:\n  - x\n  # why\n  - y\n", ("a",), ["z"], 5, "a comment stands inside and would be lost"),
        ("a: x\n", ("a", "b"), "y", 3, 'no field "b" can be added to a text or a list'),
        ("a: [x]\n", ("a", 4), "y", 3, "the list has no item 4"),
        ("a: {b: x, b: y}\n", ("a", "b"), "y", 3, 'the field "b" stands here for the second time'),
    ],
)
def test_what_cannot_be_done_exactly_is_refused_with_its_place(
    fields: str, keys: Keys, value: Value, line: int, reason: str
) -> None:
    with pytest.raises(EditError) as refusal:
        set_field(page(fields), PATH, keys, value)
    problem = refusal.value.problems[0]
    assert (problem.location.line, problem.location.path) == (line, PATH)
    assert reason in problem.headline


def test_empty_lines_that_a_text_keeps_stay_its_own() -> None:
    kept = "a: |+\n  text\n\n"
    assert set_field(f"---\n{kept}---\n".encode(), PATH, ("b",), "x") == f"---\n{kept}b: x\n---\n".encode()


def test_a_value_that_no_style_can_hold_is_refused_in_a_list_too() -> None:
    for value in ("x\x00", ["x\x00", "y"]):
        with pytest.raises(EditError, match="cannot be"):
            set_field(page("a: [x]\n"), PATH, ("a",), value)


def test_a_field_that_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(EditError, match='there is no "b" to remove'):
        remove_field(page("a: 1\n"), PATH, ("b",))


def test_a_file_with_errors_is_left_alone() -> None:
    with pytest.raises(EditError, match="opened and never closed"):
        set_field(page("a: [x\n"), PATH, ("first",), "y")


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("a: one  # note\n", ("a",), "b: one  # note\n"),
        ("'a': one\n", ("a",), "'b': one\n"),
        ("a: {x: 1, y: 2}\n", ("a", "x"), "a: {b: 1, y: 2}\n"),
        ("a:\n- x: 1\n  y: 2\n", ("a", 0, "y"), "a:\n- x: 1\n  b: 2\n"),
        ("a:\n", ("a",), "b:\n"),
    ],
)
def test_a_field_gets_another_name_in_its_place(before: str, keys: Keys, after: str) -> None:
    assert rename_field(page(before), PATH, keys, "b") == page(after)


def test_a_name_that_would_be_misread_is_quoted() -> None:
    assert rename_field(page("a: one\n"), PATH, ("a",), "2") == page('"2": one\n')


@pytest.mark.parametrize("keys", [("b",), ("a", 0)])
def test_what_has_no_name_gets_no_other(keys: Keys) -> None:
    with pytest.raises(EditError):
        rename_field(page("a: [x]\n"), PATH, keys, "b")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: {x: 1}\n", "a: {x: 1, /y: /z, b: two}\n"),
        ("a:\n  x: 1  # note\n", "a:\n  x: 1  # note\n  /y: /z\n  b: two\n"),
        ("a:\n", "a:\n  /y: /z\n  b: two\n"),
        ("a: {}\n", "a: {/y: /z, b: two}\n"),
    ],
)
def test_fields_are_added_after_the_others(before: str, after: str) -> None:
    assert add_fields(page(before), PATH, ("a",), {"/y": "/z", "b": "two"}) == page(after)


def test_no_fields_are_added_to_a_text() -> None:
    with pytest.raises(EditError):
        add_fields(page("a: x\n"), PATH, ("a",), {"b": "two"})
