"""Sections about links: who uses a page or file, and what nothing leads to."""

from collections.abc import Iterable, Mapping

from sitegen.assets.linked_names import is_published_on_demand
from sitegen.errors import UsageError, suggest_path
from sitegen.model.folders import CONTENT, STATIC
from sitegen.model.kinds import KINDS
from sitegen.overview.collection_pages import pages_of_lists
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.site_facts import PageFacts, SiteFacts
from sitegen.overview.target_lookup import Targets
from sitegen.overview.uses import Use, find_uses

_LINKED_BY_THE_HOME_PAGE = ("areas", "ladder")


def uses_section(site: SiteFacts, typed: str) -> Section:
    """Return what uses a page or a file, named as `stories/x`, by its address, or as `images/x.jpg`.

    Raises UsageError where the site has neither.
    """
    target = _target(site, typed)
    rows = [_use_row(site, use) for use in find_uses(site) if use.target == target]
    rows.sort(key=lambda row: (row.file, row.line))
    return Section(id="uses", title=f"What uses {target.removesuffix('.md')}", rows=tuple(rows))


def unlinked_pages_section(site: SiteFacts, uses: Iterable[Use]) -> Section:
    """Return the pages that are shown and that no page, menu or template leads to, sorted by file.

    Pages that stand for a term are linked wherever it is shown, others by the home page: they are left out.
    """
    linked = {use.target for use in uses if use.is_link and (use.page is None or use.page.entry.listed)}
    listed = pages_of_lists(site)
    rows = [
        Row(
            file=facts.file,
            line=1,
            title=facts.page.title,
            what="only lists lead to it" if facts.page.path in listed else "no list leads to it either",
            url=site.url_of(facts),
        )
        for facts in site.shown_pages()
        if facts.page.path not in linked and not _is_linked_by_its_kind(facts)
    ]
    return Section(
        id="unlinked-pages",
        title="Pages that no text, field or menu leads to",
        explanation="Lists, search and the links that the site chooses itself do not count.",
        rows=tuple(rows),
    )


def unlinked_files_section(site: SiteFacts, uses: Iterable[Use]) -> Section:
    """Return the pictures, downloads and films of static/ that no page that is shown uses, sorted by path."""
    users: dict[str, list[Use]] = {}
    for use in uses:
        users.setdefault(use.target, []).append(use)
    rows = [
        Row(file=f"{STATIC}/{path}", line=0, title="", what=_hidden_users(users.get(f"{STATIC}/{path}", ())))
        for path in site.static
        if is_published_on_demand(path) and not _is_used(users, f"{STATIC}/{path}")
    ]
    return Section(id="unlinked-files", title="Files that nothing uses", rows=tuple(rows))


def _target(site: SiteFacts, typed: str) -> str:
    """Return the path of a page (`stories/x.md`) or a file (`static/images/x.jpg`) as a person names it."""
    targets = Targets(site)
    bare = typed.strip().replace("\\", "/")
    if target := targets.file(bare) or (targets.at(bare) if bare.startswith("/") else ""):
        return target
    name = bare.strip("/").removeprefix(f"{CONTENT}/").removesuffix(".md")
    pages = [facts.page.path.removesuffix(".md") for facts in site.pages]
    if name in pages:
        return f"{name}.md"
    hint = suggest_path(name.removeprefix(f"{STATIC}/"), [*pages, *site.static])
    hint = hint or "name a page as stories/how-we-huddle, or a file of static/ as images/team.jpg"
    raise UsageError(f'there is no page or file "{typed}"', hint=hint)


def _use_row(site: SiteFacts, use: Use) -> Row:
    page = use.page
    why = page.entry.why_unlisted if page else ""
    return Row(
        file=use.file,
        line=use.line or site.line_of(use.file, use.place),
        title=page.page.title if page else "",
        what=f"{use.what} ({why})" if why else use.what,
        url=site.url_of(page) if page else "",
    )


def _is_linked_by_its_kind(facts: PageFacts) -> bool:
    kind = KINDS[facts.entry.kind]
    return kind.stands_for_terms or kind.home in _LINKED_BY_THE_HOME_PAGE


def _is_used(users: Mapping[str, Iterable[Use]], target: str) -> bool:
    return any(use.page is None or use.page.entry.listed for use in users.get(target, ()))


def _hidden_users(uses: Iterable[Use]) -> str:
    """Say which pages use a file that no page that is shown uses; empty where none does."""
    pages = dict.fromkeys(
        f"{use.page.page.path.removesuffix('.md')} ({use.page.entry.why_unlisted})" for use in uses if use.page
    )
    return f"used only by {', '.join(pages)}" if pages else ""
