"""The list of every file of the site with the key that makes it, and what no file would check."""

from collections.abc import Iterator
from functools import partial

from sitegen.catalog.address_clashes import old_address_problems
from sitegen.catalog.output_clashes import output_clashes, unique_outputs
from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem
from sitegen.model import Output
from sitegen.model.folders import STATIC
from sitegen.output_names import why_refused
from sitegen.site.date_checks import check_dates
from sitegen.site.downloads import check_downloads
from sitegen.site.files_on_demand import check_patterns
from sitegen.site.films import check_captions
from sitegen.site.galleries import gallery_html, gallery_outputs
from sitegen.site.held_back import held_back
from sitegen.site.home import home_html, not_found_html
from sitegen.site.host_files import headers_txt, host_outputs, robots_txt, sitemap_xml
from sitegen.site.inputs import RULES
from sitegen.site.items import check_page_without_output, item_html
from sitegen.site.kept_pages import kept_outputs
from sitegen.site.kit_archives import archive_outputs
from sitegen.site.kit_prints import print_outputs
from sitegen.site.list_outputs import list_outputs
from sitegen.site.lists import list_html
from sitegen.site.locations import locate
from sitegen.site.members import check_orders
from sitegen.site.moved_feeds import moved_feed_outputs
from sitegen.site.offline import offline_outputs
from sitegen.site.path_pages import grid_html, kit_html, path_outputs, step_html
from sitegen.site.pictures import image_outputs, image_variant
from sitegen.site.published_addresses import check_published_addresses
from sitegen.site.recorded_checks import recorded_checks
from sitegen.site.redirects import redirect_html, redirect_outputs, redirects_txt
from sitegen.site.refused_files import refused_files
from sitegen.site.reporting import with_excerpt
from sitegen.site.routes import catalog, routes
from sitegen.site.search.index_files import index_outputs
from sitegen.site.search.search_page import search_outputs
from sitegen.site.settings import redirects
from sitegen.site.share_pictures import share_outputs
from sitegen.site.static_checks import check_active_files, check_unfit_files
from sitegen.site.static_outputs import static_file, static_outputs

_SINGLE_FILES = {
    "index.html": home_html,
    "404.html": not_found_html,
    "robots.txt": robots_txt,
    "sitemap.xml": sitemap_xml,
    "_headers": headers_txt,
    "_redirects": redirects_txt,
}
_REPORTED_BY_ROUTES = (item_html, step_html, kit_html, grid_html, redirect_html, gallery_html)


@RULES.task()
def site_checks(fetch: Fetch) -> None:
    """Report the mistakes that making the files would not come across."""
    fetch(routes)
    fetch(check_dates)
    fetch(held_back)
    fetch(check_orders)
    fetch(check_downloads)
    fetch(check_captions)
    fetch(check_active_files)
    fetch(check_unfit_files)
    fetch(check_patterns)
    fetch(recorded_checks)
    for entry in fetch(catalog):
        if entry.why_unlisted in ("wrong", "draft"):
            fetch(check_page_without_output, entry.path)


@RULES.task()
def outputs(fetch: Fetch) -> tuple[Output, ...]:
    """Return every file of the site with the key that makes it, sorted by path; report outputs that clash."""
    fetch(site_checks)
    fetch(check_published_addresses)
    listed = [entry for entry in fetch(catalog) if entry.listed]
    wanted = [Output(path, rule.key()) for path, rule in _SINGLE_FILES.items()]
    wanted += path_outputs(fetch, listed)
    wanted += archive_outputs(fetch)
    wanted += print_outputs(fetch)
    wanted += (lists := [*list_outputs(fetch)])
    wanted += redirect_outputs(fetch)
    wanted += moved_feed_outputs(fetch, lists)
    wanted += gallery_outputs(fetch)
    wanted += host_outputs(fetch)
    wanted += kept_outputs()
    wanted += offline_outputs(fetch)
    wanted += search_outputs(fetch)
    wanted += index_outputs(fetch)
    wanted += (*static_outputs(fetch), *fetch(image_outputs), *share_outputs(fetch, listed))
    for problem in refused_files(wanted):
        fetch.report(problem)
    for one, other in output_clashes(wanted):
        is_same_path = one.path.casefold() == other.path.casefold()
        are_routes = _is_reported_by_routes(one) and _is_reported_by_routes(other)
        if not (is_same_path and (are_routes or _are_one_picture(one, other))):
            for problem in _clash_problems(fetch, one, other):
                fetch.report(problem)
    return unique_outputs(wanted)


def _is_reported_by_routes(output: Output) -> bool:
    name, *arguments = output.key
    is_first_page = name == list_html.name and arguments[-1] == 1
    return is_first_page or name in {rule.name for rule in _REPORTED_BY_ROUTES}


def _are_one_picture(one: Output, other: Output) -> bool:
    """Return whether two outputs are one file: made from equal pictures whose names differ in their endings alone."""
    return one.path == other.path and one.key[0] == other.key[0] == image_variant.name


def _clash_problems(fetch: Fetch, one: Output, other: Output) -> Iterator[Problem]:
    """Blame whoever can mend it: the owner of an old address, else of a static file, else of site.yaml."""
    pairs = ((other, one), (one, other))
    for output, holder in sorted(pairs, key=lambda pair: pair[0].key[0] != redirect_html.name):
        if output.key[0] == static_file.name:
            headline = f'this file would stand at "/{output.path}", where a page or another file stands'
            yield Problem(
                location=Location(f"{STATIC}/{output.key[-1]}"),
                headline=headline,
                hint="rename the file",
                kind="RouteError",
            )
            return
        if output.key[0] == redirect_html.name:
            old = str(output.key[-1])
            if why_refused(old):
                return  # which the routes report
            taken_by = "/" + holder.path.removesuffix("index.html")
            for problem in old_address_problems(
                old, taken_by, fetch(catalog), fetch(redirects), partial(locate, fetch)
            ):
                yield with_excerpt(fetch, problem)
            return
    if {item_html.name, step_html.name} & {one.key[0], other.key[0]}:
        return  # its slug is one that is kept for lists, which the routes report
    names = " and ".join(f'"{output.key[1]}"' for output in (one, other) if len(output.key) > 1)
    headline = f'{names} would both make "/{other.path}"'
    hint = "give one of these collections another address, or no feed"
    yield Problem(location=Location("site.yaml"), headline=headline, hint=hint, kind="RouteError")
