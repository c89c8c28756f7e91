"""Rules: what a key is made by, and the ordered list of rules that an engine runs.

The words are those of Mokhov, Mitchell and Peyton Jones, "Build Systems a la Carte" (2018).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import (
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

import msgspec

from sitegen.errors import Problem

Argument = str | int
Key = tuple[Argument, ...]
"""The name of one value of the build: the rule's name, then its arguments.

A subkey names one value of a mapping: it ends with `AT` and the value's name; see `Rule.subkey`.
"""

AT = "\x1d"
"""Stands before the last part of a subkey. No argument contains it."""

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")


class Rule(Generic[P, T_co]):
    """A family of keys with one pure function: a task, or an input if `run` is None.

    Attributes:
        rank: The rule's place in the list of rules. A task fetches rules of its own rank and below, so no cycle
            crosses ranks.
        keep: Hold decoded values in memory for the whole run.
        is_output: The value is the bytes of a file of the site, and no task fetches it.
        decoder_at: Of a rule whose value is a dict, the decoder of one of its values; else None.
        needs: For a leaf, a function of the arguments that returns the keys its task may fetch, so that the task
            can run in another process.
        weight: The work of one task, as a multiple of the work of reading a page.

    """

    __slots__ = ("decoder", "decoder_at", "is_output", "keep", "name", "needs", "rank", "run", "weight")

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
        self.decoder_at: msgspec.msgpack.Decoder[Any] | None = None
        if get_origin(result) is dict:
            self.decoder_at = msgspec.msgpack.Decoder(get_args(result)[1] | None)
        self.needs = needs
        self.weight = weight

    def key(self, *args: Argument) -> Key:
        """Return the key of these arguments."""
        return (self.name, *args)

    def subkey(self, at: str, *args: Argument) -> Key:
        """Return the key of the value `at` in the mapping that these arguments name."""
        return (self.name, *args, AT, at)

    def __repr__(self) -> str:
        return f"Rule({self.name!r})"


class Fetch(Protocol):
    """The only way of a task to any other value, and its place to report problems.

    `fetch(rule, *args)` returns the current value of the key that the rule and its arguments (strings and integers)
    name. `fetch(rule, *args, at=name)` returns one value of the mapping that they name, or None if it has no such
    name; its subkey alone is then the dependency: the task runs again when it changes, not when another value does.
    The rule of the mapping keeps its values.

    A task in which a fetch fails has failed, even if it catches the exception.
    """

    @overload
    def __call__(self, rule: Rule[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T: ...

    @overload
    def __call__(self, rule: Rule[..., Mapping[str, V]], /, *args: Argument, at: str) -> V | None: ...

    def report(self, problem: Problem) -> None:
        """Report a problem; it is stored with the trace and counts again whenever the task is reused."""
        ...


class Rules:
    """The ordered list of rules of a site; the order of declaration is the order of ranks."""

    def __init__(self) -> None:
        self._by_name: dict[str, Rule[..., Any]] = {}
        self._by_rank: dict[int, Rule[..., Any]] = {}

    def __getitem__(self, name: Argument) -> Rule[..., Any]:
        return self._by_name[str(name)]

    def __iter__(self) -> Iterator[Rule[..., Any]]:
        return iter(self._by_name.values())

    def of_rank(self, rank: int) -> Rule[..., Any]:
        """Return the task of a rank above 0."""
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
