"""What the preview says of an exception: a mistake of a writer is described as ever, any other is ours."""

from sitegen.errors import Location, Problem, SitegenError

OUR_MISTAKE = "This is our mistake, not yours"

_HINT = (
    "save again, and the preview tries again; if this stays, undo your last edit. If that does not help either, "
    "end the preview with Ctrl-C, delete the folder .sitegen, and start it again"
)
_REPORT = 'please send us the lines that stand in the terminal, from "Traceback" on'


def is_bug(error: Exception) -> bool:
    """Whether an exception is a mistake of ours: one without a message for writers."""
    return not isinstance(error, SitegenError)


def problems_of(error: Exception) -> list[Problem]:
    """Return the problems that an exception stands for, at least one."""
    if isinstance(error, SitegenError):
        return list(error.problems)
    said = f": {error}" if str(error) else ""
    headline = f"{OUR_MISTAKE}: an unexpected {type(error).__name__}{said}"
    return [
        Problem(
            location=Location(""), headline=headline, hint=_HINT, kind="BuildError", values=(("to report it", _REPORT),)
        )
    ]
