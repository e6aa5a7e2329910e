"""What a worker does: one article at a time, from bytes to bytes. Reads no file of the job and writes none."""

from __future__ import annotations

import threading
from functools import lru_cache

from factcheck import api
from factcheck.cli.batch import Made, attempt, made
from factcheck.cli.common import PluginOptions
from factcheck.cli.making import Order
from factcheck.cli.targets import Job
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager
from factcheck.version import __version__
from factcheck.worksheet.summary import Summary
from factcheck_dask.claims import dumped

Answer = tuple[Summary, tuple[bytes, ...], bytes]
"""The line of the index, the worksheet in each format, its claims as JSON; the last two are empty where it failed."""
_turn = threading.Lock()
"""A worker may have several threads, and a manager works on one article."""


@lru_cache(maxsize=1)
def _manager(options: PluginOptions) -> Manager:
    return options.manager(MODULES)


def ready(options: PluginOptions) -> str:
    """Make the manager; the version of this worker's factcheck."""
    with _turn:
        _manager(options)
    return __version__


def make(name: str, data: bytes, order: Order, formats: tuple[str, ...], kind: str) -> Answer:
    """The worksheets of an article, and its claims.

    Args:
        name: the file's name alone.
        kind: of ``batch.kind_of``.
    """
    with _turn:
        manager = _manager(order.options)
        whole: Made = attempt(name, lambda: made(manager, Job(name, formats, ()), order, kind, data))
    return whole.summary, whole.contents, dumped(whole.sheet) if whole.sheet is not None else b""


def read_back(name: str, data: bytes, options: PluginOptions) -> bytes:
    """The claims of a finished worksheet, with what was typed into it.

    Raises:
        FactcheckError: it is none.
    """
    with _turn:
        return dumped(api.load_bytes(data, name, _manager(options)))
