"""Sign-off: which halves of the partnership have agreed to the text of a page as it is now.

The parts: site_texts (the texts of a site, as they lie in a folder or are kept), page_versions (what a page says, and
its digest), approval_file (content/approvals.yaml, the record of who agreed), approved_versions (the texts that were
agreed to, kept), approving (adds to the record), standing (what is agreed to and what lacks).
"""
