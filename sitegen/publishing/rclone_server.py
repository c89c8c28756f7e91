"""Start rclone as a server of this computer alone, and call it: one process, and one line to the target, for all files.

Source: https://rclone.org/rc/, the remote control of rclone.
"""

import base64
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import sysconfig
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from sitegen.errors import UsageError, in_few_words

_KEEPER = Path(__file__).with_name("rclone_keeper.py")
_FLAGS = ("--rc-addr", "127.0.0.1:0", "--ask-password=false", "--low-level-retries", "3", "--contimeout", "15s")
_ADDRESS = re.compile(r"Serving remote control on http://127\.0\.0\.1:(\d+)/")
_LOG_HEAD = re.compile(r"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (?:[A-Z]+ *: )?")
_LONGEST_SECONDS = 3600
_NOT_FOUND = 404
_DONE = 200
_USER = "sitegen"


class RcloneServer:
    """A server that runs. Its calls may be made by several threads at once."""

    def __init__(self, port: int, password: str) -> None:
        self._port = port
        word = base64.b64encode(f"{_USER}:{password}".encode()).decode()
        self._headers = {"Content-Type": "application/json", "Authorization": f"Basic {word}"}

    def call(self, command: str, **parameters: Any) -> dict[str, Any]:
        """Return what rclone answers.

        Raises:
            FileNotFoundError: there is no such file or folder.
            OSError: rclone could not do it; it says why.
        """
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_LONGEST_SECONDS)
        try:
            connection.request("POST", f"/{command}", json.dumps(parameters), self._headers)
            response = connection.getresponse()
            answer: dict[str, Any] = json.loads(response.read())
        except (OSError, HTTPException, ValueError) as error:
            raise OSError(f"rclone gave no answer ({error!r})") from error
        finally:
            connection.close()
        if response.status == _NOT_FOUND:
            raise FileNotFoundError(answer.get("error", "not found"))
        if response.status != _DONE:
            raise OSError(in_few_words(str(answer.get("error", response.status))))
        return answer


@contextmanager
def run_rclone(options: Sequence[str]) -> Iterator[RcloneServer]:
    """Run a server during the block; it ends with this process, whatever ends that.

    Raises:
        UsageError: there is no rclone.
        OSError: it did not start.
    """
    password = secrets.token_urlsafe(24)
    variables = dict(os.environ, RCLONE_RC_USER=_USER, RCLONE_RC_PASS=password)
    command = [sys.executable, "-I", str(_KEEPER), find_rclone(), "rcd", *options, *_FLAGS]
    process = subprocess.Popen(
        command,
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,  # so that Ctrl-C leaves it alone, and the lock can be given back
    )
    keeping, log = process.stdin, process.stderr
    assert keeping is not None, "it is a pipe"  # noqa: S101
    assert log is not None, "it is a pipe"  # noqa: S101
    try:
        yield RcloneServer(_port_of(log), password)
    finally:
        keeping.close()
        process.wait()
        log.close()


def find_rclone() -> str:
    """Return the path of rclone: that of .venv, else one of this computer. Raises UsageError where there is none."""
    own = shutil.which("rclone", path=sysconfig.get_path("scripts"))
    rclone = own or shutil.which("rclone")
    if rclone is None:
        headline = "rclone is not installed, and the target needs it"
        raise UsageError(headline, hint="start this with build.py, which installs it; or install it from rclone.org")
    return rclone


def _port_of(log: Iterator[str]) -> int:
    """Return the port that a server says it has; read on what it says, so that it never waits."""
    last: deque[str] = deque(maxlen=1)
    for line in log:
        if match := _ADDRESS.search(line):
            threading.Thread(target=deque, args=(log, 0), daemon=True).start()
            return int(match[1])
        if line.strip():
            last.append(_LOG_HEAD.sub("", line.strip()))
    raise OSError(f"rclone did not start ({in_few_words(last[0] if last else 'it says nothing')})")
