"""Share a page: one HTML file of it as it is now, to open from an e-mail.

The parts: inlined_files (pictures, styles and fonts as parts of a page), shared_page (a finished page to one that
stands alone), share_facts (what the file says of itself), sharing (builds, reads, and makes the file).
"""
