"""What a key is made by: tasks, inputs, and the ordered list of them that an engine runs.

The words are those of Mokhov, Mitchell and Peyton Jones, "Build Systems a la Carte" (2018).
"""

from collections.abc import Callable, Iterator
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, get_type_hints

import msgspec

from sitegen.errors import Problem

Key = tuple[str, ...]
"""A name for one value of the build: the rule's name, then its arguments."""

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Rule(Generic[P, T_co]):
    """A family of keys with one pure function: a task, or an input where `run` is None.

    `rank` is its place in the list of rules: a task may fetch rules of its own rank and below, so that no
    cycle can cross ranks. `keep` holds decoded values in memory for the run. `is_output` says that the value
    is the bytes of a file of the site, and nobody fetches it. `needs` of a leaf gives the keys that its task
    may fetch, so that it can run in another process; `weight` says how many times the work of reading a page
    it is, about. A task may be run once more after its source is gone: it answers absence with a value or a
    SitegenError.
    """

    __slots__ = ("decoder", "is_output", "keep", "name", "needs", "rank", "run", "weight")

    def __init__(
        self,
        name: str,
        rank: int,
        run: "Callable[Concatenate[Fetch, P], T_co] | None",
        result: Any,
        *,
        keep: bool = False,
        is_output: bool = False,
        needs: Callable[..., tuple[Key, ...]] | None = None,
        weight: int = 1,
    ) -> None:
        self.name = name
        self.rank = rank
        self.run = run
        self.decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(result)
        self.keep = keep
        self.is_output = is_output
        self.needs = needs
        self.weight = weight

    def key(self, *args: str) -> Key:
        """Give the key of these arguments."""
        return (self.name, *args)

    def __repr__(self) -> str:
        return f"Rule({self.name!r})"


class Fetch(Protocol):
    """What a task is given: the only way to any other value, and the place to report problems."""

    def __call__(self, rule: Rule[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Give the current value of the rule's key with these arguments (texts only, positional)."""
        ...

    def report(self, problem: Problem) -> None:
        """Note a problem; it is kept with the trace and told again whenever the task is reused."""
        ...


class Rules:
    """The ordered list of rules of a site; the order is the order of the build."""

    def __init__(self) -> None:
        self._by_name: dict[str, Rule[..., Any]] = {}
        self._by_rank: dict[int, Rule[..., Any]] = {}

    def __getitem__(self, name: str) -> Rule[..., Any]:
        return self._by_name[name]

    def __iter__(self) -> Iterator[Rule[..., Any]]:
        return iter(self._by_name.values())

    def of_rank(self, rank: int) -> Rule[..., Any]:
        """Give the task of a rank, which is above 0."""
        return self._by_rank[rank]

    def input(self, name: str, result: Any) -> "Rule[[str], Any]":
        """Declare a family of inputs with one argument, whose values `Sources` reads."""
        rule: Rule[[str], Any] = Rule(name, 0, None, result)
        return self._add(rule)

    def task(
        self,
        *,
        keep: bool = False,
        is_output: bool = False,
        needs: Callable[..., tuple[Key, ...]] | None = None,
        weight: int = 1,
    ) -> Callable[[Callable[Concatenate[Fetch, P], T]], Rule[P, T]]:
        """Declare the decorated function as the next rule: its name names the family, its return type the value."""

        def declare(function: Callable[Concatenate[Fetch, P], T]) -> Rule[P, T]:
            name, result = function.__name__, get_type_hints(function)["return"]
            if function.__code__.co_varnames[:1] != ("fetch",):
                message = f"a task's first parameter is called fetch: {name}"
                raise TypeError(message)
            rank = len(self._by_name) + 1
            rule = Rule(name, rank, function, result, keep=keep, is_output=is_output, needs=needs, weight=weight)
            return self._add(rule)

        return declare

    def _add(self, rule: Rule[P, T]) -> Rule[P, T]:
        if rule.name in self._by_name:
            message = f"two rules are called {rule.name}"
            raise TypeError(message)
        self._by_name[rule.name] = rule
        self._by_rank[rule.rank] = rule
        return rule
