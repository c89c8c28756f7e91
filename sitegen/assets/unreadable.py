"""What can be wrong with a file that somebody put into static/, in plain words."""

LOCKED = ("it is locked with a password", "save it again without a password, and put that file in its place")
DAMAGED = ("it is damaged or not complete", "save or export it again, and put that file in its place")
TOO_LARGE = ("what is packed in it is too large", "save it again with smaller pictures, or leave pictures out")


class UnreadableError(Exception):
    """A file that cannot be read: why, a hint, and whether it may be fine all the same."""

    def __init__(self, why: str, hint: str, *, may_be_right: bool = False) -> None:
        self.why, self.hint, self.may_be_right = why, hint, may_be_right
        super().__init__(why)
