"""Claims made by hand: one for each sentence, with the numbers, dates and names that a test names. No finder runs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib.resources import files

from factcheck.language.lexicon import Lexicons, load_packaged
from factcheck.language.sentences import cut
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail, Value
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Finding
from factcheck.worksheet.compare import compared, group

Named = tuple[str, str] | tuple[str, str, Value]


def lexicons() -> Lexicons:
    """The packaged lexicons."""
    names = [f.name.removesuffix(".toml") for f in files("factcheck.language").joinpath("lexicon").iterdir() if f.name.endswith(".toml")]
    return Lexicons({name: [partial(load_packaged, name)] for name in names})


def context(
    paragraphs: Sequence[str | tuple[str, str]],
    details: Sequence[Named] = (),
    sources: dict[int, str] | None = None,
    cues: dict[int, str] | None = None,
    published: str | None = None,
) -> Context:
    """A context with claims.

    Args:
        paragraphs: texts, or (block kind, text).
        details: (kind, words) or (kind, words, value), found in their order in the text.
        sources: who says sentence 1, 2, 3 …
        cues: the cue class of that attribution.
        published: ISO date.
    """
    text, blocks, sentences = "", [], []
    for n, item in enumerate(paragraphs, 1):
        kind, words = item if isinstance(item, tuple) else ("paragraph", item)
        text += "\n\n" if text else ""
        blocks.append(Block(n, kind, len(text), len(text) + len(words)))
        text += words
    for block in blocks:
        for start, end in cut(text, block.start, block.end):
            sentences.append(Sentence(len(sentences) + 1, block.number, start, end))
    article = Article(text=text, blocks=tuple(blocks), sentences=tuple(sentences), published=published)
    made, at = [], 0
    for row in details:
        start = text.index(row[1], at)
        at = start + 1
        made.append(Detail(row[0], row[1], start, start + len(row[1]), value=row[2] if len(row) == 3 else None))
    claims = tuple(_claim(article, s, made, (sources or {}).get(s.number), (cues or {}).get(s.number)) for s in sentences)
    return Context(article, lexicons(), claims=claims)


def _claim(article: Article, s: Sentence, details: Sequence[Detail], source: str | None, cue_class: str | None) -> Claim:
    said = Attribution(source=source, source_type="organization", content_span=(s.start, s.end), cue_class=cue_class) if source else None
    own = tuple(d for d in details if s.start <= d.start and d.end <= s.end)
    return Claim(
        id=f"C{s.number:03}",
        fingerprint="",
        text=article.text[s.start : s.end],
        start=s.start,
        end=s.end,
        sentence=s.number,
        block=s.block,
        details=own,
        attribution=said,
    )


def findings(detector: ContradictionDetector, ctx: Context) -> list[Finding]:
    """What a detector finds, as the core would ask it."""
    facts = [(c, f) for c in ctx.claims for f in detector.keys(c, ctx)]
    pairs = [row[1] for row in compared("test", group(facts), lambda a, b: detector.compare(a, b, ctx))]
    return [*pairs, *(f for c in ctx.claims for f in detector.check(c, ctx))]


def number(words: str, value: float, approx: str | None = None, unit: str | None = None) -> Named:
    """A number detail."""
    return ("number", words, Value(number=value, approx=approx, unit=unit))
