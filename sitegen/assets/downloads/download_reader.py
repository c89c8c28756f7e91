"""One download to what it says about itself, or to what is wrong with it."""

from sitegen.assets.downloads.download_claims import ENDINGS
from sitegen.assets.downloads.office import read_docx, read_pptx
from sitegen.assets.downloads.pdf import read_pdf
from sitegen.assets.unreadable import UnreadableError
from sitegen.errors import Location, Problem, Severity
from sitegen.model import DownloadFacts

_READERS = dict(zip(ENDINGS, (read_pdf, read_pptx, read_docx), strict=True))


def read_download(path: str, data: bytes) -> tuple[DownloadFacts, tuple[Problem, ...]]:
    """Return the facts of a download and the problems found in it; `path` is the one that problems name.

    A file of another kind says nothing. Raises nothing, whatever the bytes.
    """
    name = path.rpartition("/")[2]
    read = _READERS.get(f".{name.rpartition('.')[2].lower()}")
    if read is None:
        return DownloadFacts(), ()
    if not data:
        return DownloadFacts(), (_problem(path, f'"{name}" is empty', "save it again, and put that file in its place"),)
    try:
        return read(data), ()
    except UnreadableError as error:
        verb = "cannot be read" if error.may_be_right else "cannot be opened"
        severity: Severity = "warning" if error.may_be_right else "error"
        return DownloadFacts(), (_problem(path, f'"{name}" {verb}: {error.why}', error.hint, severity),)


def _problem(path: str, headline: str, hint: str, severity: Severity = "error") -> Problem:
    return Problem(location=Location(path), headline=headline, hint=hint, kind="AssetError", severity=severity)
