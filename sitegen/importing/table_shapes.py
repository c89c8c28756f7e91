"""Bring tables of HTML into the one shape that Markdown knows; what only set out a page is no table any more."""

from bs4 import BeautifulSoup, Tag

from sitegen.importing.html_cleaning import sibling_after
from sitegen.importing.import_records import Notes

_IN_LAYOUT = ["h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "hr"]
_LISTS = ["ul", "ol"]
_PARTS = ["thead", "tbody", "tfoot", "tr", "td", "th", "caption"]
_MOST_SPAN = 20
_MOST_CELLS = 10_000
_LONGEST_CELL = 400
"""Characters of a cell that holds a list; what is longer is a column of a page."""


def unwrap_layout(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Take away tables that only set out the page: their cells follow each other. In the others, cells hold lines.

    A table sets out the page if it holds headings, quotes or figures, has one column or row, or words in one cell of
    each row at most; also one of too many cells, which no page can hold. One with lists or tables in it is one of data
    if it has headings of its own, or cells that are all short.
    """
    for table in reversed(root.find_all("table")):
        if _is_layout(table):
            for element in table.find_all(_PARTS):
                if element.find_parent("table") is table:
                    element.name = "div"
            table.name = "div"
        else:
            _move_tables_below(table, notes)
            for cell in table.find_all(["td", "th"]):
                _lists_to_lines(cell, soup)


def _is_layout(table: Tag) -> bool:
    rows = _rows(table)
    cells = [_cells(row) for row in rows]
    columns = max(map(len, cells), default=0)
    spans = max((sum(_span(cell, "colspan") for cell in row) for row in cells), default=0)
    is_small = spans * len(rows) <= _MOST_CELLS
    if columns < 2 or len(rows) < 2 or not is_small or table.find(_IN_LAYOUT):  # noqa: PLR2004 - one is none
        return True
    if str(table.get("role") or "") in {"presentation", "none"}:
        return True
    if all(sum(bool(cell.get_text().strip()) for cell in row) < 2 for row in cells):  # noqa: PLR2004
        return bool(table.get_text().strip())
    if not table.find(["table", *_LISTS]):
        return False
    is_named = any(cell.name == "th" for row in cells for cell in row) or any(
        part.find_parent("table") is table for part in table.find_all(["thead", "caption"])
    )
    is_even = len({sum(_span(cell, "colspan") for cell in row) for row in cells}) == 1
    is_short = all(len(cell.get_text()) <= _LONGEST_CELL and cell.get_text().strip() for row in cells for cell in row)
    return not is_named and not (is_even and is_short)


def _move_tables_below(table: Tag, notes: Notes) -> None:
    """Put the tables that stand in cells of a table below it, where Markdown can have them."""
    for inner in reversed([one for one in table.find_all("table") if one.find_parent("table") is table]):
        words = " ".join(inner.get_text(" ").split())
        table.insert_after(inner.extract())
        notes.ask("a table stood in a cell of another one, and stands below it now", "say where it belongs", words)


def _lists_to_lines(cell: Tag, soup: BeautifulSoup) -> None:
    """Make lines of the items of lists in a cell, for which Markdown has no mark there."""
    for item in cell.find_all("li"):
        item.insert(0, "\u2022 ")
        item.insert_before(soup.new_tag("br"))
        item.unwrap()
    for holder in cell.find_all(_LISTS):
        holder.insert_after(soup.new_tag("br"))
        holder.unwrap()


def set_tables(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Give each table one row of headings and rows of equal length; a cell that spans others leaves those empty."""
    for table in root.find_all("table"):
        if caption := table.find("caption"):
            caption.name = "p"
            table.insert_before(caption.extract())
        rows = _with_one_heading(_grid(table), table)
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


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


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


def _with_one_heading(rows: list[list[Tag | None]], table: Tag) -> list[list[Tag | None]]:
    """Return the rows with the words of several rows of headings in the first, column by column."""
    head = table.find("thead")
    count = len(head.find_all("tr")) if isinstance(head, Tag) else 0
    if not 1 < count < len(rows):
        return rows
    top = list(rows[0])
    for row in rows[1:count]:
        top += [None] * (len(row) - len(top))
        for column, cell in enumerate(row):
            above = top[column]
            if cell is None or above is None:
                top[column] = above or cell
                continue
            above.append(" ")
            above.extend([child.extract() for child in list(cell.children)])
    return [top, *rows[count:]]


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
            _strip_breaks(fresh)
            line.append(fresh)
        table.append(line)


def _strip_breaks(cell: Tag) -> None:
    """Delete the line breaks at the ends of a cell."""
    for children in (list(cell.children), list(reversed(list(cell.children)))):
        for child in children:
            if isinstance(child, Tag) and child.name == "br":
                child.decompose()
            elif isinstance(child, Tag) or str(child).strip():
                break
