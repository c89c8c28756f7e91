"""Tables in, bytes out: templates, contexts, assets, feeds."""
