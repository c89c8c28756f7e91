"""Pictures: the variants that are published, and the one that stands for a shared page."""
