"""The staff's index, kept by Whoosh."""
