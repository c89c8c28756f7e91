"""Edits of a site's sources, of every kind, drawn by chance: bodies, fields, settings, templates, static files.

Each edit is a function of a folder of sources and a chance; it returns what it did in a few words, or an empty text
where the site has nothing of the sort. An edit may well break the site: then a build must leave the old one.
"""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

BODIES = (
    "More words.\n",
    "\n## A heading {n}\n\nWith **strong** words and `code`.\n",
    "\n| a | b |\n| - | - |\n| {n} | 2 |\n",
    "\n- one\n- two\n\n1. first\n2. second\n",
    '\n<script>alert({n})</script> <a href="javascript:x">x</a>\n',
    "\nA note.[^n{n}]\n\n[^n{n}]: The note.\n",
)
MISTAKES = (
    "[no page](no-such-page-{n}.md)\n",
    '{{{{ figure src="images/none-{n}.png" }}}}\n',
    "{{{{ unknown-{n} }}}}\n",
    "```\nnever closed {n}\n",
    '[a](<b "c\n',
)
HEADS = (
    "draft: true",
    "draft: false",
    "draft:true",
    "Draft: yes",
    "date: 2017-02-{day:02}",
    "date: 2017-02",
    "date: 2017",
    "date: 2199-02-{day:02}",
    "date_shown: Spring {n}",
    "updated: 2018-03-{day:02}",
    "publish: 2199-01-{day:02}",
    "publish: 2017-01-{day:02}",
    "expires: 2017-01-{day:02}",
    "weight: {day}",
    "aliases: [/was/here-{n}/]",
    "aliases: /old-{day}/",
    "channels: [news, hank]",
    "summary: Another summary {n}.",
    "topics: [quality, communication]",
    "topics: Quality",
    "regions: [northwest, Hawaii]",
    "team_levels: [1, 2]",
    "related: [stories/none-{n}]",
    "slug: moved-{n}",
    "unknown_field: {n}",
    "title: [never closed",
    "title: Title {n}",
    "title: \u00c9tude \u9f8d {n}",
)
SETTINGS = (
    ("title: ", "title: New {n} "),
    ("label: ", "label: L{n} "),
    ("per_page: ", "per_page: 1"),
    ("sort: title", "sort: date"),
    ("sort: date", "sort: title"),
    ("redirects:\n", "redirects:\n  /gone-{n}/: /\n"),
    ("feed: false", "feed: true"),
    ("terms: any", "terms: {{}}"),
    ("collections:", "colections:"),
    ("timezone: ", "timezone: Mars/{n} # "),
    ("title: ", "# a comment {n}\ntitle: "),
)


def edit_body(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "content/**/*.md")
    return path and append(root, path, chance.choice(BODIES).format(n=chance.randrange(99)))


def break_body(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "content/**/*.md")
    return path and append(root, path, "\n" + chance.choice(MISTAKES).format(n=chance.randrange(99)))


def set_field(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "content/**/*.md")
    if not path:
        return ""
    line = chance.choice(HEADS).format(n=chance.randrange(99), day=chance.randint(1, 28))
    name = line.partition(":")[0]
    text = read(root / path)
    new, count = re.subn(rf"^{name}:.*\n(?:[ -].*\n)*", lambda _: f"{line}\n", text, count=1, flags=re.MULTILINE)
    if not count:
        new = text.replace("---\n", f"---\n{line}\n", 1)
    write(root / path, new)
    return f"{path} has {line}"


def drop_field(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "content/**/*.md")
    lines = read(root / path).splitlines(keepends=True) if path else []
    if not lines:
        return ""
    at = chance.randrange(min(len(lines), 12))
    write(root / path, "".join(lines[:at] + lines[at + 1 :]))
    return f"{path} loses its line {at + 1}"


def rename_file(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, chance.choice(["content/**/*.md", "static/**/*.*"]))
    if not path:
        return ""
    target = (root / path).with_stem(f"renamed-{chance.randrange(9)}")
    (root / path).replace(target)
    return f"{path} is now {target.name}"


