"""The words of texts and queries, as both indexes know them."""
