"""The errors of targets, most of which have exit codes of their own."""

from sitegen.errors import SitegenError


class TargetError(SitegenError):
    """What is to be published to was changed by others, or is locked (exit 3)."""


class CutOffError(SitegenError):
    """Publishing was cut off, and goes on when it is run again (exit 4)."""


class TakenBackError(SitegenError):
    """An earlier release was put back by a person, and the clock must not replace it (exit 1)."""
