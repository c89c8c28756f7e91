"""Check the redirects in the settings: each starts at an address of this site, and ends somewhere else."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from sitegen.config.likely_addresses import likely_address, likely_path
from sitegen.config.text_values import is_address, is_web
from sitegen.errors import Problem
from sitegen.located import Mapping, Scalar, SourceFile
from sitegen.located.nodes import one_line
from sitegen.output_names import has_relative_parts

_WHITE = re.compile(r"[\s\x00-\x20\x7f-\x9f]")
_HAS_START = re.compile(r"/(?!/)|https?://", re.IGNORECASE)
_SAFE = "/:?#[]@!$&'()*+,;=%~"


def redirect_problems(redirects: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of each earlier address and of its target."""
    targets = {_normalized(source): _normalized(one_line(node)) for source, node in redirects.entries.items()}
    for source, key in redirects.keys.items():
        if not is_address(source):
            better = likely_path(source).rstrip("/") or "/old"
            headline = f'the earlier address "{source}" cannot be redirected'
            yield file.problem_at(key, headline, f'write a path of this site, without query: "{better}"')
        node = redirects.get(source)
        target = one_line(node)
        if source not in redirects.entries and source not in redirects.broken:
            yield file.problem_at(key, f'"{source}" leads nowhere', "write where it leads now")
        elif isinstance(node, Scalar) and _WHITE.search(node.text.strip()) and _HAS_START.match(target):
            better = quote(target, safe=_SAFE)
            yield file.problem_at(node, f'"{source}" leads to an address with a space', f"write it as {better}")
        elif isinstance(node, Scalar) and not (is_address(target.partition("#")[0]) or is_web(target)):
            hint = f"write it like this: {likely_address(target)}"
            yield file.problem_at(node, f'"{source}" cannot lead to "{target}"', hint)
        elif isinstance(node, Scalar) and target.startswith("/") and has_relative_parts(_path_of(target)):
            headline = f'"{source}" leads to "{target}", which goes up by periods or has two slashes in a row'
            yield file.problem_at(node, headline, "write the address where it leads")
        elif _normalized(target) == _normalized(source):
            yield file.problem_at(key, f'"{source}" leads to itself', "write where it leads now")
        elif _is_in_circle(_normalized(source), targets):
            yield file.problem_at(key, f'"{source}" leads in a circle, by "{target}"', "write where it leads now")


def _path_of(address: str) -> str:
    return address.partition("#")[0].partition("?")[0]


def _normalized(address: str) -> str:
    return address.rstrip("/").casefold()


def _is_in_circle(source: str, targets: dict[str, str]) -> bool:
    """Return whether an address leads back to itself by way of others."""
    seen = set()
    address = targets.get(source, "")
    while address in targets and address not in seen:
        if address == source:
            return True
        seen.add(address)
        address = targets[address]
    return False
