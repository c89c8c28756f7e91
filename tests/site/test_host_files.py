"""The files of web servers are there on request, and follow the old addresses of the site."""

from pathlib import Path

import pytest

from sitegen.config import read_config
from sitegen.model.folders import LEDGER
from tests.config.settings_messages import BASE, messages
from tests.site.small import SETTINGS, SmallSite, files

HOSTS = {"hosts": ["nginx", "apache", "iis", "nginx"]}
FILES = {".htaccess", "_nginx.conf", "web.config"}


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def test_they_are_made_on_request_and_change_no_other_file(site: SmallSite) -> None:
    site.build()
    before = files(site.out)
    assert not FILES & before.keys()
    site.settings({**SETTINGS, **HOSTS})
    site.build()
    after = files(site.out)
    assert {path for path in after if path not in before} == FILES
    assert {path for path, data in before.items() if after[path] != data} == {".sitegen-manifest"}


def test_what_is_gone_for_good_is_told_as_long_as_nothing_stands_there(site: SmallSite) -> None:
    site.settings({**SETTINGS, **HOSTS})
    gone = ("/stories/story-9/", "/stories/story-1/", "/old/")
    site.write(LEDGER, "".join(f"{address}: {{first: 2026-06-03, gone: true}}\n" for address in gone))
    assert not site.build().errors
    assert "return 410" in read(site)
    assert [line for line in read(site).splitlines() if "return 410" in line] == [
        'location = "/lmp/stories/story-9/" { return 410; }',
        'location = "/lmp/stories/story-9" { return 410; }',
    ]
    site.story("story-9")
    site.build()
    assert "410;" not in read(site).replace("error_page 404 410", "")
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_a_new_alias_is_told(site: SmallSite) -> None:
    site.settings({**SETTINGS, **HOSTS})
    site.build()
    site.story("story-9", aliases=["/before"])
    site.build()
    assert 'location = "/lmp/before" { return 301 "/lmp/stories/story-9/"; }' in read(site)


def test_an_unknown_web_server_is_told_with_its_line() -> None:
    (message,) = messages(f"{BASE}hosts: [apache, ngnix]\n".encode())
    assert message.startswith("site.yaml:3:17: ")
    assert "nginx" in message
    config, _ = read_config(f"{BASE}hosts: apache\n".encode())
    assert config
    assert config.site.hosts == ("apache",)


def read(site: SmallSite) -> str:
    """Return the file of nginx."""
    return (site.out / "_nginx.conf").read_text("utf-8")
