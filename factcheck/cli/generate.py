"""``factcheck generate``: articles in, worksheets out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from factcheck import files
from factcheck.cli.common import PluginOptions, iso_date, output_name, plugin_options, printed_date, say, tell_failures, tell_times
from factcheck.cli.making import Order, article_source, make, read_article, write
from factcheck.cli.targets import Job, plan
from factcheck.cli.targets import parts as parts_of
from factcheck.fetch import is_address
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager


@click.command("generate", short_help="Make the worksheet of an article.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option(
    "-o",
    "--output",
    callback=output_name,
    metavar="FILE|DIR|-",
    help="Where to write; the suffix chooses the format. '-' is standard output.",
)
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
@click.option(
    "--parts",
    metavar="PARTS",
    help="Parts that the page shows and prints, with commas: cover, proof, rows, contradictions, tables, calls, or all.",
)
@click.option("--practice", is_flag=True, help="For teaching: the rows without any judgement, with white columns for students to fill in.")
@click.option(
    "--explain",
    multiple=True,
    metavar="ID",
    help="Write no worksheet; say which rule of which plugin did what to this claim (C012), and why.",
)
@click.option(
    "--across", is_flag=True, help="The articles tell one story: say what one says against another, in each worksheet and comparison.json."
)
@click.option("--jobs", type=click.IntRange(0), default=1, metavar="N", help="Work in N processes; 0 is as many as there are cores.")
@click.option(
    "--timeout",
    type=click.FloatRange(0),
    metavar="SECONDS",
    help="Of many articles: give one up after so many seconds and list it as failed; 600 with --jobs and --resume, 0 is never.",
)
@click.option("--resume", is_flag=True, help="Pass over articles whose worksheets are finished; go on after an interruption.")
@click.option("--force", is_flag=True, help="Replace existing files, keeping each as a .bak file.")
@plugin_options
def command(
    articles: tuple[str, ...],
    output: str | None,
    format_ids: tuple[str, ...],
    published: str | None,
    date: str | None,
    templates: str | None,
    parts: str | None,
    practice: bool,
    explain: tuple[str, ...],
    across: bool,
    jobs: int,
    timeout: float | None,
    resume: bool,
    force: bool,
    options: PluginOptions,
) -> int:
    """Make the worksheet of each ARTICLE: a file, a folder of files, a web address (fetched once), or - for standard input.

    Writes NAME.factcheck.xlsx beside the article unless told otherwise, and prints the paths. A worksheet that was made with --practice is
    compared with a key by 'factcheck merge'.
    """
    date = printed_date(date)
    shown = parts_of(parts, format_ids or (Path(output or "").suffix.lstrip(".") or "xlsx",))
    order = Order(options, iso_date("--published", published) if published else None, date, templates, practice, force, shown)
    manager = options.manager(MODULES)
    manager.ready()
    if explain:
        return _explain(manager, articles, explain, order.published)
    tell_failures(manager, verbose=options.verbose)
    if options.strict and manager.failures:
        raise FactcheckError("a plugin failed and --strict is set", hint="nothing was written")
    if across:
        return _across(manager, articles, order, output, format_ids)
    planned = plan(manager, articles, output, format_ids, force=force or resume)
    for folder in {t.parent for job in planned for t in job.targets if t is not None}:
        files.sweep(folder)
    if jobs != 1 or resume or timeout is not None:
        return _batch(planned, order, output, jobs, resume=resume, timeout=timeout)
    code = _each(manager, planned, order)
    if options.verbose:
        tell_times(manager)
    return code


def _each(manager: Manager, planned: Sequence[Job], order: Order) -> int:
    """One article after the other; under --strict nothing is written until everything went well."""
    done: list[tuple[Job, list[bytes]]] = []
    failed = 0
    for job in planned:
        try:
            made = make(manager, job, order, article_source(job.article))[1]
        except FactcheckError as error:
            if len(planned) == 1 or order.options.strict:
                raise
            say(str(error))
            failed += 1
            continue
        if order.options.strict:
            done.append((job, made))
        else:
            write(job, made, order)
    for job, made in done:
        write(job, made, order)
    return 1 if failed else 0


def _across(manager: Manager, articles: tuple[str, ...], order: Order, output: str | None, format_ids: tuple[str, ...]) -> int:
    """Several articles on one story, compared."""
    from factcheck.cli.compare import run

    return run(manager, articles, order, output, format_ids)


def _batch(planned: Sequence[Job], order: Order, output: str | None, jobs: int, *, resume: bool, timeout: float | None) -> int:
    """Many articles into a folder, in several processes."""
    from factcheck.cli.batch import TIMEOUT, cores, run

    if output is None or not Path(output).is_dir() or any(j.article == "-" for j in planned):
        raise FactcheckError(
            "--jobs, --resume and --timeout write many articles into a folder", hint="give a folder of articles, and -o a folder"
        )
    address = next((j.article for j in planned if is_address(j.article)), None)
    if address is not None:
        raise FactcheckError("is fetched by a run without --jobs, --resume and --timeout", address, "leave them out, or give a file")
    if order.options.strict:
        raise FactcheckError(
            "--strict writes nothing until everything went well, which --jobs cannot wait for", hint="leave one of them out"
        )
    order = replace(order, force=order.force or resume)
    seconds = TIMEOUT if timeout is None else timeout or None
    return run(planned, order, Path(output), processes=jobs or cores(), resume=resume, seconds=seconds)


def _explain(manager: Manager, articles: tuple[str, ...], ids: tuple[str, ...], published: str | None) -> int:
    """What was done to some claims, on standard output."""
    from factcheck.explain import explain

    if len(articles) != 1:
        raise FactcheckError("--explain takes one article", hint="give one file, or - for standard input")
    article = read_article(manager, articles[0], article_source(articles[0]), published)
    click.echo("\n\n".join("\n".join(lines) for lines in explain(manager, article, ids)))
    tell_failures(manager, verbose=False)
    return 0
