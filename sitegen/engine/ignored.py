"""Names that systems and programs give to files of their own: no build reads them, wherever they lie."""

import re

_IGNORED = re.compile(
    r"""
      [.\#] .*                                  # hidden files: .DS_Store, ._x of macOS, .x.swp of Vim, .~lock.x#; Emacs
    | .* ~                                      # backups of editors
    | ~\$ .*                                    # what Office writes beside a document that is open
    | .* \. (?: tmp | temp )                    # ~WRL0001.tmp of Word, and what is about to be renamed
    | .* \. (?: crdownload | download | filepart | opdownload | part | partial )   # downloads that are not complete
    | .* \. (?: bak | sw[nop] )                 # backups, and swap files of Vim
    | .* \. sb - [0-9a-f]{8} - \w+              # what macOS writes while a program saves
    | .* ___jb_ (?: tmp | old ) ___             # the same of JetBrains programs
    | (?: eh )? thumbs (?: _vista )? \.db (?: : .* )? | desktop\.ini | icon\r | .* \.lnk   # of the desktop
    | __macosx | @eadir | \$recycle\.bin | system\ volume\ information                     # folders of systems
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def is_ignored(name: str) -> bool:
    """Return whether a file or folder of this name, without its folder, is no source but some program's own."""
    return _IGNORED.fullmatch(name) is not None
