"""Change files as a person asks: `rename`, `rename-term`, `replace`, and `undo`, which takes that back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen.errors import UsageError
from sitegen.upkeep.confirming import Confirm, count_of_files, make_changes, show
from sitegen.upkeep.file_changes import ChangeSet


def rename(site: Path, old: str, new: str, title: str, say: Callable[[str], None], confirm: Confirm) -> None:
    """Rename a page: its file, what leads to it, its title if one is given. Raises what `rename_page` raises."""
    from sitegen.upkeep.page_renaming import rename_page
    from sitegen.upkeep.site_files import read_site

    config, files = read_site(site)
    make_changes(site, rename_page(config, files, old, new, title), say, confirm)


def rename_term(
    site: Path, taxonomy: str, words: tuple[str, str], label: str, say: Callable[[str], None], confirm: Confirm
) -> None:
    """Rename a term, or merge it; `words` are the old and the new one. Raises what `rename_term` of upkeep raises."""
    from datetime import UTC, datetime

    from sitegen.upkeep.site_files import read_site
    from sitegen.upkeep.terms.renaming import rename_term as changes_of

    config, files = read_site(site)
    now = datetime.now(UTC)
    change_set = changes_of(config, files, taxonomy, words, label, lambda text: datetime.fromisoformat(text) <= now)
    make_changes(site, change_set, say, confirm)


def replace(
    site: Path, what: str, replacement: str, folders: Sequence[str], say: Callable[[str], None], confirm: Confirm
) -> None:
    """Replace a text in all pages. Raises what `replace_in_pages` raises, and UsageError where no page has it."""
    from sitegen.upkeep.site_files import read_site
    from sitegen.upkeep.text_replacing import replace_in_pages

    change_set = replace_in_pages(read_site(site)[1], what, replacement, folders)
    if not change_set.changes:
        raise UsageError(f'no page has "{what}"', hint="capitals and spaces count: write it as the pages do")
    make_changes(site, change_set, say, confirm)


def undo(site: Path, say: Callable[[str], None], confirm: Confirm) -> None:
    """Take the last change back. Raises what `last_change` and `take_back` raise."""
    from sitegen.upkeep.undoing import last_change, take_back

    record, change_set = last_change(site)
    back = tuple(change.reversed for change in change_set.changes)
    show(ChangeSet(f"undo: {change_set.what}", back), say)
    if confirm(f"Take it back, in {count_of_files(change_set)}?"):
        take_back(site, record, change_set)
        say(f"Taken back: {change_set.what}.")
