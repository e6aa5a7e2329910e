"""``factcheck dask DIR -o OUT``: ``generate DIR -o OUT`` on a Dask cluster. Loads Dask when it runs, not before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from factcheck import api
from factcheck.cli.common import PluginOptions, iso_date, output_name, plugin_options, printed_date, tell_failures
from factcheck.cli.making import Order
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.manager import Manager
from factcheck_dask import NAME

if TYPE_CHECKING:
    from factcheck_dask.run import Job


@click.command("dask", short_help="Make the worksheets of a folder of articles on a Dask cluster.")
@click.argument("source", metavar="DIR")
@click.option("-o", "--output", callback=output_name, required=True, metavar="DIR", help="Where to write; made if it is not there.")
@click.option("-f", "--format", "format_ids", multiple=True, metavar="FORMAT", help="As of generate; may be repeated.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a cluster that runs, tls://HOST:PORT; its workers get the articles.")
@click.option("--workers", type=click.IntRange(0), metavar="N", help="Processes of a cluster here; 0 is as many as there are cores.")
@click.option("--no-claims", is_flag=True, help="Write no claims.parquet.")
@click.option("--published", metavar="DATE", help="Publication date of the articles, YYYY-MM-DD.")
@click.option("--date", metavar="DATE", help="Date to print on the worksheets, YYYY-MM-DD.")
@click.option("--practice", is_flag=True, help="For teaching: the rows without any judgement.")
@click.option("--resume", is_flag=True, help="Pass over articles whose worksheets are finished; go on after an interruption.")
@click.option("--force", is_flag=True, help="Replace existing files, keeping each as a .bak file.")
@plugin_options
def command(
    source: str,
    output: str,
    format_ids: tuple[str, ...],
    scheduler: str | None,
    workers: int | None,
    no_claims: bool,
    published: str | None,
    date: str | None,
    practice: bool,
    resume: bool,
    force: bool,
    options: PluginOptions,
) -> int:
    """Make the worksheet of each article in the folder DIR, an index of all, and all their claims as Parquet.

    DIR and -o are folders here, or addresses of any fsspec backend that is installed (memory://, s3://, sftp:// …). The worksheets are
    those of 'factcheck generate', to the byte.
    """
    order = Order(options, iso_date("--published", published) if published else None, printed_date(date), None, practice, force or resume)
    manager = options.manager(MODULES)
    if options.strict:
        raise FactcheckError("--strict writes nothing until everything went well, which a cluster cannot wait for", hint="leave it out")
    tell_failures(manager, verbose=options.verbose)
    settings: Mapping[str, Any] = manager.settings_of(NAME) if NAME in manager.providers.values() else {"scheduler": "", "workers": 0}
    job = _job(manager, source, output, format_ids, order, resume=resume, parquet=not no_claims, force=force)
    from factcheck_dask.cluster import client
    from factcheck_dask.run import run, sweep

    sweep(job.out)
    chosen = scheduler if scheduler is not None else str(settings["scheduler"])
    with client(chosen, workers if workers is not None else int(settings["workers"]), options) as made:
        return run(made, job)


def _job(
    manager: Manager, source: str, output: str, format_ids: tuple[str, ...], order: Order, *, resume: bool, parquet: bool, force: bool
) -> Job:
    """What is to be done, after everything that can be refused was.

    Raises:
        FactcheckError: no articles, an unknown format, equal or existing targets.
    """
    from factcheck import files
    from factcheck.cli.targets import is_article, shared_names
    from factcheck_dask.place import Here, masked, place
    from factcheck_dask.run import Job

    known = api.formats(manager)
    formats = tuple({f.id: f for f in (api.one(known, i) for i in format_ids or ("xlsx",))}.values())
    articles, out = place(source), place(output)
    if isinstance(articles, Here) and not articles.path.is_dir():
        raise FactcheckError("is no folder", source, "give a folder of articles; 'factcheck generate' takes single ones")
    suffixes = {s for r in manager.collect("register_readers") for s in r.suffixes}
    names = [n for n in articles.names() if is_article(n, suffixes)]
    if not names:
        raise FactcheckError("the folder holds no article", masked(source), f"articles end in {', '.join(sorted(suffixes))}")
    job = Job(articles, out, names, formats, order, resume=resume, parquet=parquet, shared=shared_names(names))
    there = set(out.names())
    seen: dict[str, str] = {}
    for task in map(job.task, range(len(names))):
        for target in task.targets:
            if target in seen:
                what = f"{seen[target]} and {task.name} would both be written to it"
                raise FactcheckError(what, out.shown(target), "rename one, or run them apart")
            seen[target] = task.name
            if target in there and not (force or resume):
                raise FactcheckError("is already there", out.shown(target), "go on with --resume, or replace with --force")
    if isinstance(out, Here):
        files.make_folder(out.path)
    return job
