"""What the templates of the HTML worksheet see: frozen records of words ready to print. No look-ups, no markup.

Every text is plain text; the templates escape it. A template of one's own gets exactly this ``page``.
"""

from __future__ import annotations

from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One white cell.

    Args:
        row: the id that its entry is kept under.
        column, title, type, help: of the declared column.
        value: what was typed, a choice by its title; "" where nothing was.
    """

    row: str
    column: str
    title: str
    type: str
    help: str
    value: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that is printed in one way.

    Args:
        text: the literal words.
        claims: ids of the claims it belongs to; () outside claims.
        starts: ids of the claims that begin here.
        priority: the highest priority of its claims, "" outside claims.
        sentence: "5.1" where a sentence begins here, else "".
        declared: title of the reason where it is declared to hold nothing to check, else "".
        declared_ends: whether the declared sentence ends here.
        strong: words to stress: the claim of a row, the side of a contradiction.
    """

    text: str
    claims: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    priority: str = ""
    sentence: str = ""
    declared: str = ""
    declared_ends: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the proof. ``number`` counts through the article."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ProofBlock:
    """A block of the proof. ``kind`` is the id, ``title`` what people read."""

    number: int
    kind: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A detail to tick off."""

    id: str
    text: str
    kind: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag or link on a row: its words, the reason, the id that it leads to ("" leads nowhere), and whether it accuses nobody."""

    text: str
    reason: str = ""
    target: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A source that the draft offers; ``href`` is "" where the address is not one to click on."""

    text: str
    url: str
    href: str


@dataclass(frozen=True, slots=True)
class Check:
    """One way to check a claim.

    Args:
        label: Said, So, or "" for a thing to do.
        text: what to look at.
        as_in: a row near above that says the same, or "": paper refers to it.
    """

    label: str
    text: str
    as_in: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Whom a row's words come from.

    Args:
        road: origin → … → article; "" is the article's own voice.
        about: source type, directness and anonymity in words.
        ambiguity: what is not sure about it.
        ticks: details of the frame, ticked once per source and occasion.
        as_in: the row above with the same road and frame, or "".
    """

    road: str
    about: str = ""
    ambiguity: str = ""
    ticks: tuple[Tick, ...] = ()
    as_in: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quotation, ticked as a whole.

    Args:
        words: its words, shortened in the middle; the sentence has them all.
        ticks: the boxes: speaker, wording, context, translation, and those that plugins add.
        cells: the other white cells.
    """

    id: str
    words: str
    speaker: str
    claims: tuple[str, ...]
    ticks: tuple[Cell, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim's row.

    Args:
        pieces: the claim in its sentence, where it is the sentence's only claim; else the claim alone.
        priority, status: ids. ``sign``: the status sign. ``level``: title, "" where it is plainly verifiable.
        reading: the claim with pronouns filled in, "" where it says no more.
        ticks: details inside the claim.
        quotes: ids of quotations that it lies in and that are ticked at another row.
        marks: flags, contradictions, repeats, rows to read it with.
        extras: (title, value) of machine columns that plugins add to the working view.
        why: (title, value) of the analysis columns, for who asks.
        cells: the working view's white cells. ``more``: those of the other groups that are filled in.
        sources: ids of its sources, for the filter.
    """

    id: str
    position: str
    pieces: tuple[Piece, ...]
    priority: str
    priority_title: str
    level: str
    status: str
    sign: str
    done: bool
    reading: str
    ambiguity: str
    ticks: tuple[Tick, ...]
    frame: Frame
    quotes: tuple[str, ...]
    checks: tuple[Check, ...]
    marks: tuple[Mark, ...]
    offered: tuple[Offered, ...]
    extras: tuple[tuple[str, str], ...]
    why: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    more: tuple[Cell, ...]
    sources: tuple[str, ...]
    quotations: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True)
