"""Which files of static/ are published only if the site links to them, and what asks for them."""

from sitegen.assets.file_patterns import matches
from sitegen.assets.linked_names import is_published_on_demand, linked_names, picture_name
from sitegen.assets.pictures.variants import all_variants, variant_path
from sitegen.engine.rules import Fetch
from sitegen.errors import Problem, suggest_path
from sitegen.model.folders import SETTINGS
from sitegen.site.image_facts import image_facts, is_content_image
from sitegen.site.inputs import RULES
from sitegen.site.locations import locate
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import always_published, base_path, origin
from sitegen.site.static_files import static_files


@RULES.task(keep=True)
def names_on_demand(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Return the names under which the site can link to a file, by its path below static/.

    It holds the files that are published only if a link has one of these names; see `linked_names`.
    """
    patterns = [pattern.text for pattern in fetch(always_published)]
    return {
        path: _names(fetch, path)
        for path in fetch(static_files)
        if is_published_on_demand(path) and not any(matches(path, pattern) for pattern in patterns)
    }


@RULES.task(keep=True)
def files_on_demand(fetch: Fetch) -> dict[str, str]:
    """Return the path below static/ of each file that is published on demand, by the names that links have for it.

    An output that names one, or links to one, fetches its entry: that is how the build knows what to publish.
    """
    return {name: path for path, names in fetch(names_on_demand).items() for name in names}


@RULES.task()
def check_patterns(fetch: Fetch) -> None:
    """Report patterns of files to be published in any case that match no file."""
    known = fetch(static_files)
    for pattern in fetch(always_published):
        if not any(matches(path, pattern.text) for path in known):
            headline = f'"{pattern.text}" matches no file in static/'
            likely = suggest_path(pattern.text, filter(is_published_on_demand, known))
            hint = likely or "correct the pattern, or delete it"
            location = locate(fetch, SETTINGS, pattern)
            problem = Problem(location=location, headline=headline, hint=hint, kind="ConfigError", severity="warning")
            fetch.report(with_excerpt(fetch, problem))


def publish_file(fetch: Fetch, path: str) -> None:
    """Have a file below static/ published that an output names, whatever its text makes of that."""
    if is_published_on_demand(path):
        fetch(files_on_demand, at=path)


def publish_linked_files(fetch: Fetch, text: str) -> None:
    """Have the files published that an output links to; call it from the task of the output, with its text."""
    for name in sorted(linked_names(text, fetch(origin), fetch(base_path))):
        fetch(files_on_demand, at=name)


def _names(fetch: Fetch, path: str) -> tuple[str, ...]:
    facts = fetch(image_facts, path) if is_content_image(path) else None
    variants = all_variants(facts) if facts else ()
    return (path, *dict.fromkeys(picture_name(variant_path(path, facts, variant)) for variant in variants if facts))
