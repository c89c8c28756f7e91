"""The facts of each picture, and whether the file itself is published or only what is made from it."""

from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.assets.pictures.variants import is_image
from sitegen.engine.rules import Fetch, Key
from sitegen.model import ImageFacts
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES, required
from sitegen.site.static_files import static_files


def is_content_image(path: str) -> bool:
    """Return whether a file below static/ is a picture by its name, and not one of the look."""
    return is_image(path) and not is_fingerprinted(path)


@RULES.task(keep=True)
def image_files(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths below static/ of all pictures but those of the look, sorted."""
    return tuple(path for path in fetch(static_files) if is_content_image(path))


@RULES.task()
def image_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of the facts of pictures, which can be read in other processes."""
    return tuple(image_facts.key(path) for path in fetch(image_files))


def _file(path: str) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(keep=True, needs=_file, weight=8)
def image_facts(fetch: Fetch, path: str) -> ImageFacts | None:
    """Return the facts of a picture below static/, or None if it cannot be shown, which is reported."""
    from sitegen.assets.pictures.encoding import read_image

    facts, problems = read_image(f"{STATIC}/{path}", required(fetch(FILE, f"{STATIC}/{path}"), path))
    for problem in problems:
        fetch.report(problem)
    return facts
