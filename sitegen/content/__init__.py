"""Parse the bytes of content files into valid pages: front matter, kinds and Markdown."""
