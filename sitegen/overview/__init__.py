"""Where a site stands, for those who look after it: drafts, moments, reviews, links, terms, reading grades.

`read_site_facts` reads a site, `make_overview` and `make_uses` say what is to be said of it, and writers of text, CSV,
JSON and HTML show that; `page_status` and `count_links` are for those who look at one page. Nothing here is part of a
build, and nothing of it enters the output: owners stand in it.
"""

from sitegen.overview.making import make_overview, make_uses
from sitegen.overview.overview_records import Overview
from sitegen.overview.site_reading import read_page_facts, read_site_facts
from sitegen.overview.viewed_page import count_links, page_status

__all__ = [
    "Overview",
    "count_links",
    "make_overview",
    "make_uses",
    "page_status",
    "read_page_facts",
    "read_site_facts",
]
