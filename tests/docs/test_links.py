"""Links of the documents lead somewhere, and the paths that they name exist."""

import re
from collections.abc import Iterator

import pytest

from tests.docs.documents import ROOT, TEXTS, read


def anchors(text: str) -> set[str]:
    """Return the anchors that a code host gives the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def links() -> Iterator[tuple[str, str]]:
    """(document, target) of every link and picture, but for examples in code and other sites."""
    for name in TEXTS:
        text = re.sub(r"`[^`\n]+`", "", re.sub(r"^ *```.*?^ *```$", "", read(name), flags=re.MULTILINE | re.DOTALL))
        targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
        yield from ((name, target) for target in targets if not re.match(r"[a-z]+:", target))


@pytest.mark.parametrize(("document", "target"), sorted(set(links())))
def test_every_link_leads_somewhere(document: str, target: str) -> None:
    path, _, anchor = target.partition("#")
    file = (ROOT / document).parent / path if path else ROOT / document
    assert file.exists(), f"{document}: there is no {path}"
    if anchor:
        assert anchor in anchors(file.read_text("utf-8"))


def named_paths() -> Iterator[tuple[str, str]]:
    """(document, path) of every path of the project that a document names in backquotes."""
    folders = "sitegen|templates|tests|benchmarks|docs"
    for name in TEXTS:
        for path in re.findall(rf"`((?:{folders})/[a-z0-9_./-]*)`", read(name)):
            yield name, path


@pytest.mark.parametrize(("document", "path"), sorted(set(named_paths())))
def test_every_path_named_is_there(document: str, path: str) -> None:
    assert (ROOT / path).exists(), document


def test_the_map_names_every_part_of_the_program() -> None:
    described = read("CONTRIBUTING.md").partition("To change X, look at Y:")[0]
    parts = {path.relative_to(ROOT / "sitegen").parts[0] for path in (ROOT / "sitegen").rglob("*.py")} - {"__init__.py"}
    unnamed = {"salt.py", "memory.py"}  # they serve building.py and report.py
    assert {part for part in parts - unnamed if not re.search(rf"\b{re.escape(part)}\b", described)} == set()
