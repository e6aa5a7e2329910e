"""``factcheck schema``: the contract's JSON Schema, or its page in the docs."""

from __future__ import annotations

import json

import click

from factcheck.model import schema


@click.command("schema", short_help="Print the JSON Schema of a worksheet.")
@click.option("--docs", is_flag=True, help="Print the page docs/schema.md instead.")
def command(docs: bool) -> int:
    """Print the JSON Schema of the worksheet's JSON."""
    click.echo(schema.markdown() if docs else json.dumps(schema.json_schema(), indent=1, ensure_ascii=False) + "\n", nl=False)
    return 0
