"""Loaded by each worker of a cluster here: Ctrl-C on the terminal is the command's to hear, which then ends the workers."""

from __future__ import annotations

import signal
from typing import Any


def dask_setup(worker: Any) -> None:
    """Called by Dask when a worker starts, also one that takes the place of a lost one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
