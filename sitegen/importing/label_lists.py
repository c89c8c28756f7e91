"""Make lines with labels of lists of terms that are fields of a page: `Best used`, and below it when."""

from bs4 import BeautifulSoup, Tag

from sitegen.importing.label_lines import is_label

_OTHER_LABELS = {"for": "Intended audience"}
"""Labels that mean a field only in such a list; in a text they are words."""


def labelled_lists_to_lines(root: Tag, soup: BeautifulSoup) -> None:
    """Replace lists of terms whose terms are all labels of fields by a paragraph for each: `LABEL: VALUE, VALUE`."""
    for holder in root.find_all("dl"):
        terms = holder.find_all("dt")
        names = [" ".join(term.get_text().split()).rstrip(" :") for term in terms]
        names = [_OTHER_LABELS.get(name.casefold(), name) for name in names]
        if not terms or not all(map(is_label, names)):
            continue
        values: dict[int, list[str]] = {}
        number = -1
        for element in holder.find_all(["dt", "dd"]):
            number += element.name == "dt"
            if element.name == "dd":
                values.setdefault(number, []).append(" ".join(element.get_text().split()))
        if -1 in values:
            continue
        for number, name in enumerate(names):
            paragraph = soup.new_tag("p")
            paragraph.string = f"{name}: {', '.join(values.get(number, ()))}"
            holder.insert_before(paragraph)
        holder.decompose()
