"""Read site.yaml into a `Config`: typed, complete, and with every mistake located.

fields.py defines the settings and what each may hold, cross_checks.py and the other checks what must agree between
them; builder.py makes the records, and table.py the table of the docs. Importing this package imports Pydantic, so
import it only where it is needed.
"""

from sitegen.config.builder import build_config
from sitegen.config.cross_checks import find_disagreements
from sitegen.config.fields import SiteFields
from sitegen.config.table import setting_table
from sitegen.errors import Location, Problem, keep_few, sort_problems
from sitegen.located import Mapping, decode, read_yaml, remove_conflicts, validate
from sitegen.located.places import find_places
from sitegen.model import Config

__all__ = ["find_setting_places", "read_config", "setting_table"]


def read_config(data: bytes, path: str = "site.yaml") -> tuple[Config | None, list[Problem]]:
    """Read the bytes of site.yaml.

    Returns the settings, with every default filled in, and the problems in the order of the file: warnings only,
    or None and at least one error. Raises nothing, whatever the bytes.
    """
    file, problems = decode(data, path, kind="ConfigError")
    text, conflicts = remove_conflicts(file)
    node, yaml_problems = read_yaml(text, file)
    fields, field_problems = validate(SiteFields, node, file)
    problems += [*conflicts, *yaml_problems, *field_problems]
    if not isinstance(node, Mapping):
        return None, keep_few(sort_problems(problems))
    problems += find_disagreements(node, file)
    if fields is None or any(problem.is_error for problem in problems):
        return None, keep_few(sort_problems(problems))
    return build_config(fields, node), keep_few(sort_problems(problems))


def find_setting_places(data: bytes, path: str = "site.yaml") -> dict[str, Location]:
    """Return the places of all settings in the bytes of site.yaml, by the names that `Config` has for them."""
    file, _ = decode(data, path, kind="ConfigError")
    node, _ = read_yaml(remove_conflicts(file)[0], file)
    return find_places(node, path) if node is not None else {}
