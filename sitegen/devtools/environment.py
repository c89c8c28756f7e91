"""Make .venv from the locks, one run at a time, or explain in plain words why that failed.

Only build.py imports this module, under a bare Python, so it uses nothing but the standard library.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sitegen.devtools.setup_problems import SetupError, explain_pip, no_venv

OURS_TO_SET = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")


def prepare(root: str, stamps: Mapping[str, bytes]) -> None:
    """Make ROOT/.venv, or bring it up to date, so that each lock in `stamps` is installed and has its stamp.

    The first lock is the one that .venv always has. The stamps are written last, so that an interrupted run leaves
    none, and the next one starts again.

    Raises:
        SetupError: that failed; the message says why, and what to do.
    """
    venv = Path(root, ".venv")
    try:
        with held(Path(root, ".venv.lock")):
            missing = [lock for lock, data in stamps.items() if not is_stamped(venv, lock, data)]
            if missing or not python_of(venv).exists():
                install(venv, stamps, missing)
    except OSError as error:
        raise SetupError(
            f"Could not set up {venv}: {error.strerror or error} ({error.filename or 'no file named'}).\n"
            "Close whatever may be using it (a preview in another window, an editor), see that the disk\n"
            "has space and the folder may be written to, then run the same command again."
        ) from error


def install(venv: Path, stamps: Mapping[str, bytes], missing: Sequence[str]) -> None:
    """Install the missing locks into .venv as it is, or all of them into a new one."""
    can_add = python_of(venv).exists() and not any(stamp_of(venv, lock).exists() for lock in missing)
    if can_add and next(iter(stamps)) not in missing:
        locks = list(missing)
        say(f"Adding {' and '.join(locks)} (only this once; it takes some 15 seconds and the Internet).")
    else:
        locks = list(stamps)
        say("Setting up sitegen in .venv (only this once; it takes some 30 seconds and the Internet).")
        make_venv(venv)
    for lock in stamps:
        stamp_of(venv, lock).unlink(missing_ok=True)
    install_locks(venv, locks)
    for lock, data in stamps.items():
        write_stamp(stamp_of(venv, lock), data)
    say("Done.")


def make_venv(venv: Path) -> None:
    """Make an empty .venv in place of whatever is there; delete stamps first, so that none outlives its packages.

    Raises:
        SetupError: this Python cannot make virtual environments.
    """
    if not has_venv():
        get_venv()
    for stamp in venv.glob("*.stamp"):
        stamp.unlink()
    if venv.exists():
        shutil.rmtree(venv)
    done = run([base_python(), "-m", "venv", str(venv)])
    if done.returncode:
        raise SetupError(no_venv(done.stdout))


def has_venv() -> bool:
    """Return whether this Python can make virtual environments with pip in them."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return False
    return True


def get_venv() -> None:
    """Install the packages that this Python lacks for virtual environments, on Debian and as root.

    Raises:
        SetupError: this is not Debian, not root, or apt failed; the message holds the exact command.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_debian_python() and is_root):
        raise SetupError(no_venv())
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    say(f"This Python comes without venv; installing Debian's {package} with apt-get.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", package]):
        done = run(command, quiet)
        if done.returncode:
            raise SetupError(no_venv(done.stdout))


def is_debian_python() -> bool:
    """Return whether this is the Python of Debian, or of a system derived from it."""
    return sys.base_prefix == "/usr" and Path("/etc/debian_version").exists()


def install_locks(venv: Path, locks: Sequence[str]) -> None:
    """Install every package of the locks, checking the hash of each file and building nothing from source.

    Raises:
        SetupError: pip failed; the message says why.
    """
    command = [str(python_of(venv)), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    for lock in locks:
        command += ["--requirement", str(venv.parent / lock)]
    done = run(command, {"PIP_USER": "0"})
    if done.returncode:
        raise SetupError(explain_pip(done.stdout))


def run(command: Sequence[str], variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; return its exit code, whatever it is, and all that it printed."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS_TO_SET}
    return subprocess.run(
        command,
        check=False,
        env=kept | dict(variables or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def base_python() -> str:
    """Return the path of the running Python; if it is in a virtual environment, of the Python that made that."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def python_of(venv: Path) -> Path:
    """Return the path of a virtual environment's own Python."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def stamp_of(venv: Path, lock: str) -> Path:
    """Return the path of the stamp of a lock."""
    return venv / f"{lock}.stamp"


def is_stamped(venv: Path, lock: str, expected: bytes) -> bool:
    """Return whether the stamp of a lock exists and holds what is expected."""
    try:
        return stamp_of(venv, lock).read_bytes() == expected
    except FileNotFoundError:
        return False


def write_stamp(path: Path, data: bytes) -> None:
    """Write a stamp, whole or not at all."""
    partial = path.with_suffix(".partial")
    partial.write_bytes(data)
    partial.replace(path)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold an OS lock on a file that no other process holds; the system releases it when this process ends."""
    with path.open("a+b") as file:
        is_announced = False
        while not take(file):
            if not is_announced:
                say("Another run is setting up .venv; waiting for it to finish.")
                is_announced = True
            time.sleep(0.1)
        yield


def take(file: IO[bytes]) -> bool:
    """Try to lock a file; return at once, and False where another process holds the lock."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def say(text: str) -> None:
    """Print a message for the user on stderr, apart from output that other programs may read."""
    print(text, file=sys.stderr, flush=True)
