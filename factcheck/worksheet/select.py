"""Extracts of a worksheet: the open rows, the corrections, the contact log; and a worksheet without its contacts.

An extract is a worksheet that keeps the contract: the whole article, fewer rows. It is filled in like any other and merged back into the
whole one; nothing is changed in what it was made from.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from factcheck.model.article import Sentence
from factcheck.model.claim import Claim
from factcheck.model.contradiction import Contradiction
from factcheck.model.worksheet import SourceRow, Worksheet
from factcheck.worksheet.names import follow
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.read_with import among

TABLES: Mapping[str, tuple[str, ...]] = {"open": ("claims",), "corrections": ("claims",), "contacts": ("contacts",)}
"""What can be asked for, and the tables that a plain list of it shows."""
LEFT_OUT = "left_out"
CORRECTED = frozenset({"wrong", "confirmed_with_change"})
PRIVATE = ("reached", "identity_checked")
"""Columns of the sources that say who somebody is and how to reach them."""


def is_open(entry: Mapping[str, str]) -> bool:
    """Whether a row is still to be done."""
    return not is_done(entry)


def is_correction(entry: Mapping[str, str]) -> bool:
    """Whether a row changes the draft: a change or a decision is written down, or its status asks for one.

    >>> is_correction({"change": "45 beds"}), is_correction({"status": "wrong"}), is_correction({"status": "confirmed"})
    (True, True, False)
    """
    return bool(entry.get("change", "").strip() or entry.get("decided", "").strip()) or entry.get("status") in CORRECTED


RULES: Mapping[str, Callable[[Mapping[str, str]], bool]] = {
    "open": is_open,
    "corrections": is_correction,
    "contacts": lambda entry: False,
}


def select(whole: Worksheet, only: str) -> Worksheet:
    """The extract of a worksheet.

    Args:
        only: open (rows that are not done), corrections (rows that change the draft) or contacts (the contact log, no rows).
    """
    rule = RULES[only]
    rows = (*(c.id for c in whole.claims), *(a.id for a in whole.added_claims))
    kept = {row for row in rows if rule(whole.entries.get(row, {}))}
    together = {x.id for x in whole.contradictions if kept.issuperset(x.claims)}
    torn = {x.id: x for x in whole.contradictions if x.id not in together}
    left_out = {row: None for row in rows if row not in kept}
    claims = tuple(among(_claim(c, torn), left_out) for c in whole.claims if c.id in kept)
    made = dataclasses.replace(
        whole,
        article=dataclasses.replace(
            whole.article,
            sentences=tuple(_sentence(s, _among(kept, s.claims)) for s in whole.article.sentences),
        ),
        claims=claims,
        contradictions=tuple(
            dataclasses.replace(x, occurrences=_among(kept, x.occurrences)) for x in whole.contradictions if x.id in together
        ),
        sources=tuple(_sources(whole, kept)),
        quotations=tuple(dataclasses.replace(q, claims=_among(kept, q.claims)) for q in whole.quotations if _among(kept, q.claims)),
        added_claims=tuple(a for a in whole.added_claims if a.id in kept),
        contacts=whole.contacts if only == "contacts" else (),
        extract=only,
    )
    return dataclasses.replace(made, entries=_entries(whole, made))


def _among(kept: set[str], ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in kept)


def _sentence(sentence: Sentence, claims: tuple[str, ...]) -> Sentence:
    """A sentence whose rows are all left out says so."""
    reason = sentence.nothing_to_check or (None if claims else LEFT_OUT)
    return dataclasses.replace(sentence, claims=claims, nothing_to_check=reason)


def _claim(claim: Claim, torn: Mapping[str, Contradiction]) -> Claim:
    """A claim without the contradictions whose other side is left out; what they say stays among the things to check."""
    lost = [torn[x] for x in claim.contradictions if x in torn]
    if not lost:
        return claim
    v = claim.verifiability
    told = tuple(f"{x.id}, with {', '.join(i for i in x.claims if i != claim.id)} (left out here): {x.explanation}" for x in lost)
    return dataclasses.replace(
        claim,
        contradictions=tuple(x for x in claim.contradictions if x not in torn),
        verifiability=dataclasses.replace(v, checks=(*v.checks, *told)),
    )


def _sources(whole: Worksheet, kept: set[str]) -> Iterator[SourceRow]:
    for s in whole.sources:
        own = _among(kept, s.claims)
        if own:
            yield dataclasses.replace(s, claims=own)


def _entries(whole: Worksheet, made: Worksheet) -> Mapping[str, Mapping[str, str]]:
    """What people typed for the rows that stay, and on the cover."""
    rows = {row.id for table in (made.claims, made.added_claims, made.contradictions, made.sources, made.quotations) for row in table}
    carried = follow(whole, dataclasses.replace(made, entries=whole.entries))
    return {key: entry for key, entry in carried.items() if key == "cover" or key in rows or key.split(".")[0] in rows}


def without_contacts(worksheet: Worksheet) -> Worksheet:
    """A worksheet to hand on: the contact log is empty, and nothing says how a source was reached or who it is."""
    private = {s.id for s in worksheet.sources} | {g.id for g in (worksheet.lineage.gone if worksheet.lineage else ())}
    entries = {
        key: {k: v for k, v in entry.items() if k not in PRIVATE} if key in private or key.startswith("sources+") else entry
        for key, entry in worksheet.entries.items()
    }
    return dataclasses.replace(worksheet, contacts=(), entries={k: v for k, v in entries.items() if v})


__all__ = ["LEFT_OUT", "TABLES", "is_correction", "is_open", "select", "without_contacts"]
