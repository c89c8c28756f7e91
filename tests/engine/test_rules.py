"""Rules: how tasks and inputs are declared, and what a wrong declaration is told."""

import pytest

from sitegen.engine.rules import Fetch, Rules


def test_a_task_is_named_by_its_function_and_ranked_by_its_place() -> None:
    rules = Rules()
    rules.input("file", bytes)

    @rules.task()
    def first(fetch: Fetch) -> str:
        return str(fetch)

    @rules.task(keep=True, is_output=True)
    def second(fetch: Fetch, name: str) -> bytes:
        return f"{fetch}{name}".encode()

    assert [(rule.name, rule.rank) for rule in rules] == [("file", 0), ("first", 2), ("second", 3)]
    assert rules["second"] is second
    assert rules.of_rank(2) is first
    assert (second.keep, second.is_output, first.keep, first.is_output) == (True, True, False, False)


def test_a_key_is_the_name_and_the_arguments() -> None:
    rules = Rules()
    assert rules.input("file", bytes).key("a/b") == ("file", "a/b")


def test_values_are_read_back_as_the_type_that_the_task_returns() -> None:
    rules = Rules()

    @rules.task()
    def pairs(fetch: Fetch) -> tuple[tuple[str, int], ...]:
        return (("a", len(str(fetch))),)

    assert pairs.decoder.decode(b"\x91\x92\xa1a\x01") == (("a", 1),)


def test_two_rules_of_one_name_are_refused() -> None:
    rules = Rules()
    rules.input("file", bytes)
    with pytest.raises(TypeError, match="two rules are called file"):
        rules.input("file", str)


def test_a_task_whose_first_parameter_is_not_fetch_is_refused() -> None:
    def wrong(get: Fetch) -> str:
        return str(get)

    with pytest.raises(TypeError, match="first parameter is called fetch: wrong"):
        Rules().task()(wrong)


def test_a_rule_shows_its_name() -> None:
    assert repr(Rules().input("file", bytes)) == "Rule('file')"
