"""The claim rows of the page, sentence by sentence. Words only: how they look is the templates' matter."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from factcheck.formats.html import cells
from factcheck.formats.html.page import AddedRow, Check, ClaimRow, Frame, Mark, Offered, Piece, QuoteRow, SentenceRows, Tick
from factcheck.formats.html.proof import pieces
from factcheck.model import vocabulary as v
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.view import View
from factcheck.plugin.records import Column
from factcheck.worksheet.columns import revision, same_as
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.select import LEFT_OUT
from factcheck.worksheet.tables import Row, Table, table

CLICKABLE = ("http://", "https://", "mailto:")
"""Addresses that become links; any other scheme of a draft stays text."""
LABELS = ("Said", "So")
NEAR = 8
"""How many rows a reference may go back: about half a printed page."""
QUOTED_ALONE = 60
"""A quotation longer than this many characters is shortened in the middle on its own row."""


@dataclasses.dataclass
class Told:
    """What the rows above have told, so that paper need not say it again: a line within the last rows is referred to."""

    count: int = 0
    lines: dict[str, tuple[str, int]] = dataclasses.field(default_factory=dict)

    def checks(self, c: Claim) -> tuple[Check, ...]:
        """How to check a claim, each line with the row near above that tells the same."""
        self.count += 1
        out = []
        for line in (*c.verifiability.routes, *c.verifiability.checks):
            at, when = self.lines.get(line, ("", -NEAR))
            if self.count - when >= NEAR:
                at = ""
                self.lines[line] = (c.id, self.count)
            label, colon, rest = line.partition(": ")
            out.append(Check(label, rest, at) if colon and label in LABELS else Check("", line, at))
        return tuple(out)


class Rows:
    """Makes the rows of one worksheet; holds its look-ups, nothing that outlives it."""

    def __init__(self, view: View, columns: Sequence[Column]) -> None:
        self.view, self.text = view, view.article.text
        self.claims: Table = table("claims", view, columns)
        self.work, self.beyond = cells.working(self.claims), cells.beyond(self.claims)
        self.analysis = [c for c in self.claims.columns if c.side == "machine" and c.group not in ("work",)]
        self.rows: Mapping[str, Row] = {r.id: r for r in self.claims.rows}
        self.sources: dict[str, list[str]] = {}
        for s in view.worksheet.sources:
            for cid in s.claims:
                self.sources.setdefault(cid, []).append(s.id)
        quoted = table("quotations", view, columns)
        self.quote_rows = {r.id: quote_row(r, quoted, self.text) for r in quoted.rows}
        self.quoted = {at for q in view.worksheet.quotations for at in range(q.start, q.end)}
        self.first: dict[str, list[QuoteRow]] = {}
        self.inside: dict[str, list[str]] = {}
        for q in view.worksheet.quotations:
            known = [cid for cid in q.claims if cid in view.claims]
            for cid in known[:1]:
                self.first.setdefault(cid, []).append(self.quote_rows[q.id])
            for cid in known[1:]:
                self.inside.setdefault(cid, []).append(q.id)

    def sentences(self) -> tuple[SentenceRows, ...]:
        """Every sentence in the order of the article; where a plugin reordered the rows, the page stays with the article."""
        by_sentence: dict[int, list[Claim]] = {}
        for c in sorted(self.view.worksheet.claims, key=lambda c: (c.start, c.end)):
            by_sentence.setdefault(c.sentence, []).append(c)
        out: list[SentenceRows] = []
        counts: dict[int, int] = {}
        told = Told()
        for s in self.view.article.sentences:
            counts[s.block] = counts.get(s.block, 0) + 1
            block = self.view.blocks.get(s.block)
            kind = "" if block is None or block.kind == "paragraph" or counts[s.block] > 1 else v.title(v.BLOCK_KINDS, block.kind)
            own = by_sentence.get(s.number, [])
            whole = tuple(p for _, p in pieces(self.text, s.start, s.end, own))
            rows = self._rows(own, whole if len(own) == 1 else None, told)
            if s.nothing_to_check == LEFT_OUT and not own:
                continue  # its rows are in the whole worksheet; the proof says so
            declared = v.title(v.NOTHING_TO_CHECK, s.nothing_to_check) if s.nothing_to_check and not own else ""
            out.append(SentenceRows(s.number, f"{s.block}.{counts[s.block]}", kind, () if len(own) == 1 else whole, declared, rows))
        return tuple(out)

    def _rows(self, claims: Sequence[Claim], alone: tuple[Piece, ...] | None, told: Told) -> tuple[ClaimRow, ...]:
        out: list[ClaimRow] = []
        frames: dict[object, str] = {}
        for c in claims:
            a = c.attribution
            key = (a.source, a.via, a.chain, a.frame_span or a.source_span) if a else None
            frame = self._frame(c, a, frames.get(key, "") if a else "")
            if a:
                frames.setdefault(key, c.id)
            out.append(self._row(c, alone or (Piece(c.text, (c.id,)),), frame, told.checks(c)))
        return tuple(out)

    def _row(self, c: Claim, shown: tuple[Piece, ...], frame: Frame, checks: tuple[Check, ...]) -> ClaimRow:
        row, entry = self.rows[c.id], self.view.entry(c.id)
        status = self.view.status(c.id)
        reading = c.reading or ""
        return ClaimRow(
            id=c.id,
            position=self.view.position(c),
            pieces=shown,
            priority=c.verifiability.priority,
            priority_title="" if self.view.worksheet.practice else v.title(v.PRIORITIES, c.verifiability.priority),
            level="" if c.verifiability.level == "verifiable" else v.title(v.LEVELS, c.verifiability.level),
            status=status,
            sign=v.STATUS_SIGNS.get(status, ""),
            done=is_done(entry),
            reading="" if reading == c.text else reading,
            ambiguity=c.ambiguity or "",
            ticks=self._ticks(c.details),
            frame=frame,
            quotes=tuple(self.inside.get(c.id, ())),
            checks=checks,
            marks=tuple(self._marks(c)),
            offered=tuple(Offered(o.text, o.url, o.url if o.url.lower().startswith(CLICKABLE) else "") for o in c.offered_sources),
            extras=cells.extras(self.claims.columns, row, cells.PRINTED),
            why=tuple(
                (k.title, row.cells[k.id]) for k in self.analysis if row.cells.get(k.id) and k.id not in ("sentence", "offered", "reading")
            ),
            cells=cells.white(self.work, row),
            more=cells.white(self.beyond, row, only_filled=True),
            sources=tuple(self.sources.get(c.id, ())),
            quotations=tuple(self.first.get(c.id, ())),
        )

    def _frame(self, c: Claim, a: Attribution | None, as_in: str) -> Frame:
        if a is None:
            return Frame("")
        parts = [v.title(v.SOURCE_TYPES, a.source_type), v.title(v.ANONYMITY, a.anonymity or "")]
        parts += [f"also {other.source}" for other in c.further_attributions]
        same = a.ambiguity if a.ambiguity and a.ambiguity != c.ambiguity else ""
        return Frame(self.view.road(c), ", ".join(filter(None, parts)), same, () if as_in else self._ticks(a.details), as_in)

    def _ticks(self, details: Iterable[Detail]) -> tuple[Tick, ...]:
        out: dict[str, Tick] = {}
        for d in details:
            if d.kind == "quotation" and d.start in self.quoted:
                continue  # ticked as a whole on its own row
            out.setdefault(d.text, Tick(d.id, d.text, v.title(v.DETAIL_KINDS, d.kind), cells.ticked(self.view.worksheet.entries, d.id)))
        return tuple(out.values())

    def _marks(self, c: Claim) -> Iterable[Mark]:
        for told in revision(c, self.view):
            yield Mark(told)
        for x_id in c.contradictions:
            x = self.view.contradictions.get(x_id)
            if x:
                yield Mark(f"{x.id} {v.title(v.SEVERITIES, x.severity).lower()}", x.explanation, x.id)
        for e in self.view.elsewhere(c):
            severity = v.title(v.SEVERITIES, e.severity).lower()
            yield Mark(f"{e.id} {severity}, {e.article} {e.other}: “{shortened(e.text)}”", e.explanation)
        reasons: dict[str, list[str]] = {}
        for f in c.flags:
            reasons.setdefault(f.code, []).append(f.reason)
        for code, why in reasons.items():
            yield Mark(v.title(v.FLAGS, code), " ".join(filter(None, why)))
        same = same_as(c, self.view)
        if same:
            yield Mark(same[1], "One check carries over: every detail is equal.", same[0])
        for r in c.read_with:
            other = self.view.claims.get(r.claim)
            words = shortened(other.text) if other else ""
            yield Mark(f"read with {r.claim}: {v.title(v.RELATIONS, r.relation)}", words, r.claim, quiet=True)

    def added(self) -> tuple[AddedRow, ...]:
        """Rows that people added."""
        sentences = self.view.sentences
        out = []
        for a in self.view.worksheet.added_claims:
            s = sentences.get(a.sentence) if a.sentence is not None else None
            row, status = self.rows[a.id], self.view.status(a.id)
            out.append(
                AddedRow(
                    a.id,
                    a.text,
                    f"{s.block}" if s else "",
                    v.STATUS_SIGNS.get(status, ""),
                    status,
                    is_done(self.view.entry(a.id)),
                    cells.white(self.work, row),
                    cells.white(self.beyond, row, only_filled=True),
                )
            )
        return tuple(out)

    def loose_quotations(self) -> tuple[QuoteRow, ...]:
        """Quotations without a claim of their own: nothing is missed."""
        placed = {q.id for rows in self.first.values() for q in rows}
        return tuple(q for q in self.quote_rows.values() if q.id not in placed)


def quote_row(row: Row, quoted: Table, text: str) -> QuoteRow:
    """A quotation's row."""
    q = row.item
    white = [c for c in quoted.columns if c.side == "checker"]
    return QuoteRow(
        q.id,
        shortened(text[q.start : q.end], 45),
        q.speaker or "",
        q.claims,
        cells.white((c for c in white if c.type == "tick"), row),
        cells.white((c for c in white if c.type != "tick"), row),
    )


def shortened(words: str, most: int = QUOTED_ALONE) -> str:
    """Words with their middle left out where they are many.

    >>> shortened("one two three four", 12)
    'one two … four'
    """
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    head, tail = flat[: most * 2 // 3].rsplit(" ", 1)[0], flat[-(most // 3) :].split(" ", 1)[-1]
    return f"{head} … {tail}"
