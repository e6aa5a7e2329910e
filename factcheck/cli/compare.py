"""``generate A B --across``: worksheets of several articles on one story, and what one says against another."""

from __future__ import annotations

import json
from pathlib import Path

import click

from factcheck import files
from factcheck.across import Comparison, compare
from factcheck.cli.common import say
from factcheck.cli.making import Order, article_source, dumped, make_sheet, write
from factcheck.cli.targets import plan
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager

NAME = "comparison.json"


def run(manager: Manager, articles: tuple[str, ...], order: Order, output: str | None, format_ids: tuple[str, ...]) -> int:
    """Read all articles, compare them, then write: the comparison alone to standard output, or everything into a folder.

    Raises:
        FactcheckError: fewer than two articles, no folder to write into, an article that cannot be read.
    """
    jobs = plan(manager, articles, output, ("json",) if output == "-" else format_ids, force=order.force)
    if len(jobs) < 2:
        raise FactcheckError("--across compares articles, and there is only one", hint="give two or more")
    if output is None or (output != "-" and not Path(output).is_dir()):
        raise FactcheckError("--across writes several files", hint="give -o a folder, or -o - for the comparison as JSON")
    if output != "-":
        files.refuse_existing(Path(output, NAME), force=order.force)
        files.sweep(Path(output))
    made: list[tuple[str, Worksheet]] = []
    for job in jobs:
        sheet = make_sheet(manager, job, order, article_source(job.article))
        made.append((sheet.article.path or "article", sheet))
    comparison = compare(manager, made)
    data = _bytes(comparison)
    if output == "-":
        files.write_stdout(data)
        return 0
    for job, compared in zip(jobs, comparison.articles, strict=True):
        write(job, dumped(manager, job, order, compared.worksheet), order)
    target = Path(output, NAME)
    files.write_atomic(target, data, force=order.force)
    click.echo(str(target))
    say(f"{len(comparison.contradictions)} contradictions between {len(made)} articles")
    return 0


def _bytes(comparison: Comparison) -> bytes:
    return json.dumps(comparison.as_json(), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"
