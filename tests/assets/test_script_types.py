"""The types that scripts say in comments hold, as TypeScript sees them. It is no part of .venv: see CONTRIBUTING.md."""

import shutil
import subprocess
from pathlib import Path

import pytest

from sitegen.building import PROJECT

TSC = shutil.which("tsc")
CONFIG = PROJECT / "tests" / "jsconfig.json"


def errors(config: Path) -> str:
    assert TSC
    return subprocess.run([TSC, "-p", str(config)], capture_output=True, check=False, encoding="utf-8").stdout


@pytest.mark.skipif(TSC is None, reason="tsc is not there")
def test_the_types_of_all_scripts_hold() -> None:
    assert errors(CONFIG) == ""


@pytest.mark.skipif(TSC is None, reason="tsc is not there")
def test_a_wrong_type_is_told(tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("/** @type {number} */\nexport const one = 'one';\n", "utf-8")
    text = CONFIG.read_text("utf-8")
    config = tmp_path / "jsconfig.json"
    config.write_text(text[: text.index('"include"')] + '"include": ["*.js"]\n}\n', "utf-8")
    assert "wrong.js(2,14): error TS2322" in errors(config)
