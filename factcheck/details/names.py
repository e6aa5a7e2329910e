"""Registers the finders of persons, organizations, places and other names. One reading of the article's capitals serves all four.

First the running text is read; headlines and lines in capitals, where a capital tells nothing, are read with what it taught.
"""

from __future__ import annotations

from functools import partial

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
    return [Detail(kind, text[n.start : n.end], n.start, n.end) for n in named(ctx).names if n.kind == kind and n.end > n.start]


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """One finder for each kind of name; they share one reading."""
    return [
        DetailFinder(id=kind, title=title, source=_SOURCE, find=partial(_find, kind), examples=examples) for kind, title, examples in _KINDS
    ]
