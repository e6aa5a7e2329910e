"""A dateline with a day in it is one row: weekday and date have to meet, and every "today" of the article hangs on it."""

from __future__ import annotations

from factcheck.model.article import Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ClaimExtractor, Extracted, Extraction, must, must_not


def extract(sentence: Sentence, attributions: tuple[Attribution, ...], details: tuple[Detail, ...], ctx: Context) -> Extraction:
    """The whole line where it states a date; the reason "dateline" where it does not; nothing for other blocks."""
    kinds = ctx.once("claims.block_kinds", lambda: {b.number: b.kind for b in ctx.article.blocks})
    if kinds.get(sentence.block) != "dateline":
        return Extraction()
    if not any(d.kind == "date" for d in details):
        return Extraction(nothing_to_check="dateline")
    return Extraction((Extracted(sentence.start, sentence.end, ("date_time", "place") if _place(details) else ("date_time",)),))


def _place(details: tuple[Detail, ...]) -> bool:
    return any(d.kind == "place" for d in details)


@hookimpl
def register_claim_extractors() -> list[ClaimExtractor]:
    """The dateline."""
    article = "Mill reopens as a museum\n\n{}\n\nThe old mill on Carver Street opened its doors again after thirty years.\n"
    return [
        ClaimExtractor(
            id="dateline",
            title="the day and place at the top",
            priority=50,
            source="AP Stylebook, entry 'datelines'",
            extract=extract,
            examples=(
                must(article.format("HARROW, Tuesday, May 6, 2025"), "HARROW, Tuesday, May 6, 2025"),
                must_not(article.format("By Ann Lee"), "By Ann Lee"),
            ),
        )
    ]
