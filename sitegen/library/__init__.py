"""The staff's index of a site: kept as the last build, and asked.

keeping.py brings it up to date, answers.py answers what somebody typed. Importing this imports no Whoosh.
"""

from sitegen.library.keeping import Opened, keep, open_library

__all__ = ["Opened", "keep", "open_library"]
