"""``factcheck convert``: a worksheet in another format, with all that people typed."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck import api, files
from factcheck.cli.common import PluginOptions, load, output_name, plugin_options, printed_date, say, tell_failures
from factcheck.cli.targets import parts as parts_of
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.builtin import OUTPUT
from factcheck.worksheet.merge import TABLE
from factcheck.worksheet.select import TABLES, select, without_contacts


@click.command("convert", short_help="Write a worksheet in another format, entries included.")
@click.argument("worksheet", metavar="FILE")
@click.option("-f", "--format", "format_id", metavar="FORMAT", help="xlsx, html, json, csv, markdown, or a plugin's.")
@click.option(
    "-o", "--output", callback=output_name, metavar="FILE|-", help="Where to write; beside FILE by default. '-' is standard output."
)
@click.option(
    "--only",
    type=click.Choice(tuple(TABLES)),
    help="Write an extract: the corrections, the contact log, or the rows that are open. Filled in, it merges back into FILE.",
)
@click.option("--without", type=click.Choice(("contacts",)), help="Leave out the contact log and how to reach whom.")
@click.option("--date", metavar="DATE", help="Date to print, YYYY-MM-DD.")
@click.option(
    "--templates", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Folder whose templates win over the packaged ones."
)
@click.option(
    "--parts",
    metavar="PARTS",
    help="Parts that the page shows and prints, with commas: cover, proof, rows, contradictions, tables, calls, or all.",
)
@click.option("--force", is_flag=True, help="Replace an existing file, keeping it as a .bak file.")
@plugin_options
def command(
    worksheet: str,
    format_id: str | None,
    output: str | None,
    only: str | None,
    without: str | None,
    date: str | None,
    templates: str | None,
    parts: str | None,
    force: bool,
    options: PluginOptions,
) -> int:
    """Write FILE, a worksheet that factcheck wrote and people filled in, in another format. FILE itself is never changed."""
    manager = options.manager(OUTPUT)
    tell_failures(manager, verbose=options.verbose)
    if options.strict and manager.failures:
        raise FactcheckError("a plugin failed and --strict is set", hint="nothing was written")
    source = Path(worksheet)
    if only == "contacts" and without:
        raise FactcheckError("nothing would be left", "--only contacts --without contacts", "leave one of them out")
    if format_id is None and output in (None, "-"):
        raise FactcheckError("which format?", hint="give -f, or -o with a suffix")
    target = None if output == "-" else Path(output) if output else None
    by_suffix = api.format_for(manager, target.suffix.lower(), f"-o {target}") if target else None
    chosen = api.one(api.formats(manager), format_id) if format_id else by_suffix
    if chosen is None:
        raise FactcheckError("which format?", hint="give -f")
    if by_suffix and by_suffix.id != chosen.id:
        raise FactcheckError(
            f"-f {chosen.id} contradicts the suffix {target.suffix if target else ''}", f"-o {target}", "leave one of them out"
        )
    shown = parts_of(parts, [chosen.id])
    if output is None:
        target = source.with_suffix(f".{only}{chosen.suffix}" if only else chosen.suffix)
    if target is not None:
        if target.exists() and source.exists() and target.resolve() == source.resolve():
            raise FactcheckError("is the input itself", str(target), "give another name with -o")
        files.refuse_existing(target, force=force)
    whole = load(source, manager)
    if whole.extract == TABLE:
        hint = f"bring it back into the worksheet that it was made from: factcheck merge WORKSHEET {source.name} -o BOTH.xlsx"
        raise FactcheckError("a table alone holds no article", worksheet, hint)
    sheet = _part(whole, only, without)
    tables = TABLES[only] if only else ()
    data = api.dump(sheet, chosen.id, manager=manager, templates=templates, date=printed_date(date), tables=tables, parts=shown)
    if target is None:
        files.write_stdout(data)
    else:
        files.sweep(target.parent)
        files.write_atomic(target, data, force=force)
        click.echo(str(target))
    return 0


def _part(whole: Worksheet, only: str | None, without: str | None) -> Worksheet:
    """What was asked for of a worksheet; what is left out is said."""
    sheet = select(whole, only) if only else whole
    if only and only != "contacts":
        rows, of = (len(w.claims) + len(w.added_claims) for w in (sheet, whole))
        say(f"an extract ({only}): {rows} of {of} rows, without the contact log")
    elif only:
        say(f"an extract (contacts): {len(sheet.contacts)} contacts, no rows")
    if without:
        public = without_contacts(sheet)
        told = sum(entry != public.entries.get(key, {}) for key, entry in sheet.entries.items())
        say(f"left out: {len(sheet.contacts)} contacts; how {told} sources were reached and who they are")
        sheet = public
    return sheet
