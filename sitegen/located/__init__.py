"""Read YAML into nodes that know their line and column, and validate them with Pydantic models.

Three steps. Each returns all the problems it finds and raises none of them:

    file, problems = decode(data, "site.yaml", kind="ConfigError")  # bytes -> SourceFile
    node, more = read_yaml(file.text, file)                         # text -> Scalar | Sequence | Mapping
    config, most = validate(SiteFields, node, file)                 # nodes -> a model, or problems

A `SourceFile` is the path and text of the file being read, and the error family of its problems. For checks of
your own, `file.problem(...)` makes a `Problem` with the lines around it, and `file.problem_at(node, ...)` one at
the position of a node.

Every scalar is text: `no`, `12:30` and `1.0` stay as typed. Curly quotes around a whole value are removed. A
field without a value is absent from `Mapping.entries` but present in `Mapping.keys`. A node may come with
problems beside it: what could be read is still validated, so that one run reports everything. So test for
problems, not only for None. An empty text gives an empty Mapping.

Models derive from `sitegen.located.models.Fields` (imported by itself, because it imports Pydantic):

    class ImageFields(Fields):
        noun: ClassVar[str] = "an image"                    # `"src" is missing: an image needs it`
        src: str = Field(description="...", examples=["images/a.jpg"])

A `ListOf[T]` field accepts a list or a single value, and holds a tuple. For checks of your own, `raise
mistake("headline", "hint")` in a validator. Fields of type int, bool (yes, no, true, false) and dict need nothing
more: Pydantic parses the text, and its errors are put in plain words. Where a check needs two fields, use a field
validator with `validate_default=True` and `info.data`: model validators do not run beside other errors.
"""

from sitegen.located.conflicts import remove_conflicts
from sitegen.located.decoding import decode
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence, SourceFile, plain
from sitegen.located.validation import validate
from sitegen.located.yaml_reader import read_yaml

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "SourceFile",
    "decode",
    "plain",
    "read_yaml",
    "remove_conflicts",
    "validate",
]
