"""How many places of the site lead to a page: asked for when somebody unfolds the bar, for the whole site is read."""

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from sitegen.catalog.permalinks import output_path
from sitegen.errors import SitegenError
from sitegen.preview.handlers import PREFIX, LocalHandler, inner_path
from sitegen.preview.session import Session


class LinksHandler(LocalHandler):
    """The name of a page and the number of places that lead to it, as JSON; null where that cannot be said."""

    async def get(self) -> None:
        """Answer; the parameter `page` is the path of an address."""
        path = output_path(inner_path(urlsplit(self.get_query_argument("page", "")).path, self.base))
        try:
            links = await asyncio.get_running_loop().run_in_executor(None, self.session.count_links, path)
        except SitegenError:  # the overlay says what is wrong
            links = None
        self.set_header("Content-Type", "application/json")
        self.write(json.dumps(links))


def link_routes(session: Session, hosts: frozenset[str]) -> list[Any]:
    """Return the address of the links of a page, with what answers it and that one's arguments."""
    return [(f"{PREFIX}links.json", LinksHandler, {"session": session, "hosts": hosts})]
