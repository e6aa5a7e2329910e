"""Many articles into a folder: in several processes, resumable, with an index. Every file is complete or not there.

What the ledger and the folder know of an article, of the same bytes and made in the same way, is not made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from factcheck import files
from factcheck.cli import pool
from factcheck.cli.common import say
from factcheck.cli.ledger import Ledger
from factcheck.cli.making import Order, make
from factcheck.cli.targets import Job
from factcheck.formats import index
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Source
from factcheck.version import __version__
from factcheck.worksheet.summary import Summary, summary

TIMEOUT = 600.0
"""Seconds that one article may take unless told: a hundred times what the longest articles of the examples take."""


def run(jobs: Sequence[Job], order: Order, folder: Path, *, processes: int, resume: bool, seconds: float | None = TIMEOUT) -> int:
    """Make all worksheets and the index.

    Args:
        folder: where the index goes.
        processes: how many work at once; each makes its own manager.
        resume: pass over what is finished.
        seconds: after which an article is given up and listed as failed; None is never.
    Returns:
        0, or 1 where an article failed.
    """
    kind = kind_of(order, jobs[0].formats)
    with Ledger(folder, [j.article for j in jobs]) as ledger:
        if resume:
            ledger.find(kind)
        todo = [n for n, job in enumerate(jobs) if not _is_done(job, ledger.get(n))]
        for n in todo:
            ledger.forget(n)
        if len(todo) < len(jobs):
            say(f"{len(jobs) - len(todo)} of {len(jobs)} articles are finished already")
        with (
            click.progressbar(length=len(todo), label="articles", file=sys.stderr, show_pos=True, item_show_func=_name) as bar,
            closing(pool.each(((n, jobs[n]) for n in todo), _worker, (order, kind), processes=processes, seconds=seconds)) as answers,
        ):
            for (number, job), answer in answers:
                made = _lost(job, answer) if isinstance(answer, pool.Lost) else answer
                ledger.add(number, made)
                bar.update(1, made.article)
                if made.failed:
                    say(made.failed)
        files.sweep(folder)  # of processes that were given up
        ledger.write_index()
    click.echo(str(folder / "index.html"))
    if ledger.failed:
        say(f"{ledger.failed} of {len(jobs)} articles failed; they are listed in {index.NAMES[1]}")
    return 1 if ledger.failed else 0


def _name(article: str | None) -> str | None:
    return Path(article).name[:40] if article else None


def _lost(job: Job, lost: pool.Lost) -> Summary:
    return Summary(job.article, failed=f"{job.article}: was given up: {lost.why}")


def kind_of(order: Order, formats: tuple[str, ...]) -> str:
    """What the worksheets are made with, in a few letters: another order makes them again."""
    told = {**asdict(order), "formats": formats, "version": __version__, "force": None}
    told["options"] = {k: v for k, v in told["options"].items() if k != "verbose"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()[:12]


def _is_done(job: Job, known: Summary | None) -> bool:
    """Whether the article's bytes are those that its worksheets were made of, and these are there."""
    if known is None or not all(t is not None and t.is_file() for t in job.targets):
        return False
    try:
        return hashlib.sha256(Path(job.article).read_bytes()).hexdigest() == known.digest
    except OSError:
        return False


def _worker(order: Order, kind: str) -> Callable[[tuple[int, Job]], Summary]:
    """A working process: its own manager."""
    manager = order.options.manager(MODULES)
    return lambda task: one(manager, task[1], order, kind)


def one(manager: Manager, job: Job, order: Order, kind: str) -> Summary:
    """Make and write the worksheets of one article; what fails is said in the summary."""

    def written(whole: Made) -> Made:
        for target, content in zip(job.targets, whole.contents, strict=True):
            assert target is not None
            if not (target.is_file() and target.read_bytes() == content):  # a killed run may have written it already
                files.write_atomic(target, content, force=order.force)
        return whole

    return attempt(job.article, lambda: written(made(manager, job, order, kind, files.read_bytes(Path(job.article))))).summary


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one article: its line of the index, its worksheet, and this in each format; only the first where it failed."""

    summary: Summary
    sheet: Worksheet | None = None
    contents: tuple[bytes, ...] = ()


def made(manager: Manager, job: Job, order: Order, kind: str, data: bytes) -> Made:
    """The worksheets of an article whose bytes are given; writes nothing.

    Args:
        kind: of ``kind_of``.
    """
    sheet, contents = make(manager, job, order, Source(Path(job.article).name, data), told=False)
    targets = tuple(str(t) for t in job.targets)
    told = summary(job.article, sheet, digest=hashlib.sha256(data).hexdigest(), order=kind, worksheets=targets)
    return Made(told, sheet, tuple(contents))


def attempt(article: str, do: Callable[[], Made]) -> Made:
    """What came of it, or of an article that failed a summary that says why: one of thousands must not end the run."""
    try:
        return do()
    except FactcheckError as error:
        return Made(Summary(article, failed=str(error)))
    except Exception as error:  # noqa: BLE001 - see above
        return Made(Summary(article, failed=f"{article}: internal error: {type(error).__name__}: {error}; please report it"))


def cores() -> int:
    """How many processes make sense here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
