"""The room of the search index: documents in, index out.

Nothing stands here yet. docs/architecture.md says what will: `analysis.py` (text to terms, by Whoosh's
analysers), `shards.py` (the index that readers load) and `library.py` (the Whoosh index for staff).
"""
