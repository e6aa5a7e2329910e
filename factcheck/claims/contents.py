"""Contents that do not stand without their frame: "told them everything he knew", "admitted that it had fired". Never decides who speaks.

Sources: Quirk et al. (1985) 15.8 on nominal relatives; house rule for admissions: what somebody owns up to is checked as an admission,
since without its frame the row accuses them in the tool's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.readings import PLAIN
from factcheck.claims.rows import Row
from factcheck.claims.segments import Segment, frame_spans
from factcheck.language.clauses import FINITE
from factcheck.language.tokens import Tokens
from factcheck.model.article import Span
from factcheck.model.attribution import Attribution
from factcheck.model.patterns import compiled

_THINGS = frozenset({"everything", "anything", "something", "nothing", "all", "what", "whatever", "much"})
_OWN = frozenset({"he", "she", "it", "they", "we", "i"})
_FEW = "one|two|three|four|five|six|seven|eight|nine"
_MANY = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "half|most|hundreds|thousands|dozens|two-thirds|three-quarters"
)
_PARTED = 120  # characters of a frame between a subject and its verb
_APART = 3  # characters between the lead-in, the frame and the content of an admission


def names_it(words: Sequence[str], letters: str) -> bool:
    """Whether a content is only a thing with its relative, not a clause: "everything he did", "what she had seen".

    Args:
        words: its tokens in lower case.
        letters: their letters (``language.clauses``).
    """
    plain = [(w, c) for w, c in zip(words, letters, strict=True) if c not in '",.;']
    if len(plain) < 3 or plain[0][0] not in _THINGS or plain[1][1] not in "qN":
        return False
    rest = "".join(c for _, c in plain[2:])
    verbs = [n for n, c in enumerate(rest) if c in FINITE]
    return verbs[:1] == [0] and len(verbs) == 1 and not set(rest[1:]) & set("dnNmpr")


_SHARE = compiled(
    r"(?:(?:about|around|nearly|almost|over|under|some|just|only|roughly|more than|fewer than|less than|at least|up to|another)\s+){0,2}"
    rf"(?:(?:\d[\d,.]*|(?:{_MANY})(?:[-\s](?:{_FEW}))?)\s?(?:%|per\s?cents?\b|of\b|out\s+of\b|in\b)"
    rf"|(?:{_FEW})\s(?:per\s?cent\b|in\s|out\s+of\s))",
    re.IGNORECASE,
)
"""A source that is a share: "60 percent", "Twelve of the residents", "nine in 10". How many said it is the fact, not only what."""


def with_frames(rows: list[Row], attributions: Sequence[Attribution], admissions: frozenset[str], tokens: Tokens) -> list[Row]:
    """Rows that keep their frame: an admission about oneself, and what a counted share of people said.

    Args:
        rows: in order, not overlapping.
        attributions: those of the sentence.
        admissions: the cues of admission, in lower case.
    """
    for a in attributions:
        cue = tokens.text[slice(*a.cue_span)].lower().split() if a.cue_span else []
        counted = a.source_span is not None and _SHARE.match(tokens.text, *a.source_span) is not None
        if not counted and not any(w in admissions for w in cue):
            continue
        start, end = min(frame_spans(a), default=(0, 0))
        n = next((n for n, r in enumerate(rows) if 0 <= r.start - end <= _APART and r.content), None)
        if n is None:
            continue
        first = tokens.within(rows[n].start, rows[n].end)
        if not first or (not counted and tokens.lower[first.start] not in _OWN):
            continue
        low = start
        if n and 0 <= start - rows[n - 1].end <= _APART and not rows[n - 1].content:  # "… released a statement | admitting that"
            low = rows[n - 1].start
        rows = [*rows[: n - (low != start)], replace(rows[n], start=low, reading=PLAIN), *rows[n + 1 :]]
    return rows


_CONDITION = compiled(r"[\"“‘'«]?(?:if|unless)\s", re.IGNORECASE)


def with_conditions(rows: list[Row], kept: Sequence[Span], text: str) -> list[Row]:
    """Rows where a condition before the frame goes with what it conditions: "If the dam fails, X said, nine villages are lost".

    Args:
        rows: in order, not overlapping.
        kept: details that must stay in a row; a condition that holds one stays a row beside.
    """
    out: list[Row] = []
    for n, row in enumerate(rows):
        following = rows[n + 1] if n + 1 < len(rows) else None
        if following is None or not row.content or not following.content or row.shape != "clause" or not _CONDITION.match(text, row.start):
            out.append(row)
            continue
        condition, rest = text[row.start : row.end].rstrip(",”’\"'"), following.reading.text or text[following.start : following.end]
        rows[n + 1] = replace(following, reading=replace(following.reading, text=f"[{condition},] {rest}"))
        if any(row.start <= s and e <= row.end for s, e in kept):
            out.append(row)
    return out


def with_subjects(rows: list[Row], rest: Sequence[Segment], letters: str, tokens: Tokens) -> list[Row]:
    """Rows that begin with their verb because the frame parts it from its subject: "The dam, X often says, | is the oldest in Norland".

    Args:
        rows: in order, not overlapping.
        rest: the stretches that state nothing by themselves.
        letters: the letters of all tokens (``language.clauses``).
    """
    for n, row in enumerate(rows):
        at = tokens.within(row.start, row.end)
        opens = letters[at.start : at.stop].lstrip('"')[:1]
        before = max((s for s in rest if s.end <= row.start), key=lambda s: s.end, default=None)
        if not row.content or opens not in ("A", "F") or row.reading.text or before is None or row.start - before.end > _PARTED:
            continue
        words = tokens.within(before.start, before.end)
        inner = letters[words.start : words.stop].strip('"')
        if (
            inner[:1] not in tuple("dnNmq")
            or set(inner) & set("AFXru;:")
            or any(before.end <= r.start and r.end <= row.start for r in rows)
        ):
            continue
        subject = tokens.text[before.start : before.end].strip(' ,–—-"“”‘’')
        rows[n] = replace(row, reading=replace(row.reading, text=f"[{subject}] {tokens.text[row.start : row.end]}"))
    return rows
