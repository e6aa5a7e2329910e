"""``factcheck update``: the work on a draft carried over to the revised draft."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, iso_date, load, output_name, plugin_options, say, tell_failures
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import MODULES
from factcheck.worksheet.update import reset_rows, update


@click.command("update", short_help="Carry a filled-in worksheet over to a revised draft.")
@click.argument("worksheet", metavar="FILE")
@click.argument("revised", metavar="REVISED")
@click.option(
    "-o",
    "--output",
    callback=output_name,
    metavar="FILE",
    help="Where to write; REVISED.factcheck with FILE's suffix beside FILE by default.",
)
@click.option("--published", metavar="DATE", help="Publication date of the revised article, YYYY-MM-DD.")
@click.option("--force", is_flag=True, help="Replace an existing file, keeping it as a .bak file.")
@plugin_options
def command(worksheet: str, revised: str, output: str | None, published: str | None, force: bool, options: PluginOptions) -> int:
    """Write a new worksheet for the article REVISED that keeps the ids and all that people typed in FILE.

    A row whose wording changed only in punctuation, capitals or spelling keeps its status, marked "look again"; a changed detail, negation,
    hedge, source or quoted letter takes the status back and shows what it was. FILE itself is never changed.
    """
    manager = options.manager(MODULES)
    tell_failures(manager, verbose=options.verbose)
    source = Path(worksheet)
    target = Path(output) if output else source.with_name(f"{Path(revised).stem}.factcheck{source.suffix}")
    if target.exists() and source.exists() and target.resolve() == source.resolve():
        raise FactcheckError("is the worksheet itself", str(target), "give another name with -o")
    files.refuse_existing(target, force=force)
    old = load(source, manager)
    chosen = api.format_for(manager, target.suffix.lower(), str(target))
    date = iso_date("--published", published) if published else None
    new = api.generate(api.read(revised, published=date, manager=manager), manager=manager)
    if options.strict and new.problems:
        tell_failures(manager, verbose=options.verbose)
        raise FactcheckError("a plugin failed and --strict is set", revised, "nothing was written")
    made = update(old, new)
    files.sweep(target.parent)
    files.write_atomic(target, api.dump(made, chosen.id, manager=manager), force=force)
    click.echo(str(target))
    if made.lineage:
        counts = Counter(made.lineage.outcome.values())
        say(", ".join(f"{name} {counts[name]}" for name in ("same", "moved", "reworded", "changed", "gone", "new") if counts[name]))
    again = reset_rows(made)
    if again:
        say(f"to check again: {', '.join(again)}")
    return 0
