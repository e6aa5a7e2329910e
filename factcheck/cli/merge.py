"""``factcheck merge``: two or more checkers' files of one draft in one."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, plugin_options, say, tell_failures
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import OUTPUT
from factcheck.worksheet.merge import disagreements, merge


@click.command("merge", short_help="Join several checkers' files of one draft.")
@click.argument("worksheets", nargs=-1, required=True, metavar="FILE FILE...")
@click.option("-o", "--output", required=True, metavar="FILE", help="Where to write; the suffix chooses the format.")
@click.option("--force", is_flag=True, help="Replace an existing file, keeping it as a .bak file.")
@plugin_options
def command(worksheets: tuple[str, ...], output: str, force: bool, options: PluginOptions) -> int:
    """Write one worksheet with the entries of all FILEs. Agreements stand once; disagreements stand side by side, both kept.

    Files of different drafts are refused: bring the older one to the newer draft with 'factcheck update' first.
    """
    manager = options.manager(OUTPUT)
    tell_failures(manager, verbose=options.verbose)
    if len(worksheets) < 2:
        raise FactcheckError("one file is nothing to merge", hint="give two or more")
    target = Path(output)
    if any(target.exists() and Path(w).exists() and target.resolve() == Path(w).resolve() for w in worksheets):
        raise FactcheckError("is one of the inputs", str(target), "give another name with -o")
    files.refuse_existing(target, force=force)
    chosen = api.format_for(manager, target.suffix.lower(), str(target))
    labels = _labels(worksheets)
    merged = api.load(worksheets[0], manager=manager)
    rows: dict[str, None] = {}
    for name, label in zip(worksheets[1:], labels[1:], strict=True):
        merged = merge(merged, api.load(name, manager=manager), first=labels[0], second=label)
        rows |= dict.fromkeys(disagreements(merged, first=labels[0], second=label))
    files.write_atomic(target, api.dump(merged, chosen.id, manager=manager), force=force)
    click.echo(str(target))
    if rows:
        say(f"they disagree on {', '.join(rows)}: both sides stand in columns of their own")
    return 0


def _labels(worksheets: tuple[str, ...]) -> list[str]:
    """The files' names, numbered where two are equal."""
    names = [Path(w).name.split(".")[0] for w in worksheets]
    return [n if names.count(n) == 1 else f"{n} {i}" for i, n in enumerate(names, 1)]
