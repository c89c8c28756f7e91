"""What can be wrong with a download, in the words of the one who put it there."""

LOCKED = ("it is locked with a password", "save it again without a password, and put that file in its place")
DAMAGED = ("it is damaged or not complete", "save or export it again, and put that file in its place")
TOO_LARGE = ("what is packed in it is too large", "save it again with smaller pictures, or leave pictures out")


class UnreadableError(Exception):
    """A file that nothing can be learned from: why, what helps, and whether it may be in order all the same."""

    def __init__(self, why: str, hint: str, *, may_be_right: bool = False) -> None:
        self.why, self.hint, self.may_be_right = why, hint, may_be_right
        super().__init__(why)
