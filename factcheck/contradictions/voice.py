"""Who says it, how grave that makes a difference, and the one sentence that tells it. Never weighs who is right."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.article import Block, Span
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context
from factcheck.plugin.records import Finding

_WORD = compiled(r"\w+")
_CLOCK = compiled(r"\[?\d{1,2}[:.]\d{2}\b")
"""An entry of a live report opens with its time."""
ARTICLE = "the article"
_PLACES = {
    "headline": "the headline", "standfirst": "the standfirst", "caption": "a caption", "update": "an update",
    "comment": "an editor's comment", "correction": "a correction",
}  # fmt: skip
TOPS = frozenset({"headline", "standfirst", "caption"})


def block_of(claim: Claim, ctx: Context) -> Block | None:
    """The block in which a claim stands."""
    by_number = ctx.once("contradictions.blocks", lambda: {b.number: b for b in ctx.article.blocks})
    return by_number.get(claim.block)


def kind_of_block(claim: Claim, ctx: Context) -> str:
    """The kind of that block; "paragraph" where it is not known."""
    block = block_of(claim, ctx)
    return block.kind if block else "paragraph"


def sources(claim: Claim) -> tuple[str, ...]:
    """All that stand behind a claim: its source and further ones."""
    found = [claim.attribution] if claim.attribution else []
    return tuple(a.source for a in (*found, *claim.further_attributions) if a.source)


def speaker(claim: Claim, ctx: Context) -> str:
    """Who says it, in words: a source, the headline, an update, or the article itself."""
    said = sources(claim)
    if said:
        return said[0]
    kind = kind_of_block(claim, ctx)
    return _PLACES.get(kind, ARTICLE)


def _strong(name: str, ctx: Context) -> set[str]:
    words = {w.lower() for w in _WORD.findall(name)}
    return words - set(ctx.lexicons["contradictions"]["voice"]["weak"]) or words


def same_source(a: Claim, b: Claim, ctx: Context) -> bool:
    """Whether the two claims may come from one source: names that share a telling word."""
    return any(_strong(x, ctx) & _strong(y, ctx) for x in sources(a) for y in sources(b))


def section(claim: Claim, ctx: Context) -> int:
    """The number of the update in which a claim stands, counted by blocks that open one; 0 before the first."""

    def make() -> dict[int, int]:
        out: dict[int, int] = {}
        at = 0
        for block in ctx.article.blocks:
            text = ctx.article.text[block.start : block.start + 7].lower()
            opens = block.kind in ("update", "correction") and (text.startswith(("updat", "[updat", "correct")) or at == 0)
            if opens or _CLOCK.match(text):
                at += 1
            out[block.number] = at
        return out

    return ctx.once("contradictions.sections", make).get(claim.block, 0)


def severity(a: Claim, b: Claim, ctx: Context, *, approximate: bool = False, replaces: bool = False) -> str:
    """How grave a difference is.

    Args:
        a, b: the claims, the earlier first.
        approximate: they differ only in degree.
        replaces: the later one says that things have changed since ("now", "has regained", "rose to").
    """
    if replaces and section(b, ctx) > section(a, ctx):
        return "superseded"
    if sources(a) and sources(b) and not same_source(a, b, ctx):
        return "disputed"
    return "discrepancy" if approximate else "conflict"


def scope(a: Claim, b: Claim, ctx: Context) -> str:
    """Where the two places lie to each other."""
    if (kind_of_block(a, ctx) in TOPS) != (kind_of_block(b, ctx) in TOPS):
        return "headline"
    if a.id == b.id:
        return "claim"
    return "local" if abs(a.sentence - b.sentence) <= 1 else "article"


def quote(ctx: Context, span: Span, longest: int = 90) -> str:
    """The words of a span in quotation marks, shortened in the middle."""
    return f"“{_without_middle(' '.join(ctx.article.text[span[0] : span[1]].split()), longest)}”"


def _without_middle(words: str, longest: int) -> str:
    """The first and the last words, whole unless one alone is too long.

    >>> _without_middle("The mayor said that the bridge was safe", 24)
    'The mayor said … safe'
    """
    if len(words) <= longest:
        return words
    head, tail = words[: longest * 2 // 3 + 1], words[-longest // 4 - 1 :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def against(a: Claim, b: Claim, spans: tuple[Span, Span], ctx: Context, lead: str = "") -> str:
    """One sentence with both quotations and who says each; the article where what is quoted begins before the claim, with its frame."""
    who = [ARTICLE if span[0] < c.start else speaker(c, ctx) for c, span in zip((a, b), spans, strict=True)]
    return f"{lead}{who[0]} says {quote(ctx, spans[0])}, {who[1]} says {quote(ctx, spans[1])}."


def finding(
    kind: str,
    a: Claim,
    b: Claim,
    spans: tuple[Span, Span],
    ctx: Context,
    resolve: str,
    *,
    lead: str,
    rule: str = "",
    approximate: bool = False,
    replaces: bool = False,
) -> Finding:
    """A finding about two claims, with its sentence, scope and severity.

    Args:
        kind: of the vocabulary.
        a, b: the claims, the earlier first.
        spans: the words that conflict, in the same order.
        resolve: what would settle it.
        lead: what differs, in a few words with a colon and space at its end.
    """
    grave = severity(a, b, ctx, approximate=approximate, replaces=replaces)
    text = against(a, b, spans, ctx, lead)
    return Finding(kind, grave, spans, text[0].upper() + text[1:], resolve, scope(a, b, ctx), rule)


def joined(words: Iterable[str]) -> str:
    """Words as a list for a sentence."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
