"""Bytes in, valid pages out: front matter, kinds and Markdown."""
