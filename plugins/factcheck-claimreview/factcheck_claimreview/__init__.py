"""Finished rows of a worksheet as schema.org ClaimReview: one format and its settings. Publishes nothing; people rate."""

from __future__ import annotations

import json

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Format, Plugin, Setting, WriteOptions

PLUGIN = Plugin(
    title="ClaimReview",
    settings=(
        Setting("publisher", "", "who reviews: the newsroom's name"),
        Setting("publisher_url", "", "the newsroom's address"),
        Setting("url", "", "where the review is published; the article's own address by default"),
        Setting("ratings", {}, "your words for a status, as {wrong = 'False'}"),
    ),
)


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """JSON-LD: the finished rows as ClaimReview, in the worksheet's order; an empty graph where none is finished."""
    from factcheck_claimreview.review import CONTEXT, reviews

    graph = {"@context": CONTEXT, "@graph": list(reviews(worksheet, options.settings))}
    return json.dumps(graph, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


@hookimpl
def register_formats() -> list[Format]:
    """The format that ``-f claimreview`` writes."""
    return [Format(id="claimreview", title="schema.org ClaimReview", suffix=".jsonld", write=write)]
