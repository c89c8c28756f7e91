"""Mishaps of a site's output and of what lies beside it, drawn by chance: what is deleted, spoiled, replaced, locked.

Each is a function of the output folder and a chance; it returns what it did in a few words, or an empty text where
there is nothing of the sort. What a build may refuse because of it, and with which words, stands in `REFUSALS`.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from sitegen.engine.output import MANIFEST

REFUSALS = ("did not write is in the way", "holds files that sitegen did not write", "is a file")
"""What a build may say where a mishap put somebody's file into the output, or took our list of files away."""

FOREIGN = "foreign.txt"
FOREIGN_TEXT = b"somebody's file"


def delete_all(out: Path, _chance: random.Random) -> str:
    shutil.rmtree(out, ignore_errors=True)
    return "the output is deleted"


def delete_folder(out: Path, chance: random.Random) -> str:
    folder = pick_folder(out, chance)
    if folder:
        shutil.rmtree(out / folder)
    return folder and f"the folder {folder} is deleted"


def delete_output(out: Path, chance: random.Random) -> str:
    path = pick_output(out, chance)
    if path:
        (out / path).unlink()
    return path and f"the output {path} is deleted"


def spoil_output(out: Path, chance: random.Random) -> str:
    path = pick_output(out, chance)
    if path:
        (out / path).write_bytes(chance.randbytes(chance.choice([0, 9, 999])))
    return path and f"the output {path} is spoiled"


def replace_by_folder(out: Path, chance: random.Random) -> str:
    path = pick_output(out, chance)
    if not path:
        return ""
    (out / path).unlink()
    (out / path / "empty").mkdir(parents=True)
    if chance.random() < 0.3:
        (out / path / FOREIGN).write_bytes(FOREIGN_TEXT)
    return f"the output {path} is replaced by a folder"


def replace_by_file(out: Path, chance: random.Random) -> str:
    folder = pick_folder(out, chance)
    if not folder:
        return ""
    shutil.rmtree(out / folder)
    (out / folder).write_bytes(FOREIGN_TEXT)
    return f"the folder {folder} is replaced by a file"


def add_foreign(out: Path, chance: random.Random) -> str:
    folder = pick_folder(out, chance)
    (out / folder).mkdir(parents=True, exist_ok=True)
    (out / folder / FOREIGN).write_bytes(FOREIGN_TEXT)
    return f"somebody's file is put into {folder or 'the output'}"


def take_rights(out: Path, chance: random.Random) -> str:
    path = pick_output(out, chance)
    if path:
        (out / path).chmod(chance.choice([0o000, 0o444]))
    return path and f"nobody has rights on the output {path}"


def forget_store(out: Path, chance: random.Random) -> str:
    state = out.parent / "site" / ".sitegen"
    if not state.is_dir():
        return ""
    if chance.random() < 0.5:
        shutil.rmtree(state)
        return "the store is deleted"
    for path in sorted(state.glob("*.db")):
        data = path.read_bytes()
        path.write_bytes(
            data[: chance.randrange(len(data))] if chance.random() < 0.5 else chance.randbytes(4096) + data
        )
    return "the store is damaged"


def delete_staging(out: Path, _chance: random.Random) -> str:
    shutil.rmtree(out.with_name(f".{out.name}.sitegen"), ignore_errors=True)
    return "the staging folder is deleted"


MISHAPS: tuple[Callable[[Path, random.Random], str], ...] = (
    delete_all,
    delete_folder,
    delete_folder,
    delete_output,
    delete_output,
    spoil_output,
    replace_by_folder,
    replace_by_file,
    add_foreign,
    take_rights,
    forget_store,
    delete_staging,
)
"""Every kind of mishap."""


def pick_output(out: Path, chance: random.Random) -> str:
    """Return the path of one of the files, the list of them among these, or an empty text where there is none."""
    paths = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    paths = [path for path in paths if Path(path).name != FOREIGN]
    return (MANIFEST if chance.random() < 0.02 and MANIFEST in paths else chance.choice(paths)) if paths else ""


def pick_folder(out: Path, chance: random.Random) -> str:
    """Return the path of one of the folders below the output, or an empty text where there is none."""
    paths = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_dir())
    return chance.choice(paths) if paths else ""
