"""The folders and files of a site: its settings, pages and templates, what is copied, and the output of search."""

SETTINGS = "site.yaml"
CONTENT = "content"
TEMPLATES = "templates"
STATIC = "static"

SEARCH = "search"
"""The folder of the output with the search page and the index; no list can have this address."""

MY_LIST = "my-list"
"""The folder of the output with the page of what a reader keeps; no list can have this address."""

SERVICE_WORKER = "service-worker.js"
"""The file of the output that a browser runs for pages without a network. Its address never changes."""

OFFLINE_DATA = "offline.json"
"""The file of the output that says what a browser saves of a release in any case."""

OFFLINE_PAGE = "offline.html"
"""The page of the output for addresses that are not saved, where there is no network."""

APP_MANIFEST = "manifest.webmanifest"
"""The file of the output with which browsers install the site."""

CHECKS = f"{CONTENT}/checks.yaml"
"""What the last check that was recorded found: an input of the build, written by `check --record`."""

GOLDEN_QUERIES = f"{CONTENT}/golden-queries.yaml"
"""What readers look for, with the pages that their search must show first."""

LEDGER = f"{CONTENT}/addresses.yaml"
"""The addresses that were published for good, each with its first day."""

LOCAL_TARGETS = "publish.local.yaml"
"""How this computer reaches targets by rclone, beside the settings; it is no source of the site."""

APPROVALS = f"{CONTENT}/approvals.yaml"
"""Who has agreed to which text: written by `approve`, and never published."""

PUBLISH_STATE = ".sitegen-publish"
"""The folder, at a target of publishing, of what it knows of itself: the release, its files, the lock."""
