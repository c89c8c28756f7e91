"""What all tests share: properties without a clock, and the shipped site, built once a run."""

import pytest
from hypothesis import settings

from tests.site.madeup import build_madeup
from tests.site.shipped import Shipped, build_shipped

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The site in content/, built."""
    return build_shipped(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def shipped_below(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The site in content/, built for a sub-folder of its host, with a feedback form on another."""
    return build_shipped(
        tmp_path_factory.mktemp("shipped-below"),
        base_url="https://example.org/some/where/",
        feedback="https://forms.example.org/feedback",
    )


@pytest.fixture(scope="session")
def madeup(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """A made-up site of two hundred pages, some of which are not shown now."""
    return build_madeup(tmp_path_factory.mktemp("madeup"))
