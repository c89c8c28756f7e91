"""Recipes for schedulers: what to give cron, systemd, Windows and a CI system, so that pages come out on time."""

import json
import shlex
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import groupby
from typing import Literal, get_args

from sitegen.model import Record

Scheduler = Literal["cron", "systemd", "windows", "ci"]

SCHEDULERS: tuple[Scheduler, ...] = get_args(Scheduler)
"""What there are recipes for, in the order in which they are shown."""


class Job(Record, frozen=True, kw_only=True):
    """What a scheduler runs, and when.

    `program` is the Python that runs `words` in `folder`, as the user of this name. `times` are times of day at the
    site, as people write them; `on_site`, `on_computer` and `on_utc` are those that the clocks of the site's
    `timezone`, of this computer and of UTC show then, in summer and winter.
    """

    target: str
    program: str
    words: tuple[str, ...]
    folder: str
    user: str
    timezone: str
    times: tuple[time, ...]
    on_site: tuple[time, ...]
    on_computer: tuple[time, ...]
    on_utc: tuple[time, ...]


def recipe(scheduler: Scheduler, job: Job) -> str:
    """Return what to do for a scheduler, as lines to be copied."""
    lines = {"cron": _cron, "systemd": _systemd, "windows": _windows, "ci": _ci}[scheduler](job)
    return "\n".join(lines)


def _cron(job: Job) -> Iterator[str]:
    words = shlex.join([job.program, *job.words])
    command = f"cd {shlex.quote(job.folder)} && {words} > /dev/null".replace("%", r"\%")
    yield "# cron: type crontab -e, and add these lines. They are by the clock of this computer."
    yield f"# {_at_site(job)} Errors come by mail."
    for minute, hours in _by_minute(job.on_computer):
        yield f"{minute} {hours} * * * {command}"


def _systemd(job: Job) -> Iterator[str]:
    name = f"publish-{job.target}-due"
    yield f"# systemd: put this into /etc/systemd/system/{name}.service"
    yield "[Unit]"
    yield f"Description=Publish what is due to {job.target}"
    yield ""
    yield "[Service]"
    yield "Type=oneshot"
    yield f"User={job.user}"
    yield f"WorkingDirectory={job.folder.replace('%', '%%')}"
    yield f"ExecStart={' '.join(map(_systemd_word, (job.program, *job.words)))}"
    yield ""
    yield f"# and this into /etc/systemd/system/{name}.timer"
    yield "[Unit]"
    yield f"Description=Publish what is due to {job.target}, on time"
    yield ""
    yield "[Timer]"
    for each in job.on_site:
        yield f"OnCalendar=*-*-* {each:%H:%M}:00 {job.timezone}"
    yield "Persistent=true"
    yield ""
    yield "[Install]"
    yield "WantedBy=timers.target"
    yield ""
    yield f"# then type: sudo systemctl daemon-reload && sudo systemctl enable --now {name}.timer"


def _windows(job: Job) -> Iterator[str]:
    program, folder = _quoted(job.program), _quoted(job.folder)
    arguments = _quoted(" ".join(f'"{word}"' if " " in word else word for word in job.words))
    yield "# Windows' Task Scheduler: type these lines into PowerShell. They are by the clock of this computer."
    yield f"# {_at_site(job)}"
    yield f"$what = New-ScheduledTaskAction -Execute {program} -Argument {arguments} -WorkingDirectory {folder}"
    yield f"$when = {', '.join(f'(New-ScheduledTaskTrigger -Daily -At {each:%H:%M})' for each in job.on_computer)}"
    yield "$how = New-ScheduledTaskSettingsSet -StartWhenAvailable"
    name = _quoted(f"Publish what is due to {job.target}")
    yield f"Register-ScheduledTask -TaskName {name} -Action $what -Trigger $when -Settings $how"


def _ci(job: Job) -> Iterator[str]:
    yield "# A CI system: a workflow as GitHub, Gitea and Forgejo read it. Its times are in UTC, for summer and winter;"
    yield "# a run at which nothing is due does nothing. It must run on the computer that publishes, as a runner of"
    yield "# your own: the releases are kept there, in the site's folder."
    yield f"# {_at_site(job)}"
    yield f"name: Publish what is due to {job.target}"
    yield "on:"
    yield "  schedule:"
    for minute, hours in _by_minute(job.on_utc):
        yield f'    - cron: "{minute} {hours} * * *"'
    yield f"concurrency: publish-{job.target}"
    yield "jobs:"
    yield "  publish:"
    yield "    runs-on: self-hosted"
    yield "    steps:"
    yield f"      - run: {json.dumps(shlex.join([job.program, *job.words]))}"
    yield f"        working-directory: {json.dumps(job.folder)}"


def _at_site(job: Job) -> str:
    times = ", ".join(f"{each:%H:%M}" for each in job.times)
    return f"The times of the site are {times} ({job.timezone})."


def _by_minute(times: Sequence[time]) -> Iterator[tuple[int, str]]:
    """Yield each minute with its hours, `7,15`."""
    ordered = sorted(times, key=lambda each: (each.minute, each.hour))
    for minute, group in groupby(ordered, key=lambda each: each.minute):
        yield minute, ",".join(str(each.hour) for each in group)


def _systemd_word(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _quoted(text: str) -> str:
    """Return a text as PowerShell reads it as it is."""
    return "'" + text.replace("'", "''") + "'"
