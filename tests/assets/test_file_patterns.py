"""Patterns of paths."""

import pytest

from sitegen.assets.file_patterns import matches


@pytest.mark.parametrize(
    ("pattern", "path", "does_match"),
    [
        ("downloads/a.pdf", "downloads/a.pdf", True),
        ("downloads/a.pdf", "downloads/a_pdf", False),
        ("downloads/*", "downloads/a.pdf", True),
        ("downloads/*", "downloads/b/a.pdf", False),
        ("downloads/**", "downloads/b/a.pdf", True),
        ("downloads/**/*.pdf", "downloads/a.pdf", True),
        ("downloads/**/*.pdf", "downloads/b/c/a.pdf", True),
        ("downloads/**/*.pdf", "downloads/b/c/a.docx", False),
        ("downloads/b/", "downloads/b/c/a.pdf", True),
        ("downloads/b/", "downloads/b", False),
        ("**/*.pdf", "downloads/a.pdf", True),
        ("downloads/a?.pdf", "downloads/ab.pdf", True),
        ("downloads/a?.pdf", "downloads/a/.pdf", False),
        ("downloads/a+(b).pdf", "downloads/a+(b).pdf", True),
        ("downloads/A.pdf", "downloads/a.pdf", False),
    ],
)
def test_a_path_matches_a_pattern(pattern: str, path: str, *, does_match: bool) -> None:
    assert matches(path, pattern) == does_match
