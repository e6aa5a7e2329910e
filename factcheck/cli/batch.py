"""Many articles into a folder: in several processes, resumable, with an index. Every file is complete or not there.

The journal is the index in the making: a line for each article as soon as its worksheets are written. What stands in it and in the
folder, of the same bytes and made in the same way, is not made again.
"""

from __future__ import annotations

import concurrent.futures as futures
import hashlib
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from factcheck import files
from factcheck.cli.common import say
from factcheck.cli.making import Order, make
from factcheck.cli.targets import Job
from factcheck.formats import index
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Source
from factcheck.version import __version__
from factcheck.worksheet.summary import Summary, summary

JOURNAL = ".factcheck-journal.jsonl"
AHEAD = 4
"""Articles that wait for each process; more would only take memory."""


def run(manager: Manager, jobs: Sequence[Job], order: Order, folder: Path, *, processes: int, resume: bool) -> int:
    """Make all worksheets and the index.

    Args:
        manager: for this process; other processes make their own.
        folder: where the index goes.
        processes: how many work at once.
        resume: pass over what is finished.
    Returns:
        0, or 1 where an article failed.
    """
    kind = _kind(order, jobs[0].formats)
    finished = _finished(folder, kind) if resume else {}
    todo = [j for j in jobs if not _is_done(j, finished)]
    done = {j.article: finished[j.article] for j in jobs if j not in set(todo)}
    if done:
        say(f"{len(done)} of {len(jobs)} articles are finished already")
    journal = folder / JOURNAL
    with (
        journal.open("a", encoding="utf-8", errors="backslashreplace") as kept,
        click.progressbar(length=len(todo), label="articles", file=sys.stderr, show_pos=True, item_show_func=_name) as bar,
    ):
        for made in _all(manager, todo, order, kind, processes):
            kept.write(json.dumps(made.as_json(), ensure_ascii=False) + "\n")
            kept.flush()
            done[made.article] = made
            bar.update(1, made.article)
            if made.failed:
                say(made.failed)
    summaries = [done[j.article] for j in jobs]
    shown = index.rows(summaries)
    for name, data in zip(index.NAMES, (index.lines(summaries), index.page(shown), index.workbook(shown)), strict=True):
        _write_over(folder / name, data)
    journal.unlink()
    click.echo(str(folder / "index.html"))
    failed = [s for s in summaries if s.failed]
    if failed:
        say(f"{len(failed)} of {len(jobs)} articles failed; they are listed in {index.NAMES[1]}")
    return 1 if failed else 0


def _name(article: str | None) -> str | None:
    return Path(article).name[:40] if article else None


def _kind(order: Order, formats: tuple[str, ...]) -> str:
    """What the worksheets are made with, in a few letters: another order makes them again."""
    told = {**asdict(order), "formats": formats, "version": __version__, "force": None}
    told["options"] = {k: v for k, v in told["options"].items() if k != "verbose"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()[:12]


def _finished(folder: Path, kind: str) -> dict[str, Summary]:
    """What the index and the journal know of finished articles; a line that was cut off is passed over."""
    found: dict[str, Summary] = {}
    for name in (index.NAMES[0], JOURNAL):
        if not (folder / name).is_file():
            continue
        for line in files.read_bytes(folder / name).splitlines():
            try:
                made = Summary.from_json(json.loads(line))
            except (ValueError, TypeError, AttributeError):
                continue
            if made.order == kind and not made.failed:
                found[made.article] = made
    return found


def _is_done(job: Job, finished: dict[str, Summary]) -> bool:
    """Whether the article's bytes are those that its worksheets were made of, and these are there."""
    known = finished.get(job.article)
    if known is None or not all(t is not None and t.is_file() for t in job.targets):
        return False
    try:
        return hashlib.sha256(Path(job.article).read_bytes()).hexdigest() == known.digest
    except OSError:
        return False


def _all(manager: Manager, jobs: Sequence[Job], order: Order, kind: str, processes: int) -> Iterator[Summary]:
    """Each article's summary as soon as it is finished."""
    if processes <= 1 or len(jobs) < 2:
        for job in jobs:
            yield one(manager, job, order, kind)
        return
    with futures.ProcessPoolExecutor(min(processes, len(jobs)), initializer=_start, initargs=(order,)) as pool:
        waiting: set[futures.Future[Summary]] = set()
        left = iter(jobs)
        asked: dict[futures.Future[Summary], Job] = {}
        try:
            while True:
                while len(waiting) < AHEAD * processes and (more := next(left, None)) is not None:
                    given = pool.submit(_in_process, more, order, kind)
                    waiting.add(given)
                    asked[given] = more
                if not waiting:
                    return
                ready, waiting = futures.wait(waiting, return_when=futures.FIRST_COMPLETED)
                for answer in ready:
                    yield _answer(answer, asked.pop(answer))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _answer(answer: futures.Future[Summary], job: Job) -> Summary:
    try:
        return answer.result()
    except futures.process.BrokenProcessPool:
        raise FactcheckError("a working process was killed", job.article, "what is finished stays; go on with --resume") from None


_manager: Manager | None = None
"""Of a working process, made when it starts."""


def _start(order: Order) -> None:
    """A working process: its own manager; Ctrl-C is the parent's to hear."""
    global _manager
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _manager = order.options.manager(MODULES)


def _in_process(job: Job, order: Order, kind: str) -> Summary:
    assert _manager is not None
    return one(_manager, job, order, kind)


def one(manager: Manager, job: Job, order: Order, kind: str) -> Summary:
    """Make and write the worksheets of one article; what fails is said in the summary."""
    try:
        data = files.read_bytes(Path(job.article))
        sheet, made = make(manager, job, order, Source(Path(job.article).name, data), told=False)
        for target, content in zip(job.targets, made, strict=True):
            assert target is not None
            if not (target.is_file() and target.read_bytes() == content):  # a killed run may have written it already
                files.write_atomic(target, content, force=order.force)
    except FactcheckError as error:
        return Summary(job.article, failed=str(error))
    except Exception as error:  # noqa: BLE001 - one article of thousands must not end the run
        return Summary(job.article, failed=f"{job.article}: internal error: {type(error).__name__}: {error}; please report it")
    digest = hashlib.sha256(data).hexdigest()
    targets = tuple(str(t) for t in job.targets)
    return summary(job.article, sheet, digest=digest, order=kind, worksheets=targets)


def _write_over(path: Path, data: bytes) -> None:
    """The index is made anew each time; it holds nothing that a person typed."""
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise FactcheckError(f"cannot be written ({error.strerror or error})", str(path)) from error


def cores() -> int:
    """How many processes make sense here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
