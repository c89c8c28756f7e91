"""Pages in, site-wide tables out: addresses, terms, facets."""
