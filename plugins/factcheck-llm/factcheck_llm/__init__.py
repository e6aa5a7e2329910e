"""A second reader: a language model proposes claims, sources and contradictions, each as words that stand in the article.

Goes out to the model that is named and to nobody else; off until one is named. No word of the model's enters the worksheet, no
status, no level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.model.article import Article, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.errors import FactcheckError
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import (
    Attributor,
    ClaimExtractor,
    ContradictionDetector,
    Extracted,
    Extraction,
    Fact,
    Finding,
    Mention,
    Plugin,
    Setting,
)
from factcheck_llm.reading import KEY, NOTHING, Reading

PLUGIN = Plugin(
    title="Second reader",
    network=True,
    settings=(
        Setting("model", "", "the model that reads, as the llm library names it; the text goes out to it", user_only=True),
        Setting("chunk", 40_000, "characters that one request may hold"),
        Setting("requests", 8, "requests for one article at most; what is left is not read, and that is told", user_only=True),
    ),
)
PROPOSED = Term("llm.proposed", "Second reader", "a language model proposes that two places speak against each other")
_SOURCE = "a language model; each proposal is held to the article's own words"
_LAST = 900
"""Behind everybody else: the first attribution wins, of overlapping claims the earlier stays."""


def attributions(article: Article, ctx: Context) -> Iterable[Attribution]:
    """The sources that the model proposes and nobody found before. The first station asks; the others take what it got.

    Raises:
        FactcheckError: the model cannot be asked; told once.
    """
    from factcheck_llm.reading import read
    from factcheck_llm.sources import unsaid

    reading = ctx.once(KEY, lambda: read(article, ctx.settings))
    if reading.error:
        raise FactcheckError(reading.error)
    return unsaid(reading.proposals.sources, ctx.earlier)


def _got(ctx: Context) -> Reading:
    return ctx.once(KEY, lambda: NOTHING)


def extract(sentence: Sentence, attributions: tuple[Attribution, ...], details: tuple[Detail, ...], ctx: Context) -> Extraction:
    """The claims that the model proposes in a sentence; one that touches a row of ours is left out by the core."""
    spans = _got(ctx).proposals.claims.get(sentence.number, ())
    return Extraction(tuple(Extracted(start, end) for start, end in spans))


def keys(claim: Claim, ctx: Context) -> Iterator[Fact]:
    """The proposed pairs of which a claim states one side."""
    for n, pair in enumerate(_got(ctx).proposals.contradictions):
        for side, (start, end) in enumerate(pair):
            if claim.start < end and start < claim.end:
                yield Fact(f"llm|{n}", side, (start, end))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding:
    """Two sides of one pair. The words are the article's: the model says where to look, not what is wrong."""
    text = ctx.article.text
    first, second = (" ".join(text[start:end].split()) for start, end in (a.fact.span, b.fact.span))
    return Finding(
        kind=PROPOSED.id,
        severity="discrepancy",
        spans=(a.fact.span, b.fact.span),
        explanation=f"A second reader (the model {_got(ctx).model}) asks whether these fit together: “{first}” and “{second}”.",
        resolve="Read both places; a machine's proposal, not a finding.",
    )


@hookimpl
def register_attributors(settings: Mapping[str, Any]) -> list[Attributor]:
    """Sources; asks the model."""
    record = Attributor(id="sources", title="Sources by a second reader", source=_SOURCE, priority=_LAST, find=attributions)
    return [record] if settings["model"] else []


@hookimpl
def register_claim_extractors(settings: Mapping[str, Any]) -> list[ClaimExtractor]:
    """Claims where the tool made no row."""
    record = ClaimExtractor(id="claims", title="Claims by a second reader", source=_SOURCE, priority=_LAST, extract=extract)
    return [record] if settings["model"] else []


@hookimpl
def register_contradiction_detectors(settings: Mapping[str, Any]) -> list[ContradictionDetector]:
    """Places that may speak against each other."""
    record = ContradictionDetector(
        id="contradictions",
        title="Contradictions by a second reader",
        source=_SOURCE,
        priority=_LAST,
        terms=(PROPOSED,),
        keys=keys,
        compare=compare,
    )
    return [record] if settings["model"] else []


@hookimpl
def review_worksheet(worksheet: Worksheet, ctx: Context) -> Worksheet:
    """Says on the cover that the text went out, to which model, what came of it and what was dropped."""
    from factcheck_llm.telling import told

    return told(worksheet, _got(ctx), ctx.settings)
