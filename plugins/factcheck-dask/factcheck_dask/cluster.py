"""A client of the user's cluster, or of one of processes here that listens on this computer alone and speaks to nobody without its key.

Writes no file but into a temporary folder that goes with the cluster.
"""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.cli.batch import cores
from factcheck.cli.common import PluginOptions, say
from factcheck.model.errors import FactcheckError
from factcheck.version import __version__
from factcheck_dask.work import ready

if TYPE_CHECKING:
    from distributed import Client

HERE = "127.0.0.1"
SCHEMES = ("tls", "tcp", "ws", "wss", "ucx")
WAIT = 10
"""Seconds for a scheduler to answer."""
SILENT = {
    "distributed.scheduler.http.routes": [],  # its HTTP server cannot be left out; it answers nothing
    "distributed.worker.http.routes": [],
    "distributed.worker.memory.spill": False,  # no draft on a disk
    "distributed.worker.memory.target": False,
    "distributed.scheduler.allowed-failures": 3,  # how many workers may be lost at one article
    "distributed.comm.require-encryption": True,
    "distributed.worker.preload": ["factcheck_dask.quiet"],
}


@contextlib.contextmanager
def client(scheduler: str, workers: int, options: PluginOptions) -> Iterator[Client]:
    """A client whose workers have the same version and the plugins that were asked for.

    Args:
        scheduler: its address; "" makes a cluster here.
        workers: processes of a cluster here; 0 is one a core.
    Raises:
        FactcheckError: it cannot be reached, has no workers, or others.
    """
    with _remote(scheduler) if scheduler else _local(workers or cores()) as made:
        _check(made, scheduler or "the cluster", options)
        yield made


@contextlib.contextmanager
def _remote(address: str) -> Iterator[Client]:
    from distributed import Client

    parts = urlsplit(address)
    if parts.scheme not in SCHEMES:
        raise FactcheckError("is no address of a scheduler", address, "write tls://HOST:PORT or tcp://HOST:PORT")
    if parts.scheme not in ("tls", "ws", "wss") and parts.hostname not in (HERE, "localhost", "::1"):
        say(f"the articles go to {address} unencrypted; tls:// would guard them")
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        made = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError, ImportError) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise FactcheckError(f"cannot be reached ({told})", address, "check --scheduler and that the cluster runs") from error
    with made:
        yield made


@contextlib.contextmanager
def _local(workers: int) -> Iterator[Client]:
    import dask
    from distributed import Client, LocalCluster
    from distributed.security import Security

    with tempfile.TemporaryDirectory(prefix="factcheck-dask-", ignore_cleanup_errors=True) as folder:
        settings = {**SILENT, "temporary-directory": folder}
        with (
            dask.config.set(settings),
            LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host=HERE,
                protocol="tls://",
                security=Security.temporary(),
                dashboard_address=None,
                worker_dashboard_address=None,
                scheduler_kwargs={"dashboard": False, "dashboard_address": f"{HERE}:0"},
                memory_limit=0,
                local_directory=folder,
                silence_logs=logging.CRITICAL,
            ) as cluster,
            Client(cluster, set_as_default=False) as made,
        ):
            yield made


def _check(made: Client, where: str, options: PluginOptions) -> None:
    try:
        versions = set(made.run(ready, options).values())
    except FactcheckError:
        raise
    except Exception as error:
        raise FactcheckError(
            f"its workers are not ready ({error})", where, "install factcheck-dask and the plugins on all of them"
        ) from error
    if not versions:
        raise FactcheckError("has no workers", where, "start some")
    if versions != {__version__}:
        raise FactcheckError(
            f"its workers have factcheck {', '.join(sorted(versions))}, here is {__version__}", where, "install the same on all"
        )
