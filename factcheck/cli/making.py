"""Makes the worksheets of one article as the command line asked for them. Writes nothing by itself but through ``write``."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from factcheck import api, files, pipeline
from factcheck.cli.common import PluginOptions, say, tell_lock
from factcheck.cli.targets import Job
from factcheck.cli.waiting import waiting
from factcheck.fetch import fetch, is_address
from factcheck.formats import excel
from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Source
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
        parts: of the page, to show and print; () is its own choice.
    """

    options: PluginOptions
    published: str | None = None
    date: str | None = None
    templates: str | None = None
    practice: bool = False
    force: bool = False
    parts: tuple[str, ...] = ()


def article_source(name: str) -> Source:
    """The bytes of an article: a file, "-" for standard input, or a web address, which is fetched because the user gave it."""
    if name == "-":
        return Source("", files.read_stdin())
    if is_address(name):
        return fetch(name)
    tell_lock(name)
    return Source(Path(name).name, files.read_bytes(Path(name)))


def read_article(manager: Manager, name: str, source: Source, published: str | None) -> Article:
    """The article of a source; one from the web keeps its address."""
    article = pipeline.read_article(manager, replace(source, published=published))
    return replace(article, url=article.url or name) if is_address(name) else article


def make(manager: Manager, job: Job, order: Order, source: Source, *, told: bool = True) -> tuple[Worksheet, list[bytes]]:
    """The worksheet of an article, and its bytes in each format that was asked for; see ``make_sheet``."""
    sheet = make_sheet(manager, job, order, source, told=told)
    return sheet, dumped(manager, job, order, sheet)


def make_sheet(manager: Manager, job: Job, order: Order, source: Source, *, told: bool = True) -> Worksheet:
    """The worksheet of an article.

    Args:
        told: say on standard error what was guessed and what failed; it stands in the worksheet either way.
    Raises:
        FactcheckError: it cannot be read; or a plugin failed and the order is strict.
    """
    article = read_article(manager, job.article, source, order.published)
    for note in article.notes if told else ():
        say(f"{job.article}: {note}")
    loading = len(manager.failures)
    with waiting(f"{ascii(job.article)[1:-1]}: at work on {len(article.text.split()):,} words") if told else nullcontext():
        sheet = api.generate(article, manager=manager)
    for note in sheet.article.notes[len(article.notes) :] if told else ():  # what a plugin did with the text
        say(f"{job.article}: {note}")
    for p in sheet.problems[loading:] if told else ():
        say(f"plugin {p.plugin} failed in {p.hook}: {p.message}")
    if order.options.strict and sheet.problems:
        raise FactcheckError("a plugin failed and --strict is set", job.article, "nothing was written")
    return blank(sheet) if order.practice else sheet


def dumped(manager: Manager, job: Job, order: Order, sheet: Worksheet) -> list[bytes]:
    """A worksheet in each format that was asked for."""
    if "xlsx" in job.formats:
        excel.import_lean()
    return [api.dump(sheet, f, manager=manager, templates=order.templates, date=order.date, parts=order.parts) for f in job.formats]


def write(job: Job, made: list[bytes], order: Order, *, told: bool = True) -> None:
    """Write what was made, and print the paths unless nobody is to be told."""
    for target, data in zip(job.targets, made, strict=True):
        if target is None:
            files.write_stdout(_one_line(data) if job.json_lines else data)
            continue
        files.write_atomic(target, data, force=order.force)
        if told:
            click.echo(str(target), color=True)  # to the letter, whatever the name holds


def _one_line(data: bytes) -> bytes:
    import json

    value: Any = json.loads(data)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
