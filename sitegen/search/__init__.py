"""Documents in, index out, and queries answered: docs/search-format.md says what is found."""
