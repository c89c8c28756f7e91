"""The lock is read whole: versions, systems, digests, and who needs what."""

import re

from sitegen.building import PROJECT
from sitegen.release.lock import Package, read_lock

TEXT = """\
# a comment
anyio==4.1 \\
    --hash=sha256:{b} \\
    --hash=sha256:{a}
    # via watchfiles
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{a}
    # via
    #   click
    #   sitegen (pyproject.toml)
""".format(a="a" * 64, b="b" * 64)


def test_each_package_has_its_version_digests_and_needs() -> None:
    assert read_lock(TEXT) == (
        Package(name="anyio", version="4.1", marker="", hashes=("a" * 64, "b" * 64), needed_by=("watchfiles",)),
        Package(
            name="colorama",
            version="0.4.6",
            marker="sys_platform == 'win32'",
            hashes=("a" * 64,),
            needed_by=("click", "sitegen"),
        ),
    )
    assert read_lock("") == ()


def test_the_locks_of_this_project_are_read_to_the_last_digest() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        text = (PROJECT / lock).read_text("utf-8")
        packages = read_lock(text)
        assert len(packages) == len(re.findall(r"^[a-z][^ ]*==", text, re.MULTILINE))
        assert sum(len(package.hashes) for package in packages) == text.count("--hash=")
        known = {package.name for package in packages} | {"sitegen"}
        assert all(package.needed_by for package in packages)
        assert {name for package in packages for name in package.needed_by} <= known | {"sitegen"}
