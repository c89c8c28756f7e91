"""Bring every output of a site up to date with as little work as its changes ask for.

The scheduler suspends a task where it fetches another; the rebuilder uses verifying traces with early cutoff.
What differs from the textbook is where it starts: not from the outputs, but from the inputs that changed.
Rules have ranks, and a task fetches only its own rank and below, so keys whose dependencies changed are
visited rank by rank; when a rank is reached, all below it is settled, and a key that nobody marked is
current without being looked at. Cost follows the change, not the site.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.census import Census, Failure
from sitegen.engine.failures import CycleError, DependencyFailedError, SourceChangedError, cycle_of
from sitegen.engine.leaves import LeafJob, LeafRunner
from sitegen.engine.records import ABSENT, digest_of, encode
from sitegen.engine.rules import Key, Rule, Rules
from sitegen.engine.sources import Change, Sources
from sitegen.engine.store import Store
from sitegen.errors import Problem, SitegenError

P = ParamSpec("P")
T = TypeVar("T")

Sink = Callable[[Key, int, bytes, bytes], None]
"""Told of an output that was made: its key, node, digest and bytes."""

CAUSE_NEW = 0
CAUSE_FORCED = -1


class Graph:
    """One run of the build over a store. `executed` lists the keys whose tasks ran, in order."""

    def __init__(self, rules: Rules, sources: Sources, store: Store) -> None:
        self._rules = rules
        self._sources = sources
        self._store = store
        self._ids: dict[Key, int] = {}
        self._digests: dict[int, bytes] = {}
        self._kept: dict[int, Any] = {}
        self._pending: set[int] = set()
        self._queue: list[tuple[int, int]] = []
        self._frontier = 0
        self._active: dict[Key, None] = {}
        self._marked_outputs: dict[int, int] = {}
        self._failed: dict[Key, Failure] = {}
        self._loose: set[int] = set()
        self._last_reading: tuple[int, object] = (0, None)
        self._sink: Sink | None = None
        self.executed: list[Key] = []

    # -- the steps of a build, in their order

    def begin(self, changes: Iterable[Change]) -> None:
        """Take in what a scan found, and mark what depends on it; call it first."""
        for change in changes:
            row = change.row
            if change.digest is None:
                self._store.hint_input(row.id, change.size, change.mtime)
                continue
            self._store.put_input(row.id, row.key, change.digest, size=change.size, mtime=change.mtime)
            self._digests[row.id] = change.digest
            self._mark(self._store.dependents(row.id))
        self._mark(self._store.stale())

    def get(self, rule: Rule[P, T], *args: P.args, **_: P.kwargs) -> T:
        """Give the current value of a key, with all below its rank settled first.

        Raises DependencyFailedError where it, or something it needs, has failed.
        """
        self._settle_below(rule.rank)
        node = self._ask((rule.name, *cast("tuple[str, ...]", args)))
        return cast("T", self._value(node, rule))

    def run_leaves(
        self,
        keys: Sequence[Key],
        run: LeafRunner,
        threshold: int,
        sink: Sink | None = None,
    ) -> None:
        """Run the leaf tasks among the keys that are new or marked, by `run`, where they weigh at least `threshold`.

        The keys are of one rule; where it makes outputs, `sink` is called as by `make`.
        """
        if not keys:
            return
        self._sink = sink
        rule = self._rules[keys[0][0]]
        self._settle_below(rule.rank)
        due = [key for key in keys if self._is_due(key)]
        if len(due) * rule.weight < threshold:
            return
        for result in run(self._leaf_jobs(due)):
            key = result.key
            deps = {node: self._digests[node] for node in map(self._ask, result.deps)}
            cause = self._first_difference(key)
            node = self._record(self._rules[key[0]], key, result.data, deps, result.problems, cause)
            self._loose.add(node)  # nothing has fetched it yet

    def make(self, key: Key, sink: Sink, *, force: bool = False) -> None:
        """Bring one output up to date; `sink(key, node, digest, data)` is called if its task ran."""
        self._sink = sink
        self._settle_below(self._rules[key[0]].rank)
        known = self._store.find(key)
        try:
            if force and known is not None:
                self._ids[key] = known[0]
                self._execute(self._rules[key[0]], key, known[0], CAUSE_FORCED)
            else:
                self._ask(key)
        except DependencyFailedError:
            return

    def drain(self, below: int | None = None) -> None:
        """Settle every marked key of a rank lower than `below`; all of them where it is None.

        Marked keys of outputs are left to `make`; see `marked_outputs`.
        """
        while self._queue and (below is None or self._queue[0][0] < below):
            rank, node = heappop(self._queue)
            if node in self._digests:
                continue
            self._frontier = max(self._frontier, rank)
            head = self._store.head(node)
            if head is None:
                continue
            try:
                self._ask(head[0])
            except DependencyFailedError:
                continue

    def marked_outputs(self) -> list[tuple[int, Key]]:
        """Give (node, key) of the outputs that are marked and not yet made, by rank; call it after `drain`."""
        found = []
        for node, _ in sorted(self._marked_outputs.items(), key=lambda item: (item[1], item[0])):
            head = self._store.head(node)
            if head is not None and node not in self._digests:
                found.append((node, head[0]))
        return found

    def is_failed(self, key: Key) -> bool:
        """Whether a key's task, or something it needs, has failed in this run."""
        return key in self._failed

    def finish(
        self,
        roots: Sequence[Key],
        targets: Callable[[], Iterable[Key]],
        is_target: Callable[[int], bool],
        gone: Iterable[int],
    ) -> list[Problem]:
        """Give the problems of this site, forget what nothing needs any more, and note what is left to do.

        Needed are the roots, then the targets, and what is below them; `gone` are former targets. After a failure
        nothing is forgotten yet: what a failed task no longer fetches, or fetched for the first time, may be
        needed as before once it is mended.
        """
        census = self._count(roots, targets) if self._failed else None
        loose = [*self._loose, *gone]
        loose += [dep for failure in self._failed.values() for dep in failure.deps]
        if census is not None and census.told:
            self._store.add_loose(loose)
        else:
            self._forget([*loose, *self._store.take_loose()], is_target, roots)
        failed = [known[0] for known in map(self._store.find, self._failed) if known]
        self._store.mark_stale([*(self._pending - self._digests.keys()), *failed])
        return self._store.problems() if census is None else census.problems

    # -- one key

    def _ask(self, key: Key) -> int:
        """Give the node of a key, current from here on."""
        node = self._ids.get(key)
        if node is not None and node in self._digests:
            return node
        rule = self._rules[key[0]]
        if rule.run is None:
            return self._ask_input(key)
        if key in self._active:
            raise cycle_of([*self._active], key)
        if key in self._failed:
            raise DependencyFailedError(key)
        known = self._store.find(key)
        if known is None:
            return self._execute(rule, key, None, CAUSE_NEW)
        node, digest, _ = known
        self._ids[key] = node
        if node in self._digests:
            return node
        if rule.rank < self._frontier and node not in self._pending:
            self._digests[node] = digest
            return node
        return self._verify(rule, key, node, digest)

    def _verify(self, rule: Rule[..., Any], key: Key, node: int, digest: bytes) -> int:
        self._active[key] = None
        try:
            cause = self._differing(node)
        finally:
            del self._active[key]
        if cause is not None:
            return self._execute(rule, key, node, cause)
        self._digests[node] = digest
        if node in self._pending:
            self._store.mark_current(node)
        return node

    def _differing(self, node: int) -> int | None:
        """Give the first recorded dependency that is not as it was, or None."""
        trace = self._store.trace(node)
        for dep, before in trace.deps if trace else ():
            now = self._digests.get(dep)
            if now is None:
                head = self._store.head(dep)
                if head is None:
                    return dep
                try:
                    now = self._digests[self._ask(head[0])]
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
            self._last_reading = node, reading.value
        self._ids[key] = node
        self._digests.setdefault(node, digest)
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
        return self._record(rule, key, cast("bytes", data), fetch.deps, fetch.problems, cause)

    def _record(
        self,
        rule: Rule[..., Any],
        key: Key,
        data: bytes,
        deps: dict[int, bytes],
        problems: Sequence[Problem],
        cause: int,
    ) -> int:
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
        self._loose.update(dropped)
        self._ids[key] = node
        self._digests[node] = digest
        self.executed.append(key)
        if rule.is_output:
            if self._sink is not None:
                self._sink(key, node, digest, data)
        elif rule.keep:
            self._kept[node] = rule.decoder.decode(data)
        if known and digest != before:
            self._mark(self._store.dependents(node))
        return node

    def _fail(self, key: Key, node: int | None, failure: Failure) -> None:
        self._failed[key] = failure
        if node is not None:
            self._mark(self._store.dependents(node))

    def _value(self, node: int, rule: Rule[..., Any]) -> Any:
        if node in self._kept:
            return self._kept[node]
        if rule.run is None:
            return self._input_value(node)
        value = rule.decoder.decode(self._store.value(node))
        if rule.keep:
            self._kept[node] = value
        return value

    def _input_value(self, node: int) -> object:
        if self._last_reading[0] == node:
            return self._last_reading[1]
        key = self._store.key(node)
        reading = self._sources.read(cast("Key", key))
        if reading.digest != self._digests[node]:
            raise SourceChangedError
        return reading.value

    def _count(self, roots: Iterable[Key], targets: Callable[[], Iterable[Key]]) -> Census:
        """Take the census of this run's failures."""
        census = Census(self._store, self._failed)
        if all(map(census.visit, roots)):
            for key in targets():
                census.visit(key)
        return census

    def _forget(self, loose: list[int], targets: Callable[[int], bool], roots: Iterable[Key]) -> None:
        keep = {found[0] for found in map(self._store.find, roots) if found}
        while loose:
            node = loose.pop()
            if node in keep or self._store.has_dependents(node) or targets(node):
                continue
            loose.extend(self._store.delete(node))
            self._pending.discard(node)

    # -- marks

    def _mark(self, nodes: Iterable[tuple[int, int]]) -> None:
        for node, rank in nodes:
            if node in self._pending:
                continue
            self._pending.add(node)
            if self._rules.of_rank(rank).is_output:
                self._marked_outputs[node] = rank
            else:
                heappush(self._queue, (rank, node))

    def _settle_below(self, rank: int) -> None:
        self.drain(below=rank)
        self._frontier = max(self._frontier, rank)

    # -- leaves

    def _is_due(self, key: Key) -> bool:
        known = self._store.find(key)
        if known is None:
            return True
        self._ids[key] = known[0]
        return known[0] in self._pending and known[0] not in self._digests and self._differing(known[0]) is not None

    def _first_difference(self, key: Key) -> int:
        known = self._store.find(key)
        return (self._differing(known[0]) or CAUSE_FORCED) if known else CAUSE_NEW

    def _leaf_jobs(self, keys: Iterable[Key]) -> Iterator[LeafJob]:
        for key in keys:
            try:
                yield key, self._supplies(key)
            except (DependencyFailedError, SitegenError):
                continue  # it is run again here, where its problems are taken in

    def _supplies(self, key: Key) -> dict[Key, Any]:
        rule = self._rules[key[0]]
        supplies = {}
        for need in rule.needs(*key[1:]) if rule.needs else ():
            supplies[need] = self._value(self._ask(need), self._rules[need[0]])
        return supplies


class _Fetch:
    """What a running task sees of the graph: values, and the record of what it asked for."""

    __slots__ = ("_graph", "_rank", "deps", "problems")

    def __init__(self, graph: Graph, rank: int) -> None:
        self._graph = graph
        self._rank = rank
        self.deps: dict[int, bytes] = {}
        self.problems: list[Problem] = []

    def __call__(self, rule: Rule[P, T], /, *args: P.args, **_: P.kwargs) -> T:
        graph = self._graph
        if rule.rank > self._rank:
            message = f"a task of rank {self._rank} fetched {rule.name}, which comes later"
            raise AssertionError(message)
        node = graph._ask((rule.name, *cast("tuple[str, ...]", args)))  # noqa: SLF001 - the graph's own hand
        self.deps[node] = graph._digests[node]  # noqa: SLF001
        return cast("T", graph._value(node, rule))  # noqa: SLF001

    def report(self, problem: Problem) -> None:
        self.problems.append(problem)
