"""A mistake of ours in the preview: it is shown as ours, and nothing ends."""

from pathlib import Path

import pytest

from sitegen.preview import server, session
from tests.preview.serving import previewed, wait_for
from tests.site.small import SmallSite

PAGE = "/lmp/stories/story-1/"
BUG = "This is our mistake, not yours: an unexpected ZeroDivisionError: no luck"


def break_down(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no luck")


@pytest.mark.parametrize("broken", ["build_site", "read_config"])
def test_a_bug_in_a_build_is_shown_and_the_next_save_tries_again(
    broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        with monkeypatch.context() as patch:
            patch.setattr(session, broken, break_down)
            overlay = preview.after_build(lambda: site.story("story-1", "A new text.\n"))
        assert overlay["title"] == "This is our mistake, not yours"
        [error] = overlay["errors"]
        assert error.startswith(f"{BUG}\n  to report it: ")
        assert "\n  hint: save again, and the preview tries again" in error
        printed: list[str] = []

        def is_printed() -> bool:
            printed.extend(capsys.readouterr())
            return "Traceback" in "".join(printed) and "Not built: see the errors above." in "".join(printed)

        wait_for(is_printed)
        assert preview.get("/lmp/stories/story-2/").status == 200
        overlay = preview.after_build(lambda: site.story("story-1", "A later text.\n"))
        assert (overlay["title"], overlay["errors"]) == ("", [])
        assert "A later text." in preview.get(PAGE).body


def test_a_bug_beside_a_build_is_shown_with_what_the_build_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = SmallSite(tmp_path)
    site.story("story-2", topics=["qualty"])
    with previewed(site.root) as preview:
        with monkeypatch.context() as patch:
            patch.setattr(preview.session, "build", break_down)
            overlay = preview.after_build(lambda: site.story("story-1", "A new text.\n"))
        assert [error.partition("\n")[0] for error in overlay["errors"]] == [
            'content/stories/story-2.md:5:10: unknown topic "qualty"',
            BUG,
        ]
        overlay = preview.after_build(lambda: site.story("story-1", "A later text.\n"))
        assert (overlay["title"], len(overlay["errors"])) == ("1 error: this page may be out of date", 1)


@pytest.mark.parametrize("path", ["/__preview/search?q=tool", "/__preview/search.json?q=tool"])
def test_a_bug_in_the_search_is_reported_as_ours(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        monkeypatch.setattr(preview.session, "search", break_down)
        answer = preview.get(path)
        assert answer.status == 500
        assert BUG in answer.body
        assert "Traceback" in caplog.text
        assert preview.get(PAGE).status == 200


def test_a_terminal_that_is_gone_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        monkeypatch.setattr(server, "print_problems", gone)
        for text in ("A new text.\n", "A later text.\n"):
            assert preview.after_build(lambda text=text: site.story("story-1", text))["errors"] == []  # type: ignore[misc]
            assert text.strip() in preview.get(PAGE).body
        assert preview.problems()["builds"] == 3
