"""The shipped site as tests see it: built, its settings, and its pages as trees."""

import dataclasses
import functools
import json
import pickle
import shutil
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import yaml

from sitegen.building import PROJECT, Choices, build_site
from sitegen.config import read_config
from sitegen.model import Collection, Config


@dataclasses.dataclass(frozen=True)
class Shipped:
    """A site in `root`, built into `out`; `trees` is a folder for pages that were parsed, or None."""

    root: Path
    out: Path
    trees: Path | None = None

    @functools.cached_property
    def config(self) -> Config:
        """Its settings."""
        settings, problems = read_config((self.root / "site.yaml").read_bytes(), "site.yaml")
        assert settings, problems
        return settings

    @functools.cached_property
    def base(self) -> str:
        """The path at which it stands, without a slash at its end."""
        return urlsplit(self.config.site.base_url).path.rstrip("/")

    @functools.cached_property
    def start(self) -> str:
        """What its absolute addresses begin with, without a slash at its end."""
        return self.config.site.base_url.rstrip("/")

    @functools.cached_property
    def files(self) -> dict[str, Path]:
        """Every file of the output by its path."""
        paths = (path for path in sorted(self.out.rglob("*")) if path.is_file())
        return {path.relative_to(self.out).as_posix(): path for path in paths}

    @functools.cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of all HTML files, sorted."""
        return tuple(path for path in self.files if path.endswith(".html"))

    @functools.cached_property
    def redirects(self) -> dict[str, str]:
        """The page of each old address, and the link that it leads to."""
        lines = self.text("_redirects").splitlines()
        pairs = [line.split()[:2] for line in lines]
        old = {source.removeprefix(self.base).lstrip("/"): target for source, target in pairs}
        return {f"{path}index.html": target for path, target in old.items() if path.endswith("/")}

    def text(self, path: str) -> str:
        """Return the text of a file of the output."""
        return self.files[path].read_text("utf-8")

    def json(self, path: str) -> Any:
        """Return a JSON file of the output."""
        return json.loads(self.text(path))

    @functools.cache  # noqa: B019 - as long as the run
    def tree(self, path: str) -> Element:
        """Return a page, parsed by a strict reader of HTML: any mistake in it is raised.

        Reading so takes long: for a site that is never built again, what was read is kept in `trees`.
        """
        if self.trees is None:
            return self._parse(path)
        kept = self.trees / f"{path}.pickle"
        if kept.exists():
            document: Element = pickle.loads(kept.read_bytes())  # noqa: S301 - written below, in this run
            return document
        document = self._parse(path)
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as file:
            pickle.dump(document, file)
        Path(file.name).replace(kept)
        return document

    def _parse(self, path: str) -> Element:
        document: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(self.text(path))
        return document

    def front_matter(self, collection: Collection) -> dict[str, dict[str, Any]]:
        """Return the front matter of each page of a folder, by slug, as a YAML reader without opinions gives it."""
        folder = self.root / "content" / collection.id
        texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
        return {slug: yaml.load(text.split("---\n")[1], yaml.BaseLoader) for slug, text in texts.items()}  # noqa: S506


def build_shipped(folder: Path, **changes: str) -> Shipped:
    """Build the shipped site, with other settings, in a folder of its own."""
    root = folder / "site"
    for name in ("content", "static", "templates"):
        shutil.copytree(PROJECT / name, root / name)
    settings = yaml.load((PROJECT / "site.yaml").read_text("utf-8"), yaml.BaseLoader) | changes  # noqa: S506
    (root / "site.yaml").write_text(json.dumps(settings, indent=1), encoding="utf-8")
    result = build_site(Choices(site=root, out=folder / "public", jobs=2))
    assert result.committed
    assert not result.problems
    return Shipped(root, folder / "public")


def page_of(url: str) -> str:
    """Return the file of an address below the site's base."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def texts_of(element: Element) -> str:
    """Return the text of an element, its white space made single."""
    return " ".join("".join(element.itertext()).split())


def find_all(tree: Element, tag: str, **attributes: str) -> list[Element]:
    """Return the elements of a tag with these attributes (`class_` for class), in order."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [element for element in tree.iter(tag) if all(element.get(name) == value for name, value in wanted.items())]
