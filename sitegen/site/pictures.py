"""Pictures: the variants that are made from each, and how pages show it."""

from collections.abc import Iterator

from sitegen.assets.pictures.variants import Picture, all_variants, picture_of, variant_path
from sitegen.engine.rules import Fetch, Key
from sitegen.model import ImageFacts, Output
from sitegen.model.folders import STATIC
from sitegen.site.files_on_demand import names_on_demand
from sitegen.site.image_facts import image_facts, image_files, is_content_image
from sitegen.site.inputs import FILE, RULES, required
from sitegen.site.settings import base_path
from sitegen.site.static_outputs import asset


def _file(path: str, *_: str | int) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(keep=True)
def picture(fetch: Fetch, path: str) -> Picture | None:
    """Return a picture below static/ for a page, without its text, or None if there is none."""
    known = fetch(asset, path)
    if known is None:
        return None
    base = fetch(base_path)
    facts = fetch(image_facts, path) if is_content_image(path) else None
    return picture_of(path, facts, base, base + known.url) if facts else Picture(src=base + known.url)


@RULES.task(needs=_file, is_output=True, weight=16)
def image_variant(fetch: Fetch, path: str, width: int, ending: str) -> bytes:
    """Encode one variant of a picture."""
    from sitegen.assets.pictures.encoding import encode

    return encode(required(fetch(FILE, f"{STATIC}/{path}"), path), width, ending)


@RULES.task(keep=True)
def image_outputs(fetch: Fetch) -> tuple[Output, ...]:
    """Return the files of all variants of all pictures."""
    known, names = ((path, fetch(image_facts, path)) for path in fetch(image_files)), fetch(names_on_demand)
    return tuple(output for path, facts in known if facts for output in _variants(path, facts, names.get(path, ())))


def _variants(path: str, facts: ImageFacts, on_demand: tuple[str, ...]) -> Iterator[Output]:
    for variant in all_variants(facts):
        key = image_variant.key(path, variant.width, variant.format)
        yield Output(variant_path(path, facts, variant), key, on_demand)
