"""libyaml's parser, without the guessing of types."""

from typing import cast

import yaml


class _TextOnly:
    """In place of a resolver, which would spend a quarter of the parser's time on types that nobody asks for."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Give the tag of a node; ours are told apart by their classes."""
        del value, implicit
        return kind.__name__

    def descend_resolver(self, node: object, index: object) -> None:
        """Do nothing on the way down."""

    def ascend_resolver(self) -> None:
        """Do nothing on the way up."""


def _loader() -> type[yaml.SafeLoader]:
    """Give libyaml's parser where it is there, else the slow one, which finds the same."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return yaml.SafeLoader
    return cast("type[yaml.SafeLoader]", type("TextLoader", (CParser, _TextOnly), {}))


LOADER = _loader()
"""For yaml.compose and yaml.parse."""
