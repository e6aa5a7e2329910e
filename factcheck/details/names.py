"""Registers the finders of persons, organizations, places and other names. One reading of the article's capitals serves all four.

First the running text is read; headlines and lines in capitals, where a capital tells nothing, are read with what it taught.
"""

from __future__ import annotations

from functools import partial

from factcheck.details.figures import figures
from factcheck.details.kinds import NAME, ORGANIZATION, PERSON, PLACE
from factcheck.details.naming import named
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not

_SOURCE = "gazetteers and cues of lexicon/{places,organizations,first_names,name_stops,titles}.toml; Chicago Manual of Style, ch. 8"
_KINDS = (
    (
        PERSON,
        "Persons",
        (
            must("The plan was read out by Vera Lund on the quay.", "Vera Lund"),
            must("Mayor Tomas Brandt opened it. Later Brandt left.", "Brandt"),
            must_not("They met in Vienna with the World Bank."),
        ),
    ),
    (
        ORGANIZATION,
        "Organizations",
        (
            must("He works for the Lund Harbour Authority now.", "Lund Harbour Authority"),
            must("The loan came from the Ministry of Fisheries.", "Ministry of Fisheries"),
            must_not("He swam in the lake with Anna Brandt."),
        ),
    ),
    (
        PLACE,
        "Places",
        (
            must("The ship sailed from Lisbon to Brazil.", "Lisbon"),
            must("It sank near Karvik Island.", "Karvik Island"),
            must_not("Carla Brandt wrote to the board."),
        ),
    ),
    (
        NAME,
        "Other names",
        (
            must("They signed the Harbour Act in spring.", "Harbour Act"),
            must_not("Nothing was signed in spring."),
        ),
    ),
)


def _find(kind: str, article: Article, ctx: Context) -> list[Detail]:
    text = article.text
    found = [n for n in named(ctx).names if n.kind == kind and n.end > n.start]
    if kind == NAME:  # "Harbour Day" is a date and no other name
        days = _days(ctx)
        found = [n for n in found if not any(k in days for k in range(n.first, n.stop))]
    return [Detail(kind, text[n.start : n.end], n.start, n.end) for n in found]


def _days(ctx: Context) -> frozenset[int]:
    """The tokens of the dates."""
    return ctx.once("details.days", lambda: frozenset(k for f in figures(ctx) if f.kind == "date" for k in range(f.start, f.stop)))


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """One finder for each kind of name; they share one reading."""
    return [
        DetailFinder(id=kind, title=title, source=_SOURCE, find=partial(_find, kind), examples=examples) for kind, title, examples in _KINDS
    ]
