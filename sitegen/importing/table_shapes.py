"""Bring tables of HTML into the one shape that Markdown knows; what only set out a page is no table any more."""

from bs4 import BeautifulSoup, Tag

from sitegen.importing.html_cleaning import sibling_after
from sitegen.importing.import_records import Notes

_IN_LAYOUT = ["table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "figure", "hr"]
_MOST_SPAN = 20
_MOST_CELLS = 10_000


def unwrap_layout(root: Tag) -> None:
    """Take away tables that hold headings, lists or tables, or have one column or row: they only set out the page.

    So are those of too many cells, which no page can hold.
    """
    for table in reversed(root.find_all("table")):
        rows = table.find_all("tr")
        columns = max((len(_cells(row)) for row in rows), default=0)
        spans = max((sum(_span(cell, "colspan") for cell in _cells(row)) for row in rows), default=0)
        is_small = spans * len(rows) <= _MOST_CELLS
        if columns > 1 and len(rows) > 1 and is_small and not table.find(_IN_LAYOUT):
            continue
        for element in table.find_all(["thead", "tbody", "tfoot", "tr", "td", "th", "caption"]):
            element.name = "div"
        table.name = "div"


def set_tables(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Give each table one row of headings and rows of equal length; a cell that spans others leaves those empty."""
    for table in root.find_all("table"):
        if caption := table.find("caption"):
            caption.name = "p"
            table.insert_before(caption.extract())
        rows = _grid(table)
        if not rows:
            table.decompose()
            continue
        if not _has_headings(table):
            first = " ".join(" ".join(cell.get_text().split()) for cell in rows[0] if cell)
            notes.ask(
                "the first row of this table is taken for its headings", "if it is none, add a row above it", first
            )
        width = max(map(len, rows))
        for row in rows:
            row.extend([None] * (width - len(row)))
        _rebuild(table, rows, soup)


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _has_headings(table: Tag) -> bool:
    first = table.find("tr")
    return bool(table.find("thead")) or (isinstance(first, Tag) and all(cell.name == "th" for cell in _cells(first)))


def _grid(table: Tag) -> list[list[Tag | None]]:
    """Return the cells by row and column, None where a cell of another place reaches."""
    rows: list[list[Tag | None]] = []
    reaching: dict[int, int] = {}
    for row in table.find_all("tr"):
        line: list[Tag | None] = []
        for cell in _cells(row):
            while reaching.get(len(line), 0):
                reaching[len(line)] -= 1
                line.append(None)
            down = _span(cell, "rowspan")
            for number in range(_span(cell, "colspan")):
                reaching[len(line)] = down - 1
                line.append(None if number else cell)
        while reaching.get(len(line), 0):
            reaching[len(line)] -= 1
            line.append(None)
        if line:
            rows.append(line)
    return rows


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1")
    return min(int(text), _MOST_SPAN) if text.isdecimal() and len(text) < 6 and int(text) else 1  # noqa: PLR2004


def _rebuild(table: Tag, rows: list[list[Tag | None]], soup: BeautifulSoup) -> None:
    for spread in (cell for row in rows for cell in row if cell is not None):
        spread.extract()
    table.clear()
    for number, row in enumerate(rows):
        line = soup.new_tag("tr")
        for cell in row:
            fresh = cell if cell is not None else soup.new_tag("td")
            fresh.name = "td" if number else "th"
            fresh.attrs = {}
            for bold in fresh.find_all("b") if not number else ():
                bold.unwrap()
            for paragraph in fresh.find_all("p"):
                if sibling_after(paragraph):
                    paragraph.insert_after(soup.new_tag("br"))
                paragraph.unwrap()
            line.append(fresh)
        table.append(line)
