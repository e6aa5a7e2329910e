"""The job: articles from a folder to the cluster, worksheets into a folder, an index and all claims beside them.

Only this process reads and writes files, so that each worksheet is written once, whole, whatever becomes of a worker.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from factcheck import files
from factcheck.cli.batch import kind_of
from factcheck.cli.common import say
from factcheck.cli.ledger import JOURNAL, Ledger
from factcheck.cli.making import Order
from factcheck.cli.targets import worksheet_name
from factcheck.formats import index
from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import Format
from factcheck.worksheet.summary import Summary
from factcheck_dask import claims, work
from factcheck_dask.place import Here, Place

if TYPE_CHECKING:
    from distributed import Client

CLAIMS = "claims.parquet"
AT_ONCE = 64
"""Articles under way at most: each takes a thread, which mostly waits."""
SAVE_EVERY = 20.0
"""Seconds after which the journal is copied to a folder that is not on this computer."""


@dataclass(frozen=True, slots=True)
class Task:
    """One article.

    Args:
        number: its place in the index.
        name: the file's name.
        targets: names of its worksheets.
    """

    number: int
    name: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done.

    Args:
        source, out: where articles are, where worksheets go.
        names: of the articles, in order.
        formats: of the worksheets.
        order: what the command line says of every article.
        resume: pass over what is finished.
        parquet: write the claims too.
        shared: of ``shared_names``.
    """

    source: Place
    out: Place
    names: Sequence[str]
    formats: tuple[Format, ...]
    order: Order
    resume: bool = False
    parquet: bool = True
    shared: frozenset[str] = frozenset()

    def task(self, number: int) -> Task:
        """The article of a number."""
        name = self.names[number]
        return Task(number, name, tuple(worksheet_name(name, f.suffix, self.shared) for f in self.formats))

    @property
    def ids(self) -> tuple[str, ...]:
        """The formats' ids."""
        return tuple(f.id for f in self.formats)


def run(client: Client, job: Job) -> int:
    """Make all worksheets, the index and the claims; 0, or 1 where an article failed."""
    kind = kind_of(job.order, job.ids)
    with tempfile.TemporaryDirectory(prefix="factcheck-dask-", ignore_cleanup_errors=True) as folder:
        home = job.out.path if isinstance(job.out, Here) else _fetched(job.out, Path(folder))
        with Ledger(home, [job.source.shown(n) for n in job.names]) as ledger, Spool(len(job.names)) as spool:
            if job.resume:
                ledger.find(kind)
            finished = _finished(job, ledger)
            if finished:
                say(f"{len(finished)} of {len(job.names)} articles are finished already")
            crew = Crew(client, job, kind, frozenset(finished))
            todo = [n for n in range(len(job.names)) if job.parquet or n not in finished]
            saved = time.monotonic()
            with click.progressbar(length=len(todo), label="articles", file=sys.stderr, show_pos=True) as bar:
                for task, answer in crew.each(todo):
                    if task.number not in finished:
                        ledger.add(task.number, answer[0])
                        if answer[0].failed:
                            say(answer[0].failed)
                    spool.add(task.number, answer[2])
                    bar.update(1)
                    if not isinstance(job.out, Here) and time.monotonic() - saved > SAVE_EVERY:
                        job.out.put(home / JOURNAL, JOURNAL)
                        saved = time.monotonic()
            if job.parquet:
                _write_claims(job, spool, Path(folder))
            ledger.write_index()
            if not isinstance(job.out, Here):
                for name in index.NAMES:
                    job.out.put(home / name, name)
                job.out.remove(JOURNAL)
    click.echo(job.out.shown("index.html"))
    if ledger.failed:
        say(f"{ledger.failed} of {len(job.names)} articles failed; they are listed in {index.NAMES[1]}")
    return 1 if ledger.failed else 0


def _fetched(out: Place, folder: Path) -> Path:
    """A folder here with what an earlier run wrote down there."""
    home = folder / "ledger"
    home.mkdir()
    there = set(out.names())
    for name in {JOURNAL, index.NAMES[0]} & there:
        (home / name).write_bytes(out.read(name))
    return home


def _finished(job: Job, ledger: Ledger) -> set[int]:
    """The articles whose worksheets are there, made of the same bytes in the same way; the others are forgotten."""
    there = set(job.out.names()) if job.resume else set()
    found = set()
    for number in range(len(job.names)):
        known = ledger.get(number)
        if known is None:
            continue
        task = job.task(number)
        with suppress(FactcheckError):
            if there.issuperset(task.targets) and hashlib.sha256(job.source.read(task.name)).hexdigest() == known.digest:
                found.add(number)
                continue
        ledger.forget(number)
    return found


