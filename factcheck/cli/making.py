"""Makes the worksheets of one article as the command line asked for them. Writes nothing by itself but through ``write``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, say, tell_lock
from factcheck.cli.targets import Job
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from factcheck.worksheet.practice import blank


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line says of every article.

    Args:
        options: the plugin options.
        published, date: ISO, or None.
        templates: a folder of templates, or None.
        practice: rows without judgements, for teaching.
        force: replace what is there, keeping a backup.
    """

    options: PluginOptions
    published: str | None = None
    date: str | None = None
    templates: str | None = None
    practice: bool = False
    force: bool = False


def article_bytes(name: str) -> bytes:
    """The bytes of an article; "-" is standard input."""
    if name == "-":
        return sys.stdin.buffer.read()
    tell_lock(name)
    return files.read_bytes(Path(name))


def make(manager: Manager, job: Job, order: Order, data: bytes, *, told: bool = True) -> tuple[Worksheet, list[bytes]]:
    """The worksheet of an article, and its bytes in each format that was asked for.

    Args:
        told: say on standard error what was guessed and what failed; it stands in the worksheet either way.
    Raises:
        FactcheckError: it cannot be read; or a plugin failed and the order is strict.
    """
    name = "" if job.article == "-" else Path(job.article).name
    article = api.read(data, name=name, published=order.published, manager=manager)
    for note in article.notes if told else ():
        say(f"{job.article}: {note}")
    loading = len(manager.failures)
    sheet = api.generate(article, manager=manager)
    for p in sheet.problems[loading:] if told else ():
        say(f"plugin {p.plugin} failed in {p.hook}: {p.message}")
    if order.options.strict and sheet.problems:
        raise FactcheckError("a plugin failed and --strict is set", job.article, "nothing was written")
    if order.practice:
        sheet = blank(sheet)
    return sheet, [api.dump(sheet, f, manager=manager, templates=order.templates, date=order.date) for f in job.formats]


def write(job: Job, made: list[bytes], order: Order, *, told: bool = True) -> None:
    """Write what was made, and print the paths unless nobody is to be told."""
    for target, data in zip(job.targets, made, strict=True):
        if target is None:
            files.write_stdout(_one_line(data) if job.json_lines else data)
            continue
        files.write_atomic(target, data, force=order.force)
        if told:
            click.echo(str(target))


def _one_line(data: bytes) -> bytes:
    import json

    value: Any = json.loads(data)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
