"""docs/my-list-format.md shows the file that the page of a reader's list reads."""

import json

from sitegen.render.kept_views import KeptFile, KeptPage, kept_json
from tests.docs.documents import fences, read


def test_the_file_is_as_described() -> None:
    (example,) = [json.loads(text) for text in fences(read("docs/my-list-format.md"))]
    ((name, said),) = example["items"].items()
    page = KeptPage(
        id=name,
        title=said["title"],
        kind=said["kind"],
        label=said["label"],
        levels=tuple(said["levels"]),
        files=tuple(KeptFile(**file) for file in said["files"]),
    )
    made = json.loads(kept_json([page], example["moved"]))
    assert made == example
    assert list(made["items"][name]) == list(said)
