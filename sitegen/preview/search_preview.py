"""The search of a preview: an address of the preview alone, never a file of the output."""

import html
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sitegen.errors import SitegenError
from sitegen.preview.handlers import PREFIX, LocalHandler
from sitegen.preview.session import Session

if TYPE_CHECKING:
    from sitegen.search.staff.answers import Answer
    from sitegen.search.words.excerpts import Segment

ADDRESS = f"{PREFIX}search"
_QUERY = "q"


class SearchHandler(LocalHandler):
    """The staff's search over what the preview shows, drafts with it where the preview shows them."""

    def get(self, form: str | None = None) -> None:
        """Answer with a page, or with JSON at the address that ends so; parameters beside `q` are filters."""
        text = self.get_query_argument(_QUERY, "")
        chosen = [
            (name, value)
            for name in self.request.query_arguments
            if name != _QUERY
            for value in self.get_arguments(name)
        ]
        try:
            answer = self.session.search(text, chosen) if text.strip() or chosen else None
        except SitegenError as error:
            self.set_status(400)
            self._write_page(text, None, str(error))
            return
        if form:
            self.set_header("Content-Type", "application/json")
            self.write(json.dumps(answer.as_dict() if answer else {"query": "", "total": 0, "results": []}))
            return
        self._write_page(text, answer, "")

    def _write_page(self, text: str, answer: "Answer | None", wrong: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write("".join(_page(text, answer, wrong, self.base)))


def search_routes(session: Session, hosts: frozenset[str]) -> list[Any]:
    """Return the addresses of the search, each with what answers it and that one's arguments."""
    return [(rf"{ADDRESS}(\.json)?", SearchHandler, {"session": session, "hosts": hosts})]


def _page(text: str, answer: "Answer | None", wrong: str, base: str) -> Iterable[str]:
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search the preview</title>'
    yield '<meta name="viewport" content="width=device-width"></head><body><h1>Search the preview</h1>'
    yield f'<form action="{ADDRESS}" role="search"><label>Words <input type="search" name="{_QUERY}" '
    yield f'value="{html.escape(text)}"></label> <button>Search</button></form>'
    if wrong:
        yield f"<p>{html.escape(wrong)}</p>"
    if answer is not None:
        for typed, used in answer.corrected:
            yield f"<p>No page has <q>{html.escape(typed)}</q>: showing results for <q>{html.escape(used)}</q>.</p>"
        yield f"<p>{'At least ' * answer.is_part}{answer.total} found.</p><ol>"
        for result in answer.results:
            yield f'<li><a href="{html.escape(base + result.url)}">{_highlighted(result.title_segments)}</a><br>'
            yield f"{_highlighted(result.summary_segments)}<br><small>{_highlighted(result.excerpt)}</small></li>"
        yield "</ol>"
    yield "</body></html>"


def _highlighted(segments: "list[Segment]") -> str:
    return "".join(f"<mark>{html.escape(t)}</mark>" if hit else html.escape(t) for t, hit in segments)
