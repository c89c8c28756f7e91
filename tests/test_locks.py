"""The locks: exact, hashed, free of addresses, in step with pyproject.toml and with each other."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = "requirements-rclone.txt"
LOCKS = ("requirements.txt", "requirements-dev.txt", SMALL)
PIN = re.compile(r"([a-z0-9-]+)==([^ ;]+)( ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def read_requirements(lock: str) -> list[list[str]]:
    """Each requirement of a lock as its pin and its hashes, comments left out."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    requirements = "\n".join(lines).replace("\\\n", "\0").splitlines()
    return [[part.strip() for part in requirement.split("\0")] for requirement in requirements]


def read_pins(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    pins = {}
    for pin, *_ in read_requirements(lock):
        match = PIN.fullmatch(pin)
        assert match, pin
        pins[match[1]] = match[2]
    return pins


def asked_names(requirements: list[str]) -> set[str]:
    """Return the names of requirements, spelt as the locks spell them."""
    names = (re.match(r"[A-Za-z0-9._-]+", requirement) for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name[0]).lower() for name in names if name}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_holds_an_address_or_a_path(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = re.findall(r"^.*(?:://|file:| @ |--index|--extra-index|--find-links|--trusted).*$", text, re.MULTILINE)
    assert lines == []
    assert re.findall(r"^\s*# .*[/\\].*$", text, re.MULTILINE) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_an_exact_version(lock: str) -> None:
    pins = [pin for pin, *_ in read_requirements(lock)]
    assert len(pins) > (0 if lock == SMALL else 20)
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_has_hashes_and_nothing_else(lock: str) -> None:
    for pin, *hashes in read_requirements(lock):
        assert hashes, pin
        assert [part for part in hashes if not HASH.fullmatch(part)] == []


def test_packages_in_both_locks_have_one_version() -> None:
    runtime, dev = (read_pins(lock) for lock in LOCKS if lock != SMALL)
    shared = runtime.keys() & dev.keys()
    assert {name: runtime[name] for name in shared} == {name: dev[name] for name in shared}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_that_pyproject_asks_for_is_locked(lock: str) -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.txt": pyproject["project"]["dependencies"],
        "requirements-dev.txt": pyproject["dependency-groups"]["dev"],
        SMALL: pyproject["dependency-groups"]["rclone"],
    }
    assert asked_names(asked[lock]) - read_pins(lock).keys() == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_there_because_something_asks_for_it(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    reasons = re.findall(r"^    # via", text, re.MULTILINE)
    assert len(reasons) == len(read_requirements(lock))
