"""The settings of targets: what they say, and what is said of wrong ones."""

import pytest

from sitegen.config import read_config
from sitegen.model import PublishTarget
from tests.config.settings_messages import BASE, messages


def test_a_target_has_a_folder_and_may_say_more() -> None:
    text = BASE + (
        "publish:\n"
        "  live: {folder: /srv/www, permanent: true, atomic: true, verify_url: https://www.example.org}\n"
        "  share: {folder: \\\\server\\www}\n"
    )
    config, problems = read_config(text.encode())
    assert problems == []
    assert config
    assert config.targets == (
        PublishTarget(
            name="live", folder="/srv/www", permanent=True, atomic=True, verify_url="https://www.example.org/"
        ),
        PublishTarget(name="share", folder="\\\\server\\www"),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("live: {folder: ''}", "folder"),
        ('live: {folder: "C:\\\\new\\table"}', "a character that no name can have"),
        ("Live: {folder: /srv/www}", '"Live" cannot be the id of a target'),
        ("live: {folder: /srv/www, permanant: true}", 'did you mean "permanent"?'),
        ("live: {folder: /srv/www, permanent: maybe}", "permanent"),
        (
            "live: {folder: /srv/www, verify_url: www.example.org}",
            "write it like this: https://www.example.org/",
        ),
        ("live: {folder: /srv/www, verify_url: 'file:///etc/'}", "is no address where a site stands"),
        ("live: {folder: /srv/www, verify_url: 'https://x.org/?a'}", "is no address where a site stands"),
        ("live: {folder: /srv/www, verify_url: 'https://ann:word@x.org/'}", "leave it out: https://x.org/"),
    ],
)
def test_a_wrong_target_is_told_with_its_line(line: str, said: str) -> None:
    told = messages(f"{BASE}publish:\n  {line}\n".encode())
    assert all(message.startswith("site.yaml:4:") for message in told)
    assert said in "\n".join(told)
