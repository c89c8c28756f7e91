"""What downloads say about themselves: pages, slides, paper and words, read from their bytes.

Whatever the bytes are, the answer is facts and problems, never an exception.
"""
