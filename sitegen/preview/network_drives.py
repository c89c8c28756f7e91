"""Which folders lie on another computer, whose saves the system does not tell of."""

from pathlib import Path

import psutil

NETWORK_TYPES = frozenset({"9p", "afpfs", "cifs", "davfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf", "webdav"})
"""File systems that are read over a network, or from the host of a virtual machine, as systems name them."""

_NETWORK_PROGRAMS = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse")


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on a drive of the network; no where the system cannot say."""
    here = folder.resolve()
    try:
        drives = psutil.disk_partitions(all=True)
    except (OSError, psutil.Error):
        return False
    around = [drive for drive in drives if here.is_relative_to(drive.mountpoint)]
    if not around:
        return str(here).startswith("\\\\")  # a share of Windows without a letter
    nearest = max(around, key=lambda drive: len(Path(drive.mountpoint).parts))
    kind = nearest.fstype.casefold()
    return kind in NETWORK_TYPES or kind.startswith(_NETWORK_PROGRAMS) or "remote" in nearest.opts.split(",")
