"""Entries of a mapping: a change of one moves what fetched it, and nothing else."""

from contextlib import closing
from pathlib import Path

import pytest

from sitegen.engine.incremental_build import build
from sitegen.engine.plan import Mode, Plan
from sitegen.engine.rows import key_of, key_text
from sitegen.engine.rules import Fetch, Key, Rules
from sitegen.engine.store import Store
from sitegen.errors import BuildError, ContentError
from sitegen.model import Output
from tests.engine.workshop import Workshop

RULES = Rules()
FILE = RULES.input("file", bytes | None)


@RULES.task(keep=True)
def words(fetch: Fetch) -> dict[str, str]:
    text = (fetch(FILE, "words.txt") or b"").decode()
    if "BROKEN" in text:
        raise ContentError("the words are broken", path="words.txt")
    return dict(line.split("=") for line in text.split())


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:  # noqa: ARG001 - there are none
    return ()


@RULES.task()
def outputs(fetch: Fetch) -> tuple[Output, ...]:
    names = (fetch(FILE, "names.txt") or b"").decode().split()
    return tuple(Output(name, ("html", name, 7)) for name in sorted(names))


@RULES.task()
def meaning(fetch: Fetch, name: str) -> str:
    return str(fetch(words, at=name))


@RULES.task(is_output=True)
def html(fetch: Fetch, name: str, number: int) -> bytes:
    return f"{fetch(meaning, name.removesuffix('+'))} {number + 1}".encode()


class Words(Workshop):
    """A site of words, each with a page."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, lambda: Plan(RULES, (leaves,), outputs))
        self.write("words.txt", "a=1 b=2")
        self.write("names.txt", "a b c")

    def rendered(self) -> list[str]:
        """Build, see that all is right, and give the names of the pages whose task ran."""
        return [str(key[1]) for key in self.build_right().executed if key[0] == "html"]


@pytest.fixture
def site(tmp_path: Path) -> Words:
    words_site = Words(tmp_path)
    assert words_site.rendered() == ["a", "b", "c"]
    assert words_site.files() == {"a": b"1 8", "b": b"2 8", "c": b"None 8"}
    return words_site


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("a=1 b=3", ["b"]),
        ("b=2 a=1", []),
        ("a=1 b=2 c=3", ["c"]),
        ("a=1", ["b"]),
        ("a=1 b=2 z=9", []),
        ("a=9 b=2 c=3", ["a", "c"]),
    ],
)
def test_what_fetched_a_changed_subkey_runs_again_and_nothing_else(site: Words, text: str, rendered: list[str]) -> None:
    site.write("words.txt", text)
    assert site.rendered() == rendered


def test_a_mapping_that_fails_and_is_mended_brings_its_subkeys_up_to_date(site: Words) -> None:
    site.write("words.txt", "BROKEN")
    assert site.build_right().errors
    site.write("words.txt", "a=1 b=5")
    assert site.rendered() == ["b"]
    assert site.files()["b"] == b"5 8"


def test_a_new_page_is_not_made_from_an_old_subkey_of_a_mapping_that_fails(site: Words) -> None:
    site.write("words.txt", "BROKEN")
    site.write("names.txt", "a a+ b c")
    site.build_right(keep_going=True)
    assert not (site.out / "a+").exists()


def test_pages_that_come_and_go_leave_no_subkey_behind(site: Words) -> None:
    site.write("names.txt", "b d")
    assert site.rendered() == ["d"]
    with closing(Store(site.store, "salt")) as store:
        assert [store.find(words.subkey(name)) is not None for name in "abcd"] == [False, True, False, True]


def test_the_visits_of_an_edit_do_not_grow_with_the_mapping(tmp_path: Path) -> None:
    visited = []
    for size in (20, 400):
        site = Words(tmp_path / str(size))
        site.write("words.txt", " ".join(f"w{number}=0" for number in range(size)))
        site.write("names.txt", " ".join(f"w{number}" for number in range(size)))
        site.build()
        site.write("words.txt", " ".join(f"w{number}={int(number == 3)}" for number in range(size)))
        result = site.build()
        assert result.written == ("w3",)
        visited.append(result.visited)
    assert visited[0] == visited[1] < 10


def test_a_rule_that_gives_no_mapping_has_no_subkeys(tmp_path: Path) -> None:
    rules = Rules()

    @rules.task()
    def plain(fetch: Fetch) -> str:
        return repr(fetch)

    @rules.task()
    def leaf_keys(fetch: Fetch) -> tuple[Key, ...]:
        fetch(plain, at="x")  # type: ignore[arg-type]
        return ()

    site = Workshop(tmp_path, lambda: Plan(rules, (leaf_keys,), leaf_keys))
    with pytest.raises(AssertionError, match="plain keeps no mapping"):
        build(site.load, site.place(), Mode())


@pytest.mark.parametrize(
    "key", [("html", "a", 7), ("html", -3), ("html", 0, "0"), ("html", "7", 7), ("words", "\x1d", "a"), ("page", "")]
)
def test_a_key_is_read_back_as_it_was_stored(key: Key) -> None:
    assert key_of(key_text(key)) == key


@pytest.mark.parametrize(
    "key", [("a", "b\x1fc"), ("a", "\x1e5"), ("a", "\x1d"), ("a", "\x1d", "\x1d"), ("a", "\ud800")]
)
def test_a_name_that_could_not_be_read_back_is_refused(key: Key) -> None:
    with pytest.raises(BuildError, match="characters that cannot be used"):
        key_text(key)
