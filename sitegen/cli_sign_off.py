"""The commands by which both halves of the partnership agree to what is published: approve, share."""

from pathlib import Path

import click

from sitegen.cli_options import FILE, SITE
from sitegen.errors import UsageError


@click.command()
@SITE
@click.option("--as", "half", default="", metavar="HALF", help="For whom: labor, management; site.yaml names them.")
@click.option("--by", default="", metavar="NAME", help="Who agrees. Default: the name under which you are logged in.")
@click.argument("pages", nargs=-1, metavar="[PAGE...]")
def approve(site: Path, pages: tuple[str, ...], half: str, by: str) -> int:
    """Sign pages off as they are now: approve stories/x --as labor. Without a page, say what waits.

    An edit of a page voids it, a rename does not.
    """
    from sitegen.commands.approve import list_waiting, run

    if pages and not half:
        raise UsageError("it is not said for whom", hint="add --as labor, or the other half that site.yaml names")
    if half and not pages:
        raise UsageError("no page is named", hint=f"name one, or several: approve stories/x --as {half}")
    if pages:
        run(site, pages, half, by, click.echo)
    else:
        list_waiting(site, click.echo)
    return 0


@click.command()
@SITE
@click.option("--to", "file", type=FILE, metavar="FILE", help="Write it to this file. Default: NAME-shared.html here.")
@click.argument("page", metavar="PAGE")
def share(site: Path, page: str, *, file: Path | None) -> int:
    """Make one file of a page as it is now, draft or not, that opens from an e-mail: share stories/x."""
    from sitegen.commands.share import run

    run(site, page, file, click.echo)
    return 0


SIGN_OFF = (approve, share)
