"""The command line, run many times quickly: one server process imports it once and forks for every run. Each run has its own
folder, memory limit and time limit, and can be killed at a given moment. Knows nothing of what is run.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

WARM = ("factcheck.cli.generate", "factcheck.cli.status", "openpyxl", "jinja2", "markdown_it", "trafilatura", "mammoth", "pypdfium2")
MEMORY = 2 * 1024**3


@dataclass(frozen=True)
class Done:
    """How a run ended.

    Args:
        code: its exit code; minus the signal's number where it was killed.
        late: it was killed because its time was up.
    """

    code: int
    out: str
    err: str
    late: bool
    seconds: float


class Forks:
    """A server of runs; a context manager."""

    def __enter__(self) -> Self:
        self.folder = tempfile.TemporaryDirectory()
        self.server = subprocess.Popen(
            [sys.executable, "-c", "from tests.robustness.forks import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            text=True,
            encoding="ascii",
        )
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self.server.stdin is not None and self.server.stdout is not None
        self.server.stdin.close()
        self.server.wait(30)
        self.server.stdout.close()
        self.folder.cleanup()

    def run(
        self, args: Sequence[str], cwd: Path, *, stdin: bytes | None = None, seconds: float = 60, kill_after: float | None = None, watch: Path | None = None,
        memory: int = MEMORY, env: Mapping[str, str] | None = None,
    ) -> Done:  # fmt: skip
        """Run ``factcheck`` with arguments.

        Args:
            seconds: after which it is killed and ``late``.
            kill_after: kill it after so many seconds, whatever it does.
            watch: count these seconds from the moment at which a temporary file is in this folder.
            memory: bytes of address space beyond what the server has.
        """
        given = None
        if stdin is not None:
            given = str(Path(self.folder.name) / "stdin")
            Path(given).write_bytes(stdin)
        order = {"args": list(args), "cwd": str(cwd), "stdin": given, "seconds": seconds, "kill_after": kill_after, "memory": memory}
        order |= {"watch": str(watch) if watch else None, "folder": self.folder.name, "env": dict(env or {})}
        assert self.server.stdin is not None and self.server.stdout is not None
        self.server.stdin.write(json.dumps(order) + "\n")
        self.server.stdin.flush()
        answer = json.loads(self.server.stdout.readline())
        out, err = (Path(self.folder.name, n).read_bytes().decode("utf-8", "replace") for n in ("out", "err"))
        return Done(answer["code"], out, err, answer["late"], answer["seconds"])


def serve() -> None:
    """Take orders from standard input until it ends."""
    import importlib

    for name in WARM:
        importlib.import_module(name)
    from factcheck import api
    from factcheck.cli import cli
    from factcheck.plugin.manager import create_manager

    manager = create_manager(entry_points=False)
    sheet = api.generate(api.read(b"The bridge opened in 1998, the mayor said.", manager=manager), manager=manager)
    assert cli.name and [api.dump(sheet, f.id, manager=manager) for f in api.formats(manager)]
    for line in sys.stdin:
        print(json.dumps(_served(json.loads(line))), flush=True)


def _served(order: Mapping[str, Any]) -> dict[str, Any]:
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _child(order)
    stop = begun + (order["kill_after"] if order["kill_after"] is not None else order["seconds"])
    late, watch = False, order["watch"]
    if watch:
        stop = begun + order["seconds"]
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > stop:
            with contextlib.suppress(ProcessLookupError):  # not yet the leader of a group
                os.killpg(child, signal.SIGKILL)
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            late = order["kill_after"] is None
            break
        if watch:
            if any(name.endswith(".tmp") for name in os.listdir(watch)):  # noqa: PTH208 - the quickest
                watch, stop = None, time.monotonic() + order["kill_after"]
        elif order["watch"] is None:
            time.sleep(0.0005)
    return {"code": os.waitstatus_to_exitcode(status), "late": late, "seconds": time.monotonic() - begun}


def _child(order: Mapping[str, Any]) -> None:
    import resource

    code = 99
    try:
        os.setpgid(0, 0)
        os.chdir(order["cwd"])
        os.environ.update(order["env"])
        folder = Path(order["folder"])
        for number, name, mode in ((0, order["stdin"] or os.devnull, os.O_RDONLY), (1, folder / "out", _NEW), (2, folder / "err", _NEW)):
            os.dup2(os.open(name, mode, 0o600), number)
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if Path("/proc/self/statm").exists() else 2**31
        resource.setrlimit(resource.RLIMIT_AS, (used + order["memory"],) * 2)
        from factcheck.cli import main

        sys.argv = ["factcheck", *order["args"]]
        try:
            main(order["args"])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 98
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - what main lets through is what the tests look for
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
