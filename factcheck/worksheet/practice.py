"""Practice worksheets for teaching: the rows stand, every judgement is taken out and left to the students' white columns.

Compares a filled-in one with a key, row by row. Gives no grade and counts nothing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Verifiability
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.view import View
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet.build import column_infos

ROUTES = (
    Term("document", "Document", "a record, report or law settles it"),
    Term("person", "Person to ask", "somebody was there, decided it or knows"),
    Term("recompute", "Recompute", "the figures can be worked out again"),
    Term("archive", "Archive or earlier check", "it was reported or checked before"),
    Term("media", "Media or place to verify", "a picture, a recording or a map shows it"),
)
"""Ways to check, as students choose between them (PRODUCT.md, "route")."""
GIVEN = frozenset({"id", "position", "claim", "tick", "offered", "sentence"})
"""Machine columns of the checklist that judge nothing."""
FOLDED = frozenset({"evidence", "change", "waiting_for"})
"""White columns that make room for the students' own."""
NONE_TYPED = "–"


def _own(key: str, title: str, width: int, help_: str, choices: tuple[Term, ...] = ()) -> Column:
    type_ = "choice" if choices else "text"
    return Column(id=f"practice.{key}", title=title, type=type_, choices=choices, width=width, help=help_, by="factcheck:practice")


COLUMNS = (
    _own("source", "Your source", 18, "Whom do the words come from? Empty: the article's own voice."),
    _own("source_type", "Your source type", 13, "What kind of source is it?", v.SOURCE_TYPES),
    _own("kind", "Your kind", 14, "What kind of claim is it, first of all?", v.CLAIM_KINDS),
    _own("level", "Your level", 12, "Can it be checked?", v.LEVELS),
    _own("route", "Your route", 14, "Where would you look first?", ROUTES),
    _own("flags", "Your flags", 15, "What would you look at twice? Several are typed with commas.", v.FLAGS),
    _own("priority", "Your priority", 10, "What comes first? At most a quarter is high.", v.PRIORITIES),
    _own("contradicts", "Speaks against", 11, "Rows that it does not fit: C004, C009."),
)
"""What students fill in, in this order."""


def blank(worksheet: Worksheet) -> Worksheet:
    """A worksheet without judgements: no sources, roads, readings, levels, routes, flags, priorities, contradictions, repeats.

    Claims, details and offered sources stay, and so do ids and fingerprints, by which a key is compared.
    """
    declared = tuple(c for c in worksheet.columns if c.table != "claims" or c.side == "checker" or c.id in GIVEN)
    return dataclasses.replace(
        worksheet,
        claims=tuple(_blank(c) for c in worksheet.claims),
        contradictions=(),
        sources=(),
        quotations=tuple(dataclasses.replace(q, speaker=None) for q in worksheet.quotations),
        columns=(*declared, *column_infos(COLUMNS)),
        practice=True,
    )


def _blank(claim: Claim) -> Claim:
    return Claim(
        id=claim.id,
        fingerprint=claim.fingerprint,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        sentence=claim.sentence,
        block=claim.block,
        by=claim.by,
        details=claim.details,
        offered_sources=claim.offered_sources,
        verifiability=Verifiability(reason_code="practice", reason="Left to the student."),
    )


