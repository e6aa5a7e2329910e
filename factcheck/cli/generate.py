"""``factcheck generate``: articles in, worksheets out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, iso_date, plugin_options, printed_date, say, tell_failures, tell_lock, tell_times
from factcheck.cli.targets import Job, plan
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager
from factcheck.worksheet.practice import blank


@click.command("generate", short_help="Make the worksheet of an article.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("-o", "--output", metavar="FILE|DIR|-", help="Where to write; the suffix chooses the format. '-' is standard output.")
@click.option(
    "-f",
    "--format",
    "format_ids",
    multiple=True,
    metavar="FORMAT",
    help="xlsx (default), html, json, csv, markdown, or a plugin's; may be repeated.",
)
@click.option("--published", metavar="DATE", help="Publication date of the article, YYYY-MM-DD.")
@click.option(
    "--date",
    metavar="DATE",
    help="Date to print on the worksheet, YYYY-MM-DD; none by default, so that the same draft gives the same file.",
)
@click.option(
    "--templates", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Folder whose templates win over the packaged ones."
)
@click.option("--practice", is_flag=True, help="For teaching: the rows without any judgement, with white columns for students to fill in.")
@click.option(
    "--explain",
    multiple=True,
    metavar="ID",
    help="Write no worksheet; say which rule of which plugin did what to this claim (C012), and why.",
)
@click.option("--force", is_flag=True, help="Replace existing files, keeping each as a .bak file.")
@plugin_options
def command(
    articles: tuple[str, ...],
    output: str | None,
    format_ids: tuple[str, ...],
    published: str | None,
    date: str | None,
    templates: str | None,
    practice: bool,
    explain: tuple[str, ...],
    force: bool,
    options: PluginOptions,
) -> int:
    """Make the worksheet of each ARTICLE: a file, a folder of files, or - for standard input.

    Writes NAME.factcheck.xlsx beside the article unless told otherwise, and prints the paths. A worksheet that was made with --practice is
    compared with a key by 'factcheck merge'.
    """
    published = iso_date("--published", published) if published else None
    date = printed_date(date)
    manager = options.manager(MODULES)
    if explain:
        return _explain(manager, articles, explain, published)
    jobs = plan(manager, articles, output, format_ids, force=force)
    loading = len(manager.failures)
    if options.strict and loading:
        tell_failures(manager, verbose=options.verbose)
        raise FactcheckError("a plugin failed and --strict is set", hint="nothing was written")
    done: list[tuple[Job, list[bytes]]] = []
    failed = 0
    tell_failures(manager, verbose=options.verbose)
    for job in jobs:
        try:
            made = _one(manager, job, published, date, templates, options, practice=practice)
        except FactcheckError as error:
            if len(jobs) == 1 or options.strict:
                raise
            say(str(error))
            failed += 1
            continue
        if options.strict:  # nothing is written until everything went well
            done.append((job, made))
        else:
            _write(job, made, force=force)
    for job, made in done:
        _write(job, made, force=force)
    if options.verbose:
        tell_times(manager)
    return 1 if failed else 0


def _one(
    manager: Manager, job: Job, published: str | None, date: str | None, templates: str | None, options: PluginOptions, *, practice: bool
) -> list[bytes]:
    if job.article != "-":
        tell_lock(job.article)
    data = sys.stdin.buffer.read() if job.article == "-" else files.read_bytes(Path(job.article))
    article = api.read(data, name="" if job.article == "-" else Path(job.article).name, published=published, manager=manager)
    for note in article.notes:
        say(f"{job.article}: {note}")
    sheet = api.generate(article, manager=manager)
    loading = len(manager.failures)
    new = sheet.problems[loading:]
    for p in new:
        say(f"plugin {p.plugin} failed in {p.hook}: {p.message}")
    if options.strict and sheet.problems:
        raise FactcheckError("a plugin failed and --strict is set", job.article, "nothing was written")
    if practice:
        sheet = blank(sheet)
    return [api.dump(sheet, f, manager=manager, templates=templates, date=date) for f in job.formats]


def _explain(manager: Manager, articles: tuple[str, ...], ids: tuple[str, ...], published: str | None) -> int:
    """What was done to some claims, on standard output."""
    from factcheck.explain import explain

    if len(articles) != 1:
        raise FactcheckError("--explain takes one article", hint="give one file, or - for standard input")
    name = "" if articles[0] == "-" else Path(articles[0]).name
    data = sys.stdin.buffer.read() if articles[0] == "-" else files.read_bytes(Path(articles[0]))
    article = api.read(data, name=name, published=published, manager=manager)
    click.echo("\n\n".join("\n".join(lines) for lines in explain(manager, article, ids)))
    tell_failures(manager, verbose=False)
    return 0


def _write(job: Job, made: list[bytes], *, force: bool) -> None:
    for target, data in zip(job.targets, made, strict=True):
        if target is None:
            files.write_stdout(_one_line(data) if job.json_lines else data)
        else:
            files.write_atomic(target, data, force=force)
            click.echo(str(target))


def _one_line(data: bytes) -> bytes:
    import json

    value: Any = json.loads(data)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
