"""Files of static/ whose names are too long once they are published."""

from collections.abc import Iterable, Iterator

from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.errors import Location, Problem
from sitegen.model import Output
from sitegen.model.folders import STATIC
from sitegen.output_names import MOST_BYTES, why_too_long
from sitegen.site.pictures import image_variant
from sitegen.site.static_outputs import static_file

_MOST_ON_DISK = 255


def refused_files(outputs: Iterable[Output]) -> Iterator[Problem]:
    """Yield a problem for each file of static/ whose final name, or that of a picture made from it, is too long."""
    reported = set()
    for output in outputs:
        rule, *arguments = map(str, output.key)
        if rule not in {static_file.name, image_variant.name} or arguments[0] in reported:
            continue
        path = arguments[0]
        keeps_name = rule == static_file.name and not is_fingerprinted(path)
        reason = why_too_long(output.path, _MOST_ON_DISK if keeps_name else MOST_BYTES)
        if reason:
            reported.add(path)
            headline = f"the name of this file, as it is published, {reason}"
            hint = "give the file a shorter name, and lay it in fewer folders"
            yield Problem(location=Location(f"{STATIC}/{path}"), headline=headline, hint=hint, kind="AssetError")
