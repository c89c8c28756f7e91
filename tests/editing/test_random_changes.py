"""Random changes of random documents are exact, or refused."""

import pytest

from sitegen.editing import field_edits
from tests.editing.random_changes import run


def test_changes_give_the_values_asked_for_and_touch_only_their_field() -> None:
    ended = run(1, 300)
    refused = sum(count for name, count in ended.items() if name.startswith("refused"))
    assert ended.total() == 300
    assert refused < 30
    assert "without a place" not in ended
    assert min(ended[name] for name in ("set", "set list", "add field", "add item", "remove")) > 20


@pytest.mark.long
def test_twenty_thousand_changes_are_exact_or_refused() -> None:
    print(run(2, 20_000))  # noqa: T201 - the figures of a long run


def test_a_change_of_another_field_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def removes_too_much(text: str, offset: int) -> int:
        end = text.find("\n", text.find("\n", offset) + 1)
        return len(text) if end < 0 else end

    monkeypatch.setattr(field_edits.FieldEditor, "_line_end", lambda self, offset: removes_too_much(self._text, offset))
    with pytest.raises(AssertionError):
        run(1, 300)
