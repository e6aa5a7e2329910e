"""Compares articles on one story: what one says against another. The detectors are those of a single article.

The claims of all articles are laid end to end, as if they stood in one text; what the detectors then find between two articles is kept,
what they find inside one is that article's own and is not told again. Never says which article is right.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from factcheck import pipeline
from factcheck.model.article import Article, Block, Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.codec import doc, to_json
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass
from factcheck.model.worksheet import Elsewhere, Worksheet
from factcheck.plugin.manager import Manager
from factcheck.version import __version__

SCHEMA = "factcheck-comparison/1"
GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the articles."""

    id: str = doc("the file's name without suffix; with a number where two are equal")
    worksheet: Worksheet = doc("its worksheet, factcheck-worksheet/1")


@dataclass(frozen=True, slots=True)
class Between:
    """What one article says against another. Claims are ``article:claim``."""

    id: str = doc("A01")
    kind: str = doc("as of a contradiction")
    severity: str = doc("as of a contradiction")
    rule: str = doc("id of the rule that found it")
    claims: tuple[str, ...] = doc("the two claims: article:claim")
    occurrences: tuple[str, ...] = doc("all claims that state either value: article:claim", ())
    words: tuple[str, ...] = doc("the words that conflict, in the order of claims", ())
    explanation: str = doc("the two values and who says each", "")
    resolve: str = doc("what would settle it", "")
    by: str = doc("provider:record", "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles on one story with what speaks against what between them: ``factcheck-comparison/1``."""

    schema: str = doc("factcheck-comparison/1", SCHEMA)
    generator: str = doc("name and version of the program", "")
    articles: tuple[Compared, ...] = doc("in the order in which they were given", ())
    contradictions: tuple[Between, ...] = doc("in the order of the first article", ())

    def as_json(self) -> dict[str, Any]:
        """The whole object, as JSON takes it."""
        return {
            "schema": self.schema,
            "generator": self.generator,
            "articles": [{"id": a.id, "worksheet": to_json(a.worksheet)} for a in self.articles],
            "contradictions": [dataclasses.asdict(x) for x in self.contradictions],
        }


def compare(manager: Manager, sheets: Sequence[tuple[str, Worksheet]]) -> Comparison:
    """Compare finished worksheets.

    Args:
        manager: its contradiction detectors are run.
        sheets: each with the name that people know it by, the file's.
    Returns:
        The worksheets, each with what the others say against it (``elsewhere``), and all that was found.
    """
    ids = _ids([name for name, _ in sheets])
    laid = _lay(tuple(zip(ids, (s for _, s in sheets), strict=True)))
    found = [x for x in pipeline.contradictions(manager, laid.article, laid.claims) if len({laid.home[c] for c in x.claims}) == 2]
    between = tuple(_between(n, x, laid) for n, x in enumerate(found, 1))
    told = {i: tuple(_elsewhere(i, x, laid) for x in between if i in _articles(x)) for i in ids}
    compared = tuple(Compared(i, replace(s, elsewhere=told[i])) for i, (_, s) in zip(ids, sheets, strict=True))
    return Comparison(generator=f"factcheck {__version__}", articles=compared, contradictions=between)


def _ids(names: Sequence[str]) -> list[str]:
    """Short names, each once: the file's name without its suffix and without a colon, which stands between article and claim."""
    out: list[str] = []
    for name in names:
        stem = (name.rsplit(".", 1)[0] or "article").replace(":", "-")
        number, made = 2, stem
        while made in out:
            made, number = f"{stem}-{number}", number + 1
        out.append(made)
    return out


@dataclass(frozen=True, slots=True)
class _Laid:
    article: Article
    claims: tuple[Claim, ...]
    home: Mapping[str, str]
    own: Mapping[str, Claim]
    """The claims as they stand in their own article, by ``article:claim``."""


def _lay(sheets: Sequence[tuple[str, Worksheet]]) -> _Laid:
    """All articles end to end, with their blocks, sentences and claims."""
    text = ""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    home: dict[str, str] = {}
    own: dict[str, Claim] = {}
    for name, sheet in sheets:
        by, block, sentence = len(text), len(blocks), len(sentences)
        article = sheet.article
        blocks += [replace(b, number=b.number + block, start=b.start + by, end=b.end + by) for b in article.blocks]
        for s in article.sentences:
            known = tuple(f"{name}:{c}" for c in s.claims)
            moved = replace(s, number=s.number + sentence, block=s.block + block, claims=known)
            sentences.append(replace(moved, start=s.start + by, end=s.end + by))
        for c in sheet.claims:
            made = replace(_moved(c, by), id=f"{name}:{c.id}", sentence=c.sentence + sentence, block=c.block + block)
            claims.append(made)
            home[made.id], own[made.id] = name, c
        text += article.text + GAP
    first = sheets[0][1].article
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    joined = replace(first, text=text, sha256=digest, blocks=tuple(blocks), sentences=tuple(sentences), links=(), pages=())
    return _Laid(joined, tuple(claims), home, own)


def _moved(claim: Claim, by: int) -> Claim:
    """A claim with all its offsets moved."""
    return replace(
        claim,
        start=claim.start + by,
        end=claim.end + by,
        details=tuple(replace(d, start=d.start + by, end=d.end + by) for d in claim.details),
        attribution=_attribution(claim.attribution, by) if claim.attribution else None,
        further_attributions=tuple(_attribution(a, by) for a in claim.further_attributions),
        flags=tuple(replace(f, span=_span(f.span, by)) for f in claim.flags),
        contradictions=(),
    )


def _attribution(a: Attribution, by: int) -> Attribution:
    return replace(
        a,
        content_span=(a.content_span[0] + by, a.content_span[1] + by),
        source_span=_span(a.source_span, by),
        cue_span=_span(a.cue_span, by),
        frame_span=_span(a.frame_span, by),
        details=tuple(replace(d, start=d.start + by, end=d.end + by) for d in a.details),
    )


def _span(span: Span | None, by: int) -> Span | None:
    return None if span is None else (span[0] + by, span[1] + by)


def _between(number: int, x: Contradiction, laid: _Laid) -> Between:
    severity = "disputed" if x.severity == "superseded" else x.severity  # what one article says later, the other does not take back
    return Between(
        id=f"A{number:02}",
        kind=x.kind,
        severity=severity,
        rule=x.rule,
        claims=x.claims,
        occurrences=x.occurrences,
        words=tuple(laid.article.text[s:e] for s, e in x.spans),
        explanation=f"{' against '.join(dict.fromkeys(laid.home[c] for c in x.claims))}: {x.explanation}",
        resolve=x.resolve,
        by=x.by,
    )


def _articles(x: Between) -> set[str]:
    return {c.rsplit(":", 1)[0] for c in x.claims}


def _elsewhere(article: str, x: Between, laid: _Laid) -> Elsewhere:
    """The finding as one of its two articles sees it."""
    mine = next(c for c in x.claims if laid.home[c] == article)
    theirs = next(c for c in x.claims if laid.home[c] != article)
    there = laid.own[theirs]
    return Elsewhere(x.id, x.kind, x.severity, laid.own[mine].id, laid.home[theirs], there.id, there.text, x.explanation, x.resolve)
