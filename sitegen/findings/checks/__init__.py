"""Every check, a module each: what lies in this folder is registered when the folder is imported."""

from importlib import import_module
from pkgutil import iter_modules

from sitegen.findings.registry import CHECKS

__all__ = ["CHECKS"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
