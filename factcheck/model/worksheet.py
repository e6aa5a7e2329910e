"""The worksheet: the article, its rows, and what people typed. The public contract, factcheck-worksheet/1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Article, Span
from factcheck.model.claim import Claim
from factcheck.model.codec import doc, extra
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass

SCHEMA = "factcheck-worksheet/1"

Entries = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of the article, with the claims that come from it."""

    id: str = doc("S01; for ever")
    name: str = doc("the resolved name")
    type: str = doc("source type of the vocabulary")
    claims: tuple[str, ...] = doc("ids of its claims", ())
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, ticked once as a whole: speaker, wording, context, translation."""

    id: str = doc("Q01; for ever")
    start: int = doc("offset of the opening mark")
    end: int = doc("offset after the closing mark")
    speaker: str | None = doc("the resolved speaker, or null", None)
    claims: tuple[str, ...] = doc("ids of the claims inside it", ())
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column as the worksheet declares it, so that a file can be read without the plugin that added it."""

    id: str = doc("column id; a plugin's is plugin.column")
    title: str = doc("heading")
    side: str = doc("machine or checker")
    type: str = doc("text, choice, date, url or tick", "text")
    choices: tuple[str, ...] = doc("for a choice: what can be chosen", ())
    provider: str = doc("plugin that declares it", "factcheck")
    table: str = doc("the table it belongs to: claims, names, sources, …", "claims")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class AddedClaim:
    """A claim that a person added on a spare row."""

    id: str = doc("N01; for ever")
    text: str = doc("what they typed")
    sentence: int | None = doc("the sentence it belongs to, where it was given", None)
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A claim that is no longer in the draft; what people typed for it stays under its id."""

    id: str = doc("its id; never used again")
    text: str = doc("its words")
    position: str = doc("where it stood: '5.1'", "")
    status: str = doc("its status when it went", "not_checked")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a worksheet came from when a draft was revised."""

    previous_sha256: str = doc("sha256 of the text before")
    outcome: Mapping[str, str] = doc("claim id: same, moved, reworded, changed, gone or new", {})
    remarks: Mapping[str, Mapping[str, str]] = doc(
        "claim id: before (old words), why, diff, status (taken back), tie, in_draft", {}, optional=True
    )
    gone: tuple[GoneRow, ...] = doc("claims that are no longer in the draft, of all revisions", (), optional=True)
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure that cost a part of the worksheet, told instead of hidden."""

    plugin: str = doc("the plugin it belongs to")
    hook: str = doc("hook or step that failed")
    message: str = doc("what happened, in one line")
    claims: tuple[str, ...] = doc("ids of the claims that miss something because of it", ())
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another article on the same story says against a claim of this one; from a comparison of several."""

    id: str = doc("A01; the same in both articles")
    kind: str = doc("as of a contradiction")
    severity: str = doc("as of a contradiction")
    claim: str = doc("id of the claim here")
    article: str = doc("the other article")
    other: str = doc("id of the claim there")
    text: str = doc("its words")
    explanation: str = doc("the two values and who says each", "")
    resolve: str = doc("what would settle it", "")
    extra: Mapping[str, Any] = extra()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """Everything: written by ``generate``, filled in by people, read by every command."""

    schema: str = doc("factcheck-worksheet/1", SCHEMA)
    generator: str = doc("name and version of the program", "")
    article: Article = doc("the article", Article())
    claims: tuple[Claim, ...] = doc("the rows, in article order unless a plugin reordered them", ())
    contradictions: tuple[Contradiction, ...] = doc("what speaks against what", ())
    sources: tuple[SourceRow, ...] = doc("each source once", ())
    quotations: tuple[Quotation, ...] = doc("each quotation once", ())
    columns: tuple[ColumnInfo, ...] = doc("the declared columns of all tables", ())
    entries: Mapping[str, Mapping[str, str]] = doc(
        "all that people typed, by id of claim, detail, quotation, source, contradiction, added claim, or 'cover'; dates ISO; unknown columns kept",
        {},
    )
    added_claims: tuple[AddedClaim, ...] = doc("claims that people added", ())
    contacts: tuple[Mapping[str, str], ...] = doc("rows of the contact log", ())
    lineage: Lineage | None = doc("what became of each claim of the draft before", None)
    problems: tuple[Problem, ...] = doc("what failed while it was made", ())
    practice: bool | None = doc("true on a worksheet for teaching, whose judgements are left for students to fill in", None, optional=True)
    elsewhere: tuple[Elsewhere, ...] = doc("what other articles on the same story say against this one", (), optional=True)
    extract: str | None = doc("open, corrections or contacts on a worksheet that holds only these rows of another", None, optional=True)
    extra: Mapping[str, Any] = extra()


__all__ = [
    "SCHEMA",
    "AddedClaim",
    "Article",
    "Claim",
    "ColumnInfo",
    "Contradiction",
    "Elsewhere",
    "Entries",
    "Lineage",
    "Problem",
    "Quotation",
    "SourceRow",
    "Span",
    "Worksheet",
]
