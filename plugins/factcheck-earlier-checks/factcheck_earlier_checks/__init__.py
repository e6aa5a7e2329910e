"""A memory of finished worksheets: one machine column that says when a claim was checked before. Never says true or false.

Looks up only; nothing gets into the memory but by ``factcheck memory add``.
"""

from __future__ import annotations

import dataclasses

from factcheck.model.claim import Claim
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Column, Plugin, Setting

COLUMN = "earlier_checks.before"
PLUGIN = Plugin(
    title="Earlier checks",
    settings=(
        Setting(
            "database", "", "the memory: a file, or postgresql://… of a desk; a file in your user data folder by default", user_only=True
        ),
    ),
)


def kept(claim: Claim, view: View) -> str:
    """What the review wrote; the column itself looks nothing up."""
    return claim.cells.get(COLUMN, "")


@hookimpl
def register_columns() -> list[Column]:
    """When a claim was checked before, by whom, with which result and link."""
    help_ = "When this was checked before, by whom, with which result; of a similar claim its words. Look whether it still holds."
    return [Column(id=COLUMN, title="Checked before", side="machine", value=kept, width=26, help=help_)]


@hookimpl
def review_worksheet(worksheet: Worksheet, ctx: Context) -> Worksheet | None:
    """Fill the column from the memory; None where there is no memory yet.

    Raises:
        FactcheckError: the memory cannot be read; becomes a problem of the worksheet.
    """
    from factcheck_earlier_checks.recall import recall
    from factcheck_earlier_checks.store import existing

    with existing(ctx.settings["database"]) as store:
        if store is None:
            return None
        found = recall(worksheet, store)
        where, sent = store.name, ", to which their words were sent" if store.remote else ""
    claims = tuple(dataclasses.replace(c, cells={**c.cells, COLUMN: found[c.id]}) if c.id in found else c for c in worksheet.claims)
    note = f"Earlier checks: {len(found)} of {len(claims)} rows were found in {where}{sent}."
    article = dataclasses.replace(worksheet.article, notes=(*worksheet.article.notes, note))
    return dataclasses.replace(worksheet, claims=claims, article=article)
