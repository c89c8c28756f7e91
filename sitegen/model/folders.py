"""The folders of a site: its pages, its templates, the files that are copied, and the output folder of search."""

CONTENT = "content"
TEMPLATES = "templates"
STATIC = "static"

SEARCH = "search"
"""The folder of the output with the search page and the index; no list can have this address."""
