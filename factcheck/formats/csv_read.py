"""Reads a filled-in CSV back: what people typed, by heading and row number. A table holds no article, so the worksheet is an extract
that only counting and merging can use. Loses no cell; what cannot be placed is told."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterator, Mapping, Sequence

from factcheck.formats.csv_text import KEPT, named, unguard
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Verifiability
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.model.vocabulary import PRIORITIES, id_of
from factcheck.model.worksheet import AddedClaim, Problem, Worksheet
from factcheck.plugin.records import Column
from factcheck.worksheet import columns as declared
from factcheck.worksheet.merge import TABLE
from factcheck.worksheet.typed import fold, kept, like

HOOK = "reading the table"
HEAD_WITHIN = 30
"""The heading row is looked for in so many rows."""
_CLAIM, _ADDED = compiled(r"C\d{3,9}\Z"), compiled(r"N\d{2,9}\Z")
_HINT = "give a CSV that factcheck wrote, or the worksheet as .xlsx or .json"


@dataclasses.dataclass(frozen=True, slots=True)
class _Found:
    """The table in the file.

    Args:
        rows: (line of the file, cells) below the headings.
        columns: declared column by place.
        own: heading by place, of columns that people added.
        key: place of what names the row, -1 where it was deleted.
        hints: what was guessed.
    """

    rows: tuple[tuple[int, list[str]], ...]
    columns: Mapping[int, Column]
    own: Mapping[int, str]
    key: int
    hints: tuple[str, ...]


def read(data: bytes, name: str) -> Worksheet:
    """The extract that a filled-in table is.

    Raises:
        FactcheckError: it holds no table, or its rows cannot be told any more.
    """
    text = _decoded(data)
    contacts, claims = (_locate(text, table, name) for table in (declared.CONTACTS, declared.CLAIMS))
    if len(contacts.columns) > len(claims.columns):
        return _contacts(contacts)
    if not claims.columns:
        raise FactcheckError("holds no heading of a worksheet", name, _HINT)
    return _claims(claims, name)


def _decoded(data: bytes) -> str:
    """Text as programs save it: UTF-8, UTF-16 with a mark (Excel's "Unicode text"), else the Windows code page."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _records(text: str, separator: str) -> list[tuple[int, list[str]]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    out = []
    for cells in reader:
        out.append((reader.line_num, [unguard(c.replace("\r\n", "\n").replace("\r", "\n")) for c in cells]))
    return out


def _locate(text: str, columns: Sequence[Column], name: str) -> _Found:
    """The heading row, by the separator that finds most headings."""
    known = {fold(c.title) for c in columns} | {fold(c.id) for c in columns}
    best: tuple[int, int, list[tuple[int, list[str]]]] = (0, 0, [])
    for separator in ",;\t|":
        try:
            records = _records(text, separator)
        except csv.Error as error:
            raise FactcheckError(f"cannot be read as a table ({error})", name, _HINT) from error
        for at, (_, cells) in enumerate(records[:HEAD_WITHIN]):
            score = sum(fold(c) in known for c in cells)
            if score > best[0]:
                best = (score, at, records)
    score, at, records = best
    if score < min(2, len(columns)):
        return _Found((), {}, {}, -1, ())
    return _mapped(records[at][1], tuple(records[at + 1 :]), columns)


def _mapped(headings: list[str], rows: tuple[tuple[int, list[str]], ...], columns: Sequence[Column]) -> _Found:
    """Which heading is which column: by its words, else by likeness; the rest are people's own."""
    left, found, hints = list(columns), {}, []
    key = next((n for n, h in enumerate(headings) if fold(h) == fold(KEPT)), -1)
    for n, words in enumerate(headings):
        match = next((c for c in left if fold(words) in (fold(c.title), fold(c.id))), None)
        if match is not None:
            found[n] = match
            left.remove(match)
    for n, words in enumerate(headings):
        near = like(words, left) if n not in found and n != key and words.strip() else None
        if near is not None:
            found[n] = near
            left.remove(near)
            hints.append(f"the heading {words.strip()!r} is read as {near.title!r}")
    if key < 0:
        key = next((n for n in range(len(headings)) if n not in found and any(named(_at(cells, n))[1] for _, cells in rows)), -1)
    return _Found(rows, found, _own(headings, rows, {*found, key}), key, tuple(hints))


def _own(headings: Sequence[str], rows: Sequence[tuple[int, list[str]]], taken: set[int]) -> dict[int, str]:
    """Headings of people's own columns, each once; a column without heading is called by its number."""
    own: dict[int, str] = {}
    for n in range(max((len(c) for _, c in rows), default=0)):
        words = " ".join(_at(headings, n).split())
        if n in taken or not (words or any(_at(cells, n).strip() for _, cells in rows)):
            continue
        title = base = words or f"column {n + 1}"
        count = 2
        while title in own.values():
            title, count = f"{base} ({count})", count + 1
        own[n] = title
    return own


def _at(cells: Sequence[str], n: int) -> str:
    return cells[n] if 0 <= n < len(cells) else ""


def _place_of(found: _Found, column: str) -> int:
    return next((n for n, c in found.columns.items() if c.id == column), -1)


def _contacts(found: _Found) -> Worksheet:
    rows = tuple(entry for _, cells in found.rows if (entry := _typed(cells, found, everything=True)))
    return Worksheet(article=Article(sha256=_draft(found)), contacts=rows, extract=TABLE, problems=_problems(found.hints))


def _draft(found: _Found) -> str:
    return next((sha for _, cells in found.rows if (sha := named(_at(cells, found.key))[1])), "")


def _claims(found: _Found, name: str) -> Worksheet:
    id_at, claim_at = _place_of(found, "id"), _place_of(found, "claim")
    if id_at < 0:
        raise FactcheckError("has no column '#', so its rows cannot be told apart", name, "put it back from the file that factcheck wrote")
    if found.key < 0:
        hint = "put that column back from the file that factcheck wrote"
        raise FactcheckError(f"has no column {KEPT!r}, so nobody knows which draft it is of", name, hint)
    told = list(found.hints)
    claims: list[tuple[str, str, str, str]] = []
    entries: dict[str, dict[str, str]] = {}
    added: dict[str, str] = {}
    spare: list[tuple[dict[str, str], str]] = []
    for line, cells in found.rows:
        row_id, words = _at(cells, id_at).strip().upper(), _at(cells, claim_at)
        if _CLAIM.match(row_id) and row_id not in entries:
            entries[row_id] = _typed(cells, found, everything=False)
            claims.append((row_id, named(_at(cells, found.key))[0], words, _at(cells, _place_of(found, "priority"))))
            continue
        entry = _typed(cells, found, everything=not _CLAIM.match(row_id))
        if not entry and not words.strip():
            continue
        if _ADDED.match(row_id) and row_id not in entries:
            entries[row_id], added[row_id] = entry, words
        elif entry != entries.get(row_id):  # a row that was copied and not touched says nothing new
            if row_id:
                why = "is there twice; the second" if row_id in entries else "is no row of a worksheet; it"
                told.append(f"line {line}: {row_id} {why} is kept as a claim of its own")
            spare.append((entry, words))
    highest = max((int(row_id[1:]) for row_id in added), default=0)
    for number, (entry, words) in enumerate(spare, highest + 1):
        entries[f"N{number:02}"], added[f"N{number:02}"] = entry, words
    return Worksheet(
        article=Article(text="\n".join(words for _, _, words, _ in claims), sha256=_draft(found)),
        claims=tuple(_stand_in(claims)),
        entries={k: e for k, e in entries.items() if e},
        added_claims=tuple(AddedClaim(*row) for row in added.items()),
        extract=TABLE,
        problems=_problems(told),
    )


def _problems(told: Sequence[str]) -> tuple[Problem, ...]:
    return tuple(Problem("factcheck", HOOK, words) for words in told)


def _typed(cells: Sequence[str], found: _Found, *, everything: bool) -> dict[str, str]:
    """What a row says in its white cells.

    Args:
        everything: the row is people's own, its grey cells too.
    """
    out = {}
    for n, column in found.columns.items():
        if column.side == "machine" and (not everything or column.id in ("id", "claim")):
            continue
        value = kept(column, _at(cells, n)) if column.side == "checker" else _at(cells, n).strip()
        if value:
            out[column.id] = value
    return {**out, **{title: _at(cells, n) for n, title in found.own.items() if _at(cells, n).strip()}}


def _stand_in(rows: Sequence[tuple[str, str, str, str]]) -> Iterator[Claim]:
    """Claims as far as a table knows them, one after the other: they lie in no sentence."""
    at = 0
    for row_id, fingerprint, words, priority in rows:
        judged = Verifiability(priority=id_of(PRIORITIES, priority) or "low", reason_code=TABLE)
        yield Claim(row_id, fingerprint, words, at, at + len(words), 0, 0, verifiability=judged)
        at += len(words) + 1


__all__ = ["read"]
