"""Read the sources of an import from the disk, and keep the record of what was brought in."""
