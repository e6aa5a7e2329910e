"""Worker processes that can be given up: a task that takes too long or kills its process costs itself and nothing else.

Knows nothing of articles. Uses no signal but to pass over Ctrl-C, so that it works the same on every system.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Hashable, Iterable, Iterator
from dataclasses import field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass

AHEAD = 2
"""Tasks that a process has been given: the one at work and the next, so that it never waits."""
RENEW = 500
"""Tasks after which a process makes room for a new one, so that what a plugin or a library forgets to let go of never adds up."""
GRACE = 5.0
"""Seconds that a process has to finish its task when all is to end."""
T = TypeVar("T", bound=Hashable)
R = TypeVar("R")
_held: set[Connection] = set()
"""This process's ends of the pipes to its workers; a forked worker must close its copies, or no worker hears that its parent is gone."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why there is no answer to a task, in words."""

    why: str


KILLED = Lost("its process was killed, twice; perhaps it takes more memory than there is")


@dataclass(eq=False)
class _Worker(Generic[T]):
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    given: deque[T] = field(default_factory=deque)
    done: int = 0
    ready: bool = False
    since: float = 0.0

    def give(self, task: T) -> None:
        if not self.given:
            self.since = time.monotonic()
        self.given.append(task)
        with contextlib.suppress(OSError):  # it died meanwhile, which is heard of next
            self.pipe.send(task)


def each(
    tasks: Iterable[T], begin: Callable[..., Callable[[T], R]], args: tuple[Any, ...], *, processes: int, seconds: float | None
) -> Generator[tuple[T, R | Lost], None, None]:
    """Each task with its answer, as soon as it is there. Close it (``contextlib.closing``): that ends the workers.

    Args:
        begin: called with ``args`` once in each worker; what it returns is called with each task there.
        seconds: after which a task is given up; None is never. A task whose process is killed is tried once more.
    Raises:
        FactcheckError: workers cannot be started.
    """
    left, again, tried = iter(tasks), deque[T](), set[T]()
    workers: list[_Worker[T]] = []
    try:
        while True:
            _fill(workers, left, again, lambda: _start(begin, args), processes)
            busy = [w for w in workers if w.given]
            if not busy:
                return
            for worker in _heard(busy, seconds):
                answer = _answer(worker, seconds)
                if answer is None:
                    continue
                task = worker.given.popleft()
                worker.done += 1
                worker.since = time.monotonic()
                if isinstance(answer, Lost):
                    workers.remove(worker)
                    _end([worker], grace=0)
                    again.extend(worker.given)
                    if answer is KILLED and task not in tried:
                        tried.add(task)
                        again.append(task)
                        continue
                elif worker.done >= RENEW:
                    workers.remove(worker)
                    _end([worker], grace=GRACE)
                yield task, answer
    finally:
        _end(workers, grace=GRACE)


def _fill(workers: list[_Worker[T]], left: Iterator[T], again: deque[T], start: Callable[[], _Worker[T]], processes: int) -> None:
    """Give every worker as much as it may have; as many workers as there is work for."""
    for depth in range(1, AHEAD + 1):
        for number in range(processes):
            if number < len(workers) and (len(workers[number].given) >= depth or workers[number].done + depth > RENEW):
                continue
            task = again.popleft() if again else next(left, _NONE)
            if task is _NONE:
                return
            if number >= len(workers):
                workers.append(start())
            workers[min(number, len(workers) - 1)].give(task)


_NONE: Any = object()


def _start(begin: Callable[..., Any], args: tuple[Any, ...]) -> _Worker[Any]:
    ours, theirs = multiprocessing.Pipe()
    _held.add(ours)
    process = multiprocessing.get_context().Process(target=_work, args=(theirs, begin, args))
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _heard(busy: list[_Worker[T]], seconds: float | None) -> list[_Worker[T]]:
    """The workers that answered, ended, or whose time is up."""
    timeout = None
    if seconds is not None:
        begun = [w.since for w in busy if w.ready]
        timeout = max(0.0, min(begun) + seconds - time.monotonic()) if begun else None
    found = set(wait([w.pipe for w in busy], timeout))
    late = time.monotonic() - seconds if seconds is not None else None
    return [w for w in busy if w.pipe in found or (late is not None and w.ready and w.since <= late)]


def _answer(worker: _Worker[Any], seconds: float | None) -> Any:
    """What a worker answered; None where it only said that it is ready."""
    try:
        if not worker.pipe.poll():
            return Lost(f"it took more than {seconds:g} seconds; --timeout gives it more")
        if not worker.ready:
            worker.ready = bool(worker.pipe.recv())
            worker.since = time.monotonic()
            return None
        return worker.pipe.recv()
    except (EOFError, OSError):
        if not worker.ready:
            raise FactcheckError("a working process could not start", hint="try --jobs 1 and -v, which say more") from None
        return KILLED


def _end(workers: list[_Worker[T]], *, grace: float) -> None:
    """Close the pipes, wait a little for tasks that are nearly done, and kill what is left."""
    for w in workers:
        _held.discard(w.pipe)
        w.pipe.close()
    until = time.monotonic() + grace
    for w in workers:
        w.process.join(max(0.0, until - time.monotonic()))
        if w.process.is_alive():
            w.process.kill()
            w.process.join()
        w.process.close()


def _work(pipe: Connection, begin: Callable[..., Callable[[Any], Any]], args: tuple[Any, ...]) -> None:
    """A worker: one task after the other as long as its parent is there. Ctrl-C is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in _held:
        other.close()
    work = begin(*args)
    parent = multiprocessing.parent_process()
    with contextlib.suppress(EOFError, OSError):
        pipe.send(True)
        while parent is None or parent.is_alive():
            pipe.send(work(pipe.recv()))
