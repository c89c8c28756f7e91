"""Bring one key up to date: reuse its trace if all that it fetched is unchanged, else run its task."""

from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar, cast

from sitegen.engine.census import Failure
from sitegen.engine.dirty import DirtyNodes
from sitegen.engine.failures import (
    CycleError,
    DependencyFailedError,
    TaskCrashedError,
    cycle_of,
)
from sitegen.engine.rows import digest_of, encode, is_subkey
from sitegen.engine.rules import Fetch, Key, Rule, Rules
from sitegen.engine.sources import Sources
from sitegen.engine.store import Store
from sitegen.engine.subkeys import data_at, digest_at, subkey_of
from sitegen.engine.task_fetch import TaskFetch
from sitegen.engine.value_cache import ValueCache
from sitegen.errors import Problem, SitegenError

P = ParamSpec("P")
T = TypeVar("T")

Sink = Callable[[Key, int, bytes, bytes], None]
"""Callback for an output that was rendered: its key, node, digest and bytes."""

CAUSE_NEW = 0
CAUSE_FORCED = -1


class Rebuilder:
    """What one run knows of its keys.

    Attributes:
        digests: The digest of each node that is current. Its length is the number of keys that the run visited.
        failed: The tasks that raised a SitegenError, or needed one that did.
        crashed: The tasks that raised anything else, or needed one that did, with the exception and the nodes that
            they had fetched. See `TaskCrashedError`.
        gc_candidates: Nodes that may no longer be needed by anything.
        executed: The keys whose tasks ran, in order.
        frontier: A node of a lower rank that is not dirty is current without a look at its trace.
        sink: The callback for outputs.

    """

    def __init__(self, rules: Rules, sources: Sources, store: Store, dirty: DirtyNodes) -> None:
        self._rules = rules
        self._sources = sources
        self._store = store
        self._dirty = dirty
        self._values = ValueCache(store, sources)
        self._ids: dict[Key, int] = {}
        self._active: dict[Key, None] = {}
        self.digests: dict[int, bytes] = {}
        self.failed: dict[Key, Failure] = {}
        self.crashed: dict[Key, tuple[Exception, tuple[int, ...]]] = {}
        self.gc_candidates: set[int] = set()
        self.executed: list[Key] = []
        self.frontier = 0
        self.sink: Sink | None = None

    def ask(self, key: Key) -> int:
        """Return the node of a key, current from here on.

        Raises DependencyFailedError or TaskCrashedError if its task, or one that it needs, fails or crashes.
        """
        node = self._ids.get(key)
        if node is not None and node in self.digests:
            return node
        if is_subkey(key):
            return self._ask_subkey(key)
        rule = self._rules[key[0]]
        if rule.run is None:
            return self._ask_input(key)
        self._raise_if_failed(key)
        known = self._store.find(key)
        if known is None:
            return self._execute(rule, key, None, CAUSE_NEW)
        node, digest, _ = known
        self._ids[key] = node
        if rule.rank < self.frontier and node not in self._dirty:
            self.digests.setdefault(node, digest)
        return node if node in self.digests else self._verify(rule, key, node, digest)

    def value(self, key: Key) -> Any:
        """Return the value of a key that is current; of a subkey, None if the mapping lacks it."""
        node = self._ids[key]
        rule = self._rules[key[0]]
        if is_subkey(key) and rule.decoder_at:
            return self._values.value_at(node, rule.decoder_at)
        return self._values.value(node, rule, self.digests[node])

    def force(self, key: Key, node: int) -> None:
        """Run the task of a key whatever its trace says."""
        self._ids[key] = node
        self._execute(self._rules[key[0]], key, node, CAUSE_FORCED)

    def is_due(self, key: Key) -> bool:
        """Whether the task of a key is to run: it has no trace, or something that it fetched differs."""
        known = self._store.find(key)
        if known is None:
            return True
        node = self._ids[key] = known[0]
        return node in self._dirty and node not in self.digests and self._first_difference(node) is not None

    def cause(self, key: Key) -> int:
        """Return why the task of a key that is due runs: the node that differs, or CAUSE_NEW."""
        known = self._store.find(key)
        return (self._first_difference(known[0]) or CAUSE_FORCED) if known else CAUSE_NEW

    def _raise_if_failed(self, key: Key) -> None:
        if key in self._active:
            raise cycle_of(list(self._active), key)
        if key in self.failed:
            raise DependencyFailedError(key)
        if key in self.crashed:
            raise TaskCrashedError(self.crashed[key][0])

    # -- traces

    def _verify(self, rule: Rule[..., Any], key: Key, node: int, digest: bytes) -> int:
        self._active[key] = None
        try:
            cause = self._first_difference(node)
        finally:
            del self._active[key]
        if cause is not None:
            return self._execute(rule, key, node, cause)
        self.digests[node] = digest
        if node in self._dirty:
            self._store.mark_current(node)
        return node

    def _first_difference(self, node: int) -> int | None:
        """Return the first recorded dependency that no longer has its digest, or None."""
        trace = self._store.trace(node)
        for dep, before in trace.deps if trace else ():
            now = self.digests.get(dep)
            if now is None:
                head = self._store.head(dep)
                if head is None:
                    return dep
                try:
                    now = self.digests[self.ask(head[0])]
                except (DependencyFailedError, TaskCrashedError, CycleError):
                    return dep
            if now != before:
                return dep
        return None

    # -- inputs and subkeys

    def _ask_input(self, key: Key) -> int:
        known = self._store.find(key)
        if known is not None:
            node, digest, _ = known
        else:
            reading = self._sources.read(key)
            digest = reading.digest
            node = self._store.put_input(None, key, digest, size=reading.size, mtime=reading.mtime)
            self._values.hold_input(node, reading)
        self._ids[key] = node
        self.digests.setdefault(node, digest)
        return node

    def _ask_subkey(self, key: Key) -> int:
        """Return the node of a subkey: current as soon as its mapping is, for `record` keeps subkeys up to date."""
        mapping_key, at = key[:-2], str(key[-1])
        rule = self._rules[key[0]]
        if rule.decoder_at is None or not rule.keep:
            message = f"{rule.name} keeps no mapping, so it has no subkeys"
            raise AssertionError(message)
        mapping_node = self.ask(mapping_key)
        known = self._store.find(key)
        if known is None:
            mapping = self.value(mapping_key)
            digest, data = digest_at(mapping, at), data_at(mapping, at)
            node = self._store.put_subkey(key, rule.rank, mapping_node, digest, data)
            self._values.keep(node, mapping.get(at))
        else:
            node, digest, _ = known
        self._ids[key] = node
        self.digests[node] = digest
        return node

    def _update_subkeys(self, key: Key, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Bring the nodes of subkeys that changed with their mapping up to date, and make what fetched them dirty."""
        for at in before.keys() | after.keys():
            if at in before and at in after and before[at] == after[at]:
                continue
            known = self._store.find(subkey_of(key, at))
            if known is not None and (digest := digest_at(after, at)) != known[1]:
                node = known[0]
                self._store.change_subkey(subkey_of(key, at), node, digest, data_at(after, at))
                self._values.keep(node, after.get(at))
                self.digests[node] = digest
                self._dirty.add(self._store.dependents(node))

    # -- tasks

    def _execute(self, rule: Rule[..., Any], key: Key, node: int | None, cause: int) -> int:
        fetch = TaskFetch(self, rule.rank)
        self._active[key] = None
        try:
            value = rule.run(cast("Fetch", fetch), *key[1:]) if rule.run else None
            fetch.raise_failure()
        except Exception as error:  # noqa: BLE001 - a task may raise anything, and it is told apart there
            self._fail(key, node, fetch, error)
        finally:
            del self._active[key]
        data = value if rule.is_output else encode(value)
        return self.record(rule, key, cast("bytes", data), fetch.deps, fetch.problems, cause)

    def _fail(self, key: Key, node: int | None, fetch: TaskFetch, error: Exception) -> None:
        """Note how a task failed, and raise what its dependents see of it.

        If a fetch failed, that is the reason, whatever the task made of it. An exception of the engine itself (a
        full disk, a source that changed) is no failure of the task and goes on as it is.
        """
        deps = tuple(fetch.deps)
        reason = fetch.failure or error
        seen: Exception
        if isinstance(reason, DependencyFailedError):
            self.failed[key] = Failure((), deps, reason.key)
            seen = DependencyFailedError(key)
        elif isinstance(reason, SitegenError):
            self.failed[key] = Failure((*fetch.problems, *reason.problems), deps, None)
            seen = DependencyFailedError(key)
        elif isinstance(reason, TaskCrashedError):
            self.crashed[key] = reason.bug, deps
            seen = reason
        elif reason is fetch.failure:
            raise reason
        else:
            self.crashed[key] = reason, deps
            seen = TaskCrashedError(reason)
        if node is not None:
            self._dirty.add(self._store.dependents(node))
            self._dirty.add(self._store.dependents_of_subkeys(node))
        raise seen from reason

    def record(
        self,
        rule: Rule[..., Any],
        key: Key,
        data: bytes,
        deps: dict[int, bytes],
        problems: Sequence[Problem],
        cause: int,
    ) -> int:
        """Record the result of a task; return its node."""
        known = self._store.find(key)
        digest = digest_of(data)
        has_changed = known is not None and digest != known[1]
        mapping_before = None
        if known and has_changed and rule.decoder_at and self._store.has_subkeys(known[0]):
            mapping_before = rule.decoder.decode(self._store.value(known[0]))
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
        self.gc_candidates.update(dropped)
        self._ids[key] = node
        self.digests[node] = digest
        self.executed.append(key)
        if rule.is_output:
            if self.sink is not None:
                self.sink(key, node, digest, data)
        elif rule.keep:
            self._values.keep(node, rule.decoder.decode(data))
        if has_changed:
            self._dirty.add(self._store.dependents(node))
        if mapping_before is not None:
            self._update_subkeys(key, mapping_before, rule.decoder.decode(data))
        return node
