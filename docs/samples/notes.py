# ruff: noqa: INP001
"""What the presenter of a deck says, below its slides."""

from decks import slides_of
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide


def add_notes_of_page(deck: Deck, page: str) -> None:
    """Give the slides of a deck the notes of those that a page shows."""
    for slide, words in zip(deck.slides, slides_of(page), strict=True):
        add_notes(slide, words.notes)


def add_notes(slide: Slide, notes: str) -> None:
    """Give a slide notes, if there are any."""
    frame = slide.notes_slide.notes_text_frame if notes else None
    if frame is not None:
        frame.text = notes
