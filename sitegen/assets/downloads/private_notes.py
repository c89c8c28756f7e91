"""What a file to take along says of those who made it, and readers shall not know."""

from collections.abc import Iterator

from sitegen.errors import in_few_words
from sitegen.model import DownloadFacts

_INSPECT = "in the program that made it, take out properties and personal information, and save it again"


def private_notes(name: str, facts: DownloadFacts, title: str) -> Iterator[tuple[str, str]]:
    """Yield headline and hint for the names of people, and for comments, in a file.

    `name` is the file's, `title` the site's: an author of whose name it is a part is no person.
    """
    people = [person for person in facts.people if title.casefold() not in person.casefold()]
    if people:
        names = " and ".join(f'"{person}"' for person in people)
        yield in_few_words(f'"{name}" tells every reader who made it: {names}'), _INSPECT
    if facts.comments:
        noun = "comment or tracked change" if facts.comments == 1 else "comments or tracked changes"
        hint = "accept or reject the changes, delete the comments, and save it again"
        yield f'"{name}" has {facts.comments} {noun}, which every reader can see', hint
