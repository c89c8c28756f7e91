"""What developers use and readers never meet: the environment in .venv, and the test command."""
