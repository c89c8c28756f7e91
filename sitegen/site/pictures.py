"""Pictures: the facts of each, the variants that are made from it, and how pages show it."""

from collections.abc import Iterator

from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.assets.pictures.variants import Picture, is_image, picture_of, variant_path, variants_of
from sitegen.engine.rules import Fetch, Key
from sitegen.model import ImageFacts, Output
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES, required
from sitegen.site.settings import base_path
from sitegen.site.static_files import static_files
from sitegen.site.static_outputs import asset


@RULES.task(keep=True)
def image_files(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths below static/ of all pictures but those of the look, sorted."""
    return tuple(path for path in fetch(static_files) if is_image(path) and not is_fingerprinted(path))


@RULES.task()
def image_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of the facts of pictures, which can be read in other processes."""
    return tuple(image_facts.key(path) for path in fetch(image_files))


def _file(path: str, *_: str | int) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(keep=True, needs=_file, weight=8)
def image_facts(fetch: Fetch, path: str) -> ImageFacts | None:
    """Return the facts of a picture below static/, or None if it cannot be shown, which is reported."""
    from sitegen.assets.pictures.encoding import read_image

    facts, problems = read_image(f"{STATIC}/{path}", required(fetch(FILE, f"{STATIC}/{path}"), path))
    for problem in problems:
        fetch.report(problem)
    return facts


@RULES.task(keep=True)
def picture(fetch: Fetch, path: str) -> Picture | None:
    """Return a picture below static/ for a page, without its text, or None if there is none."""
    known = fetch(asset, path)
    if known is None:
        return None
    base = fetch(base_path)
    facts = fetch(image_facts, path) if is_image(path) and not is_fingerprinted(path) else None
    return picture_of(path, facts, base, base + known.url) if facts else Picture(src=base + known.url)


@RULES.task(needs=_file, is_output=True, weight=16)
def image_variant(fetch: Fetch, path: str, width: int, ending: str) -> bytes:
    """Encode one variant of a picture."""
    from sitegen.assets.pictures.encoding import encode

    return encode(required(fetch(FILE, f"{STATIC}/{path}"), path), width, ending)


@RULES.task(keep=True)
def image_outputs(fetch: Fetch) -> tuple[Output, ...]:
    """Return the files of all variants of all pictures."""
    known = ((path, fetch(image_facts, path)) for path in fetch(image_files))
    return tuple(output for path, facts in known if facts for output in _variants(path, facts))


def _variants(path: str, facts: ImageFacts) -> Iterator[Output]:
    for variant in variants_of(facts):
        key = image_variant.key(path, variant.width, variant.format)
        yield Output(variant_path(path, facts, variant), key)
