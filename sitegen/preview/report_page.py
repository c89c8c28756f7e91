"""Where the site stands, as a page of the preview alone, never a file of the output: owners stand in it."""

import asyncio
from typing import Any

from sitegen.errors import SitegenError, format_problem
from sitegen.preview.handlers import PREFIX, LocalHandler, bare_page
from sitegen.preview.session import Session

ADDRESS = f"{PREFIX}report"
_USES = "uses"


class ReportHandler(LocalHandler):
    """The overview of the site as its files are now, or what uses a page or file."""

    async def get(self) -> None:
        """Answer with a page; the parameter `uses` names a page or file."""
        uses = self.get_query_argument(_USES, "").strip()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        try:
            page = await asyncio.get_running_loop().run_in_executor(None, self._page, uses)
        except SitegenError as error:
            self.set_status(400)
            page = bare_page([format_problem(problem) for problem in error.problems]).decode()
        self.write(page)

    def _page(self, uses: str) -> str:
        from sitegen.overview.as_html import overview_html

        return overview_html(self.session.overview(uses), self.base, uses)


def report_routes(session: Session, hosts: frozenset[str]) -> list[Any]:
    """Return the address of the report, with what answers it and that one's arguments."""
    return [(ADDRESS, ReportHandler, {"session": session, "hosts": hosts})]
