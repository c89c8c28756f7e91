"""Modules in a built site: fingerprints follow what they import; a missing import is told where it stands."""

import posixpath
import re
from pathlib import Path

import pytest

from tests.site.shipped import Shipped
from tests.site.small import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.write("static/js/main.js", '// first\nimport { b } from "./parts/b.js";\nb();\n')
    made.write("static/js/parts/b.js", 'export const b = () => import("../late.js");\n')
    made.write("static/js/late.js", "export const late = 1;\n")
    return made


def sent(site: SmallSite, name: str) -> tuple[str, str]:
    path = next(iter((site.out / "assets/js").rglob(f"{name}.*.js")))
    return path.name, path.read_text("utf-8")


def test_imports_lead_to_files_that_are_there(site: SmallSite) -> None:
    site.build()
    for name, folder in (("main", "."), ("b", "parts")):
        for target in re.findall(r'"(\.[^"]+)"', sent(site, name)[1]):
            assert (site.out / "assets/js" / folder / target).is_file()


def test_a_change_of_a_module_renames_those_that_import_it(site: SmallSite) -> None:
    site.build()
    before = {name: sent(site, name)[0] for name in ("main", "b", "late")}
    site.write("static/js/late.js", "export const late = 2;\n")
    site.build()
    assert all(sent(site, name)[0] != old for name, old in before.items())


def test_a_comment_changes_nothing(site: SmallSite) -> None:
    site.build()
    before = sent(site, "main")
    site.write("static/js/main.js", '// other words\nimport { b } from "./parts/b.js";\nb();\n')
    site.build()
    assert sent(site, "main") == before


JOINED = '/**\n * First.\n *\n * @joins\n */\nimport { b } from "./parts/b.js";\nb();\n'


def test_a_module_that_joins_is_one_file_with_those_that_it_imports(site: SmallSite) -> None:
    site.write("static/js/main.js", JOINED)
    site.build()
    name, text = sent(site, "main")
    late = sent(site, "late")[0]
    assert text == f'const $0=(()=>{{const b=()=>import("./{late}");return{{b}};}})();const{{b}}=$0;b();\n'
    site.write("static/js/late.js", "export const late = 2;\n")
    site.build()
    assert sent(site, "main")[0] != name
    site.write("static/js/parts/b.js", "export const b = () => 3;\n")
    site.build()
    assert sent(site, "main")[1] == "const $0=(()=>{const b=()=>3;return{b};})();const{b}=$0;b();\n"


def test_what_cannot_be_joined_is_imported(site: SmallSite) -> None:
    site.write("static/js/main.js", JOINED)
    site.write("static/js/parts/b.js", "export const b = await 1;\n")
    site.build()
    assert sent(site, "main")[1] == f'import{{b}}from"./parts/{sent(site, "b")[0]}";b();\n'


def test_what_a_joined_module_lacks_is_told_where_it_is_imported(site: SmallSite) -> None:
    site.write("static/js/main.js", JOINED)
    site.write("static/js/parts/b.js", 'import { c } from "./c.js";\nexport const b = c;\n')
    problem = next(p for p in site.build().problems if p.is_error)
    assert (problem.location.path, problem.location.line) == ("static/js/parts/b.js", 1)


def test_a_missing_import_is_told_with_its_place(site: SmallSite) -> None:
    site.write("static/js/main.js", '\nimport { b } from "./parts/c.js";\n')
    problem = next(p for p in site.build().problems if p.is_error)
    assert (problem.location.path, problem.location.line, problem.location.column) == ("static/js/main.js", 2, 20)
    assert problem.headline == 'there is no file "js/parts/c.js" in static/'


def test_every_script_that_cannot_be_read_is_told_in_one_run(site: SmallSite) -> None:
    site.write("static/js/main.js", 'import { b } from "./parts/b.js";\nb(;\n')
    site.write("static/js/parts/b.js", "export const b = () => {\n  const = 1;\n};\n")
    built = site.build()
    places = [str(problem.location) for problem in built.problems]
    assert places == ["static/js/main.js:2:3", "static/js/parts/b.js:2:3"]
    assert not built.committed


def test_a_script_that_is_mended_is_sent(site: SmallSite) -> None:
    site.write("static/js/late.js", "export const late = ;\n")
    assert [str(problem.location) for problem in site.build().problems] == ["static/js/late.js:1:19"]
    site.write("static/js/late.js", "export const late = 3;\n")
    assert site.build().problems == []
    assert sent(site, "late")[1] == "export const late=3;\n"


def imports_of(site: Shipped, path: str) -> set[str]:
    """Return the modules that a module imports at once, and those that they import, below assets/."""
    modules: set[str] = set()
    for target in re.findall(r'(?:\bfrom|\bimport)"(\.[^"]+)"', site.text(path)):
        module = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        modules |= {module} | imports_of(site, module)
    return modules


@pytest.mark.parametrize(
    ("path", "least"), [("tools/index.html", 9), ("tools/level/3/index.html", 9), ("search/index.html", 3)]
)
def test_a_page_names_all_modules_of_its_script_so_that_they_come_at_once(
    shipped: Shipped, path: str, least: int
) -> None:
    text = shipped.text(path)
    (main,) = re.findall(r'<script type="module" src="/(assets/js/(?:filters/main|search/page)[^"]+)"', text)
    named = re.findall(r'<link rel="modulepreload" href="/(assets/[^"]+)"', text)
    assert len(named) >= least
    assert sorted(named) == sorted(imports_of(shipped, main))
