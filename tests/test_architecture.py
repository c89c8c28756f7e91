"""The house rules that a program can hold: floors, purity, what a no-op imports, size and docstrings of files."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sitegen"

FLOORS = (
    ("errors",),
    ("engine", "located", "model", "text", "codec", "salt", "memory", "output_names"),
    ("config", "content"),
    ("catalog", "assets", "search"),
    ("render", "editing"),
    ("site", "importing"),
    ("building", "report"),
    ("staff_search", "release", "upkeep"),
    ("approvals", "findings", "overview"),
    ("publishing",),
    ("sharing",),
    ("commands", "preview", "devtools"),
    ("cli_options",),
    ("cli_changes", "cli_measures", "cli_on_time", "cli_publish", "cli_sign_off"),
    ("cli",),
)
FLOOR_OF = {name: number for number, names in enumerate(FLOORS) for name in names}
BEFORE_VENV = ("devtools/__init__.py", "devtools/environment.py", "devtools/setup_problems.py")

PURE_FLOORS = range(6)
AMBIENT_MODULES = {"time", "random", "locale", "secrets", "uuid", "platform", "getpass", "socket"}
AMBIENT_NAMES = {"os.environ", "os.getenv", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
AMBIENT_ALLOWED = {
    "engine/attempt.py": {"time"},  # how long each stage took; no output depends on it
    "engine/file_system.py": {"time"},  # waits for another program's open file, on Windows
}

# The floors that are given values: no file is opened there but by the engine, on behalf of a task.
READS_NOTHING = {
    "errors",
    "model",
    "text",
    "located",
    *("config", "content", "editing", "assets", "catalog", "search", "render", "site"),
}
FILE_MODULES = {"os", "os.path", "io", "shutil", "glob", "tempfile", "sqlite3", "subprocess", "importlib.resources"}
FILES_ALLOWED = {
    "config/zones.py": {"importlib.resources"},  # names of time zones, from a package that the salt covers
    "assets/archives.py": {"io"},  # bytes in memory, as zipfile wants them
    "assets/downloads/office.py": {"io"},  # bytes in memory, as a library wants them
    "assets/downloads/pdf.py": {"io"},  # as above
    "assets/downloads/pdf_binding.py": {"io"},  # as above
    "assets/downloads/pdf_pages.py": {"io"},  # as above
    "render/kit_print/sheet.py": {"io"},  # as above
    "content/schema.py": {"pathlib.Path"},  # writes docs/schema, when a developer runs it
    "assets/pictures/encoding.py": {"io"},  # as above
    "assets/pictures/app_icon.py": {"io"},  # as above
    "assets/pictures/share_picture.py": {"io"},  # as above
    "search/staff/whoosh_index.py": {"pathlib.Path", "shutil"},  # the staff's index, which is state and no task's value
    "search/staff/index_upkeep.py": {"pathlib.Path"},  # as above
    "render/templates.py": {"pathlib.Path"},  # the folder of compiled templates; no output depends on it
}

NOT_IN_A_NOOP = {
    "anyascii",
    "bs4",
    "mammoth",
    "markdownify",
    "markdown",
    "whoosh",
    "Stemmer",
    "PIL",
    "pypdf",
    "reportlab",
    "pydantic",
    "pydantic_core",
    "jinja2",
    "nh3",
    "tree_sitter",
    "tree_sitter_javascript",
    "yaml",
    "livereload",
    "rich",
}

IMPORTED_FROM = {
    "click": (
        "cli.py",
        "cli_options.py",
        "cli_changes.py",
        "cli_measures.py",
        "cli_on_time.py",
        "cli_publish.py",
        "cli_sign_off.py",
        "report.py",
        "preview/server.py",
    ),
    "bs4": ("importing/", "sharing/"),
    "mammoth": ("importing/",),
    "markdownify": ("importing/",),
    "Stemmer": ("search/words/stems.py",),
    "whoosh": ("search/staff/",),
}
"""Packages to the modules, or folders, that alone import them."""


def modules() -> list[str]:
    """Return the paths of sitegen's modules below sitegen/."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def tree_of(module: str) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse((PACKAGE / module).read_text("utf-8"))


