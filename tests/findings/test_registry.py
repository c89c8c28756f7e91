"""The registry of checks: what joins it, what runs, and what it refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.errors import Location, Problem, Severity
from sitegen.findings import checks
from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import Registry, Subject
from sitegen.findings.running import find_problems
from tests.findings.checked import opened
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> Iterator[FinishedSite]:
    with opened(SmallSite(tmp_path)) as finished:
        yield finished


def registry(severity: Severity = "warning", subject: Subject = "content") -> Registry:
    """Yield a registry with one check, which finds a warning on every page of the site."""
    made = Registry()

    @made.check(severities={severity}, looks_at={subject, "settings"})
    def every_page(site: FinishedSite) -> Iterator[Problem]:
        """Find every page.

        More is said here.
        """
        for page in site.pages():
            yield Problem(location=Location(page.path), headline="a page", severity="warning")

    return made


def test_a_check_is_known_by_the_name_and_docstring_of_its_function() -> None:
    [check] = registry()
    assert (check.name, check.summary) == ("every_page", "Find every page.")
    assert check.severities == frozenset[Severity]({"warning"})
    assert check.subjects == frozenset[Subject]({"content", "settings"})


def test_a_run_says_what_was_found_and_by_which_check(site: FinishedSite) -> None:
    findings = list(registry().run(site))
    assert len(findings) == 7
    assert (findings[0].check.name, str(findings[0].problem.location)) == ("every_page", "stories/story-0.md")


@pytest.mark.parametrize(
    ("subjects", "count"), [(None, 7), ({"content", "settings", "html"}, 7), ({"content"}, 0), (set(), 0)]
)
def test_a_check_runs_where_all_that_it_looks_at_is_to_be_looked_at(
    subjects: set[Subject] | None, count: int, site: FinishedSite
) -> None:
    assert len(list(registry().run(site, subjects))) == count


def test_a_severity_that_was_not_declared_is_a_bug(site: FinishedSite) -> None:
    with pytest.raises(AssertionError, match="every_page found a problem that is no advice"):
        list(registry("advice").run(site))


def test_a_name_is_taken_once() -> None:
    made = registry()
    with pytest.raises(TypeError, match="two checks are called every_page"):
        made.check(severities=(), looks_at=())(made["every_page"].function)


def test_a_check_has_a_docstring() -> None:
    with pytest.raises(TypeError, match="says in its docstring what it finds: nameless"):

        @Registry().check(severities=(), looks_at=())
        def nameless(site: FinishedSite) -> list[Problem]:
            return [Problem(location=Location(path), headline="a file") for path in site.outputs]


def test_every_module_of_the_folder_registers_the_check_of_its_name() -> None:
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__"}
    assert {check.name for check in CHECKS} == modules
    assert all(check.severities and check.subjects for check in CHECKS)


def give_own_summaries(small: SmallSite) -> None:
    """Let each page of a small site say something else in its summary."""
    for path in (small.root / "content").glob("*/*.md"):
        text = path.read_text("utf-8")
        path.write_text(text.replace('summary: "A ', f'summary: "{path.stem}: a '), "utf-8")


def test_all_that_is_found_comes_sorted_and_once(tmp_path: Path) -> None:
    small = SmallSite(tmp_path)
    small.story("story-1", "[x](/nothing/)\n")
    give_own_summaries(small)
    small.write("content/golden-queries.yaml", "huddle: tools/hudle\n")
    with opened(small) as finished:
        everything = find_problems(finished)
        assert [(problem.severity, problem.location.path) for problem in everything] == [
            ("advice", "content/golden-queries.yaml"),
            ("error", "content/stories/story-1.md"),
            ("advice", "site.yaml"),
        ]
        assert find_problems(finished, strict={"golden_queries"})[0].severity == "error"
        assert find_problems(finished, {"settings"}) == everything[2:]


def test_a_whole_site_has_nothing_to_mend(tmp_path: Path) -> None:
    small = SmallSite(tmp_path)
    small.settings(SETTINGS | {"feedback": "mailto:web@lmp.test"})
    give_own_summaries(small)
    with opened(small) as finished:
        assert find_problems(finished) == []
