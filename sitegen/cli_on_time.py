"""The commands about dates: what comes next, and what makes it come out on time."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sitegen.cli_options import AS_OF, JSON, SITE


@click.command("next-change")
@SITE
@AS_OF
@JSON
@click.argument("target", default="")
def next_change(site: Path, target: str, *, as_of: datetime | None, as_json: bool) -> int:
    """Say when dates change the site at TARGET next, and what appears or goes then."""
    from sitegen.commands.next_change import run

    run(site, target, as_of, click.echo, as_json=as_json)
    return 0


@click.command()
@SITE
@click.option(
    "--for",
    "scheduler",
    type=click.Choice(["cron", "systemd", "windows", "ci"]),
    help="Print the recipe for this one alone. Default: all of them.",
)
@click.argument("target", default="")
def schedule(site: Path, target: str, scheduler: Any) -> int:
    """Print what makes cron, systemd, Windows or a CI system publish what is due to TARGET, at the site's times."""
    from sitegen.commands.schedule import run

    run(site, target, scheduler, click.echo)
    return 0


ON_TIME = (next_change, schedule)
