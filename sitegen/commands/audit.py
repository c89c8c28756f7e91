"""Ask the database of known vulnerabilities about every package of the locks, with pip-audit."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sitegen.building import PROJECT
from sitegen.errors import BuildError

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-rclone.txt")
_PROGRAM = "pip-audit"
_PATIENCE = 300


def run(echo: Callable[[str], None]) -> bool:
    """Print the known vulnerabilities of the packages in the locks; return whether there are none.

    Raises BuildError where pip-audit, or its database, cannot be had: nothing is known then.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        headline = "pip-audit is not installed, so nothing is known of vulnerabilities"
        raise BuildError(headline, hint="install it outside of this project: pipx install pip-audit")
    is_clean = True
    for lock in LOCKS:
        packages = _ask(program, PROJECT / lock)
        lines = [line for package in packages for line in _vulnerabilities(package)]
        echo(f"{lock}: {len(packages)} packages, {len(lines) or 'no'} known vulnerabilities")
        for line in lines:
            echo(f"  {line}")
        is_clean = is_clean and not lines
    return is_clean


def _ask(program: str, lock: Path) -> list[dict[str, Any]]:
    """Return what pip-audit says of each package of a lock."""
    command = [program, "--requirement", str(lock), "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
    try:
        done = subprocess.run(
            [*command, "--format", "json"], capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
        said = done.stderr.strip().splitlines() if isinstance(error, ValueError | KeyError | TypeError) else []
        headline = "the database of vulnerabilities cannot be asked, so nothing is known of them"
        hint = "try again where this computer can reach the network" + (f"; pip-audit says: {said[-1]}" if said else "")
        raise BuildError(headline, path=lock.name, hint=hint) from error
    return packages


def _vulnerabilities(package: dict[str, Any]) -> list[str]:
    name = f"{package.get('name')} {package.get('version', '')}".strip()
    if "skip_reason" in package:
        return [f"{name}: not looked at, {package['skip_reason']}"]
    return [f"{name}: {one['id']}, mended in {_versions(one)}" for one in package.get("vulns", ())]


def _versions(vulnerability: dict[str, Any]) -> str:
    return " or ".join(vulnerability.get("fix_versions", ())) or "no version yet"
