"""Whatever the bytes of a source are, it comes in or is refused: no exception, and the same answer twice."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from benchmarks.word_files import item, paragraph, table, word_file
from tests.importing.bringing_in import plan, source
from tests.importing.test_no_word_is_lost import PIECES, TEXT_PIECES
from tests.importing.test_wordpress_reading import EXPORT

Make = Callable[[random.Random], tuple[str, bytes]]

FIELDS = (
    "title: a\n",
    "tags: [a, b]\n",
    "date: 2017\n",
    "x: {y: [1]}\n",
    "- q\n",
    "url: /a/b\n",
    ": \n",
    "'",
    "draft: no\n",
)
WORD = word_file(
    paragraph("A title", "Title") + paragraph("Words of it.") + item("one") + table(("a", "b"), ("c", "d"))
)


def cut_and_pasted(text: str, chance: random.Random) -> str:
    """Return a text in which a piece is replaced by another piece of it."""
    at, other = chance.randrange(len(text)), chance.randrange(len(text))
    return text[:at] + text[other : other + chance.randint(1, 120)] + text[at + chance.randint(0, 40) :]


def flipped_word_file(chance: random.Random) -> tuple[str, bytes]:
    data = bytearray(WORD)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return "a.docx", bytes(data)


def changed_word_file(chance: random.Random) -> tuple[str, bytes]:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(WORD)) as packed, zipfile.ZipFile(file, "w") as changed:
        spoiled = chance.choice(packed.namelist())
        for name in packed.namelist():
            text = packed.read(name).decode()
            changed.writestr(name, cut_and_pasted(text, chance) if name == spoiled else text)
    return "a.docx", file.getvalue()


MAKERS: dict[str, Make] = {
    "HTML": lambda chance: ("a.html", "".join(chance.choices(PIECES, k=chance.randint(1, 60))).encode()),
    "text": lambda chance: ("a.txt", "".join(chance.choices(TEXT_PIECES, k=chance.randint(1, 60))).encode()),
    "Markdown": lambda chance: (
        "a.md",
        f"---\n{''.join(chance.choices(FIELDS, k=4))}---\n{''.join(chance.choices(TEXT_PIECES, k=20))}".encode(),
    ),
    "an export": lambda chance: ("a.xml", cut_and_pasted(EXPORT, chance).encode()),
    "a Word file, bytes flipped": flipped_word_file,
    "a Word file, XML changed": changed_word_file,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_it_comes_in_or_is_refused(make: Make) -> None:
    for seed in range(25):
        name, data = make(random.Random(seed))  # noqa: S311 - which bytes, no secret
        first = plan(source(name, data))
        assert all(outcome.status in {"new", "refused"} for outcome in first.outcomes)
        assert plan(source(name, data)) == first
