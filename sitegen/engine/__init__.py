"""A generic incremental build: keys, tasks, traces and outputs; it knows nothing of pages."""