def columns(known: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of a practice worksheet: what judges is out of the checklist, the students' own stand after what is given.

    Args:
        known: all declared columns.
    """
    claims = [c for c in known if c.table == "claims"]
    given = [c for c in claims if c.side == "machine" and c.id in GIVEN]
    white = [dataclasses.replace(c, group="evidence") if c.id in FOLDED else c for c in claims if c.side == "checker"]
    front = [c for c in given if c.group == "work"]
    rest = [c for c in given if c.group != "work"]
    return (*front, *COLUMNS, *white, *rest, *(c for c in known if c.table != "claims"))


@dataclass(frozen=True, slots=True)
class Difference:
    """A row on which a student and the key differ.

    Args:
        row: its id.
        position: '5.1', '' for an added row.
        text: its words.
        values: (what, the student's value, the key's value), as people read them.
    """

    row: str
    position: str
    text: str
    values: tuple[tuple[str, str, str], ...]


def differences(student: Worksheet, key: Worksheet) -> tuple[Difference, ...]:
    """Row by row, what a student chose and what the key says where they are not the same.

    The route is compared only where the key is a practice worksheet too: a normal one names sources, not ways.

    Args:
        student: a filled-in practice worksheet.
        key: a filled-in practice worksheet, or a normal worksheet of the same draft.
    Raises:
        FactcheckError: ``student`` is no practice worksheet, or the two are of different drafts.
    """
    if not student.practice:
        raise FactcheckError("is no practice worksheet", hint="give the student's worksheet first, then the key")
    if student.article.sha256 != key.article.sha256 or [c.fingerprint for c in student.claims] != [c.fingerprint for c in key.claims]:
        raise FactcheckError("the practice worksheet and the key are of different drafts", hint="make both from the same article")
    view, mine = View(student), _typed(student)
    theirs = _typed(key) if key.practice else _judged(key)
    out = [_row(c.id, view.position(c), c.text, mine, theirs) for c in student.claims]
    out += [Difference(a.id, "", a.text, (("Added row", a.text, NONE_TYPED),)) for a in student.added_claims if a not in key.added_claims]
    out += [Difference(a.id, "", a.text, (("Added row", NONE_TYPED, a.text),)) for a in key.added_claims if a not in student.added_claims]
    return tuple(d for d in out if d.values)


Values = Mapping[str, Callable[[str], str]]
"""By column id: the value of a row, '' where there is none. A column that is not there is not compared."""


def _row(row: str, position: str, text: str, mine: Values, theirs: Values) -> Difference:
    found = []
    for column in COLUMNS:
        if column.id in mine and column.id in theirs:
            a, b = mine[column.id](row), theirs[column.id](row)
            if _compared(column, a) != _compared(column, b):
                found.append((column.title.removeprefix("Your ").capitalize(), _shown(column, a), _shown(column, b)))
    return Difference(row, position, text, tuple(found))


def _typed(w: Worksheet) -> Values:
    """What was filled in; that two rows do not fit counts for both, on whichever it was typed."""
    against: dict[str, dict[str, None]] = {}
    for row, entry in w.entries.items():
        for other in _ids(_entry(entry, _column("contradicts"))):
            against.setdefault(row, {})[other] = None
            against.setdefault(other, {})[row] = None

    def value(column: Column) -> Callable[[str], str]:
        return lambda row: _entry(w.entries.get(row, {}), column)

    return {**{c.id: value(c) for c in COLUMNS}, "practice.contradicts": lambda row: ", ".join(sorted(against.get(row, ())))}


def _judged(w: Worksheet) -> Values:
    """What a normal worksheet says of its rows."""
    claims = {c.id: c for c in w.claims}
    sides = {x.id: x.claims for x in w.contradictions}

    def of(read: Callable[[Claim], str]) -> Callable[[str], str]:
        return lambda row: read(claims[row])

    def against(c: Claim) -> str:
        return ", ".join(sorted({i for x in c.contradictions for i in sides.get(x, ()) if i != c.id}))

    return {
        "practice.source": of(lambda c: c.attribution.source if c.attribution else ""),
        "practice.source_type": of(lambda c: c.attribution.source_type if c.attribution else ""),
        "practice.kind": of(lambda c: c.kind),
        "practice.level": of(lambda c: c.verifiability.level),
        "practice.flags": of(lambda c: ", ".join(dict.fromkeys(f.code for f in c.flags))),
        "practice.priority": of(lambda c: c.verifiability.priority),
        "practice.contradicts": of(against),
    }


def _column(key: str) -> Column:
    return next(c for c in COLUMNS if c.id == f"practice.{key}")


def _entry(entry: Mapping[str, str], column: Column) -> str:
    """An entry, under the column's id or, from a file that another program wrote, under its heading."""
    return (entry.get(column.id) or entry.get(column.title) or "").strip()


_BETWEEN = compiled(r"\s*[,;·\n]\s*")
_ID = compiled(r"\b[CN]\d{2,9}\b", re.IGNORECASE)


def _ids(words: str) -> Iterator[str]:
    yield from (m[0].upper() for m in _ID.finditer(words))


def _compared(column: Column, value: str) -> frozenset[str]:
    """A value as it is compared: ids of its terms, without order, case and the article before a name."""
    if column.id == "practice.contradicts":
        return frozenset(_ids(value))
    if column.id == "practice.source":
        return frozenset({" ".join(value.casefold().removeprefix("the ").split())})
    return frozenset(_terms(column, value))


def _terms(column: Column, value: str) -> Iterable[str]:
    terms = tuple(t for t in column.choices if isinstance(t, Term))
    return [v.id_of(terms, part) or part.casefold() for part in _BETWEEN.split(value) if part.strip()]


def _shown(column: Column, value: str) -> str:
    """A value as people read it, on one line."""
    terms = tuple(t for t in column.choices if isinstance(t, Term))
    if terms:
        value = ", ".join(v.title(terms, part) for part in _terms(column, value))
    return " ".join(value.split()) or NONE_TYPED


__all__ = ["COLUMNS", "ROUTES", "Difference", "blank", "columns", "differences"]
