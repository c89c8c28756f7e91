"""Bring the XML of a Word file into what mammoth reads whole: nothing hidden, no prompts; formulas as words."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from typing import NamedTuple

from sitegen.importing.bounds import RefusedSourceError
from sitegen.importing.import_records import Notes

_PARTS = ("word/document", "word/footnotes", "word/endnotes")
_SIGNS = (b"vanish", b"showingPlcHdr", b"ruby>", b"oMath", b"fldSimple", b"textpath", b'w:type="page"', b"customXml")
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})


class _Step(NamedTuple):
    """An element, the one that holds it, and the namespace of the words of its part."""

    element: ET.Element
    parent: ET.Element
    space: str


def readable_parts(parts: Mapping[str, bytes], notes: Notes) -> dict[str, bytes]:
    """Return the parts of a Word file, whose XML was found harmless, with those that hold its text made readable.

    What is hidden, prompts of forms, and the words of WordArt are noted as left out.

    Raises:
        RefusedSourceError: its elements stand within each other too deeply.
    """
    result = dict(parts)
    for name, data in parts.items():
        if name.startswith(_PARTS) and name.endswith(".xml") and any(sign in data for sign in _SIGNS):
            root = ET.fromstring(data)  # noqa: S314 - without entities, as word_package.py has made sure
            _make_readable(root, notes)
            try:
                result[name] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
            except RecursionError as error:
                hint = "copy its text, and bring that in with: import -"
                raise RefusedSourceError("it is nested too deeply", hint) from error
    return result


def _make_readable(root: ET.Element, notes: Notes) -> None:
    space = _STRICT if root.tag.startswith(_STRICT) else _WORD
    for parent in reversed(list(root.iter())):
        children: list[ET.Element] = []
        is_changed = False
        for child in parent:
            change = _CHANGES.get(child.tag.rpartition("}")[2])
            better = change(_Step(child, parent, space), notes) if change is not None else None
            children += [child] if better is None else better
            is_changed = is_changed or better is not None
        if is_changed:
            parent[:] = children


def _hide_run(step: _Step, notes: Notes) -> list[ET.Element] | None:
    properties = step.element.find(f"{step.space}rPr")
    vanish = properties.find(f"{step.space}vanish") if properties is not None else None
    if vanish is None or vanish.get(f"{step.space}val") in _OFF:
        return None
    notes.leave_out("it is hidden in the Word file", _words(step.element))
    return []


def _drop_prompt(step: _Step, notes: Notes) -> list[ET.Element] | None:
    properties = step.element.find(f"{step.space}sdtPr")
    if properties is None or properties.find(f"{step.space}showingPlcHdr") is None:
        return None
    words = _words(step.element)
    notes.leave_out("a field of the Word file that nobody has filled in", words)
    notes.ask(f'a field of the Word file is empty: "{words}"', "write what belongs there, or take the line away")
    return []


def _formula_to_words(step: _Step, notes: Notes) -> list[ET.Element] | None:
    if step.parent.tag.rpartition("}")[2] in {"oMathPara", "oMath"}:
        return None
    texts = [one.text or "" for one in step.element.iter() if one.tag.rpartition("}")[2] == "t"]
    words = " ".join(filter(None, map(str.strip, texts)))
    notes.ask(f'a formula came in as its signs: "{words}"', "write it as words, or put in a picture of it", words)
    return [_run(step.space, f" {words} ")]


def _ruby_to_words(step: _Step, notes: Notes) -> list[ET.Element] | None:
    above = step.element.find(f"{step.space}rt")
    notes.leave_out("it stands in small letters above a word", _words(above) if above is not None else "")
    base = step.element.find(f"{step.space}rubyBase")
    text = ET.Element(f"{step.space}t")
    text.text = _words(base) if base is not None else ""
    return [text]


def _tell_word_art(step: _Step, notes: Notes) -> list[ET.Element] | None:
    if words := step.element.get("string", ""):
        notes.leave_out("words that are drawn (WordArt)", words)
        notes.ask(f'words are drawn in the Word file: "{words}"', "write them where they belong, if they are needed")
    return None


def _page_break_to_line(step: _Step, _notes: Notes) -> list[ET.Element] | None:
    step.element.attrib.pop(f"{step.space}type", None)
    return None


def _unwrap(step: _Step, _notes: Notes) -> list[ET.Element] | None:
    return list(step.element)


_CHANGES: dict[str, Callable[[_Step, Notes], list[ET.Element] | None]] = {
    "r": _hide_run,
    "sdt": _drop_prompt,
    "oMath": _formula_to_words,
    "oMathPara": _formula_to_words,
    "ruby": _ruby_to_words,
    "textpath": _tell_word_art,
    "br": _page_break_to_line,
    "fldSimple": _unwrap,
    "customXml": _unwrap,
}
"""What takes the place of an element: other elements, or None where it stays."""


def _run(space: str, words: str) -> ET.Element:
    run = ET.Element(f"{space}r")
    text = ET.SubElement(run, f"{space}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _words(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter() if one.tag.rpartition("}")[2] in {"t", "delText"})
