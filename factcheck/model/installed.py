"""The entry points that installed packages declare. Imports none of them.

``importlib.metadata`` tells them; it takes a thirtieth of a short run to import, so it is asked only where the files that it would
read, one beside each package, name the group.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_FILE = "entry_points.txt"


def entry_points(group: str) -> list[EntryPoint]:
    """What installed packages declare under a group.

    Args:
        group: as in ``[project.entry-points.GROUP]``.
    """
    if not _may_be_declared(group):
        return []
    from importlib.metadata import entry_points as found

    return list(found(group=group))


def _may_be_declared(group: str) -> bool:
    """Whether a package on the path may declare the group; doubt counts as yes."""
    if any(getattr(finder, "find_distributions", None) and "importlib" not in str(finder) for finder in sys.meta_path):
        return True  # somebody else tells what is installed
    head = f"[{group}]".encode()
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or ".") as entries:
                names = [e.name for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
        except NotADirectoryError:
            return True  # a zip
        except OSError:
            continue
        for name in names:
            try:
                declared = Path(folder, name, _FILE).read_bytes()
            except OSError:  # none
                continue
            if head in declared:
                return True
    return False
