"""One line on a terminal where the work takes longer than a few seconds. Never in a file, a pipe or a log."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

AFTER = 3.0
"""Seconds without an answer after which people begin to wonder."""


@contextmanager
def waiting(line: str, *, after: float = AFTER, stream: TextIO | None = None) -> Iterator[None]:
    """Shows a line while its block is still at work after some seconds; it is taken away when the block ends.

    Args:
        line: what is being done, one line of printable characters.
        after: seconds before it is shown.
        stream: standard error unless told; where it is no terminal nothing is shown.
    """
    out: Any = stream or sys.stderr
    if out is None or not out.isatty():  # closed, or no terminal
        yield
        return
    done = threading.Event()

    def show() -> None:
        if not done.wait(after):
            out.write(f"{line} …")
            out.flush()
            done.wait()
            out.write("\r\x1b[K")
            out.flush()

    worker = threading.Thread(target=show, daemon=True)
    worker.start()
    try:
        yield
    finally:
        done.set()
        worker.join()
