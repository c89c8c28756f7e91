"""The list of rules: it stands in the declared order of the build."""

import ast
from itertools import groupby
from pathlib import Path

import sitegen.site
from sitegen.site import RULES

PACKAGE = "sitegen.site"
MODULES_WITHOUT_RULES = {f"{PACKAGE}.{name}" for name in ("inputs", "list_outputs")}
"""Inputs have no rank; files of lists are made by rules of another module."""


def declared_modules() -> list[str]:
    """Return the modules that the package imports, in the order written."""
    tree = ast.parse(Path(str(sitegen.site.__file__)).read_text("utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module != f"{PACKAGE}.inputs"]
    return [f"{node.module}.{alias.name}" for node in imports for alias in node.names]


def test_ranks_follow_the_declared_order_of_modules() -> None:
    tasks = sorted((rule for rule in RULES if rule.run is not None), key=lambda rule: rule.rank)
    ranked = [module for module, _ in groupby(rule.run.__module__ for rule in tasks if rule.run)]
    assert ranked == [module for module in declared_modules() if module not in MODULES_WITHOUT_RULES]
