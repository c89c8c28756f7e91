"""The rules of search: documents, the reader's index, and the search page."""
