"""Pictures: what is to be known of each, the variants that are made from it, and how pages show it."""

from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.assets.pictures.variants import Picture, is_image, picture_of, variant_path, variants_of
from sitegen.engine.rules import Fetch, Key
from sitegen.model import ImageFacts, Output
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES
from sitegen.site.settings import base_path
from sitegen.site.static_files import static_files
from sitegen.site.static_outputs import asset


@RULES.task(keep=True)
def image_files(fetch: Fetch) -> tuple[str, ...]:
    """Give the paths below static/ of all pictures but those of the look, sorted."""
    return tuple(path for path in fetch(static_files) if is_image(path) and not is_fingerprinted(path))


@RULES.task()
def image_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Give the keys of what is known of pictures, which can be read in other processes."""
    return tuple(image_facts.key(path) for path in fetch(image_files))


def _file(path: str, *_: str) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(keep=True, needs=_file, weight=8)
def image_facts(fetch: Fetch, path: str) -> ImageFacts | None:
    """Give what is to be known of a picture below static/; None where it is gone, or cannot be shown."""
    from sitegen.assets.pictures.encoding import read_image

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return None
    facts, problems = read_image(f"{STATIC}/{path}", data)
    for problem in problems:
        fetch.report(problem)
    return facts


@RULES.task(keep=True)
def picture(fetch: Fetch, path: str) -> Picture | None:
    """Give a picture below static/ for a page, without its text; None where there is none."""
    found = fetch(asset, path)
    if found is None:
        return None
    base = fetch(base_path)
    facts = fetch(image_facts, path) if is_image(path) and not is_fingerprinted(path) else None
    return picture_of(path, facts, base, base + found.url) if facts else Picture(base + found.url)


@RULES.task(needs=_file, is_output=True, weight=16)
def image_variant(fetch: Fetch, path: str, width: str, ending: str) -> bytes:
    """Make one variant of a picture."""
    from sitegen.assets.pictures.encoding import encode

    data = fetch(FILE, f"{STATIC}/{path}")
    return encode(data, int(width), ending) if data else b""


@RULES.task(keep=True)
def image_outputs(fetch: Fetch) -> tuple[Output, ...]:
    """Give the files of all variants of all pictures."""
    found = []
    for path in fetch(image_files):
        facts = fetch(image_facts, path)
        for one in variants_of(facts) if facts else ():
            place = variant_path(path, facts, one) if facts else ""
            found.append(Output(place, image_variant.key(path, str(one.width), one.format)))
    return tuple(found)
