"""Print what makes a scheduler publish on time."""

import getpass
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.building import PROJECT
from sitegen.publishing.last_release import changes_of_folder
from sitegen.publishing.schedule_recipes import SCHEDULERS, Job, Scheduler, recipe
from sitegen.publishing.schedule_times import times_of_day, times_on_clock
from sitegen.publishing.target_folder import choose_target
from sitegen.upkeep.site_files import read_settings


def run(site: Path, name: str, scheduler: Scheduler | None, say: Callable[[str], None]) -> None:
    """Print the recipe for a scheduler, or all recipes. Raises UsageError where no target has the name."""
    config = read_settings(site)
    target, timezone = choose_target(config, name).name, config.site.timezone
    zone = ZoneInfo(timezone)
    times, today = times_of_day(changes_of_folder(site), timezone), datetime.now(UTC).astimezone(zone).date()
    own = [] if site.resolve() == PROJECT else ["--site", str(site.resolve())]
    job = Job(
        target=target,
        program=getattr(sys, "_base_executable", None) or sys.executable,  # .venv's own is gone when it is made again
        words=("build.py", "publish", target, "--due", *own),
        folder=str(PROJECT),
        user=_user(),
        timezone=timezone,
        times=times,
        on_site=times_on_clock(times, timezone, today, lambda moment: moment.astimezone(zone)),
        on_computer=times_on_clock(times, timezone, today, lambda moment: moment.astimezone()),
        on_utc=times_on_clock(times, timezone, today, lambda moment: moment.astimezone(UTC)),
    )
    chosen = (scheduler,) if scheduler else SCHEDULERS
    say("\n\n".join(recipe(each, job) for each in chosen))
    say("")
    say("# A page with another time of day wants this again: python3 build.py schedule")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "nobody"
