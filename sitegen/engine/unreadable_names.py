"""Names in the listing of a folder: what stands at the end of one that cannot be read as a file."""

LEADS_OUT = "/@"
"""A link that leads where its file may not be read. No name can hold a slash, so this is never part of one."""

NO_FILE = "/|"
"""A pipe, a socket, a device, or a link that leads nowhere."""

ODD_NAME = "/?"
"""A name with characters that would spoil messages and addresses; it stands before this as Python writes it."""

_REASONS = {
    ODD_NAME: ("this file's name has characters that cannot be used", "give it a name of plain letters"),
    LEADS_OUT: ("a link on this path leads out of its folder", "put the file itself there, not a link to it"),
    NO_FILE: (
        "this is no file: a pipe, a device, or a link that leads nowhere",
        "delete it, or put a file in its place",
    ),
}


def why_unreadable(name: str) -> tuple[str, str, str] | None:
    """Return the bare name, a headline and a hint for a name of a listing that cannot be read, or None if it can."""
    for mark, (headline, hint) in _REASONS.items():
        if name.endswith(mark):
            return name.removesuffix(mark), headline, hint
    return None
