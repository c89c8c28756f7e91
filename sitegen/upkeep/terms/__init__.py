"""Rename a term, or merge it into another: its entry in site.yaml, what pages say, links, old addresses.

term_rename (which term becomes which), listed_entries (the pages as they are shown now), term_addresses (the addresses
of a term, and the new ones), term_values (fields and conditions that name it), term_entry (its lines in site.yaml),
term_pages (the page that stands for it), renaming (all of it together).
"""
