"""Check the groups of synonyms in the settings: each has two words or phrases at least, each in one group and once."""

from collections.abc import Iterator

from sitegen.errors import Problem
from sitegen.located import Node, Scalar, Sequence, SourceFile
from sitegen.located.nodes import items, one_line
from sitegen.text import fold

_SHAPE = "write a group a line: - [UBT, unit-based team]"


def synonym_problems(node: Node | None, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of the groups in `search.synonyms`, in their order; the models report wrong types."""
    owners: dict[str, tuple[int, str]] = {}
    for number, group in enumerate(items(node)):
        if isinstance(group, Scalar):
            headline = f'"{one_line(group)}" stands alone: a group needs two words or phrases that mean the same'
            yield file.problem_at(group, headline, _SHAPE)
            continue
        if not isinstance(group, Sequence):
            continue
        texts = [item for item in group.items if isinstance(item, Scalar)]
        if not group.items:
            yield file.problem_at(group, "a group of synonyms is empty", f"delete it, or {_SHAPE}")
        elif len(texts) == 1 == len(group.items):
            headline = f'"{one_line(texts[0])}" has no other words in its group'
            yield file.problem_at(texts[0], headline, "add what means the same, or delete the group")
        for text in texts:
            yield from _word_problems(text, number, owners, file)


def _word_problems(
    text: Scalar, number: int, owners: dict[str, tuple[int, str]], file: SourceFile
) -> Iterator[Problem]:
    typed, key = one_line(text), fold(text.text)
    if not key:
        yield file.problem_at(text, f'"{typed}" has no letter or digit', "write a word or a phrase")
        return
    if key not in owners:
        owners[key] = number, typed
    elif owners[key][0] == number:
        yield file.problem_at(text, f'"{typed}" stands twice in its group of synonyms', "delete one")
    else:
        headline = f'"{typed}" is in two groups of synonyms'
        yield file.problem_at(text, headline, "make one group of the two, or delete it from one")
