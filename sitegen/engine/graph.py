"""Bring every output of a site up to date with as little work as its changes ask for.

The scheduler suspends a task where it fetches another; the rebuilder uses verifying traces with early cutoff.
What differs from the textbook is where it starts: not from the outputs, but from the inputs that changed.
Rules have ranks, and a task fetches only its own rank and below, so keys whose dependencies changed are
visited rank by rank; when a rank is reached, all below it is settled, and a key that nobody marked is
current without being looked at. Cost follows the change, not the site.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.census import Census
from sitegen.engine.dirty import Marks
from sitegen.engine.failures import DependencyFailedError
from sitegen.engine.leaves import LeafJob, LeafRunner
from sitegen.engine.rebuilder import Rebuilder, Sink
from sitegen.engine.rules import Key, Rule, Rules
from sitegen.engine.sources import Change, Sources
from sitegen.engine.store import Store
from sitegen.errors import Problem, SitegenError

P = ParamSpec("P")
T = TypeVar("T")


class Graph:
    """One run of the build over a store. `executed` lists the keys whose tasks ran, in order."""

    def __init__(self, rules: Rules, sources: Sources, store: Store) -> None:
        self._rules = rules
        self._store = store
        self._marks = Marks(rules)
        self._keys = Rebuilder(rules, sources, store, self._marks)
        self.executed = self._keys.executed

    # -- the steps of a build, in their order

    def begin(self, changes: Iterable[Change]) -> None:
        """Take in what a scan found, and mark what depends on it; call it first."""
        for change in changes:
            row = change.row
            if change.digest is None:
                self._store.hint_input(row.id, change.size, change.mtime)
                continue
            self._store.put_input(row.id, row.key, change.digest, size=change.size, mtime=change.mtime)
            self._keys.digests[row.id] = change.digest
            self._marks.add(self._store.dependents(row.id))
        self._marks.add(self._store.stale())

    def get(self, rule: Rule[P, T], *args: P.args, **_: P.kwargs) -> T:
        """Give the current value of a key, with all below its rank settled first.

        Raises DependencyFailedError where it, or something it needs, has failed.
        """
        self._settle_below(rule.rank)
        node = self._keys.ask((rule.name, *cast("tuple[str, ...]", args)))
        return cast("T", self._keys.value(node, rule))

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
        self._keys.sink = sink
        rule = self._rules[keys[0][0]]
        self._settle_below(rule.rank)
        due = [key for key in keys if self._keys.is_due(key)]
        if len(due) * rule.weight < threshold:
            return
        for result in run(self._leaf_jobs(due)):
            key = result.key
            deps = {node: self._keys.digests[node] for node in map(self._keys.ask, result.deps)}
            cause = self._keys.cause(key)
            node = self._keys.record(self._rules[key[0]], key, result.data, deps, result.problems, cause)
            self._keys.loose.add(node)  # nothing has fetched it yet

    def make(self, key: Key, sink: Sink, *, force: bool = False) -> None:
        """Bring one output up to date; `sink(key, node, digest, data)` is called if its task ran."""
        self._keys.sink = sink
        self._settle_below(self._rules[key[0]].rank)
        known = self._store.find(key)
        try:
            if force and known is not None:
                self._keys.force(key, known[0])
            else:
                self._keys.ask(key)
        except DependencyFailedError:
            return

    def drain(self, below: int | None = None) -> None:
        """Settle every marked key of a rank lower than `below`; all of them where it is None.

        Marked keys of outputs are left to `make`; see `marked_outputs`.
        """
        while (marked := self._marks.take(below)) is not None:
            rank, node = marked
            if node in self._keys.digests:
                continue
            self._keys.frontier = max(self._keys.frontier, rank)
            head = self._store.head(node)
            if head is None:
                continue
            try:
                self._keys.ask(head[0])
            except DependencyFailedError:
                continue

    def marked_outputs(self) -> list[tuple[int, Key]]:
        """Give (node, key) of the outputs that are marked and not yet made, by rank; call it after `drain`."""
        found = []
        for node in self._marks.outputs():
            head = self._store.head(node)
            if head is not None and node not in self._keys.digests:
                found.append((node, head[0]))
        return found

    def is_failed(self, key: Key) -> bool:
        """Whether a key's task, or something it needs, has failed in this run."""
        return key in self._keys.failed

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
        census = self._count(roots, targets) if self._keys.failed else None
        loose = [*self._keys.loose, *gone]
        loose += [dep for failure in self._keys.failed.values() for dep in failure.deps]
        if census is not None and census.told:
            self._store.add_loose(loose)
        else:
            self._forget([*loose, *self._store.take_loose()], is_target, roots)
        failed = [known[0] for known in map(self._store.find, self._keys.failed) if known]
        self._store.mark_stale([*self._marks.without(self._keys.digests), *failed])
        return self._store.problems() if census is None else census.problems

    def _settle_below(self, rank: int) -> None:
        self.drain(below=rank)
        self._keys.frontier = max(self._keys.frontier, rank)

    # -- the end

    def _count(self, roots: Iterable[Key], targets: Callable[[], Iterable[Key]]) -> Census:
        """Take the census of this run's failures."""
        census = Census(self._store, self._keys.failed)
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
            self._marks.discard(node)

    # -- leaves

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
            supplies[need] = self._keys.value(self._keys.ask(need), self._rules[need[0]])
        return supplies
