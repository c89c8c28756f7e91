"""Explain in plain words why .venv could not be made: a missing venv module, or what pip complained of.

Imported by build.py alone, under a bare Python: nothing but the standard library.
"""

import sys
from pathlib import Path

NEWEST_KNOWN = (3, 14)
SHOWN_LINES = 12

# Words in pip's output, and what they come to. The first that matches speaks.
PIP_PROBLEMS = (
    (
        ("No space left on device",),
        "The disk is full. Free about 300 MB, then run the same command again.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        (
            "A downloaded package is not the one that this project was tested with, so it was not\n"
            "installed. Run the same command again; if it stays so, something between you and the package\n"
            "index alters downloads: show the lines above to whoever looks after your network."
        ),
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        (
            "The package index could not be trusted: its certificate was not accepted. In a company\n"
            "network, ask for the certificate file of its proxy, set PIP_CERT to that file's path, and run\n"
            "the same command again."
        ),
    ),
    (
        (
            "(from versions: none)",
            "Connection refused",
            "Connection reset",
            "ConnectTimeoutError",
            "Failed to establish a new connection",
            "getaddrinfo failed",
            "Name or service not known",
            "NameResolutionError",
            "Network is unreachable",
            "NewConnectionError",
            "ProxyError",
            "Read timed out",
            "Temporary failure in name resolution",
        ),
        (
            "The Python package index could not be reached. The first run needs the Internet (later\n"
            "ones do not): check the connection, and in a company network that HTTPS_PROXY is set; then run\n"
            "the same command again."
        ),
    ),
    (
        ("No matching distribution found", "none of the hashes"),
        (
            "A package has no ready-made file for this Python on this computer. Use the usual Python 3.11\n"
            "to 3.14 for your system, from python.org or its packages, and run the same command again."
        ),
    ),
)


class SetupError(Exception):
    """The environment could not be made; the message is for the user."""


def explain_pip(output: str) -> str:
    """Return the end of pip's output, and below it what it means and what to do."""
    meaning = next(
        (meaning for signs, meaning in PIP_PROBLEMS if any(sign in output for sign in signs)),
        (
            "Installing the packages failed, as told above. Run the same command again; if it stays so,\n"
            "show these lines to whoever looks after your computer."
        ),
    )
    if sys.version_info[:2] > NEWEST_KNOWN:
        meaning += (
            f"\nThis is Python {sys.version_info.major}.{sys.version_info.minor}; this project was tested"
            " with 3.11 to 3.14."
        )
    return f"{last_lines(output)}\n\n{meaning}"


def no_venv(output: str = "") -> str:
    """Return what to do where this Python cannot make virtual environments, below the output of the attempt."""
    if sys.base_prefix == "/usr" and Path("/etc/debian_version").exists():
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        remedy = f"Install it with:\n\n    sudo apt-get update && sudo apt-get install {package}\n\n"
    else:
        remedy = "Install Python 3.11 to 3.14 from python.org, which has it, and start build.py with that.\n"
    problem = f"This Python ({sys.executable}) cannot make a virtual environment: a part of it"
    return f"{last_lines(output)}\n\n{problem} (venv, ensurepip) is missing.\n{remedy}".strip() + (
        "\n\nThen run the same command again."
    )


def last_lines(output: str) -> str:
    """Return the last lines of a program's output, indented."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    return "\n".join(f"    {line}" for line in lines[-SHOWN_LINES:])
