"""What hooks return: frozen, typed records that hold one pure function each, never callbacks.

A record's ``by`` is set by the manager to ``provider:id``. Records run in the order (priority, provider, id).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import field
from typing import Any

from factcheck.model.article import Article, Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail, Flag
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass
from factcheck.model.view import View
from factcheck.model.vocabulary import Term
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.context import Context

API = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A text on which a rule must fire, or must not.

    Args:
        text: a short article, written for this purpose.
        expect: what the record must say of it (a detail's words, a source, a claim, a flag, a rule id …);
            with ``fires=False``: what it must not say, or "" for nothing at all.
        fires: whether it must.
    """

    text: str
    expect: str = ""
    fires: bool = True


def must(text: str, expect: str) -> Example:
    """An example that must fire."""
    return Example(text, expect, True)


def must_not(text: str, unwanted: str = "") -> Example:
    """An example that must not fire."""
    return Example(text, unwanted, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share.

    Args:
        id: unique among records of its kind; lower case, digits, hyphen, underscore.
        title: what people read in lists.
        priority: lower runs first; 100 unless told.
        source: the authority of the rule: a style guide, paper, grammar, or "house rule".
        terms: open terms that this record emits beyond the vocabulary, as ``plugin.term``.
        examples: texts on which it must and must not fire.
        by: ``provider:id``, set by the manager.
    """

    id: str
    title: str = ""
    priority: int = 100
    source: str = ""
    terms: tuple[Term, ...] = ()
    examples: tuple[Example, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader reads.

    Args:
        name: the file's name without folders, "" for standard input.
        data: its bytes.
        charset: charset declared outside the bytes (a mail or HTTP header), else None.
        published: publication date that the user gave, ISO, else None.
    """

    name: str
    data: bytes
    charset: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader(Record):
    """Reads one input format.

    Args:
        suffixes: of the files it reads, in lower case, with the dot.
        read: ``read(source, settings) -> Article`` without sentences; raises FactcheckError on bad input.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Source, Mapping[str, Any]], Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributor(Record):
    """Finds who says what.

    Args:
        find: ``find(article, ctx)`` over the whole article, one for each stretch of content, without details.
    """

    find: Callable[[Article, Context], Iterable[Attribution]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailFinder(Record):
    """Finds what is ticked off by itself.

    Args:
        find: ``find(article, ctx)`` over the whole article; ids are given later.
    """

    find: Callable[[Article, Context], Iterable[Detail]]


@dataclass(frozen=True, slots=True)
class Extracted:
    """One claim found in a sentence.

    Args:
        start, end: its span, inside the sentence.
        kinds: claim kinds, the main one first; () lets the core say "event".
        reading: the claim with pronouns and elided subjects filled in brackets, or None.
        ambiguity: what is not sure, in words, or None.
    """

    start: int
    end: int
    kinds: tuple[str, ...] = ()
    reading: str | None = None
    ambiguity: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of a sentence, or the reason why it has none.

    Args:
        claims: what was found, with spans inside the sentence.
        nothing_to_check: a code of "nothing to check"; counts only where no extractor found a claim.
    """

    claims: tuple[Extracted, ...] = ()
    nothing_to_check: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimExtractor(Record):
    """Cuts a sentence into claims.

    Args:
        extract: ``extract(sentence, attributions, details, ctx)``; gets the attributions and details that touch the sentence.
    """

    extract: Callable[[Sentence, tuple[Attribution, ...], tuple[Detail, ...], Context], Extraction]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a claim states under a key; claims with the same key and different values are compared.

    Args:
        key: what the value is of: "killed|soldier", "weekday|2024-03-11", "name|renwck".
        value: the value; equal values are not compared.
        span: the words that state it.
        about: anything else that ``compare`` needs to know.
    """

    key: str
    value: Hashable
    span: Span
    about: Any = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact with the claim that states it.

    Args:
        claim: the first claim that states the value.
        fact: what it states.
    """

    claim: Claim
    fact: Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """What a contradiction detector found; the core adds ids, occurrences and ``by``.

    Args:
        kind, severity, scope: of the vocabulary.
        spans: the words that conflict, one or two.
        explanation: the two values and who says each, in one sentence.
        resolve: what would settle it.
        rule: "" is the detector's id.
    """

    kind: str
    severity: str
    spans: tuple[Span, ...]
    explanation: str
    resolve: str
    scope: str = "article"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Two statements that go together without speaking against each other; the core makes a quiet link of it, "read with", and no flag.

    Args:
        earlier: what the earlier claim is to the later one: a relation of the vocabulary, or plugin.relation.
        later: what the later claim is to the earlier one.
    """

    earlier: str
    later: str


def no_facts(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """For detectors that only look inside one claim."""
    return ()


def no_compare(a: Mention, b: Mention, ctx: Context) -> Finding | Related | None:
    """For detectors that only look inside one claim."""
    return None


def no_check(claim: Claim, ctx: Context) -> Iterable[Finding]:
    """For detectors that only compare claims."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionDetector(Record):
    """Finds what speaks against what, by keys and never by all pairs.

    Args:
        keys: the facts a claim states.
        compare: two mentions of one key with different values, the earlier first; None where they are compatible, ``Related`` where
            they are and a checker should read them together.
        check: what does not fit inside one claim.
    """

    keys: Callable[[Claim, Context], Iterable[Fact]] = no_facts
    compare: Callable[[Mention, Mention, Context], Finding | Related | None] = no_compare
    check: Callable[[Claim, Context], Iterable[Finding]] = no_check


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an assessor says of a claim; what it does not state stays at the default.

    Args:
        level, reason_code, reason: together, or None.
        score: 0..1, the highest of all assessors counts; weights add up inside one assessor.
        priority_reasons, routes, checks, flags: united over all assessors.
    """

    level: str | None = None
    reason_code: str = ""
    reason: str = ""
    score: float = 0.0
    priority_reasons: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


NOTHING = Assessment()
"""Said of a claim that an assessor has nothing to say of; the core passes over this very object at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessor(Record):
    """Judges whether, how urgently and how a claim can be checked. Runs after the contradictions.

    ``ctx.claims`` are all claims with their contradictions, ``ctx.contradictions`` the contradictions, and in the order of
    priorities ``claim.flags`` and ``claim.verifiability`` hold what earlier assessors said.

    Args:
        assess: ``assess(claim, ctx)``; ``NOTHING`` where it has nothing to say.
    """

    assess: Callable[[Claim, Context], Assessment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Record):
    """A column of one of the worksheet's tables; declared once, it serves workbook, page, CSV, JSON, docs and reading back.

    Args:
        side: "machine" (the tool fills it by ``value``) or "checker" (a person fills it in).
        type: text, choice, date, url or tick.
        choices: what can be chosen, as ids with titles, or as plain words.
        table: claims, names, sources, contradictions, quotations, gone, contacts or cover.
        group: "work" is the working view; anything else is a collapsed group of that heading.
        width: in characters.
        value: for the machine side: ``value(row, view) -> str``; a row of ``claims`` is a Claim, of ``sources`` a SourceRow and so on.
        help: one sentence for the heading's comment and the docs.
    """

    side: str = "checker"
    type: str = "text"
    choices: tuple[Term | str, ...] = ()
    table: str = "claims"
    group: str = "work"
    width: int = 14
    value: Callable[[Any, View], str] | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What the command line can ask of a format.

    Args:
        templates: a folder whose templates win over the packaged ones, or None.
        date: the date to print, ISO, or None.
        columns: the column records, built-in and plugins', in their order.
        tables: ids of the tables that were asked for; () is all of them. For formats that are plain lists.
        settings: of the plugin that the format comes from, defaults filled in.
        parts: the parts that a page shows and prints; () is its own choice. For formats that are pages.
    """

    templates: str | None = None
    date: str | None = None
    columns: tuple[Column, ...] = ()
    tables: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Record):
    """Writes a worksheet, and reads it back where it can.

    Args:
        suffix: with the dot: ".xlsx".
        write: ``write(worksheet, options) -> bytes``; the same input gives the same bytes.
        read: ``read(data, name) -> Worksheet`` with the entries, or None; raises FactcheckError naming the cell or key.
    """

    suffix: str
    write: Callable[[Worksheet, WriteOptions], bytes]
    read: Callable[[bytes, str], Worksheet] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon(Record):
    """Words for the analysis. Lexicons of one ``name`` are joined, later ones win word by word.

    Args:
        name: the lexicon it adds to: "cues", "units", "titles" …
        load: gives its tables, as ``tomllib`` would.
    """

    name: str
    load: Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Setting:
    """A declared setting of a plugin.

    Args:
        key: its name in the configuration.
        default: its value where nothing is configured; its type is the setting's type.
        help: one sentence.
        user_only: read from the user's own file and the command line only, refused in a project's: where data is written or sent to.
    """

    key: str
    default: Any
    help: str = ""
    user_only: bool = False


@dataclass(frozen=True, slots=True)
class Plugin:
    """What a plugin module may say of itself, as ``PLUGIN = Plugin(…)``; read before any hook.

    Args:
        api: the plugin API it is written for.
        settings: declared settings; unknown keys are refused.
        network: whether it goes out to the network; such a plugin is off until enabled.
        title: what people read in lists.
    """

    api: int = API
    settings: tuple[Setting, ...] = ()
    network: bool = False
    title: str = ""


__all__ = [
    "API",
    "NOTHING",
    "Assessment",
    "Assessor",
    "Attribution",
    "Attributor",
    "Claim",
    "ClaimExtractor",
    "Column",
    "Context",
    "Contradiction",
    "ContradictionDetector",
    "Detail",
    "DetailFinder",
    "Example",
    "Extracted",
    "Extraction",
    "Fact",
    "Finding",
    "Flag",
    "Format",
    "Lexicon",
    "Mention",
    "Plugin",
    "Reader",
    "Record",
    "Related",
    "Setting",
    "Source",
    "Term",
    "WriteOptions",
    "must",
    "must_not",
]
