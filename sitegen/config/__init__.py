"""site.yaml to Config: typed, complete, and every mistake located.

fields.py has the settings and what each may hold, checks.py what must agree between them, builder.py makes the
records, table.py writes the table of the documents. Importing this imports Pydantic: import it where it is needed.
"""

from sitegen.config.builder import build
from sitegen.config.cross_checks import find_disagreements
from sitegen.config.fields import SiteSettings
from sitegen.config.table import setting_table
from sitegen.errors import Problem, sort_problems
from sitegen.located import Mapping, decode, read_yaml, remove_conflicts, validate
from sitegen.model import Config

__all__ = ["read_config", "setting_table"]


def read_config(data: bytes, path: str = "site.yaml") -> tuple[Config | None, list[Problem]]:
    """Read site.yaml.

    Gives the settings with every default filled in, and warnings; or None, and all that is wrong, in the order
    of the file. Raises nothing, whatever the bytes.
    """
    where, problems = decode(data, path, kind="ConfigError")
    text, conflicts = remove_conflicts(where)
    node, found = read_yaml(text, where)
    settings, wrong = validate(SiteSettings, node, where)
    problems += [*conflicts, *found, *wrong]
    if not isinstance(node, Mapping):
        return None, sort_problems(problems)
    problems += find_disagreements(node, where)
    if settings is None or any(problem.is_error for problem in problems):
        return None, sort_problems(problems)
    return build(settings, node), sort_problems(problems)
