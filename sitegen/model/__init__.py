"""The records that the floors hand to each other: frozen, plain, and the same bytes for the same facts.

Texts are Unicode without carriage returns; paths are relative to the site's root or to content/ with `/`;
addresses start and end with `/` and are relative to the site's base; dates are ISO 8601 texts.
"""

from sitegen.model.catalog import Around, Entry, Output, Route, Summary
from sitegen.model.config import Collection, Config, Gallery, MenuItem, Redirect, Search, Taxonomy, Term
from sitegen.model.media import DownloadFacts, ImageFacts
from sitegen.model.page import (
    Bar,
    Bars,
    Body,
    Channel,
    Download,
    Film,
    Heading,
    Html,
    Image,
    Page,
    Panel,
    Question,
    Ref,
    Requirement,
    Segment,
    Shortcode,
    Slide,
    Stat,
    WebLink,
)
from sitegen.model.record import LocatedText, Record

__all__ = [
    "Around",
    "Bar",
    "Bars",
    "Body",
    "Channel",
    "Collection",
    "Config",
    "Download",
    "DownloadFacts",
    "Entry",
    "Film",
    "Gallery",
    "Heading",
    "Html",
    "Image",
    "ImageFacts",
    "LocatedText",
    "MenuItem",
    "Output",
    "Page",
    "Panel",
    "Question",
    "Record",
    "Redirect",
    "Ref",
    "Requirement",
    "Route",
    "Search",
    "Segment",
    "Shortcode",
    "Slide",
    "Stat",
    "Summary",
    "Taxonomy",
    "Term",
    "WebLink",
]