class SentenceRows:
    """A sentence with the rows of its claims, or its reason for having none.

    Args:
        pieces: the sentence, printed above its rows; () where its only row prints it.
        kind: title of the block's kind, "" for running text.
        declared: title of the reason where it holds nothing to check, else "".
    """

    number: int
    position: str
    kind: str
    pieces: tuple[Piece, ...]
    declared: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A claim that a person added."""

    id: str
    text: str
    position: str
    sign: str
    status: str
    done: bool
    cells: tuple[Cell, ...]
    more: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a plain table: machine cells as (column id, words), then white cells; ``kind`` is a name's, else ""."""

    id: str
    kind: str
    words: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Names, sources, contact log. ``widths``: of the columns in percent, machine side first."""

    id: str
    title: str
    machine: tuple[tuple[str, str], ...]
    checker: tuple[tuple[str, str], ...]
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction, in its sentence, the words that conflict stressed."""

    claim: str
    position: str
    who: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A contradiction.

    Args:
        elsewhere: ids of the other claims that state either value.
        words: (title, value) of machine columns that plugins add.
    """

    id: str
    severity: str
    severity_title: str
    kind: str
    sides: tuple[Side, ...]
    explanation: str
    resolve: str
    elsewhere: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to ask a source about; quoted words are not read out: ask for the facts inside."""

    claim: str
    position: str
    text: str
    do_not_read_out: bool
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """One source on one page."""

    id: str
    name: str
    type: str
    roads: tuple[str, ...]
    anonymous: bool
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StartRow:
    """A row that matters most, with why."""

    id: str
    position: str
    text: str
    why: str
    done: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to ask: a source with its type and the first rows it stands behind, repeats left out; ``more`` counts the others."""

    id: str
    name: str
    type: str
    claims: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page.

    Args:
        counts: (number, what it counts).
        start: the rows that matter most, one of each repeat group.
        conflicts: (id, line) of what cannot both be right. ``disputes``: (severity, ids) of the rest: the story, updates, spellings.
        ask: whom to ask; ``more_to_ask`` counts the sources that the cover has no room for. ``at_close``: (claim id, words): true only now.
        fields: deadline, checker and the like. ``outside``: what this text does not hold.
        legend: (heading, ((sign, title, meaning), …)).
        problems: what plugins failed at.
    """

    counts: tuple[tuple[int, str], ...]
    start: tuple[StartRow, ...]
    conflicts: tuple[tuple[str, str], ...]
    disputes: tuple[tuple[str, tuple[str, ...]], ...]
    ask: tuple[Person, ...]
    more_to_ask: int
    at_close: tuple[tuple[str, str], ...]
    fields: tuple[Cell, ...]
    outside: tuple[Cell, ...]
    limits: tuple[str, ...]
    notes: tuple[str, ...]
    legend: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page.

    Args:
        draft: label of the draft, "" where nobody gave one.
        date: the date to print, "" by default.
        short_hash: first eight digits of the text's SHA-256: which draft this is.
        parts: what is shown and printed; a part that is left out is in the file and comes back when it is ticked under "Parts".
        chosen: whether somebody chose them; else the call sheets stand on the screen and are not printed.
        practice: whether it is for teaching: its judgements are left to students.
        legal: accused persons and bodies with their answer. ``gone``: rows that are no longer in the draft.
        filters: (what, ((id, title), …)) to choose rows by: status, priority, source.
        worksheet: the contract's JSON. ``settings``: what the script needs to know, as JSON.
    """

    language: str
    title: str
    byline: str
    published: str
    url: str
    file: str
    practice: bool
    draft: str
    date: str
    generator: str
    short_hash: str
    cover: Cover
    proof: tuple[ProofBlock, ...]
    sentences: tuple[SentenceRows, ...]
    added: tuple[AddedRow, ...]
    loose_quotations: tuple[QuoteRow, ...]
    contradictions: tuple[Pair, ...]
    names: PlainTable
    sources: PlainTable
    contacts: PlainTable
    legal: PlainTable
    gone: PlainTable
    calls: tuple[CallSheet, ...]
    parts: frozenset[str]
    chosen: bool
    filters: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    worksheet: str
    settings: str
