"""Mend what is mechanical among problems: each kind of fix is a function from the bytes of a file to better ones.

ways (one function for each kind of fix), mending (the fixes of many problems as one change of files).
"""
