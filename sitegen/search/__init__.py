"""Documents in, index out: `ranking.py` says what is found; shards and the reader's script are held to it."""
