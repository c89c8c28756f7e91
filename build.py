"""Start sitegen, after making its Python environment where that is missing or out of date.

    python3 build.py --help

It needs Python 3.11 or later, and nothing else. The environment is in .venv beside this file; a stamp there repeats
what it was made from, so that a run with nothing to make costs two small reads. This file keeps to the syntax of
Python 3.6, so that an older Python gets as far as the message about its version.
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
RCLONE_LOCK = "requirements-rclone.txt"
DEV_COMMANDS = ("test", "bench")
LOCAL_TARGETS = "publish.local.yaml"
RUN_CLI = "import sys; from sitegen.cli import main; sys.exit(main())"


def main(arguments: list[str]) -> int:
    """Run the sitegen command that the arguments name, and return its exit code, or 1 if it cannot be started."""
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
    """Return the names of the locks that the command needs.

    Only developers' commands need the developers' lock, and only a site with targets that rclone reaches needs rclone.
    """
    command = next((word for word in arguments if not word.startswith("-")), "")
    if command in DEV_COMMANDS:
        return [RUNTIME_LOCK, DEV_LOCK]
    is_remote = command == "publish" and os.path.exists(os.path.join(site_folder(arguments), LOCAL_TARGETS))
    return [RUNTIME_LOCK, RCLONE_LOCK] if is_remote else [RUNTIME_LOCK]


def site_folder(arguments: list[str]) -> str:
    """Return the folder of the site that the arguments name, or this one."""
    for number, word in enumerate(arguments):
        if word == "--site" and number + 1 < len(arguments):
            return arguments[number + 1]
        if word.startswith("--site="):
            return word[len("--site=") :]
    return ROOT


def expected_stamp(root: str, lock: str) -> bytes:
    """Return the stamp of a lock in an up-to-date .venv: which Python made it, where, and the whole lock.

    It holds the lock itself and not its hash, because comparing texts costs less than importing hashlib.

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
    """Return the path of the stamp of a lock."""
    return os.path.join(root, ".venv", lock + ".stamp")


def python_path(root: str) -> str:
    """Return the path of the environment's own Python."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(root, ".venv", folder, name)


def is_ready(root: str, stamps: dict[str, bytes]) -> bool:
    """Return whether .venv is complete, and was made by this Python from these locks."""
    if not os.path.exists(python_path(root)):
        return False
    return all(has_stamp(root, lock, data) for lock, data in stamps.items())


def has_stamp(root: str, lock: str, expected: bytes) -> bool:
    """Return whether the stamp of a lock exists and holds what is expected."""
    try:
        with open(stamp_path(root, lock), "rb") as file:
            return file.read() == expected
    except OSError:
        return False


def prepare(root: str, stamps: dict[str, bytes]) -> str:
    """Make .venv; return why that failed, in words for the user, or an empty text."""
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
    """Return the command that runs sitegen, with text in UTF-8 and no imports from the working directory.

    With `-m` it would start 6 ms later, and each worker process would import the command line again.
    """
    return [python_path(root), "-P", "-X", "utf8", "-c", RUN_CLI, *arguments]


def child_environment(root: str) -> dict[str, str]:
    """Return the environment variables of sitegen: ours, with imports only from .venv and root, and tzdata's zones.

    Pydantic's search for plugins, of which there are none, would take a tenth of the time of a small build. If
    compiled modules were not kept, every start would take 0.3 s longer.
    """
    variables = dict(os.environ, PYTHONPATH=root, PYTHONTZPATH="", PYDANTIC_DISABLE_PLUGINS="__all__")
    for name in ("PYTHONHOME", "PYTHONDONTWRITEBYTECODE"):
        variables.pop(name, None)
    return variables


def start(command: list[str], variables: dict[str, str]) -> int:
    """Replace this process by a command; on Windows, run the command as a child and return its exit code.

    Replacing the process saves the 20 ms of importing subprocess, and signals need not be passed on. On Windows, a
    replaced process seems to have ended at once.
    """
    if os.name == "nt":
        return run_and_wait(command, variables)
    for stream in filter(None, (sys.stdout, sys.stderr)):  # there is none where it was closed, as by `>&-`
        stream.flush()
    return os.execve(command[0], command, variables)  # noqa: S606 - a list of ours; no shell is wanted


def run_and_wait(command: list[str], variables: dict[str, str]) -> int:
    """Run a command as a child process, and return its exit code; wait for its end after Ctrl-C, which it gets too."""
    import subprocess

    process = subprocess.Popen(command, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def fail(problem: str) -> int:
    """Print what is wrong, and return the exit code 1."""
    print(problem, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
