"""``factcheck merge``: two or more checkers' files of one draft in one."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, load, output_name, plugin_options, say, tell_failures
from factcheck.model.errors import FactcheckError
from factcheck.model.words import shown
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.builtin import OUTPUT
from factcheck.worksheet.merge import TABLE, disagreements, merge
from factcheck.worksheet.practice import differences

SHOWN = 60
"""How much of a row's words a difference shows."""


@click.command("merge", short_help="Join several checkers' files of one draft.")
@click.argument("worksheets", nargs=-1, required=True, metavar="FILE FILE...")
@click.option(
    "-o",
    "--output",
    callback=output_name,
    metavar="FILE",
    help="Where to write; the suffix chooses the format. Not for a practice worksheet.",
)
@click.option("--force", is_flag=True, help="Replace an existing file, keeping it as a .bak file.")
@plugin_options
def command(worksheets: tuple[str, ...], output: str | None, force: bool, options: PluginOptions) -> int:
    """Write one worksheet with the entries of all FILEs. Agreements stand once; disagreements stand side by side, both kept.

    Files of different drafts are refused: bring the older one to the newer draft with 'factcheck update' first. An extract of 'convert
    --only' joins the worksheet that it was taken from, and so does a CSV that people filled in: merge FULL.xlsx FILLED.csv. A PRACTICE
    worksheet and a KEY (a worksheet of the same article, or a filled-in practice worksheet) are compared instead: the rows that differ are
    listed with both values, without a grade, and nothing is written.
    """
    manager = options.manager(OUTPUT)
    tell_failures(manager, verbose=options.verbose)
    if len(worksheets) < 2:
        raise FactcheckError("one file is nothing to merge", hint="give two or more")
    chosen = None
    if output is not None:
        target = Path(output)
        if any(target.exists() and Path(w).exists() and target.resolve() == Path(w).resolve() for w in worksheets):
            raise FactcheckError("is one of the inputs", str(target), "give another name with -o")
        files.refuse_existing(target, force=force)
        chosen = api.format_for(manager, target.suffix.lower(), str(target))
    sheets = [load(w, manager) for w in worksheets]
    if any(s.practice for s in sheets):
        return _compare(worksheets, sheets, output)
    if output is None or chosen is None:
        raise FactcheckError("where to write?", hint="give -o FILE")
    pairs = sorted(zip(sheets, _labels(worksheets), strict=True), key=lambda pair: pair[0].extract is not None)  # what is whole comes first
    merged, rows = _joined([s for s, _ in pairs], [label for _, label in pairs])
    files.sweep(Path(output).parent)
    files.write_atomic(Path(output), api.dump(merged, chosen.id, manager=manager), force=force)
    click.echo(output)
    if rows:
        say(f"they disagree on {', '.join(rows)}: both sides stand in columns of their own")
    return 0


def _joined(sheets: list[Worksheet], labels: list[str]) -> tuple[Worksheet, list[str]]:
    """All worksheets in one, and the rows on which they disagree."""
    merged = sheets[0]
    rows: dict[str, None] = {}
    for sheet, label in zip(sheets[1:], labels[1:], strict=True):
        merged = merge(merged, sheet, first=labels[0], second=label)
        rows |= dict.fromkeys(disagreements(merged, first=labels[0], second=label))
    return merged, list(rows)


def _compare(names: tuple[str, ...], sheets: list[Worksheet], output: str | None) -> int:
    """Print the rows on which a student and the key differ."""
    if len(sheets) != 2 or output is not None:
        raise FactcheckError("a practice worksheet is compared, not merged", hint="give it and the key, without -o: merge PRACTICE KEY")
    if any(s.extract == TABLE for s in sheets):
        raise FactcheckError("a table alone holds no article to compare", hint="give the worksheets as .xlsx or .json")
    student, key = sheets
    found = differences(student, key)
    say(f"{names[0]} / {names[1]}")
    for d in found:
        values = " · ".join(f"{what}: {a} / {b}" for what, a, b in d.values)
        click.echo(f"{d.row}{f' ¶{d.position}' if d.position else ''} {values} | {' '.join(d.text.split())[:SHOWN]}")
    if not found:
        say("no row differs")
    return 0


def _labels(worksheets: tuple[str, ...]) -> list[str]:
    """The files' names, numbered where two are equal."""
    names = [shown(Path(w).name.split(".")[0]) for w in worksheets]
    return [n if names.count(n) == 1 else f"{n} {i}" for i, n in enumerate(names, 1)]
