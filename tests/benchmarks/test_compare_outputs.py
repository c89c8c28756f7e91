"""Two outputs are compared by what they say: fingerprints folded, packed files unpacked."""

import gzip
from pathlib import Path

import pytest

from benchmarks.compare_outputs import compare, folded_output, main


def output(folder: Path, fingerprint: str, shard: str, text: str = "Text") -> Path:
    """Return an output of a page, a script and a packed shard, named by fingerprints."""
    files = {
        "index.html": f'<script src="/js/site.{fingerprint}.js"></script><p>{text}</p>Version%3A%20{fingerprint[:8]}',
        f"js/site.{fingerprint}.js": "start();",
        "search/index.json": f'{{"table":"{shard}"}}',
        ".sitegen-manifest": f"search/{shard}.gz\njs/site.{fingerprint}.js\nindex.html\n",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    (folder / f"search/{shard}.gz").write_bytes(gzip.compress(f"huddle {fingerprint}{shard}".encode()))
    return folder


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return output(tmp_path / "before", "0a1b2c3d4e", "aabbccddee")


def test_outputs_that_say_the_same_do_not_differ(before: Path, tmp_path: Path) -> None:
    after = output(tmp_path / "after", "ffeeddccbb", "0123456789")
    assert list(compare(folded_output(before), folded_output(after))) == []
    assert main([str(before), str(after)]) == 0


def test_a_word_that_differs_is_shown(before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = output(tmp_path / "after", "ffeeddccbb", "0123456789", "Test")
    assert main([str(before), str(after)]) == 1
    shown = capsys.readouterr().out
    assert shown.startswith("index.html: 1 of 1 differ")
    assert "Text" in shown
    assert "Test" in shown


def test_a_word_within_a_packed_file_is_seen(before: Path, tmp_path: Path) -> None:
    after = output(tmp_path / "after", "ffeeddccbb", "0123456789")
    (after / "search/0123456789.gz").write_bytes(gzip.compress(b"huddles"))
    assert [line.partition(":")[0] for line in compare(folded_output(before), folded_output(after))] == ["search/~.gz"]


def test_a_file_that_one_of_them_lacks_is_named(before: Path, tmp_path: Path) -> None:
    after = output(tmp_path / "after", "ffeeddccbb", "0123456789")
    (after / "search/index.json").unlink()
    (after / "more.txt").write_text("")
    assert list(compare(folded_output(before), folded_output(after))) == [
        "more.txt: 0 before, 1 after",
        "search/index.json: 1 before, 0 after",
    ]


def test_digits_that_name_no_file_are_not_folded(before: Path, tmp_path: Path) -> None:
    after = output(tmp_path / "after", "ffeeddccbb", "0123456789")
    for folder, number in ((before, "123456"), (after, "654321")):
        (folder / "page.html").write_text(f"Call {number}")
    assert [line.partition(":")[0] for line in compare(folded_output(before), folded_output(after))] == ["page.html"]
