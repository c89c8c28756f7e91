"""One attempt at a build: recover, scan, run, commit, save."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from sitegen.engine.failures import DependencyFailedError
from sitegen.engine.graph import Graph
from sitegen.engine.leaves import counted
from sitegen.engine.on_demand import Demand
from sitegen.engine.output import MANIFEST, OutputFolder, Staged, manifest_text
from sitegen.engine.plan import Mode, Place, Plan, Progress, Result
from sitegen.engine.rebuilder import Sink
from sitegen.engine.rows import OutputRow, digest_of
from sitegen.engine.rules import Key, Rules
from sitegen.engine.store import Store
from sitegen.engine.stored_problems import keep_few_of_each_file
from sitegen.errors import Problem

_FOREIGN = "{} was not written by sitegen and was left alone"


class Attempt:
    """One attempt at a build, within its locks. Not reused."""

    def __init__(
        self, plan: Callable[[], Plan], place: Place, mode: Mode, folder: OutputFolder, progress: Progress
    ) -> None:
        self._load, self._mode, self._folder, self._progress = plan, mode, folder, progress
        self._clock = perf_counter()
        self._result = Result()
        if note := folder.recover():
            self._result.notes.append(note)
        self._store = Store(place.store, place.salt)
        self._sources = place.sources
        self._graph: Graph
        self._outputs_key: Key = ()
        self._complete = False
        self._wanted: dict[str, Key] | None = None
        self._made: dict[str, Key] = {}
        self._gone: list[int] = []
        self._paths: dict[Key, str] = {}
        self._rows: dict[str, OutputRow] = {}
        self._broken: set[str] = set()
        self._listed_before: frozenset[str] = frozenset()
        self._staged: dict[str, tuple[Staged, int, bytes]] = {}
        self._same: dict[str, tuple[Staged, int, bytes]] = {}

    def close(self) -> None:
        """Close the store; what is not committed is not saved."""
        self._store.close()

    def run(self, *, trust_stat: bool) -> Result:
        """Scan, run what is to be run, and commit; with `trust_stat`, a file whose stat is unchanged is not read.

        Raises SourceChangedError if a source was saved meanwhile.
        """
        scanned_at = self._folder.now()
        trusted = self._time_of("scanned_at", scanned_at) if trust_stat else 0
        changes = self._sources.scan(self._store.inputs(), trusted)
        rows = self._store.manifest.rows()
        broken = self._folder.changed(rows, self._time_of("committed_at", scanned_at))
        self._rows = {row.path: row for row in rows}
        self._broken = {row.path for row in broken}
        self._lap("scan")
        self._complete = self._is_complete()
        if not changes and not broken and self._complete and not self._store.stale():
            self._result.problems = keep_few_of_each_file(self._store.problems.all())
            self._result.committed = self._is_good()
            return self._end()
        plan = self._load()
        self._graph = graph = Graph(plan.rules, self._sources, self._store)
        graph.begin(changes)
        is_listed = self._make(plan)
        self._result.problems = keep_few_of_each_file(self._finish(plan))
        self._result.executed = tuple(graph.executed)
        self._result.visited = graph.visited
        self._lap("render")
        self._store.set_meta("scanned_at", scanned_at)
        if is_listed and self._is_good():
            self._commit()
        else:
            self._give_up(is_listed=is_listed)
        self._store.commit()
        self._folder.finish()
        self._lap("save")
        return self._end()

    def _time_of(self, name: str, now: int) -> int:
        """Return the time (ns) that the store has under a name, 0 if none: no stamp before it can be one of an edit.

        After a clock was set back an edit may have any stamp, so that none is trusted: it is 0 then, too.
        """
        time = int(self._store.meta(name) or 0)
        return time if time <= now else 0

    # -- making

    def _make(self, plan: Plan) -> bool:
        """Run what is to be run; return whether the site could be listed at all."""
        graph, self._outputs_key = self._graph, plan.outputs.key()
        try:
            for rule in plan.leaves:
                self._run_leaves(graph.get(rule))
            self._lap("read")
            outputs = graph.get(plan.outputs)
        except DependencyFailedError:
            self._lap("catalog")
            return False
        self._lap("catalog")
        demand = Demand(self._store, plan.demand, outputs)
        is_same_list = self._complete and self._outputs_digest() == self._store.meta("outputs")
        if not is_same_list:
            self._set_outputs(demand.wanted | demand.optional, plan.rules)
            if len(self._paths) != len(outputs):
                raise AssertionError("a path, or a key, is listed twice among the outputs")
        self._make_outputs(plan.rules, demand.wanted)
        while more := demand.grow():
            if self._wanted is None and not more.keys() <= self._rows.keys():
                self._set_outputs(demand.wanted | demand.optional, plan.rules)
            self._make_outputs(plan.rules, more)
        if self._wanted is not None or any(path not in demand.wanted for path in self._rows):
            self._set_outputs(demand.wanted, plan.rules)
        self._mend_broken()
        return True

    def _set_outputs(self, wanted: dict[str, Key], rules: Rules) -> None:
        """Note a list of outputs that differs from the one last committed, and which nodes it leaves unneeded."""
        if self._wanted is None:
            self._listed_before = self._folder.read_manifest()
            self._made = self._store.output_keys()
        self._wanted = wanted
        self._paths = {key: path for path, key in wanted.items()}
        made = [(self._rows[path].node, key) for path, key in self._made.items()]
        if not self._complete:  # then there may be others, which were never committed
            made = self._store.of_ranks([rule.rank for rule in rules if rule.is_output])
        self._gone = [node for node, key in made if key not in self._paths]

    def _finish(self, plan: Plan) -> list[Problem]:
        """Close the graph; return the problems of the site."""
        roots = [*(rule.key() for rule in plan.leaves), plan.outputs.key()]
        return self._graph.finish(roots, self._targets, self._is_target, self._gone)

    def _targets(self) -> Iterable[Key]:
        return (self._store.output_keys() if self._wanted is None else self._wanted).values()

    def _make_outputs(self, rules: Rules, among: Mapping[str, Key]) -> None:
        """Make those of some outputs that are dirty, new or missing."""
        graph, keys = self._graph, list(among.values())
        graph.drain()
        if self._wanted is None or self._complete:
            dirty = [key for node, key in graph.dirty_outputs() if self._path_of(key, node) in among]
            new = [] if self._wanted is None else [key for path, key in among.items() if self._made.get(path) != key]
            keys = list(dict.fromkeys([*dirty, *new]))
        for rule in rules:
            if rule.is_output and rule.needs:
                self._run_leaves([key for key in keys if key[0] == rule.name], self._on_rendered)
        for number, key in enumerate(keys, 1):
            graph.make(key, self._on_rendered)
            self._ensure_present(key)
            self._progress("render", number, len(keys))

    def _mend_broken(self) -> None:
        """Render the outputs again whose files were changed or deleted by somebody else."""
        for path in sorted(self._broken - self._staged.keys() - self._same.keys()):
            node = self._rows[path].node
            head = self._store.head(node)
            if head is not None and self._path_of(head[0], node) == path:
                self._graph.make(head[0], self._on_rendered, force=True)

    def _ensure_present(self, key: Key) -> None:
        """Render an output that is current but is not in the folder."""
        known = self._store.find(key)
        if known is None or self._graph.is_failed(key):
            return
        node, digest, _ = known
        path = self._path_of(key, node)
        if path in self._staged or path in self._same:
            return
        if self._is_there(path, digest):
            self._adopt(path, node)
        elif kept := self._folder.stage_kept(path, digest):
            self._staged[path] = kept, node, digest
        else:
            self._graph.make(key, self._on_rendered, force=True)

    def _on_rendered(self, key: Key, node: int, digest: bytes, data: bytes) -> None:
        """Stage a rendered output, unless its file is already in the folder with these bytes."""
        path = self._path_of(key, node)
        self._result.rendered += path.endswith(".html")
        if self._is_there(path, digest):
            self._adopt(path, node)
        elif path in self._listed_before and (same := self._folder.same(path, data)):
            self._same[path] = same, node, digest
        else:
            self._staged[path] = self._folder.stage(path, data), node, digest

    def _is_there(self, path: str, digest: bytes) -> bool:
        row = self._rows.get(path)
        return row is not None and row.digest == digest and path not in self._broken

    def _adopt(self, path: str, node: int) -> None:
        """Keep a file that is already in the folder, as the output of this node, if another one made it."""
        row = self._rows[path]
        if row.node != node:
            self._same[path] = Staged(path, "", row.size, row.mtime), node, row.digest

    def _path_of(self, key: Key, node: int) -> str:
        if self._wanted is not None:
            return self._paths.get(key, "")
        row = self._store.manifest.of(node)
        return row.path if row else ""

    def _is_target(self, node: int) -> bool:
        if self._wanted is None:
            return self._store.manifest.of(node) is not None
        return self._store.key(node) in self._paths

    def _run_leaves(self, keys: Sequence[Key], sink: Sink | None = None) -> None:
        """Run leaf tasks of one rule in other processes, if the build has any."""
        workers = self._mode.workers
        if workers is not None:
            stage = "read" if sink is None else "render"
            run = counted(workers.start, lambda done: self._progress(stage, done, len(keys)))
            self._graph.run_leaves(keys, run, workers.threshold, sink)

    # -- ending

    def _give_up(self, *, is_listed: bool) -> None:
        """Leave the output as it was, and keep what was rendered for the next build."""
        self._result.committed = False
        if is_listed:
            self._folder.keep_staged((item, digest) for item, _, digest in self._staged.values())
        self._store.mark_stale(node for _, node, _ in self._staged.values())
        if self._wanted is not None:
            self._store.set_meta("complete", 0)

    def _commit(self) -> None:
        """Publish what is staged, delete what is pruned, and record both in the store."""
        pruned: list[str] = []
        ours = self._rows.keys() | self._listed_before
        if self._wanted is not None:
            pruned = sorted(ours - self._wanted.keys())
        staged = [item for item, _, _ in self._staged.values()]
        self._folder.check(self._staged, ours, pruned)
        if self._wanted is not None:
            staged += self._stage_manifest(ours.difference(pruned) | self._staged.keys() | self._same.keys())
        self._mode.before_delete(pruned)
        self._folder.commit(staged, pruned)
        self._folder.keep_staged(())
        for path in pruned:
            self._store.manifest.drop(path)
        for path, (item, node, digest) in (*self._staged.items(), *self._same.items()):
            self._store.manifest.put(OutputRow(path, node, digest, item.size, item.mtime))
        self._store.set_meta("committed_at", self._folder.now())
        if self._wanted is not None:
            made = self._made | {path: self._wanted[path] for path in (*self._staged, *self._same)}
            self._store.set_meta("complete", int(self._wanted.items() <= made.items()))
            self._store.set_meta("outputs", self._outputs_digest())
            came_or_went = (*pruned, *(self._staged.keys() - self._rows.keys()))
            if not self._complete or any(path.endswith(".html") for path in came_or_went):
                folder = self._folder
                self._result.notes += [_FOREIGN.format(folder.folder / path) for path in folder.foreign(self._wanted)]
        self._result.written = tuple(sorted(self._staged))
        self._result.pruned = tuple(pruned)
        self._lap("commit")

    def _stage_manifest(self, paths: Iterable[str]) -> list[Staged]:
        """Stage the manifest of the output folder, if it changes."""
        data = manifest_text(paths).encode()
        self._store.set_meta("manifest", digest_of(data))
        return [] if self._folder.same(MANIFEST, data) else [self._folder.stage(MANIFEST, data)]

    def _is_good(self) -> bool:
        """Whether the output may be published."""
        return self._mode.keep_going or not self._result.errors

    def _is_complete(self) -> bool:
        """Whether the folder holds what this store last committed, as far as its list of files says."""
        store = self._store
        return bool(store.meta("complete") == 1 and store.meta("manifest") == self._folder.manifest_digest())

    def _outputs_digest(self) -> bytes:
        known = self._store.find(self._outputs_key)
        return known[1] if known else b""

    def _end(self) -> Result:
        result = self._result
        names = self._wanted if self._wanted is not None and result.committed else self._rows
        result.outputs = len(names)
        result.pages = sum(path.endswith(".html") for path in names)
        return result

    def _lap(self, stage: str) -> None:
        now = perf_counter()
        self._result.seconds[stage] = self._result.seconds.get(stage, 0.0) + now - self._clock
        self._clock = now
