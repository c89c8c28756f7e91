"""Where the values of site.yaml and of pages stand: asked for only to report a problem there.

So a line that moves changes no value, and runs again only what reported a problem in its file.
"""

from sitegen.engine.rules import Fetch
from sitegen.errors import Location
from sitegen.model import LocatedText
from sitegen.model.folders import CONTENT, SETTINGS
from sitegen.site.inputs import FILE, RULES, required


@RULES.task(keep=True)
def setting_places(fetch: Fetch) -> dict[str, Location]:
    """Return the locations of all settings, by the names of their places."""
    from sitegen.config import find_setting_places

    return find_setting_places(required(fetch(FILE, SETTINGS), SETTINGS), SETTINGS)


@RULES.task(keep=True)
def page_places(fetch: Fetch, path: str) -> dict[str, Location]:
    """Return the locations of all values of a page, by the names of their places."""
    from sitegen.content.page_parser import find_page_places

    return find_page_places(path, required(fetch(FILE, f"{CONTENT}/{path}"), path))


def locate(fetch: Fetch, path: str, located: LocatedText) -> Location:
    """Return where a text stands in site.yaml or a page, by the path of the file from the site's root.

    It has no line where nobody typed the text.
    """
    if not located.place:
        return Location(path)
    if path == SETTINGS:
        location = fetch(setting_places, at=located.place)
    else:
        location = fetch(page_places, path.removeprefix(f"{CONTENT}/"), at=located.place)
    return required(location, located.place)