def _write_claims(job: Job, spool: Spool, folder: Path) -> None:
    made = folder / CLAIMS
    names = (job.source.shown(name) for name in job.names)
    claims.write(made, ((name, line) for name, line in zip(names, spool, strict=True) if line))
    job.out.put(made, CLAIMS)


class Spool:
    """The claims of each article, in a nameless temporary file until all are there; in memory is only where each stands."""

    def __init__(self, count: int) -> None:
        self._at = array("q", [-1]) * count
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, number: int, line: bytes) -> None:
        """Keep the claims of an article; b"" of one that has none."""
        if line:
            self._at[number] = self._file.seek(0, 2)
            self._file.write(line)

    def __iter__(self) -> Iterator[bytes]:
        for at in self._at:
            self._file.seek(max(at, 0))
            yield self._file.readline() if at >= 0 else b""


class Crew:
    """Threads that each see one article through: read it, have it made by a worker, write it. Dask gives an article of a lost worker
    to another one; what is written is written here, after the answer came.

    Args:
        kind: of ``kind_of``.
        finished: numbers of articles of which only the claims are wanted.
    """

    def __init__(self, client: Client, job: Job, kind: str, finished: frozenset[int]) -> None:
        self.client, self.job, self.kind, self.finished = client, job, kind, finished
        self.stopped = threading.Event()
        self.alone = threading.Lock()
        self.sent: set[Any] = set()

    def each(self, numbers: Sequence[int]) -> Iterator[tuple[Task, work.Answer]]:
        """Each article with its answer, as soon as its worksheets are written."""
        threads = min(AT_ONCE, 2 + 2 * sum(self.client.nthreads().values()))
        left, waiting = iter(numbers), set[Future[tuple[Task, work.Answer]]]()
        with ThreadPoolExecutor(threads) as pool:
            try:
                while True:
                    while len(waiting) < threads and (number := next(left, None)) is not None:
                        waiting.add(pool.submit(self._through, self.job.task(number)))
                    if not waiting:
                        return
                    ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for done in ready:
                        yield done.result()
            finally:
                self.stopped.set()
                with suppress(Exception):  # the cluster may be gone
                    self.client.cancel(list(self.sent), force=True)

    def _through(self, task: Task) -> tuple[Task, work.Answer]:
        shown = self.job.source.shown(task.name)
        try:
            if task.number in self.finished and (line := self._read_back(task)):
                return task, (Summary(shown), (), line)
            made, contents, line = self._asked(
                work.make, task.name, self.job.source.read(task.name), self.job.order, self.job.ids, self.kind
            )
            if task.number not in self.finished:
                for target, content in zip(task.targets, contents, strict=False):  # none of one that failed
                    self.job.out.write(target, content)
        except (FactcheckError, FileNotFoundError) as error:
            return task, (Summary(shown, failed=str(error)), (), b"")
        worksheets = tuple(self.job.out.shown(t) for t in task.targets) if contents else ()
        return task, (replace(made, article=shown, worksheets=worksheets), contents[:0], line)

    def _read_back(self, task: Task) -> bytes:
        """The claims of a finished worksheet with what was typed into it; b"" where none of its formats is read back."""
        readable = next((t for t, f in zip(task.targets, self.job.formats, strict=True) if f.read is not None), None)
        if readable is None:
            return b""
        try:
            return self._asked(work.read_back, readable, self.job.out.read(readable), self.job.order.options)  # type: ignore[no-any-return]
        except FactcheckError as error:
            say(f"{error}; its claims are taken from the article, without what was typed")
            return b""

    def _asked(self, do: Any, name: str, *args: Any) -> Any:
        """The answer of a worker.

        Raises:
            FactcheckError: of the worker; or the article cost several workers their life.
        """
        from distributed import KilledWorker

        try:
            return self._answered(do, name, *args)
        except KilledWorker:
            with self.alone:  # Dask also gives up what only waited beside the one that kills: tried again one by one, that one is told
                try:
                    return self._answered(do, name, *args)
                except KilledWorker as error:
                    raise FactcheckError(
                        "was given up: every worker that had it was lost; perhaps it takes more memory than they have", name
                    ) from error

    def _answered(self, do: Any, name: str, *args: Any) -> Any:
        if self.stopped.is_set():
            raise FactcheckError("was not begun")
        future = self.client.submit(do, name, *args, pure=False)
        self.sent.add(future)
        try:
            return future.result()
        finally:
            self.sent.discard(future)


def sweep(out: Place) -> None:
    """Remove what killed runs left in a folder here."""
    if isinstance(out, Here):
        files.sweep(out.path)
