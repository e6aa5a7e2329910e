"""``factcheck memory add|search|forget``: what gets into the memory of earlier checks, and out of it. Reads worksheets, changes none."""

from __future__ import annotations

import click

from factcheck.cli.common import PluginOptions, iso_date, load, plugin_options, say
from factcheck.model.errors import FactcheckError
from factcheck.plugin.builtin import OUTPUT
from factcheck.plugin.manager import Manager
from factcheck_earlier_checks.checks import checks, told
from factcheck_earlier_checks.store import Chosen, existing, opened

NAME = "earlier_checks"


@click.group("memory")
def command() -> None:
    """A memory of finished worksheets; 'generate' then says when a claim was checked before."""


def database(manager: Manager) -> str:
    """The configured memory.

    Raises:
        FactcheckError: the plugin was left out, or its settings were refused: then nothing is written anywhere.
    """
    why = [p.message for p in manager.problems if p.plugin == NAME]
    if NAME not in manager.providers.values():
        raise FactcheckError(f"the plugin is not loaded{': ' + why[0] if why else ''}", NAME, "'factcheck plugins list --load' says more")
    return str(manager.settings_of(NAME)["database"])


@command.command("add")
@click.argument("worksheets", metavar="FILE...", nargs=-1, required=True)
@plugin_options
def add(worksheets: tuple[str, ...], options: PluginOptions) -> int:
    """Remember the finished rows of worksheets. Twice the same is kept once; notes, contacts and sources are never kept."""
    manager = options.manager(OUTPUT)
    place = database(manager)
    found = []
    for name in worksheets:  # all are read before anything is written
        sheet = load(name, manager)
        if sheet.extract == "table":
            raise FactcheckError("a table alone holds no article", name, "merge it into the worksheet that it was made from")
        found.append((name, list(checks(sheet))))
    with opened(place) as store:
        new = store.add(check for _, own in found for check in own)
        whole = store.count()
    for name, own in found:
        if not own:
            say(f"{name}: no row is finished; a row is when it has a finding, and Confirmed its evidence")
    click.echo(f"{new} checks added, {sum(len(own) for _, own in found) - new} were known; the memory holds {whole}")
    return 0


@command.command("search")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many to show, the newest first.")
@plugin_options
def search(words: tuple[str, ...], most: int, options: PluginOptions) -> int:
    """Show checks whose claim holds all of WORDS."""
    with existing(database(options.manager(OUTPUT))) as store:
        found = store.search(" ".join(words), most) if store else []
    for check in found:
        click.echo(f"{check.number}  {check.text}\n   {told(check)}" + (f" (in “{check.article}”)" if check.article else ""))
    if not found:
        say("nothing was found")
    return 0


@command.command("forget")
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=click.IntRange(1))
@click.option("--article", metavar="TITLE", help="Those of the article of this title.")
@click.option("--by", "initials", metavar="INITIALS", help="Those that this person checked.")
@click.option("--before", metavar="DATE", help="Those that were checked before a day, YYYY-MM-DD.")
@click.option("--all", "everything", is_flag=True, help="The whole memory.")
@plugin_options
def forget(
    numbers: tuple[int, ...], article: str | None, initials: str | None, before: str | None, everything: bool, options: PluginOptions
) -> int:
    """Delete checks for good, by the NUMBER that 'search' shows or by what they share; all that is given has to fit."""
    chosen = Chosen(numbers, article, initials, iso_date("--before", before) if before is not None else None)
    if (chosen == Chosen()) != everything:
        raise FactcheckError("say which to forget", "forget", "give numbers, --article, --by or --before; or --all alone")
    with existing(database(options.manager(OUTPUT))) as store:
        gone = store.forget(chosen) if store else 0
        whole = store.count() if store else 0
    click.echo(f"{gone} checks forgotten; the memory holds {whole}")
    return 0
