"""Recipes for schedulers: what is copied works as it stands, whatever signs a folder has."""

import json
import re
import shlex
from datetime import time

import msgspec
import pytest
import yaml

from sitegen.publishing.schedule_recipes import SCHEDULERS, Job, recipe

JOB = Job(
    target="live",
    program="/usr/bin/python3",
    words=("build.py", "publish", "live", "--due"),
    folder="/srv/site",
    user="ann",
    timezone="America/Los_Angeles",
    times=(time(0), time(8), time(8, 30)),
    on_site=(time(0), time(8), time(8, 30)),
    on_computer=(time(0), time(8), time(8, 30)),
    on_utc=(time(7), time(8), time(15), time(15, 30), time(16), time(16, 30)),
)
ODD = msgspec.structs.replace(JOB, folder="/srv/Ann's 100% site", words=("build.py", "--site", 'a "b" $c'))


def lines(scheduler: str, job: Job = JOB) -> list[str]:
    """Return the lines of a recipe that are no comments."""
    known = next(one for one in SCHEDULERS if one == scheduler)
    return [line for line in recipe(known, job).splitlines() if line and not line.startswith("#")]


def test_cron_runs_by_the_clock_of_the_computer() -> None:
    command = "cd /srv/site && /usr/bin/python3 build.py publish live --due > /dev/null"
    assert lines("cron") == [f"0 0,8 * * * {command}", f"30 8 * * * {command}"]


def test_cron_reads_odd_names_as_they_are() -> None:
    line = lines("cron", ODD)[0]
    assert "%" not in line.replace(r"\%", "")  # cron takes it for a line break
    typed = line.split(" ", 5)[5].replace(r"\%", "%")
    assert shlex.split(typed)[:2] == ["cd", "/srv/Ann's 100% site"]
    assert shlex.split(typed)[3:7] == ["/usr/bin/python3", "build.py", "--site", 'a "b" $c']


def test_systemd_runs_by_the_clock_of_the_site() -> None:
    recipe_lines = lines("systemd")
    assert [line for line in recipe_lines if line.startswith("OnCalendar=")] == [
        "OnCalendar=*-*-* 00:00:00 America/Los_Angeles",
        "OnCalendar=*-*-* 08:00:00 America/Los_Angeles",
        "OnCalendar=*-*-* 08:30:00 America/Los_Angeles",
    ]
    assert 'ExecStart="/usr/bin/python3" "build.py" "publish" "live" "--due"' in recipe_lines
    assert "Persistent=true" in recipe_lines


def test_systemd_reads_odd_names_as_they_are() -> None:
    recipe_lines = lines("systemd", ODD)
    assert "WorkingDirectory=/srv/Ann's 100%% site" in recipe_lines
    assert r'ExecStart="/usr/bin/python3" "build.py" "--site" "a \"b\" $$c"' in recipe_lines


def test_windows_has_a_trigger_for_each_time() -> None:
    recipe_lines = lines("windows")
    assert re.findall(r"-Daily -At (\d\d:\d\d)", recipe_lines[1]) == ["00:00", "08:00", "08:30"]
    assert "-Argument 'build.py publish live --due' -WorkingDirectory '/srv/site'" in recipe_lines[0]
    assert "-WorkingDirectory '/srv/Ann''s 100% site'" in lines("windows", ODD)[0]


@pytest.mark.parametrize("job", [JOB, ODD])
def test_a_ci_system_runs_in_summer_and_winter(job: Job) -> None:
    workflow = yaml.safe_load(recipe("ci", job).replace("\non:", '\n"on":'))  # which YAML 1.1 takes for true
    assert [one["cron"] for one in workflow["on"]["schedule"]] == ["0 7,8,15,16 * * *", "30 15,16 * * *"]
    (step,) = workflow["jobs"]["publish"]["steps"]
    assert shlex.split(step["run"]) == [job.program, *job.words]
    assert step["working-directory"] == job.folder
    assert json.dumps(job.folder) in recipe("ci", job)


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_every_recipe_says_whose_times_these_are(scheduler: str) -> None:
    known = next(one for one in SCHEDULERS if one == scheduler)
    assert "America/Los_Angeles" in recipe(known, JOB)
