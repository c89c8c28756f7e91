"""The folders of a site: what is written, what it is shown with, what goes along as it is; and where search stands."""

CONTENT = "content"
TEMPLATES = "templates"
STATIC = "static"

SEARCH = "search"
"""The folder of the output that holds the search page and the index: no list can have this address."""
