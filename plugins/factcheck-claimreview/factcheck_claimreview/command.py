"""``factcheck claimreview FILE``: what each row still lacks before it can be published. Writes nothing."""

from __future__ import annotations

import click

from factcheck.cli.common import PluginOptions, load, plugin_options
from factcheck.plugin.builtin import OUTPUT
from factcheck_claimreview.review import missing

NAME = "claimreview"


@click.command("claimreview")
@click.argument("worksheet", metavar="FILE")
@click.option("--require-ready", is_flag=True, help="Exit code 1 unless every row can be published.")
@plugin_options
def command(worksheet: str, require_ready: bool, options: PluginOptions) -> int:
    """Say which rows of a filled-in worksheet can be published as ClaimReview, and what the others still lack.

    'factcheck convert FILE -f claimreview' writes those that can.
    """
    manager = options.manager(OUTPUT)
    sheet = load(worksheet, manager)
    settings = manager.settings_of(NAME)
    ready = 0
    for claim in sheet.claims:
        lacks = missing(claim, sheet, settings)
        ready += not lacks
        click.echo(f"{claim.id}  " + ("ready" if not lacks else f"lacks {'; '.join(lacks)}"))
    click.echo(f"{ready} of {len(sheet.claims)} rows can be published")
    return 1 if require_ready and ready < len(sheet.claims) else 0
