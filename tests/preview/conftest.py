"""A preview of a small site that the tests of one file share."""

import shutil
from collections.abc import Iterator

import pytest

from tests.preview.serving import PDF, Preview, previewed
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SmallSite, Preview]]:
    site = SmallSite(tmp_path_factory.mktemp("previewed"))
    site.settings({**SETTINGS, "files": {"always": ["downloads/"]}})
    site.write("static/downloads/guide.pdf", "")
    shutil.copy(PDF, site.root / "static/downloads/guide.pdf")
    site.write("secret.txt", "not for the web")
    with previewed(site.root) as preview:
        yield site, preview


@pytest.fixture
def preview(shared: tuple[SmallSite, Preview]) -> Preview:
    return shared[1]
