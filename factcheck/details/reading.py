"""What all detail finders share: the article's tokens by stretch, ready lexicons, masked links. Made once for each article.

Finds no detail itself. A stretch is a sentence outside boilerplate; nothing that a finder reports crosses one.
"""

from __future__ import annotations

from dataclasses import field

from factcheck.language.dates import DateWords
from factcheck.language.numbers import NumberWords
from factcheck.language.tokens import Tokens
from factcheck.model.article import Article, Span
from factcheck.model.claim_parts import Detail, Value
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin.context import Context

_ADDRESS = compiled(
    r"https?://[^\s<>\"“”]+"
    r"|(?<![\w@.-])www\.[^\s<>\"“”]+"
    r"|(?<![\w.+-])[A-Za-z0-9_+-]{1,64}(?:\.[A-Za-z0-9_+-]{1,64}){0,8}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|info|co\.uk|ac\.uk|gov\.uk)(?:/[^\s<>\"“”]*)?(?![\w@-])"
    r"|(?<![\w@/.])@\w{2,30}(?!\w)"
)
_SIGN = compiled(r"://|www\.|@\w|\.(?:com|org|net|gov|edu|info|uk)\b")
_BACK, _AHEAD = 300, 600  # characters looked at around a sign; keeps hostile input linear
_NOTHING = Value()
_TAIL = ".,;:!?)]}'’"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``stop`` (exclusive) of one sentence; ``block`` is the kind of its block."""

    first: int
    stop: int
    block: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Figure:
    """A detail in tokens: ``start`` to ``stop`` (exclusive)."""

    kind: str
    start: int
    stop: int
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, made ready for the detail finders.

    Args:
        tokens: its tokens.
        lower: their lower case, links masked by "·".
        stretches: what is read.
        links: spans of addresses.
    """

    article: Article
    tokens: Tokens
    lower: list[str]
    stretches: tuple[Stretch, ...]
    links: tuple[Span, ...]
    numbers: NumberWords
    dates: DateWords
    ctx: Context = field(repr=False)

    def detail(self, f: Figure) -> Detail:
        """The figure as a detail; a possessive ending of the last word is left out."""
        start, end = self.tokens.starts[f.start], self.tokens.ends[f.stop - 1]
        if self.lower[f.stop - 1].endswith("'s"):
            end -= 2
        value = f.value if f.value != _NOTHING else None
        return Detail(f.kind, self.article.text[start:end], start, end, value=value)


MASK = "·"


def reading(ctx: Context) -> Reading:
    """The article of a context, made ready; the same object for every finder."""
    return ctx.once("details.reading", lambda: _make(ctx))


def addresses(text: str) -> tuple[Span, ...]:
    """Spans of web addresses, mail addresses and @handles, without the punctuation after them."""
    found: list[Span] = []
    at = 0  # everything before it has been looked at
    for sign in _SIGN.finditer(text):
        if sign.end() <= at:
            continue
        start = max(at, sign.start() - _BACK)
        start = max(start, text.rfind(" ", start, sign.start()) + 1, text.rfind("\n", start, sign.start()) + 1)
        m = _ADDRESS.search(text, start, sign.end() + _AHEAD)
        if m is None:
            blank = text.find(" ", sign.end(), sign.end() + _AHEAD)
            at = blank if blank >= 0 else sign.end() + _AHEAD
            continue
        end = at = m.end()
        while end > m.start() + 1 and text[end - 1] in _TAIL and not (text[end - 1] == ")" and "(" in m.group()):
            end -= 1
        if end - m.start() > 3:
            found.append((m.start(), end))
    return tuple(found)


def _make(ctx: Context) -> Reading:
    article, tokens = ctx.article, ctx.tokens
    links = addresses(article.text)
    lower = tokens.lower
    if links:
        lower = list(lower)
        for start, end in links:
            for i in tokens.within(start, end):
                lower[i] = MASK
            if tokens.at(end - 1) < len(tokens):
                lower[tokens.at(end - 1)] = MASK
    return Reading(
        article,
        tokens,
        lower,
        _stretches(article, tokens),
        links,
        NumberWords(ctx.lexicons["numbers"]),
        DateWords(ctx.lexicons["dates"]),
        ctx,
    )


def _stretches(article: Article, tokens: Tokens) -> tuple[Stretch, ...]:
    kinds = {b.number: b.kind for b in article.blocks}
    spans = [(s.start, s.end, kinds.get(s.block, "paragraph")) for s in article.sentences]
    spans = spans or [(b.start, b.end, b.kind) for b in article.blocks] or [(0, len(article.text), "paragraph")]
    made = []
    for start, end, kind in spans:
        at = tokens.within(start, end)
        if kind != "boilerplate" and len(at):
            made.append(Stretch(at.start, at.stop, kind))
    return tuple(made)
