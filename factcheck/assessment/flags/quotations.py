"""Flags of quotations: edited, unbalanced, translated, long extract. Never says who spoke or how it should read."""

from __future__ import annotations

from factcheck.assessment.flags.common import flag_record, raised, shown
from factcheck.assessment.traits import traits
from factcheck.language.quotes import Quotation, outer, quotations
from factcheck.model.article import Block, Span
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import NOTHING, Assessment, Assessor, Example, must, must_not

_EDIT = compiled(r"\[[^\[\]\n]{1,200}\]|…|\.\.\.|\(sic\)")
_OPENING = "\"“„«‘'"


def _block(claim: Claim, ctx: Context) -> Block | None:
    blocks = ctx.once("assessment.block", lambda: {b.number: b for b in ctx.article.blocks})
    return blocks.get(claim.block)


def quotations_of(claim: Claim, ctx: Context) -> list[Quotation]:
    """The outermost quotations of the claim's block, found once for each block."""
    block = _block(claim, ctx)
    if block is None:
        return []
    text = ctx.article.text
    return ctx.once(f"assessment.quotations.{block.number}", lambda: outer(quotations(text, block.start, block.end)))


def edited(claim: Claim, ctx: Context) -> Assessment:
    """Square brackets, an ellipsis or a sic inside quotation marks: compare with the original."""
    for q in quotations_of(claim, ctx):
        low, high = max(q.inner_start, claim.start), min(q.inner_end, claim.end)
        m = _EDIT.search(ctx.article.text, low, high) if low < high else None
        if m:
            return raised("quote_edited", m.span(), f"The quotation was edited{shown(ctx, m.span())}: compare with the original.")
    return NOTHING


def _goes_on(claim: Claim, ctx: Context) -> bool:
    """Whether the next paragraph opens with a mark: a quotation over several paragraphs is closed only in the last."""
    text, blocks = ctx.article.text, ctx.article.blocks
    after = ctx.once("assessment.opens", lambda: {b.number: text[b.start : b.start + 1] in tuple(_OPENING) for b in blocks})
    return after.get(claim.block + 1, False)


def unbalanced(claim: Claim, ctx: Context) -> Assessment:
    """A quotation that is opened and never closed, or the other way round, where the claim holds its only mark."""
    text = ctx.article.text
    for q in quotations_of(claim, ctx):
        mark: Span | None = None
        if not q.closed and not _goes_on(claim, ctx) and claim.start - 2 <= q.start < claim.end:
            mark = (q.start, q.inner_start)
        elif not q.opened and claim.start < q.inner_end <= claim.end + 1:
            mark = (q.inner_end, q.end)
        if mark:
            missing = "closing" if not q.closed else "opening"
            words = text[q.inner_start : q.inner_start + 30]
            return raised("quote_unbalanced", mark, f"The {missing} mark of the quotation “{words}…” is missing: where does it stand?")
    return NOTHING


def translated(claim: Claim, ctx: Context) -> Assessment:
    """Quoted words that were spoken in another language: the article names the language, a foreign outlet or a foreign office."""
    a = claim.attribution
    if a is None or a.quotation == "indirect":
        return NOTHING
    seen = traits(claim, ctx)
    for name in ("frame:flags.translated", "frame:flags.foreign_outlet", "frame:flags.foreign_source"):
        if name in seen:
            words = shown(ctx, seen.span(name))
            return raised("translated", seen.span(name), f"The words were probably spoken in another language{words}: find the original.")
    outlets = ctx.once("assessment.outlets", lambda: {w.casefold() for w in ctx.lexicons["flags"]["words"]["foreign_outlet"]["words"]})
    road = next((v for v in (a.source, *a.via, *a.chain) if v.casefold() in outlets), None)
    if road:
        return raised("translated", a.source_span, f"The words came through {road}, which writes in another language: find the original.")
    return NOTHING


def long_extract(claim: Claim, ctx: Context) -> Assessment:
    """A long passage of one source in one block: quoted words are counted, on the claim where they begin."""
    limit = ctx.lexicons["flags"]["limits"]["long_extract_words"]
    block = _block(claim, ctx)
    if block is None:
        return NOTHING
    spans: list[Span] = [(q.inner_start, q.inner_end) for q in quotations_of(claim, ctx)]
    if block.kind == "quotation":
        spans.append((block.start, block.end))
    for start, end in spans:
        if claim.start <= start + 2 and start < claim.end:
            count = len(ctx.tokens.within(start, end))
            if count > limit and _first(claim, ctx, start):
                return raised("long_extract", (start, end), f"About {count} words of one source: is there permission?")
    return NOTHING


def _first(claim: Claim, ctx: Context, start: int) -> bool:
    return claim.end > start >= claim.start - 2


LONG = (
    "“"
    + " ".join(
        f"The {word} stood by the river and nobody ever came to look at it again."
        for word in ("mill", "barn", "tower", "chapel", "school", "bakery", "smithy", "tavern", "depot")
    )
    + "” Harold Finch said."
)
QUOTED: tuple[Example, ...] = (must(LONG, "long_extract"), must_not("“The mill stood by the river,” Harold Finch said.", "long_extract"))


@hookimpl
def register_assessors() -> list[Assessor]:
    """One record a flag."""
    return [
        flag_record(
            "quote_edited",
            edited,
            "Reuters Handbook of Journalism: quotes; Chicago Manual of Style on quotations",
            (
                must("“They [the owners] sold the mill in 1990,” Harold Finch said.", "quote_edited"),
                must_not("“They sold the mill in 1990,” Harold Finch said.", "quote_edited"),
            ),
        ),
        flag_record(
            "quote_unbalanced",
            unbalanced,
            "Chicago Manual of Style on quotations of several paragraphs",
            (
                must("Harold Finch said: “The owners sold the mill in 1990.", "quote_unbalanced"),
                must_not("Harold Finch said: “The owners sold the mill in 1990.”", "quote_unbalanced"),
            ),
        ),
        flag_record(
            "translated",
            translated,
            "Reuters Handbook of Journalism: translated quotes",
            (
                must("“The mill is sold,” Harold Finch said in French.", "translated"),
                must_not("“The mill is sold,” Harold Finch said.", "translated"),
                must_not("“The mill is sold,” Petra Lind said.", "translated"),
            ),
        ),
        flag_record("long_extract", long_extract, "Chicago Manual of Style on fair use; the limit is a house rule", QUOTED),
    ]
