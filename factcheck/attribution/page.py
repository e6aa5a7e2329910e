"""The article as attribution sees it: tokens, tags, quotations, and a masked tag string in which long quotations are opaque.

Made once for each article. Never decides who says what.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from factcheck.attribution.compounds import whole_names
from factcheck.attribution.people import Nouns
from factcheck.attribution.table import cue_table
from factcheck.language.quotes import Quotation, outer, quotations
from factcheck.language.stamps import stamp_end
from factcheck.language.tags import grammar_of, tag
from factcheck.language.tokens import Tokens
from factcheck.model.article import Article
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

MASKED = "q"
_SILENT = frozenset(("boilerplate", "byline", "dateline"))
_LONGEST = 400
_FEW = 4  # a quotation of fewer words is read as part of its clause


@dataclass(slots=True)
class Quote:
    """A masked quotation, as token indices."""

    span: Quotation
    first: int  # first token, the mark included
    last: int  # after the last token
    block: int  # index of the block
    long: bool


@dataclass(slots=True)
class Sent:
    """A sentence as token indices."""

    start: int
    end: int
    block: int
    quotes: list[Quote] = field(default_factory=list)


class Page:
    """An article prepared."""

    def __init__(self, article: Article, ctx: Context) -> None:
        self.article = article
        self.text = article.text
        self.tokens: Tokens = ctx.tokens
        grammar = grammar_of(ctx.lexicons)
        self.tags: str = ctx.once(
            "attribution.tags", lambda: whole_names(ctx.tokens, self.text, ctx.once("tags", lambda: tag(ctx.tokens, grammar)))
        )
        self.lower = self.tokens.lower
        self.words = self.tokens.words
        self.cues = cue_table(ctx.lexicons)
        self.nouns = ctx.lexicons.once(
            "attribution.nouns",
            lambda: Nouns(ctx.lexicons["roles"], ctx.lexicons["bodies"], ctx.lexicons["outlets"], ctx.lexicons["first_names"]["names"]),
        )
        self.block_kinds = [b.kind for b in article.blocks]
        at = {b.number: i for i, b in enumerate(article.blocks)}
        self.quotes: list[Quote] = []
        for i, b in enumerate(article.blocks):
            if b.kind not in _SILENT:
                self.quotes += self._quotes(b.start, b.end, i)
        self._quote_starts = [q.span.start for q in self.quotes]
        self.masked = self._mask()
        self.sents: list[Sent] = []
        self.stamped: dict[int, int] = {}  # first token after a clock time → offset of the clock time
        for s in article.sentences:
            block = article.blocks[at[s.block]]
            begins = (
                stamp_end(self.text, s.start, s.end) if s.start == block.start else s.start
            )  # "17:05 Police said": no part of the words
            r = self.tokens.within(begins if begins < s.end else s.start, s.end)
            if begins > s.start:
                self.stamped[r.start] = s.start
            if len(r) and self.block_kinds[at[s.block]] not in _SILENT:
                for first in range(r.start, r.stop, _LONGEST):  # keeps the cost linear on text without stops
                    self.sents.append(Sent(first, min(r.stop, first + _LONGEST), at[s.block]))
        self._starts = [s.start for s in self.sents]
        for q in self.quotes:
            for sent in self.sents[self.sentence_at(q.first) : self.sentence_at(q.last - 1) + 1]:
                if q.first < sent.end and q.last > sent.start:
                    sent.quotes.append(q)
        self.by_block: dict[int, list[int]] = {}
        for n, sent in enumerate(self.sents):
            self.by_block.setdefault(sent.block, []).append(n)

    def sentence_at(self, token: int) -> int:
        """Index of the sentence that holds a token."""
        return max(0, bisect_right(self._starts, token) - 1)

    def _quotes(self, start: int, end: int, block: int) -> list[Quote]:
        found = []
        for q in outer(quotations(self.text, start, end)):
            r = self.tokens.within(q.start, q.end)
            if not len(r):
                continue
            inner = self.text[q.inner_start : q.inner_end]
            words = inner.count(" ") + 1
            ends = inner.rstrip()[-1:] in ".,!?…" or (self.text[q.end : q.end + 1] in (",", ".") and words > 2)
            named = all(w[:1].isupper() or w in ("of", "for", "the", "and", "in") for w in inner.split()) and inner[-1:] not in ".!?…"
            found.append(
                Quote(q, r.start, r.stop, block, not named and (words >= _FEW or (ends and words > 1) or inner.rstrip()[-1:] in "!?,"))
            )
        return found

    def _mask(self) -> str:
        letters = list(self.tags)
        for q in self.quotes:
            first = q.first + (1 if q.span.opened else 0)
            last = q.last - (1 if q.span.closed else 0)
            if q.long:
                letters[first:last] = MASKED * max(0, last - first)
                if q.span.opened:
                    letters[q.first] = '"'
                if q.span.closed:
                    letters[q.last - 1] = '"'
            else:
                for i in (q.first, q.last - 1):
                    if letters[i] == '"':
                        letters[i] = "n"
        return "".join(letters)

    def quotes_between(self, start: int, end: int) -> list[Quote]:
        """The outer quotations that touch a span of characters."""
        low = max(0, bisect_right(self._quote_starts, start) - 1)
        found = []
        for q in self.quotes[low:]:
            if q.span.start >= end:
                break
            if q.span.end > start:
                found.append(q)
        return found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from ``first`` up to but not including ``last``."""
        return (self.tokens.starts[first], self.tokens.ends[last - 1])

    def words_of(self, first: int, last: int) -> str:
        """The literal text of tokens."""
        a, b = self.span(first, last)
        return self.text[a:b]
