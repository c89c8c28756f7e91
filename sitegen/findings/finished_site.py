"""A site as a build left it: what checks look at."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar
from urllib.parse import urlsplit

from sitegen.catalog.renamed_pages import PageNames, names_of_pages
from sitegen.config import find_setting_places
from sitegen.content.page_parser import find_page_places
from sitegen.engine.rules import Key, Rule
from sitegen.engine.snapshot import Snapshot
from sitegen.errors import Location
from sitegen.findings.rendered_page import RenderedPage, parse_page
from sitegen.model import Config, Page, Route
from sitegen.model.folders import CONTENT, SETTINGS, TEMPLATES
from sitegen.site.generated_pages import generated_addresses
from sitegen.site.items import item_html
from sitegen.site.page_files import page
from sitegen.site.path_pages import step_html
from sitegen.site.routes import catalog, routes
from sitegen.site.settings import config

P = ParamSpec("P")
T = TypeVar("T")

_RULES_OF_PAGES = (item_html.name, step_html.name)
"""The rules that make the page of a content file; their one argument is its path below content/."""


class SearchHit(NamedTuple):
    """A page that a search found: its path below content/, or its address if no file has it; and its title."""

    path: str
    title: str


class FinishedSite:
    """Typed access to a finished build. Everything is read when it is first asked for, and then shared.

    `build` is a snapshot of a build that read the settings; `out` the output folder; `roots` the site's folder and
    that of the shipped files, the first that has a file counts; `search` answers a query with the pages that readers
    are shown, the best first; `today` is the day (YYYY-MM-DD) as of which it is looked at.
    """

    def __init__(
        self,
        build: Snapshot,
        out: Path,
        roots: tuple[Path, ...],
        search: Callable[[str], list[SearchHit]],
        today: str,
    ) -> None:
        self._build, self._out, self._roots = build, out, roots
        self.search, self.today = search, today
        self._places_of: dict[str, Mapping[str, Location]] = {}

    # -- what the build found out

    def value(self, rule: Rule[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return the value of any rule of `sitegen.site`, or None if the build did not need it."""
        return self._build.value(rule, *args, **kwargs)

    @cached_property
    def config(self) -> Config:
        """All settings of site.yaml. Raises LookupError where no build could read them."""
        settings = self.value(config)
        if settings is None:
            raise LookupError("the build has no settings")
        return settings

    @cached_property
    def base_path(self) -> str:
        """The path at which the site stands, without a slash at its end."""
        return urlsplit(self.config.site.base_url).path.rstrip("/")

    @cached_property
    def routes(self) -> Mapping[str, Route]:
        """Where each content file leads, by its path below content/."""
        return self.value(routes) or {}

    @cached_property
    def generated_addresses(self) -> tuple[str, ...]:
        """The addresses of the pages that search finds and no file of content/ has, sorted."""
        return self.value(generated_addresses) or ()

    @cached_property
    def page_names(self) -> PageNames:
        """The titles, addresses and old addresses of all pages."""
        titles = {each.path: each.title for each in self.pages()}
        return names_of_pages(self.value(catalog) or (), titles, self.config.site.redirects)

    def page(self, path: str) -> Page | None:
        """Return the page that was read from a path below content/, or None where there is none."""
        return self.value(page, path)

    def locate(self, path: str, place: str) -> Location:
        """Return where a place of site.yaml or of a page is, by the path of its file from the site's root."""
        return self._places(path).get(place) or Location(path)

    def _places(self, path: str) -> Mapping[str, Location]:
        if path not in self._places_of:
            data, in_content = self.source(path) or b"", path.removeprefix(f"{CONTENT}/")
            is_settings = path == SETTINGS
            self._places_of[path] = find_setting_places(data) if is_settings else find_page_places(in_content, data)
        return self._places_of[path]

    def pages(self) -> Iterator[Page]:
        """Iterate over all pages that could be read, sorted by path, drafts too."""
        return (each for _, each in self._build.values(page))

    def shown_pages(self) -> Iterator[Page]:
        """Iterate over the pages that readers can open now, sorted by path."""
        return (each for each in self.pages() if (route := self.routes.get(each.path)) and route.listed)

    def locate_text(self, path: str, text: str) -> Location:
        """Return where a text first stands in a source file, or its file if it does not stand there as it is."""
        for number, line in enumerate(self.source_text(path).splitlines(), 1):
            column = line.find(text)
            if text and column >= 0:
                return Location(path, number, column + 1)
        return Location(path)

    # -- the files of the site

    @cached_property
    def outputs(self) -> Mapping[str, Key]:
        """The key that makes each file, by its path below the output folder, sorted by path."""
        return self._build.outputs()

    @cached_property
    def rendered(self) -> Mapping[str, RenderedPage]:
        """What each finished page links to and can be linked at, by its file, sorted by path."""
        return {path: parse_page(self.output_text(path)) for path in self.outputs if path.endswith(".html")}

    def output_text(self, path: str) -> str:
        """Return the text of a file of the site."""
        return (self._out / path).read_text("utf-8", "replace")

    def content_path(self, output: str) -> str:
        """Return the path below content/ of the page that a file of the site shows; empty where it shows none."""
        name, *arguments = self.outputs[output]
        return str(arguments[0]) if name in _RULES_OF_PAGES else ""

    # -- the sources

    def source(self, path: str) -> bytes | None:
        """Return the bytes of a file of the site's own folder, or None where there is none."""
        file = self._roots[0] / path
        return file.read_bytes() if file.is_file() else None

    def source_text(self, path: str) -> str:
        """Return the text of a source file, the shipped one where the site has none; empty where there is neither."""
        file = next((root / path for root in self._roots if (root / path).is_file()), None)
        return file.read_text("utf-8", "replace") if file else ""

    def templates(self) -> list[tuple[str, Callable[[], str]]]:
        """Return (path, what reads its text) of all templates, those of the site before the shipped ones."""
        files = [(root, path) for root in self._roots for path in sorted((root / TEMPLATES).rglob("*.html"))]
        return [(path.relative_to(root).as_posix(), _reader(path)) for root, path in files]


def _reader(path: Path) -> Callable[[], str]:
    return lambda: path.read_text("utf-8", "replace")
