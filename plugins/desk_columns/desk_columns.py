"""A desk's own columns, in one file: ``factcheck generate draft.txt -p plugins/desk_columns/desk_columns.py``."""

from factcheck.plugin import hookimpl
from factcheck.plugin.records import Column


@hookimpl
def register_columns() -> list[Column]:
    """Who has to clear a row, and how long the claim is."""
    return [
        Column(
            id="desk_columns.clearance",
            title="Clearance",
            side="checker",
            type="choice",
            choices=("Desk", "Legal", "Standards"),
            group="desk",
        ),
        Column(
            id="desk_columns.words", title="Words", side="machine", value=lambda claim, view: str(len(claim.text.split())), group="desk"
        ),
    ]
