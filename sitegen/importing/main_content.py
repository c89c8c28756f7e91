"""Find the text of a web page, and leave out what stands around it and between it."""

from bs4 import Tag

from sitegen.importing.furniture import why_furniture
from sitegen.importing.html_cleaning import elements_in, text_in
from sitegen.importing.import_records import Notes

_SELECTORS = ("main", "[role=main]", "article", ".entry-content", ".post-content", ".field-name-body", "#content")
_FEWEST_WORDS = 12
_SMALLEST_SHARE = 0.2
_LARGEST_SHARE = 0.6
_HEADINGS = ("h1", "h2")
_NEVER_TEXT = frozenset({"hidden on the old page", "shown only without script"})


def find_main(tree: Tag, notes: Notes) -> Tag:
    """Return the element that holds the text of a page; what stands outside is noted as left out."""
    main = _main_of(tree)
    element = main
    while element is not tree and element.parent is not None:
        for sibling in [*reversed(list(element.previous_siblings)), *element.next_siblings]:
            because = why_furniture(sibling) if isinstance(sibling, Tag) else ""
            notes.leave_out(because or "outside the text of the old page", text_in(sibling))
        element = element.parent
    return main


def _main_of(tree: Tag) -> Tag:
    total = _count(tree)
    for selector in _SELECTORS:
        elements = [element for element in tree.select(selector) if not _is_in_furniture(element)]
        if len(elements) == 1:
            count = _count(elements[0])
            if count >= _FEWEST_WORDS or count >= total * _SMALLEST_SHARE:
                return elements[0]
    return tree


def remove_furniture(main: Tag, notes: Notes) -> None:
    """Remove from the text what is no part of it, and note its words as left out.

    What holds most of the words stays, whatever it is called, and so does a head with a heading in it.
    """
    total = _count(main)
    for element in elements_in(main):
        if element.decomposed:
            continue
        because = why_furniture(element)
        if not because or (because.endswith("head of the old page") and element.find(_HEADINGS)):
            continue
        if _count(element) > total * _LARGEST_SHARE and because not in _NEVER_TEXT:
            continue
        if element.name == "iframe" or element.find("iframe"):
            _ask_about_frames(element, notes)
        notes.leave_out(because, text_in(element))
        element.decompose()


def _ask_about_frames(element: Tag, notes: Notes) -> None:
    frames = [element] if element.name == "iframe" else element.find_all("iframe")
    for frame in frames:
        if address := str(frame.get("src") or ""):
            notes.ask(
                f"the old page showed {address} in a frame, which pages here cannot",
                "link to it, or put the film into static/videos",
            )


def _is_in_furniture(element: Tag) -> bool:
    return any(why_furniture(parent) for parent in (element, *element.parents))


def _count(element: Tag) -> int:
    return len(text_in(element).split())
