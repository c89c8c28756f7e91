"""Damages files of every sort at random and reads them: there is a value or messages, soon, and nothing else.

To repeat what a failure names, or to make a long run in parts:

    .venv/bin/python -m tests.reliability.fuzz --files 2000 --seed 1 --sorts page settings
    .venv/bin/python -m tests.reliability.fuzz --builds 50 --seed 1
"""

import io
import random
import sys
import tempfile
import zipfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sitegen.assets.active_content import find_active_content
from sitegen.assets.downloads.download_reader import read_download
from sitegen.assets.films.captions import read_captions
from sitegen.assets.films.film_length import is_whole, read_film_length
from sitegen.assets.pictures.encoding import encode, read_image
from sitegen.assets.pictures.variants import variants_of
from sitegen.assets.scripts import imports, mistake
from sitegen.assets.stylesheets import join_stylesheets
from sitegen.building import PROJECT, Choices, build_site
from sitegen.config import read_config
from sitegen.content.page_parser import parse_page
from sitegen.errors import SitegenError, format_problem
from sitegen.memory import PeakMemory
from sitegen.render.templates import arguments_of, part
from tests.reliability.random_edits import put_back, small, sources_of
from tests.reliability.source_edits import damage_file
from tests.reliability.time_limit import limited

CPU_SECONDS = 10.0
BUILD_SECONDS = 30.0
KINDS = {"stories": "story", "tools": "tool", "videos": "video", "about": "page", "toolkits": "toolkit"}
INSERTS = (
    *(
        b"---\n",
        b"\n",
        b"\t",
        b": ",
        b"\x00",
        b"\xff",
        b'"',
        b"'",
        b"[",
        b"{",
        b"}",
        b"- ",
        b"&a ",
        b"*a ",
        b"|",
        b"`",
        b"<",
    ),
    *(
        b"{{ ",
        b" }}",
        b"{% ",
        b" %}",
        b"<!--",
        b"](",
        b"![",
        b"[^1]",
        b"\n\n    ",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"/",
    ),
    *(b"9" * 400, b"-1", b"1e999", b"(" * 300, b"[" * 300, b"> " * 300, b"*" * 300, b"%25", b"..", b"\r", b"\xc2\xa0"),
)


def read_page(path: str, data: bytes) -> None:
    kind = KINDS.get(path.split("/")[1], "story")
    parse_page(path.removeprefix("content/"), data, kind)  # type: ignore[arg-type]


def read_settings(path: str, data: bytes) -> None:
    for problem in read_config(data, path)[1]:
        format_problem(problem)


def read_picture(path: str, data: bytes) -> None:
    facts, _ = read_image(path, data)
    for variant in list(variants_of(facts))[:1] if facts else ():
        encode(data, variant.width, variant.format)


def read_film(_path: str, data: bytes) -> None:
    if is_whole(data):
        read_film_length(data)


def read_template(path: str, data: bytes) -> None:
    part(path, data.decode("utf-8", "replace"))
    arguments_of(data.decode("utf-8", "replace"))


def read_script(path: str, data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if mistake(text) is None:
        imports(path, text)


def read_style(path: str, data: bytes) -> None:
    join_stylesheets([(path, data.decode("utf-8", "replace"))], lambda path, _position: path)


SORTS: dict[str, tuple[str, Callable[[str, bytes], object]]] = {
    "page": ("content/*/*.md", read_page),
    "settings": ("site.yaml", read_settings),
    "captions": ("static/**/*.vtt", lambda path, data: read_captions(data, path)),
    "pdf": ("static/downloads/*.pdf", read_download),
    "docx": ("static/downloads/*.docx", read_download),
    "pptx": ("static/downloads/*.pptx", read_download),
    "png": ("static/**/*.png", read_picture),
    "jpg": ("static/**/*.jpg", read_picture),
    "film": ("static/**/*.mp4", read_film),
    "drawing": ("static/**/*.svg", lambda _path, data: find_active_content(data)),
    "template": ("templates/**/*.html", read_template),
    "script": ("static/js/**/*.js", read_script),
    "style": ("static/css/*.css", read_style),
}
"""Where the files of each sort are found, and what reads one (path, bytes)."""


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few random changes; those of a zip file are made inside it."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return damage_inside(data, chance)
    spoiled = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(spoiled) + 1)
        match chance.randrange(6):
            case 0:
                spoiled[at : at + 1] = chance.randbytes(1)
            case 1:
                del spoiled[at : at + chance.choice([1, 9, 999])]
            case 2:
                spoiled[at:at] = chance.choice(INSERTS)
            case 3:
                other = chance.randrange(len(spoiled) + 1)
                spoiled[at:at] = spoiled[other : other + chance.choice([3, 40, 999])]
            case 4:
                spoiled[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"9999"])
            case _:
                del spoiled[at if chance.random() < 0.2 else len(spoiled) :]
    return bytes(spoiled)


def damage_inside(data: bytes, chance: random.Random) -> bytes:
    """Return a zip file one of whose parts is damaged."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        wrong = chance.choice(names)
        for name in names:
            new.writestr(name, damage(old.read(name), chance) if name == wrong else old.read(name))
    return written.getvalue()


def read_damaged(seed: int, files: int, sorts: list[str]) -> Counter[str]:
    """Damage and read so many files, of each sort in turn; return how many of which were refused, and how many not."""
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    paths = {sort: sorted(PROJECT.glob(SORTS[sort][0])) for sort in sorts}
    ended: Counter[str] = Counter()
    for number in range(files):
        sort = sorts[number % len(sorts)]
        path = chance.choice(paths[sort])
        data = damage(path.read_bytes(), chance)
        try:
            with limited(CPU_SECONDS):
                SORTS[sort][1](path.relative_to(PROJECT).as_posix(), data)
        except SitegenError:
            ended[f"{sort}, refused"] += 1
        except BaseException as error:
            error.add_note(f"seed {seed}, file {number}: {path}")
            Path(tempfile.gettempdir(), f"fuzz-{seed}-{number}{path.suffix}").write_bytes(data)
            raise
        else:
            ended[sort] += 1
    return ended


def build_damaged(folder: Path, seed: int, builds: int) -> Counter[str]:
    """Build a small site so many times with some damaged files; return how many were published, and how many not."""
    small(folder)
    root = folder / "site"
    first = sources_of(root)
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    ended: Counter[str] = Counter()
    for number in range(builds):
        put_back(root, first)
        said = [damage_file(root, chance) for _ in range(chance.randint(1, 3))]
        for path in chance.sample(sorted(first), 2):
            (root / path).write_bytes(damage(first[path], chance))
            said.append(f"{path} is damaged")
        try:
            with limited(BUILD_SECONDS):
                result = build_site(Choices(site=root, out=folder / "public", jobs=1))
        except BaseException as error:
            error.add_note("\n".join([f"seed {seed}, build {number}:", *said]))
            raise
        ended["published" if result.committed else "refused"] += 1
    return ended


def main() -> int:
    """Run from the command line; return the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--builds", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sorts", nargs="+", choices=sorted(SORTS), default=sorted(SORTS))
    chosen = parser.parse_args()
    memory = PeakMemory()
    ended = read_damaged(chosen.seed, chosen.files, chosen.sorts)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        ended += build_damaged(Path(folder) / "work", chosen.seed, chosen.builds)
    for way, count in sorted(ended.items()):
        print(f"seed {chosen.seed}: {way}: {count}")  # noqa: T201
    print(f"at most {memory.stop():.0f} MB")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
