"""Run a program until whoever started this has ended, whatever ended it: standard input is closed then.

It is started by its path, and imports nothing of sitegen.
"""

import os
import subprocess
import sys
import threading


def main(command: list[str]) -> int:
    """Run a command; return its exit code. It is ended where standard input ends before."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def end_with_parent() -> None:
        while os.read(sys.stdin.fileno(), 4096):  # a buffer would be locked when the main thread ends
            pass
        process.terminate()

    threading.Thread(target=end_with_parent, daemon=True).start()
    return process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
