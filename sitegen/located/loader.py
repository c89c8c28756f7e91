"""Load YAML with libyaml's parser, without resolving the types of scalars."""

from typing import cast

import yaml


class _NoResolver:
    """A resolver that resolves nothing: PyYAML's own takes a quarter of the parser's time, and types are not used."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return a tag, as PyYAML requires; nodes are told apart by their classes instead."""
        del value, implicit
        return kind.__name__

    def descend_resolver(self, node: object, index: object) -> None:
        """Do nothing on the way down."""

    def ascend_resolver(self) -> None:
        """Do nothing on the way up."""


def _loader() -> type[yaml.SafeLoader]:
    """Return libyaml's parser where it is installed, else PyYAML's own, which is slower and equal in results."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return yaml.SafeLoader
    return cast("type[yaml.SafeLoader]", type("TextLoader", (CParser, _NoResolver), {}))


LOADER = _loader()
"""The loader to pass to yaml.compose and yaml.parse."""