def copy_file(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, chance.choice(["content/**/*.md", "static/**/*.*"]))
    if not path:
        return ""
    target = (root / path).with_stem(f"copy-{chance.randrange(9)}")
    target.write_bytes((root / path).read_bytes())
    return f"{path} is copied to {target.name}"


def delete_file(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, chance.choice(["content/**/*.md", "static/**/*.*", "templates/**/*.html"]))
    if path:
        (root / path).unlink()
    return path and f"{path} is deleted"


def exchange_files(root: Path, chance: random.Random) -> str:
    pattern = chance.choice(["content/**/*.md", "static/**/*.png", "static/**/*.pdf"])
    one, other = pick(root, chance, pattern), pick(root, chance, pattern)
    if not one or one == other:
        return ""
    first, second = (root / one).read_bytes(), (root / other).read_bytes()
    (root / one).write_bytes(second)
    (root / other).write_bytes(first)
    return f"{one} and {other} change places"


def damage_file(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, chance.choice(["content/**/*.md", "static/**/*.*", "templates/**/*.html", "site.yaml"]))
    data = bytearray((root / path).read_bytes()) if path else bytearray()
    if not data:
        return ""
    at = chance.randrange(len(data))
    data[at : at + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 9))
    (root / path).write_bytes(data)
    return f"{path} is damaged at {at}"


def touch_file(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "*/**/*.*")
    os.utime(root / path)
    return f"{path} is touched"


def edit_settings(root: Path, chance: random.Random) -> str:
    old, new = chance.choice(SETTINGS)
    text = read(root / "site.yaml")
    places = [match.start() for match in re.finditer(re.escape(old), text)]
    if not places:
        return ""
    at, new = chance.choice(places), new.format(n=chance.randrange(99))
    write(root / "site.yaml", text[:at] + new + text[at + len(old) :])
    return f"site.yaml has {new.strip()!r} at {at}"


def edit_template(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, "templates/**/*.html")
    words = ("<!-- {n} -->\n", "{{# {n} #}}\n", "<p>{{{{ 1 + {n} }}}}</p>\n", "{{{{ unknown_{n} }}}}\n", "{{% if %}}\n")
    return path and append(root, path, chance.choice(words).format(n=chance.randrange(99)))


def edit_style_or_script(root: Path, chance: random.Random) -> str:
    path = pick(root, chance, chance.choice(["static/css/**/*.css", "static/js/**/*.js", "static/**/*.vtt"]))
    words = ("\n/* {n} */\n", "\n\n", "\nlet x{n} = ;\n", "\n00:00.000 --> 00:0{n}\nA\n")
    return path and append(root, path, chance.choice(words).format(n=chance.randrange(99)))


def add_file(root: Path, chance: random.Random) -> str:
    path = f"static/added/{chance.choice('abAB')}{chance.randrange(3)}.txt"
    write(root / path, f"text {chance.randrange(99)}\n")
    return f"{path} is written"


SOURCE_EDITS: tuple[Callable[[Path, random.Random], str], ...] = (
    *[edit_body] * 4,
    break_body,
    *[set_field] * 6,
    drop_field,
    rename_file,
    copy_file,
    delete_file,
    exchange_files,
    damage_file,
    touch_file,
    *[edit_settings] * 3,
    *[edit_template] * 2,
    edit_style_or_script,
    add_file,
)
"""Every kind of edit, the usual ones several times."""


def pick(root: Path, chance: random.Random, pattern: str) -> str:
    """Return the path of one of the files of a pattern, or an empty text where there is none."""
    paths = sorted(path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file())
    paths = [path for path in paths if not path.startswith((".", "public"))]
    return chance.choice(paths) if paths else ""


def append(root: Path, path: str, text: str) -> str:
    """Write a text at the end of a file."""
    write(root / path, read(root / path) + text)
    return f"{path} goes on with {text.strip()!r}"


def read(path: Path) -> str:
    """Return the text of a file, whatever its bytes are."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write(path: Path, text: str) -> None:
    """Write the text of a file, in folders that are made where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
