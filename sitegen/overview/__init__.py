"""Where a site stands, for those who look after it: drafts, moments, reviews, links, terms, reading grades.

`read_site_facts` reads a site, `make_overview` and `make_uses` say what is to be said of it, and writers of text, CSV,
JSON and HTML show that. Nothing here is part of a build, and nothing of it enters the output: owners stand in it.
"""

from sitegen.overview.making import make_overview, make_uses
from sitegen.overview.overview_records import Overview
from sitegen.overview.site_reading import read_site_facts

__all__ = ["Overview", "make_overview", "make_uses", "read_site_facts"]
