"""Bring one key up to date: reuse its trace where all that it fetched is as it was, else run its task."""

from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.census import Failure
from sitegen.engine.dirty import Marks
from sitegen.engine.failures import CycleError, DependencyFailedError, cycle_of
from sitegen.engine.rows import ABSENT, digest_of, encode
from sitegen.engine.rules import Key, Rule, Rules
from sitegen.engine.sources import Sources
from sitegen.engine.store import Store
from sitegen.engine.value_cache import Values
from sitegen.errors import Problem, SitegenError

P = ParamSpec("P")
T = TypeVar("T")

Sink = Callable[[Key, int, bytes, bytes], None]
"""Told of an output that was made: its key, node, digest and bytes."""

CAUSE_NEW = 0
CAUSE_FORCED = -1


class Rebuilder:
    """What one run knows of its keys.

    `digests` holds the nodes that are current, `failed` what could not be made, `loose` what may be needed by nothing
    any more; `executed` lists the keys whose tasks ran, in order. A key of a rank below `frontier` that is not marked
    is current without being looked at. `sink` is told of outputs.
    """

    def __init__(self, rules: Rules, sources: Sources, store: Store, marks: Marks) -> None:
        self._rules = rules
        self._sources = sources
        self._store = store
        self._marks = marks
        self._values = Values(store, sources)
        self._ids: dict[Key, int] = {}
        self._active: dict[Key, None] = {}
        self.digests: dict[int, bytes] = {}
        self.failed: dict[Key, Failure] = {}
        self.loose: set[int] = set()
        self.executed: list[Key] = []
        self.frontier = 0
        self.sink: Sink | None = None

    def ask(self, key: Key) -> int:
        """Give the node of a key, current from here on."""
        node = self._ids.get(key)
        if node is not None and node in self.digests:
            return node
        rule = self._rules[key[0]]
        if rule.run is None:
            return self._ask_input(key)
        if key in self._active:
            raise cycle_of([*self._active], key)
        if key in self.failed:
            raise DependencyFailedError(key)
        known = self._store.find(key)
        if known is None:
            return self._execute(rule, key, None, CAUSE_NEW)
        node, digest, _ = known
        self._ids[key] = node
        if node in self.digests:
            return node
        if rule.rank < self.frontier and node not in self._marks:
            self.digests[node] = digest
            return node
        return self._verify(rule, key, node, digest)

    def value(self, node: int, rule: Rule[..., Any]) -> Any:
        """Give the value of a current node."""
        return self._values.value(node, rule, self.digests[node])

    def force(self, key: Key, node: int) -> None:
        """Run the task of a key whatever its trace says."""
        self._ids[key] = node
        self._execute(self._rules[key[0]], key, node, CAUSE_FORCED)

    def is_due(self, key: Key) -> bool:
        """Whether the task of a key is to run: there is no trace of it, or something that it fetched is different."""
        known = self._store.find(key)
        if known is None:
            return True
        node = self._ids[key] = known[0]
        return node in self._marks and node not in self.digests and self._differing(node) is not None

    def cause(self, key: Key) -> int:
        """Give why the task of a key that is due runs: the node that is different, or CAUSE_NEW."""
        known = self._store.find(key)
        return (self._differing(known[0]) or CAUSE_FORCED) if known else CAUSE_NEW

    def _verify(self, rule: Rule[..., Any], key: Key, node: int, digest: bytes) -> int:
        self._active[key] = None
        try:
            cause = self._differing(node)
        finally:
            del self._active[key]
        if cause is not None:
            return self._execute(rule, key, node, cause)
        self.digests[node] = digest
        if node in self._marks:
            self._store.mark_current(node)
        return node

    def _differing(self, node: int) -> int | None:
        """Give the first recorded dependency that is not as it was, or None."""
        trace = self._store.trace(node)
        for dep, before in trace.deps if trace else ():
            now = self.digests.get(dep)
            if now is None:
                head = self._store.head(dep)
                if head is None:
                    return dep
                try:
                    now = self.digests[self.ask(head[0])]
                except (DependencyFailedError, CycleError):
                    return dep
            if now != before:
                return dep
        return None

    def _ask_input(self, key: Key) -> int:
        known = self._store.find(key)
        if known is not None:
            node, digest, _ = known
        else:
            reading = self._sources.read(key)
            digest = reading.digest
            node = self._store.put_input(None, key, digest, size=reading.size, mtime=reading.mtime)
            self._values.hold(node, reading)
        self._ids[key] = node
        self.digests.setdefault(node, digest)
        return node

    def _execute(self, rule: Rule[..., Any], key: Key, node: int | None, cause: int) -> int:
        fetch = _Fetch(self, rule.rank)
        self._active[key] = None
        try:
            value = rule.run(fetch, *key[1:]) if rule.run else None
        except DependencyFailedError as error:
            self._fail(key, node, Failure((), tuple(fetch.deps), error.key))
            raise DependencyFailedError(key) from error
        except SitegenError as error:
            self._fail(key, node, Failure((*fetch.problems, *error.problems), tuple(fetch.deps), None))
            raise DependencyFailedError(key) from error
        finally:
            del self._active[key]
        data = value if rule.is_output else encode(value)
        return self.record(rule, key, cast("bytes", data), fetch.deps, fetch.problems, cause)

    def record(
        self,
        rule: Rule[..., Any],
        key: Key,
        data: bytes,
        deps: dict[int, bytes],
        problems: Sequence[Problem],
        cause: int,
    ) -> int:
        """Take in what a task gave; gives its node."""
        known = self._store.find(key)
        before = known[1] if known else ABSENT
        digest = digest_of(data)
        node, dropped = self._store.put(
            known[0] if known else None,
            key,
            rule.rank,
            digest,
            deps=deps,
            data=None if rule.is_output else data,
            problems=problems,
            cause=cause,
        )
        self.loose.update(dropped)
        self._ids[key] = node
        self.digests[node] = digest
        self.executed.append(key)
        if rule.is_output:
            if self.sink is not None:
                self.sink(key, node, digest, data)
        elif rule.keep:
            self._values.keep(node, rule.decoder.decode(data))
        if known and digest != before:
            self._marks.add(self._store.dependents(node))
        return node

    def _fail(self, key: Key, node: int | None, failure: Failure) -> None:
        self.failed[key] = failure
        if node is not None:
            self._marks.add(self._store.dependents(node))


class _Fetch:
    """What a running task sees of its run: values, and the record of what it asked for."""

    __slots__ = ("_keys", "_rank", "deps", "problems")

    def __init__(self, keys: Rebuilder, rank: int) -> None:
        self._keys = keys
        self._rank = rank
        self.deps: dict[int, bytes] = {}
        self.problems: list[Problem] = []

    def __call__(self, rule: Rule[P, T], /, *args: P.args, **_: P.kwargs) -> T:
        keys = self._keys
        if rule.rank > self._rank:
            message = f"a task of rank {self._rank} fetched {rule.name}, which comes later"
            raise AssertionError(message)
        node = keys.ask((rule.name, *cast("tuple[str, ...]", args)))
        self.deps[node] = keys.digests[node]
        return cast("T", keys.value(node, rule))

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)
