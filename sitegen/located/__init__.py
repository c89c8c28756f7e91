"""YAML that knows its places: text -> nodes with line and column -> Pydantic models, every problem located.

Three steps, each of which gives all the problems it finds and raises none of them:

    where, problems = decode(data, "site.yaml", kind="ConfigError")  # bytes -> text without surprises
    node, more = read_yaml(where.text, where)                        # text -> Scalar | Sequence | Mapping
    config, most = validate(SiteFields, node, where)                 # nodes -> a model, or problems

`Where` is the file that is read: its path, its text and the family of its problems. `where.problem(...)`
makes a located `Problem` with the lines around, for checks of your own; `where.at(node, ...)` takes a node's
place.

Nodes: every scalar is text (`no`, `12:30` and `1.0` stay as typed); curly quotes around a whole value are
removed; a field without a value is absent from `Mapping.entries` but present in `Mapping.keys`. A node may
come with problems beside it: what could be read is still validated, so that one run shows everything. So look
at the problems, not at None alone. An empty text gives an empty Mapping.

Models derive from `sitegen.located.models.Fields` (imported by itself, as it imports Pydantic):

    class ImageFields(Fields):
        noun: ClassVar[str] = "an image"                    # `"src" is missing: an image needs it`
        src: str = Field(description="...", examples=["images/a.jpg"])

and are built with `ListOf[T]` (one value is a list of one; a tuple comes out). For checks of your own
`raise mistake("headline", "hint")` in a validator. int, bool (yes/no/true/false) and dict fields need nothing
more: they are made from the text, and their errors put in plain words. Where a check needs two fields, use a
field validator with `validate_default=True` and `info.data`: model validators do not run beside other errors.
"""

from sitegen.located.conflicts import without_conflicts
from sitegen.located.decoding import decode
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence, Where, plain
from sitegen.located.validation import validate
from sitegen.located.yaml_reader import read_yaml

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Where",
    "decode",
    "plain",
    "read_yaml",
    "validate",
    "without_conflicts",
]
