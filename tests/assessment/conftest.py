"""Claims made by hand, so that the assessment is tested without the other stations."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from factcheck.language.lexicon import Lexicons
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, Value
from factcheck.plugin.context import Context
from factcheck.plugin.lexicons import register_lexicons


def packaged() -> Lexicons:
    """All packaged lexicons."""
    return Lexicons({record.name: [record.load] for record in register_lexicons()})


@dataclasses.dataclass
class Hand:
    """An article of one block and sentence for each given text, and claims in it."""

    ctx: Context

    def claim(self, words: str, *, details: dict[str, str] | None = None, values: dict[str, Value] | None = None, **more: Any) -> Claim:
        """A claim over these words; ``details`` maps literal words to a kind, ``values`` the same words to a value."""
        text = self.ctx.article.text
        start = text.index(words)
        sentence = next(s for s in self.ctx.article.sentences if s.start <= start < s.end)
        found = []
        for shown, kind in (details or {}).items():
            at = text.index(shown, start)
            found.append(Detail(kind, shown, at, at + len(shown), id=f"C001.{len(found) + 1}", value=(values or {}).get(shown)))
        kind = more.pop("kind", "event")
        return Claim(
            id=more.pop("id", "C001"),
            fingerprint=fingerprint(words),
            text=words,
            start=start,
            end=start + len(words),
            sentence=sentence.number,
            block=sentence.block,
            kind=kind,
            kinds=(kind,),
            details=tuple(sorted(found, key=lambda d: d.start)),
            **more,
        )

    def said(self, source: str, cue: str | None = "said", **more: Any) -> Attribution:
        """An attribution whose source and cue words are found in the text."""
        text = self.ctx.article.text
        at, cue_at = text.find(source), text.find(cue) if cue else -1
        more.setdefault("source_type", "named_person")
        spans = [s for s in ((at, at + len(source)) if at >= 0 else None, (cue_at, cue_at + len(cue or "")) if cue_at >= 0 else None) if s]
        frame = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None
        return Attribution(
            source=more.pop("name", source),
            cue=cue,
            source_span=(at, at + len(source)) if at >= 0 else None,
            cue_span=(cue_at, cue_at + len(cue or "")) if cue_at >= 0 else None,
            frame_span=more.pop("frame_span", frame),
            **more,
        )

    def over(self, *claims: Claim, **more: Any) -> Context:
        """The context with these claims."""
        return self.ctx.with_claims(claims, **more)


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    """All packaged lexicons, read once."""
    return packaged()


@pytest.fixture
def hand(lexicons: Lexicons) -> Callable[..., Hand]:
    """``hand("One paragraph.", "Another.", kinds=("headline",))`` makes an article."""

    def make(*paragraphs: str, kinds: tuple[str, ...] = (), language: str = "en") -> Hand:
        blocks, at = [], 0
        for n, text in enumerate(paragraphs, 1):
            blocks.append(Block(n, kinds[n - 1] if n <= len(kinds) else "paragraph", at, at + len(text)))
            at += len(text) + 2
        sentences = tuple(Sentence(b.number, b.number, b.start, b.end) for b in blocks)
        article = Article(text="\n\n".join(paragraphs), blocks=tuple(blocks), sentences=sentences, language=language)
        return Hand(Context(article, lexicons))

    return make
