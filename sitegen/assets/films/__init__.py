"""What film and captions files say about themselves: how long they are, and whether captions can be read."""
