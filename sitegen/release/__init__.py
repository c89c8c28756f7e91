"""What goes along with a release: the digests of its files, and what it was made with."""
