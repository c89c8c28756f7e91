"""Find which page or file of a site an address, a link or a path leads to."""

from urllib.parse import urlsplit

from sitegen.catalog.old_addresses import alias_key
from sitegen.model.folders import STATIC
from sitegen.overview.site_facts import SiteFacts, address_of


class Targets:
    """What the addresses and paths of a site lead to; old addresses lead where they lead readers."""

    def __init__(self, site: SiteFacts) -> None:
        self._by_address = {page.entry.url: page.page.path for page in site.pages}
        for page in site.pages:
            for alias in page.page.aliases:
                self._by_address.setdefault(alias_key(alias.text), page.page.path)
        for redirect in site.config.site.redirects:
            if path := self._by_address.get(address_of(redirect.target.text)):
                self._by_address.setdefault(alias_key(redirect.source.text), path)
        self.static = frozenset(site.static)
        parts = urlsplit(site.config.site.base_url)
        self.origin, self.base = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")

    def at(self, address: str) -> str:
        """Return the page or file at an address from the site's base; empty where neither stands there."""
        bare = address_of(address)
        page = self._by_address.get(bare) or self._by_address.get(f"{bare}/")
        return page or self.file(bare)

    def at_link(self, link: str) -> str:
        """Return the page or file that a link in HTML leads to, if it names the site's host."""
        start = self.origin + self.base
        return self.at(link.removeprefix(start)) if link.startswith(f"{start}/") else ""

    def file(self, typed: str) -> str:
        """Return the path of a file below static/, with that folder, as fields name one; empty if it is not there."""
        path = typed.strip().removeprefix("/").removeprefix(f"{STATIC}/")
        return f"{STATIC}/{path}" if path in self.static else ""
