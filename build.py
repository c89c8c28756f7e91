"""Starts sitegen, and first makes the Python environment it runs in where that is missing or out of date.

    python3 build.py --help

Python 3.11 or later is all it asks for. The environment lives in .venv beside this file; a stamp there
repeats what it was made from, so that a run with nothing to make costs two small reads. This file keeps
to the syntax of Python 3.6, so that an older Python gets as far as the sentence about itself.
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - what an older Python is to read
    sys.exit(
        f"sitegen needs Python 3.11 or later; this is Python {sys.version_info[0]}.{sys.version_info[1]}"
        f" ({sys.executable}).\n"
        "Install a newer one from python.org (or your system's packages) and start build.py with it,\n"
        "for example: python3.13 build.py --help"
    )

ROOT = os.path.dirname(os.path.realpath(__file__))
RUNTIME_LOCK = "requirements.txt"
DEV_LOCK = "requirements-dev.txt"
DEV_COMMANDS = ("test", "bench")
RUN_CLI = "import sys; from sitegen.cli import main; sys.exit(main())"


def main(arguments: list[str]) -> int:
    """The exit code of the sitegen command that the arguments name, 1 where it could not be started."""
    locks = wanted_locks(arguments)
    try:
        stamps = {name: expected_stamp(ROOT, name) for name in locks}
    except OSError as error:
        return fail(f"Cannot read {error.filename}: {error.strerror}. Is this the whole project?")
    if not is_ready(ROOT, stamps):
        problem = prepare(ROOT, stamps)
        if problem:
            return fail(problem)
    return start(command_line(ROOT, arguments), child_environment(ROOT))


def wanted_locks(arguments: list[str]) -> list[str]:
    """The locks that the command needs: the developers' one only for commands of theirs."""
    command = next((word for word in arguments if not word.startswith("-")), "")
    return [RUNTIME_LOCK, DEV_LOCK] if command in DEV_COMMANDS else [RUNTIME_LOCK]


def expected_stamp(root: str, lock: str) -> bytes:
    """What the stamp of a lock holds when .venv is up to date: who made it, where, and the whole lock.

    The lock itself rather than its hash, for comparing costs less than importing hashlib.

    Raises:
        OSError: the lock cannot be read.
    """
    with open(os.path.join(root, lock), "rb") as file:
        data = file.read()
    machine = os.uname().machine if hasattr(os, "uname") else str(sys.maxsize)
    made_by = (
        sys.implementation.name,
        ".".join(str(part) for part in sys.version_info),
        sys.platform,
        machine,
        os.path.realpath(sys.base_prefix),
        root,
    )
    return os.fsencode("\n".join(made_by)) + b"\n\n" + data


def stamp_path(root: str, lock: str) -> str:
    """Where the stamp of a lock lies."""
    return os.path.join(root, ".venv", lock + ".stamp")


def python_path(root: str) -> str:
    """Where the environment's own Python lies."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(root, ".venv", folder, name)


def is_ready(root: str, stamps: dict[str, bytes]) -> bool:
    """Whether .venv is whole and was made by this Python from these very locks."""
    if not os.path.exists(python_path(root)):
        return False
    return all(has_stamp(root, lock, data) for lock, data in stamps.items())


def has_stamp(root: str, lock: str, expected: bytes) -> bool:
    """Whether the stamp of a lock is there and holds what is expected."""
    try:
        with open(stamp_path(root, lock), "rb") as file:
            return file.read() == expected
    except OSError:
        return False


def prepare(root: str, stamps: dict[str, bytes]) -> str:
    """Make .venv; what is returned is why that failed, in words for the person, or nothing."""
    if root not in sys.path:
        sys.path.insert(0, root)
    from sitegen.devtools import environment
    from sitegen.devtools.setup_problems import SetupError

    try:
        environment.prepare(root, stamps)
    except SetupError as error:
        return str(error)
    except KeyboardInterrupt:
        return "Stopped. The next run starts the set-up again."
    return ""


def command_line(root: str, arguments: list[str]) -> list[str]:
    """The command that runs sitegen: nothing from the working directory is imported, text is UTF-8.

    With -m it would start 6 ms later, and each worker process would import the command line again.
    """
    return [python_path(root), "-P", "-X", "utf8", "-c", RUN_CLI, *arguments]


def child_environment(root: str) -> dict[str, str]:
    """The environment variables of sitegen: ours, with modules from .venv and root only, time zones from tzdata.

    Pydantic's search for plugins, which we have none of, would take a tenth of the time of a small build; without
    compiled modules kept, every start would take 0.3 s longer.
    """
    variables = dict(os.environ, PYTHONPATH=root, PYTHONTZPATH="", PYDANTIC_DISABLE_PLUGINS="__all__")
    for name in ("PYTHONHOME", "PYTHONDONTWRITEBYTECODE"):
        variables.pop(name, None)
    return variables


def start(command: list[str], variables: dict[str, str]) -> int:
    """The exit code of a command that takes this process's place, or runs as its child on Windows.

    Taking its place saves the 20 ms of importing subprocess, and signals need no passing on. On Windows,
    a replaced process would seem to have ended at once.
    """
    if os.name == "nt":
        return run_and_wait(command, variables)
    sys.stdout.flush()
    sys.stderr.flush()
    return os.execve(command[0], command, variables)  # noqa: S606 - a list of ours; no shell is wanted


def run_and_wait(command: list[str], variables: dict[str, str]) -> int:
    """The exit code of a child process; Ctrl-C reaches the child too, so its end is waited for."""
    import subprocess

    process = subprocess.Popen(command, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def fail(problem: str) -> int:
    """Tell the person what is wrong; the exit code is 1."""
    print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
