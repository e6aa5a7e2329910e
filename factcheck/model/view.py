"""A worksheet with its look-ups: positions, sentences, roads. What columns and formats read instead of searching."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from factcheck.model.article import Block, Sentence
from factcheck.model.claim import Claim
from factcheck.model.contradiction import Contradiction
from factcheck.model.worksheet import Elsewhere, Worksheet


class View:
    """Read-only look-ups over one worksheet, each made once."""

    def __init__(self, worksheet: Worksheet) -> None:
        self.worksheet = worksheet
        self.article = worksheet.article

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.worksheet.claims}

    @cached_property
    def contradictions(self) -> Mapping[str, Contradiction]:
        """Contradictions by id."""
        return {x.id: x for x in self.worksheet.contradictions}

    @cached_property
    def sentences(self) -> Mapping[int, Sentence]:
        """Sentences by number."""
        return {s.number: s for s in self.article.sentences}

    @cached_property
    def blocks(self) -> Mapping[int, Block]:
        """Blocks by number."""
        return {b.number: b for b in self.article.blocks}

    @cached_property
    def _positions(self) -> Mapping[int, str]:
        out, last, index = {}, None, 0
        for s in self.article.sentences:
            index = index + 1 if s.block == last else 1
            last = s.block
            out[s.number] = f"{s.block}.{index}"
        return out

    @cached_property
    def _repeats(self) -> Mapping[str, tuple[Claim, ...]]:
        groups: dict[str, list[Claim]] = {}
        for c in self.worksheet.claims:
            if c.repeats:
                groups.setdefault(c.repeats, []).append(c)
        return {k: tuple(v) for k, v in groups.items()}

    def position(self, claim: Claim) -> str:
        """Where a claim stands: '5.1' is the first sentence of block 5."""
        return self._positions.get(claim.sentence, "")

    def place(self, sentence: int) -> str:
        """Where a sentence stands, by its number, or ''."""
        return self._positions.get(sentence, "")

    def page(self, claim: Claim) -> int | None:
        """The page of the file on which a claim begins, or None where the file has no pages."""
        pages = self.article.pages
        return bisect_right(pages, claim.start) + 1 if pages else None

    @cached_property
    def _elsewhere(self) -> Mapping[str, tuple[Elsewhere, ...]]:
        found: dict[str, list[Elsewhere]] = {}
        for e in self.worksheet.elsewhere:
            found.setdefault(e.claim, []).append(e)
        return {claim: tuple(rows) for claim, rows in found.items()}

    def elsewhere(self, claim: Claim) -> tuple[Elsewhere, ...]:
        """What other articles on the same story say against a claim; from a comparison of several."""
        return self._elsewhere.get(claim.id, ())

    def repeats(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that state the same fact, the claim itself included; () where it is alone."""
        return self._repeats.get(claim.repeats, ()) if claim.repeats else ()

    def sentence_text(self, claim: Claim) -> str:
        """The literal sentence of a claim."""
        s = self.sentences.get(claim.sentence)
        return self.article.text[s.start : s.end] if s else claim.text

    def road(self, claim: Claim) -> str:
        """Origin → … → article, or '' for the article's own voice."""
        a = claim.attribution
        if a is None:
            return ""
        return " → ".join([*reversed(a.chain), a.source, *reversed(a.via), "article"])

    def entry(self, row_id: str) -> Mapping[str, str]:
        """What people typed for a row, by column id."""
        return self.worksheet.entries.get(row_id, {})

    def status(self, row_id: str) -> str:
        """The status of a row; 'not_checked' where nothing is typed."""
        return self.entry(row_id).get("status") or "not_checked"
