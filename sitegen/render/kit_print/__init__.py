"""A kit on paper: a cover that names all that is in it, and the PDFs of its pages, bound as one file."""
