"""The commands that publish a site, and say what was published: publish, releases."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sitegen.cli_options import AS_OF, FILE, JSON, SITE, YES, confirm
from sitegen.errors import UsageError


@click.command()
@SITE
@AS_OF
@click.option("--dry-run", "is_dry", is_flag=True, help="Show what would be done, and change nothing.")
@YES
@click.option(
    "--release", "number", type=click.IntRange(1, 999_999), metavar="N", help="Publish this kept release again."
)
@click.option("--due", "is_due", is_flag=True, help="For a scheduler: publish what dates change, and ask nothing.")
@click.option("--thorough", is_flag=True, help="Read every file at the target, and do not go by sizes and times.")
@click.option("--replace-changes", is_flag=True, help="Put back what somebody else changed or deleted at the target.")
@click.option(
    "--hold-unapproved", is_flag=True, help="Send the text that was agreed to last of pages that lack a sign-off."
)
@click.option(
    "--proof", type=FILE, metavar="FILE", help="Write down for the team what was checked, is new, is signed off."
)
@JSON
@click.argument("target", default="")
def publish(site: Path, target: str, *, as_of: datetime | None, yes: bool, **chosen: Any) -> int:
    """Build, check, show what changes for readers, and send it to TARGET, a place that site.yaml names."""
    from sitegen.commands.publish import run

    if chosen["as_json"] and not (yes or chosen["is_dry"]):
        raise UsageError("--json prints one object, and asks nothing", hint="add --yes, or --dry-run")
    return run(site, target, as_of, click.echo, confirm(is_given=yes), **chosen)


@click.command()
@SITE
@JSON
def releases(site: Path, *, as_json: bool) -> int:
    """List the releases that are kept, the last one first; publish --release N goes back to one."""
    from sitegen.commands.releases import run

    run(site, click.echo, as_json=as_json)
    return 0


PUBLISHING = (publish, releases)
