"""The folders of a site: what is written, what it is shown with, and what goes along as it is."""

CONTENT = "content"
TEMPLATES = "templates"
STATIC = "static"
