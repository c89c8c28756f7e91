"""The reader's index: documents to shards, and the files that a browser loads."""
