"""Rows of a table: one claim a row, read with the words of its head; the head itself states nothing. Never adds up or compares figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ClaimExtractor, Extracted, Extraction, must, must_not

_BARS = compiled(r"[|\t]")
_RULE = compiled(r"[\s|:=+-]+")
_FIGURE = compiled(r"\d")
_YEAR = compiled(r"(?:1[6-9]|20)\d\d(?:[/–-]\d\d)?|Q[1-4](?: \d{4})?")
_WORD = compiled(r"\w")
_MONEY = compiled(r"[$€£%]")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of an article.

    Args:
        heads: for each block that is a head, its cells.
        head_of: for each block below one, the head's cells.
    """

    heads: frozenset[int]
    head_of: Mapping[int, tuple[str, ...]]


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row, without the bars around it.

    >>> cells("| Nickel | 98% |  |")
    ('Nickel', '98%', '')
    """
    body = row.strip()
    body = body.removeprefix("|").removesuffix("|") if body.startswith("|") or body.endswith("|") else body
    return tuple(c.strip() for c in _BARS.split(body.strip(" ")))


def tables(article: Article) -> Tables:
    """Find runs of table rows and their heads: a first row without figures (years are none) above rows with figures."""
    heads, head_of = set[int](), dict[int, tuple[str, ...]]()
    run: list[Block] = []
    for block in (*article.blocks, None):
        if block is not None and block.kind == "table":
            run.append(block)
            continue
        rows = [cells(article.text[b.start : b.end]) for b in run]
        if len(rows) > 1 and _heads(rows[0], rows[1:]):
            heads.add(run[0].number)
            head_of |= {b.number: rows[0] for b in run[1:]}
        run = []
    return Tables(frozenset(heads), head_of)


def _heads(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    plain = all(
        not _FIGURE.search(c) or _YEAR.fullmatch(c) or (_WORD.match(c) and not c[0].isdigit() and not _MONEY.match(c)) for c in first
    )
    counted = sum(any(_FIGURE.search(c) for c in row) for row in others)
    return plain and 2 * counted >= len(others) and sum(bool(c) for c in first) >= 2


def reading(head: Sequence[str], row: Sequence[str]) -> str | None:
    """The row with the head's words in brackets, or None where the two have not the same number of cells.

    >>> reading(("Metal", "Tonnes"), ("Nickel", "3,100"))
    '[Metal:] Nickel; [Tonnes:] 3,100'
    """
    if len(head) != len(row):
        return None
    return "; ".join(f"[{h}:] {c}" if h else c for h, c in zip(head, row, strict=True) if c) or None


def extract(sentence: Sentence, attributions: tuple[Attribution, ...], details: tuple[Detail, ...], ctx: Context) -> Extraction:
    """The whole row as one claim; the reason "heading" for the head; nothing for other blocks."""
    kinds = ctx.once("claims.block_of", lambda: {b.number: b for b in ctx.article.blocks})
    block = kinds.get(sentence.block)
    if block is None or block.kind != "table":
        return Extraction()
    found = ctx.once("claims.tables", lambda: tables(ctx.article))
    if sentence.block in found.heads:
        return Extraction(nothing_to_check="heading")
    text = ctx.article.text
    if (sentence.start, sentence.end) != (block.start, block.end):
        return Extraction()  # a cell with sentences in it: they are read as text
    if _RULE.fullmatch(text, sentence.start, sentence.end):
        return Extraction(nothing_to_check="navigation")
    start, end = sentence.start, sentence.end
    while start < end and text[start] in " |\t":
        start += 1
    while end > start and text[end - 1] in " |\t":
        end -= 1
    if start >= end:
        return Extraction(nothing_to_check="navigation")
    counted = any(c.isdigit() for c in text[start:end])
    said = reading(found.head_of.get(sentence.block, ()), cells(text[start:end]))
    return Extraction((Extracted(start, end, ("quantity",) if counted else ("event",), said),))


@hookimpl
def register_claim_extractors() -> list[ClaimExtractor]:
    """Rows of tables."""
    article = "Towns count their weirs\n\nThe board counted the weirs in May.\n\nTown | Weirs\tGates | Open\n{}\n\nThe rest is closed.\n"
    return [
        ClaimExtractor(
            id="table_rows",
            title="a row of a table",
            priority=50,
            source="house rule: a row is one fact; Cairo, How Charts Lie, on reading a figure with its heading",
            extract=extract,
            examples=(
                must(article.format("Norrby | 4 | 12 | 3"), "Norrby | 4 | 12 | 3"),
                must_not(article.format("Norrby | 4 | 12 | 3"), "Town | Weirs\tGates | Open"),
            ),
        )
    ]
