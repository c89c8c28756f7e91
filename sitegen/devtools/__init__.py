"""Tools of developers: the environment in .venv, and the test command."""
