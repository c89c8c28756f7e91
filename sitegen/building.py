"""Build a site: from a folder and a few choices to a result."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Self

from sitegen.engine.incremental_build import build
from sitegen.engine.leaves import LeafRunner, LeafWorkers
from sitegen.engine.plan import Mode, Place, Plan, Progress, Result
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.sources import Sources
from sitegen.errors import UsageError
from sitegen.model.folders import CONTENT, STATIC, TEMPLATES
from sitegen.model.held_back import HeldBack
from sitegen.output_names import WELL_KNOWN
from sitegen.salt import salt

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that the generator comes in, with the shipped templates and static files."""

STATE = ".sitegen"
WORKER_THRESHOLD = 64
"""Below this many files to read, starting processes costs more than it saves."""

_SOURCES = (CONTENT, TEMPLATES, STATIC, "sitegen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command line chose.

    `scheduled` shows pages that are not out yet, and those that have expired, each with a notice. `as_of` is a
    moment (without an offset: in the site's time zone), or None for now; `jobs` 0 for all cores;
    `state` the folder of the store, where it is not the site's own; `shipped` the folder with the templates and static
    files that a site of its own lacks. `before_delete` is called with the paths of outputs that the build deletes next.
    """

    site: Path = PROJECT
    out: Path | None = None
    state: Path | None = None
    shipped: Path = PROJECT
    clean: bool = False
    jobs: int = 0
    drafts: bool = False
    scheduled: bool = False
    as_of: datetime | None = None
    keep_going: bool = False
    threshold: int = WORKER_THRESHOLD
    before_delete: Callable[[Sequence[str]], None] = field(default=lambda _paths: None)
    notify: Callable[[str], None] = field(default=lambda _text: None)
    progress: Progress = field(default=lambda _stage, _done, _total: None)


def build_site(choices: Choices) -> Result:
    """Bring the output of a site up to date.

    Raises UsageError for a wrong folder, BuildError where the disk or a lock fails; a writer's mistakes are in
    the result.
    """
    require_site(choices.site)
    jobs = choices.jobs or os.cpu_count() or 1
    with _Workers(jobs) as workers:
        return build(
            plan,
            place_of(choices),
            Mode(
                clean=choices.clean,
                keep_going=choices.keep_going,
                workers=LeafWorkers(workers.runner, choices.threshold) if jobs > 1 else None,
                before_delete=choices.before_delete,
            ),
            progress=choices.progress,
            notify=choices.notify,
        )


def require_site(site: Path) -> None:
    """Raise UsageError where a site's folder is not there."""
    if not site.is_dir():
        raise UsageError(f"there is no folder {site}", hint="name the site's folder with --site DIR")


def plan() -> Plan:
    """Return the rules of the site; importing them is what a build with nothing to do saves."""
    from sitegen.site import RULES

    return Plan(
        RULES,
        tuple(RULES[name] for name in ("leaves", "download_leaves", "image_leaves", "print_leaves", "search_leaves")),
        RULES["outputs"],
        RULES["files_on_demand"],
    )


def output_folder(choices: Choices) -> Path:
    """Return the output folder, absolute."""
    return Path(os.path.abspath(choices.out or choices.site / "public"))  # noqa: PTH100 - links are kept


def place_of(choices: Choices) -> Place:
    """Return where a build reads and writes: one store for each output folder and mode."""
    site, out = choices.site.resolve(), output_folder(choices)
    mode = f"{os.path.realpath(out)}|{choices.drafts}|{choices.as_of is not None}{'|scheduled' * choices.scheduled}"
    name = blake2b(mode.encode(), digest_size=6).hexdigest()
    now = choices.as_of or datetime.now(UTC)
    state = choices.state or site / STATE
    program = salt()
    sources = Sources(
        {"file": site, "folder": site, "shipped_file": choices.shipped, "shipped_folder": choices.shipped},
        {
            "moment_reached": lambda moment: has_come(moment, now),
            "option": {"drafts": choices.drafts, "scheduled": choices.scheduled}.__getitem__,
            "cache_dir": lambda name: str(state / name / program),
        },
        shown={f"{STATIC}/{WELL_KNOWN}"},
    )
    folders = tuple(root / name for root in (site, PROJECT) for name in _SOURCES)
    homes = (site, PROJECT, Path.home())
    store = state / f"build-{name}.db"
    return Place(
        sources=sources,
        store=store,
        salt=program,
        out=out,
        source_folders=folders,
        homes=homes,
        caches=(state / "bytecode",),
    )


def pages_held_back(choices: Choices) -> tuple[HeldBack, ...]:
    """Return the pages that the last build of these choices left out until their day, the next first."""
    place = place_of(choices)
    snapshot = Snapshot.open(place.store, place.salt)
    if snapshot is None:
        return ()
    with snapshot:
        return snapshot.load(tuple[HeldBack, ...], "held_back") or ()


def has_come(moment: str, now: datetime) -> bool:
    """Whether a moment has come; a time without an offset is read in the moment's own, which is the site's."""
    due = datetime.fromisoformat(moment)
    return due <= (now if now.tzinfo else now.replace(tzinfo=due.tzinfo))


class _Workers:
    """Processes for leaf tasks, started when they are first needed and ended with the build."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._stop: Callable[[], None] = lambda: None
        self._pool: LeafRunner | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def runner(self) -> LeafRunner:
        self._pool = self._pool or self._start()
        return self._pool

    def _start(self) -> LeafRunner:
        from sitegen.engine.workers import LeafPool, process_executor

        registry = "sitegen.site:RULES"
        executor = process_executor(self._jobs, registry)
        self._stop = lambda: executor.shutdown(cancel_futures=True)
        return LeafPool(executor, registry, self._jobs)
