"""What a refused build has rendered is kept: the next one renders only what changed."""

from pathlib import Path

import pytest

from sitegen.engine.rules import Key
from tests.engine.workshop import Workshop, small_site


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    site = Workshop(tmp_path)
    for slug in "abc":
        site.page(slug)
    site.page("d", "ERROR")
    assert not site.build_right().committed
    return site


def kept(site: Workshop) -> list[Path]:
    return sorted(site.staging.glob("kept-*"))


def rendered(site: Workshop) -> list[Key]:
    return [key for key in site.build_right().executed if key[0] == "html"]


def test_a_build_after_a_refused_one_renders_only_what_was_mended(site: Workshop) -> None:
    assert len(kept(site)) >= 3
    site.page("d", "mended")
    assert rendered(site) == [("html", "d")]
    assert site.files() == site.clean_copy()
    assert not kept(site)


def test_outputs_are_kept_over_several_refused_builds(site: Workshop) -> None:
    site.page("a", "changed")
    assert rendered(site) == [("html", "a")]
    site.page("d", "mended")
    assert rendered(site) == [("html", "d")]
    assert site.files() == site.clean_copy()


def test_a_refused_edit_of_a_published_site_is_kept_too(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    site.build_right()
    site.page("a", "changed")
    site.page("z", "ERROR")
    assert ("html", "a") in rendered(site)
    site.page("z", "mended")
    assert ("html", "a") not in rendered(site)
    assert site.files() == site.clean_copy()


def test_a_kept_file_that_was_damaged_is_rendered_again(site: Workshop) -> None:
    for path in kept(site):
        path.write_bytes(path.read_bytes() + b"!")
    site.page("d", "mended")
    assert set(rendered(site)) >= {("html", slug) for slug in "abcd"}
    assert site.files() == site.clean_copy()


def test_a_refused_build_keeps_only_what_it_would_have_published(site: Workshop) -> None:
    before = kept(site)
    site.page("a", "changed")
    site.build_right()
    assert len(kept(site)) == len(before)
    assert kept(site) != before


def test_a_clean_build_uses_nothing_that_was_kept(site: Workshop) -> None:
    site.page("d", "mended")
    result = site.build(clean=True)
    assert {key for key in result.executed if key[0] == "html"} == {("html", slug) for slug in "abcd"}
    assert not kept(site)
