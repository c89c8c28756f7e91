"""What publish.local.yaml may say, and what is said of its mistakes."""

from pathlib import Path

import pytest

from sitegen.errors import ConfigError, UsageError
from sitegen.model import PublishTarget
from sitegen.publishing import destinations
from sitegen.publishing.destinations import RcloneDestination, find_destination
from sitegen.publishing.local_targets import read_local_targets

TARGET = PublishTarget(name="live", folder="")
GOOD = "publish:\n  live:\n    remote: myserver:www/site\n    options: [--config, /home/ann/my file.conf]\n"


def written(folder: Path, text: str) -> Path:
    """Return a site whose publish.local.yaml has a text."""
    (folder / "publish.local.yaml").write_text(text)
    return folder


def test_a_place_has_its_options_word_by_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(destinations, "find_rclone", lambda: "rclone")
    destination = find_destination(written(tmp_path, GOOD), TARGET)
    assert destination == RcloneDestination("myserver:www/site", ("--config", "/home/ann/my file.conf"))


def test_a_site_without_the_file_has_no_such_targets(tmp_path: Path) -> None:
    assert read_local_targets(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        (
            "publish: {live: {remote: www}}",
            'publish.local.yaml:1:26: "www" is no place of rclone',
            "write it like this: ",
        ),
        ("publish:\n  live:\n    remot: a:b\n", "publish.local.yaml:3:5: ", "remote"),
        ("publish: {live: {remote: 'a:b', options: [--rc-addr, x]}}", "publish.local.yaml:1:42: ", "leave it out"),
        ("publish: [", "publish.local.yaml:1:", ""),
        ("publish: {live: {}}", "publish.local.yaml:1:", "remote"),
    ],
)
def test_mistakes_have_their_place_and_a_hint(tmp_path: Path, text: str, said: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_local_targets(written(tmp_path, text))
    assert str(caught.value).startswith(said)
    assert hint in caught.value.problems[0].hint + caught.value.problems[0].headline


@pytest.mark.parametrize(
    ("target", "text", "said"),
    [
        (PublishTarget(name="live", folder=""), "", 'nothing says where the target "live" is'),
        (
            PublishTarget(name="live", folder="www"),
            GOOD,
            'both site.yaml and publish.local.yaml say where the target "live"',
        ),
        (PublishTarget(name="live", folder="", atomic=True), GOOD, "cannot be atomic"),
    ],
)
def test_targets_that_cannot_be_are_refused(tmp_path: Path, target: PublishTarget, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        find_destination(written(tmp_path, text), target)


def test_without_rclone_a_person_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.publishing.rclone_server.shutil.which", lambda *_, **__: None)
    with pytest.raises(UsageError) as caught:
        find_destination(written(tmp_path, GOOD), TARGET)
    assert "build.py, which installs it" in caught.value.problems[0].hint
