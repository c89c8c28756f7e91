"""What each command does, a module each: cli.py reads the options, calls one of these, and knows the exit codes.

No command needs another: what two of them share lies on a floor below. `serve` has a folder of its own, preview/.
"""
