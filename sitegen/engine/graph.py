"""Bring every output of a site up to date with as little work as its changes ask for.

The scheduler suspends a task where it fetches another; the rebuilder uses verifying traces with early cutoff.
What differs from the textbook is where it starts: not from the outputs, but from the inputs that changed.
Rules have ranks, and a task fetches only its own rank and below, so dirty keys are visited rank by rank. When a
rank is reached, everything below it is settled, and a key that is not dirty is current without a look at it.
Cost follows the change, not the site.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.census import Census
from sitegen.engine.dirty import DirtyNodes
from sitegen.engine.failures import DependencyFailedError, TaskCrashedError
from sitegen.engine.leaves import LeafJob, LeafRunner
from sitegen.engine.rebuilder import Rebuilder, Sink
from sitegen.engine.rules import Argument, Key, Rule, Rules
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
        self._dirty = DirtyNodes(rules)
        self._keys = Rebuilder(rules, sources, store, self._dirty)
        self.executed = self._keys.executed

    @property
    def visited(self) -> int:
        """How many keys this run looked at: inputs that changed, and keys found current, verified or executed."""
        return len(self._keys.digests)

    # -- the steps of a build, in their order

    def begin(self, changes: Iterable[Change]) -> None:
        """Record what a scan found, and make what depends on it dirty; call it first."""
        for change in changes:
            row = change.row
            if change.digest is None:
                self._store.hint_input(row.id, change.size, change.mtime)
                continue
            self._store.put_input(row.id, row.key, change.digest, size=change.size, mtime=change.mtime)
            self._keys.digests[row.id] = change.digest
            self._dirty.add(self._store.dependents(row.id))
        self._dirty.add(self._store.stale())

    def get(self, rule: Rule[P, T], *args: P.args, **_: P.kwargs) -> T:
        """Return the current value of a key, with everything below its rank settled first.

        Raises DependencyFailedError if it, or something it needs, has failed, and the bug itself if a task crashed.
        """
        self._settle_below(rule.rank)
        key = (rule.name, *cast("tuple[Argument, ...]", args))
        try:
            self._keys.ask(key)
        except TaskCrashedError as error:
            raise error.bug from error.bug.__cause__
        return cast("T", self._keys.value(key))

    def run_leaves(
        self,
        keys: Sequence[Key],
        run: LeafRunner,
        threshold: int,
        sink: Sink | None = None,
    ) -> None:
        """Run those of the leaf tasks that are new or dirty, by `run`, if together they weigh at least `threshold`.

        The keys are of one rule; if it makes outputs, `sink` is called as by `make`.
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
            self._keys.gc_candidates.add(node)  # nothing has fetched it yet

    def make(self, key: Key, sink: Sink, *, force: bool = False) -> None:
        """Bring one output up to date; `sink(key, node, digest, data)` is called if its task ran.

        Raises the bug itself if a task crashed.
        """
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
        except TaskCrashedError as error:
            raise error.bug from error.bug.__cause__

    def drain(self, below: int | None = None) -> None:
        """Settle every dirty key of a rank lower than `below`, of any rank if it is None.

        Dirty keys of outputs are left to `make`; see `dirty_outputs`. A task that crashes here is held back: nobody
        has asked for it, and a clean build might not.
        """
        while (entry := self._dirty.pop(below)) is not None:
            rank, node = entry
            if node in self._keys.digests:
                continue
            self._keys.frontier = max(self._keys.frontier, rank)
            head = self._store.head(node)
            if head is None:
                continue
            try:
                self._keys.ask(head[0])
            except (DependencyFailedError, TaskCrashedError):
                continue

    def dirty_outputs(self) -> list[tuple[int, Key]]:
        """Return (node, key) of the outputs that are dirty and not made yet, by rank; call it after `drain`."""
        heads = ((node, self._store.head(node)) for node in self._dirty.outputs())
        return [(node, head[0]) for node, head in heads if head is not None and node not in self._keys.digests]

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
        """Return the problems of this site, delete what nothing needs any more, and note what is left to do.

        Needed are the roots, then the targets, and everything below them; `gone` are former targets. After a failure
        nothing is deleted yet: what a failed task no longer fetches, or fetched for the first time, may be needed as
        before once it is mended.
        """
        census = self._count(roots, targets) if self._keys.failed else None
        candidates = [*self._keys.gc_candidates, *gone]
        candidates += [dep for failure in self._keys.failed.values() for dep in failure.deps]
        candidates += [dep for _, deps in self._keys.crashed.values() for dep in deps]
        if census is not None and census.reported:
            self._store.gc_candidates.add(candidates)
        else:
            self._collect_garbage([*candidates, *self._store.gc_candidates.take()], is_target, roots)
        failed = [known[0] for known in map(self._store.find, self._keys.failed) if known]
        self._store.mark_stale([*self._dirty.without(self._keys.digests), *failed])
        return self._store.problems.all() if census is None else census.problems

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

    def _collect_garbage(self, candidates: list[int], is_target: Callable[[int], bool], roots: Iterable[Key]) -> None:
        """Delete each candidate that nothing needs, and then whatever that leaves unneeded."""
        root_nodes = {known[0] for known in map(self._store.find, roots) if known}
        while candidates:
            node = candidates.pop()
            if node in root_nodes or self._store.has_dependents(node) or is_target(node):
                continue
            candidates.extend(self._store.delete(node))
            self._dirty.discard(node)

    # -- leaves

    def _leaf_jobs(self, keys: Iterable[Key]) -> Iterator[LeafJob]:
        for key in keys:
            try:
                yield key, self._supplies(key)
            except (DependencyFailedError, TaskCrashedError, SitegenError):
                continue  # it is run again in this process, which reports its problems

    def _supplies(self, key: Key) -> dict[Key, Any]:
        """Return the values that a leaf task may fetch, by key."""
        rule = self._rules[key[0]]
        supplies = {}
        for need in rule.needs(*key[1:]) if rule.needs else ():
            self._keys.ask(need)
            supplies[need] = self._keys.value(need)
        return supplies