def part_of(module: str) -> str:
    """Return the top-level name of a module: `content` for content/links.py and for sitegen.content.links."""
    return module.partition("/")[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield (module, name) of every import, wherever it stands; the name is empty for `import module`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from ((node.module or "", alias.name) for alias in node.names)


def own_imports(tree: ast.AST) -> set[str]:
    """Return the top-level names of sitegen that a tree imports from."""
    names = set()
    for module, name in imports_of(tree):
        if module == "sitegen" and name:
            names.add(name)
        elif module.startswith("sitegen."):
            names.add(module.split(".")[1])
    return names


def names_in(tree: ast.AST) -> set[str]:
    """Every `a.b` and bare call in a tree, and what `import` brings in: for looking up what must not be there."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            last = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            names.add(f"{last}.{node.attr}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            names.add(f"{node.func.id}()")
    for module, name in imports_of(tree):
        names |= {module, f"{module}.{name}"} if name else {module}
    return names


# -- floors


def test_every_module_has_a_floor() -> None:
    assert {part_of(module) for module in modules()} - {"__init__"} == set(FLOOR_OF)


@pytest.mark.parametrize("module", [module for module in modules() if module != "__init__.py"])
def test_a_module_imports_from_lower_floors_only(module: str) -> None:
    here = part_of(module)
    wrong = {other for other in own_imports(tree_of(module)) if other != here and FLOOR_OF[other] >= FLOOR_OF[here]}
    assert wrong == set()


@pytest.mark.parametrize("module", [module for module in modules() if part_of(module) == "commands"])
def test_no_command_needs_another(module: str) -> None:
    names = {".".join(pair).rstrip(".") for pair in imports_of(tree_of(module))}
    assert not any(name.startswith("sitegen.commands") for name in names)


@pytest.mark.parametrize("module", [module for module in modules() if part_of(module) == "findings"])
def test_checks_need_no_choices_of_a_build_but_to_open_it(module: str) -> None:
    used = own_imports(tree_of(module))
    assert "engine" not in used or not module.startswith("findings/checks/")
    assert module == "findings/opening.py" or used & {"building", "report", "salt", "staff_search"} == set()


def test_the_engine_imports_errors_and_itself_only() -> None:
    engine = [module for module in modules() if part_of(module) == "engine"]
    assert set().union(*(own_imports(tree_of(module)) for module in engine)) == {"engine", "errors"}


def test_the_architecture_document_has_the_same_floors() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", text, re.MULTILINE)
    documented = {int(number): set(re.findall(r"`([a-z_]+)/?`", names)) for number, names in rows}
    assert documented == {number: set(names) for number, names in enumerate(FLOORS)}


@pytest.mark.parametrize("module", BEFORE_VENV)
def test_what_makes_the_environment_needs_no_package(module: str) -> None:
    foreign = {
        name.partition(".")[0]
        for name, _ in imports_of(tree_of(module))
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "sitegen"}
    }
    assert foreign == set()
    assert own_imports(tree_of(module)) <= {"devtools"}


def test_the_product_imports_no_tests() -> None:
    users = {module for module in modules() if any(name.startswith("tests") for name, _ in imports_of(tree_of(module)))}
    assert users == set()


@pytest.mark.parametrize("package", IMPORTED_FROM)
def test_a_package_is_imported_only_where_it_belongs(package: str) -> None:
    imported = {module: {name.partition(".")[0] for name, _ in imports_of(tree_of(module))} for module in modules()}
    users = {module for module, names in imported.items() if package in names}
    assert {user for user in users if not user.startswith(IMPORTED_FROM[package])} == set()
    unused = [place for place in IMPORTED_FROM[package] if not any(user.startswith(place) for user in users)]
    assert unused == [], "take it from the list"


# -- purity


@pytest.mark.parametrize("module", [m for m in modules() if FLOOR_OF.get(part_of(m), 99) in PURE_FLOORS])
def test_there_is_no_clock_chance_locale_or_environment(module: str) -> None:
    tree = tree_of(module)
    modules_used = {name.partition(".")[0] for name, _ in imports_of(tree)} & AMBIENT_MODULES
    ambient = modules_used | (names_in(tree) & AMBIENT_NAMES)
    assert ambient == AMBIENT_ALLOWED.get(module, set())


@pytest.mark.parametrize("module", [m for m in modules() if part_of(m) in READS_NOTHING])
def test_pure_floors_open_no_files(module: str) -> None:
    names = names_in(tree_of(module))
    assert names & {*FILE_MODULES, "pathlib.Path", "open()"} == FILES_ALLOWED.get(module, set())


# -- a build with nothing to do

_RUN = """
import json, sys
from sitegen.cli import main
code = main(sys.argv[1:])
print(json.dumps({"code": code, "modules": sorted({name.partition(".")[0] for name in sys.modules})}))
"""

_SITE = {
    "site.yaml": (
        "title: A small site\nbase_url: https://www.example.org\n"
        "taxonomies:\n  topic: {label: Topic, field: topics, terms: any}\n"
        "collections:\n  stories: {kind: story, facets: topic}\n"
    ),
    "content/stories/one.md": "---\ntitle: One\nsummary: The first.\ndate: 2017-10-05\ntopics: quality\n---\nText.\n",
}


def build_in_a_process(site: Path) -> tuple[str, set[str]]:
    """Return what a build printed, and the top-level modules that it had imported at its end."""
    command = [sys.executable, "-P", "-X", "utf8", "-c", _RUN, "build", "--site", str(site), "--jobs", "1"]
    variables = dict(os.environ, PYTHONPATH=str(ROOT))
    done = subprocess.run(command, env=variables, check=True, capture_output=True, encoding="utf-8")
    *printed, last = done.stdout.splitlines()
    end = json.loads(last)
    assert end["code"] == 0, done.stderr
    return "\n".join(printed), set(end["modules"])


def test_a_build_with_nothing_to_do_imports_no_heavy_package(tmp_path: Path) -> None:
    for name, text in _SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    first, imported = build_in_a_process(tmp_path)
    assert "files written" in first
    assert {"pydantic", "jinja2", "markdown"} <= imported
    second, imported = build_in_a_process(tmp_path)
    assert "nothing had changed" in second
    assert imported & NOT_IN_A_NOOP == set()
