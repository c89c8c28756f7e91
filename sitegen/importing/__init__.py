"""Bring in texts from elsewhere: pasted text, web pages, Word files, and what other programs export.

Pure functions from bytes to page texts and reports; the command `import` reads and writes the files. In the order of
an import: source (which reader is for a file), bounds (what is too large or too deep), the readers (text_reading,
html_reading, markdown_reading, word_reading, wordpress_reading) that make an article of it, splitting (several stories
in one source), composing (debris, labels, repaired words, fields, kind), finishing (links, pictures, the file, and the
account of every word), planning (all sources together), reports.

Every page comes in as a draft, and never over a file that is there. Every word of a source stands in its page, or in
the report under the reason why it was left out. Nothing is ever fetched from the network.
"""
