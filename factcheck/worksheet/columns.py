"""The built-in columns of all tables, declared once: workbook, page, CSV, Markdown, JSON, docs and reading back take them from here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.model.view import View
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Column

LISTED = 12
"""Rows that a row names as saying the same."""


def _tick(claim: Claim, view: View) -> str:
    """What to tick off: the claim's details, then those of its frame, each once."""
    own = " · ".join(dict.fromkeys(d.text for d in claim.details if d.kind != "quotation"))
    frame = " · ".join(dict.fromkeys(d.text for d in claim.attribution.details)) if claim.attribution else ""
    return "\n".join(filter(None, (own, f"frame: {frame}" if frame else "")))


def _position(claim: Claim, view: View) -> str:
    page = view.page(claim)
    return view.position(claim) + (f"\np. {page}" if page else "")


def _check(claim: Claim, view: View) -> str:
    return "\n".join((*claim.verifiability.routes, *claim.verifiability.checks))


def _flags(claim: Claim, view: View) -> str:
    """Flags, contradictions, repeats and what to read it with, in the words people see."""
    parts = [v.title(v.FLAGS, code) for code in dict.fromkeys(f.code for f in claim.flags)]
    parts += [f"{x}: {view.contradictions[x].kind}" for x in claim.contradictions if x in view.contradictions]
    parts += [f"{e.id}: {e.kind}, in {e.article} {e.other}" for e in view.elsewhere(claim)]
    same = same_as(claim, view)
    if same:
        parts.append(same[1])
    if claim.read_with:
        parts.append("read with " + ", ".join(f"{r.claim} ({v.title(v.RELATIONS, r.relation)})" for r in claim.read_with))
    return " · ".join([*revision(claim, view), *parts])


def same_as(claim: Claim, view: View) -> tuple[str, str] | None:
    """The first row that says the same and "same as C004, C009"; of very many rows the first few, or a chant would fill a book."""
    group = view.repeats(claim)
    first = [c.id for c in islice(group, LISTED + 1) if c.id != claim.id][:LISTED]
    if not first:
        return None
    more = len(group) - 1 - len(first)
    return first[0], f"same as {', '.join(first)}" + (f" and {more:,} more" if more else "")


def revision(claim: Claim, view: View) -> list[str]:
    """What became of the row since the draft before, where people have to look again."""
    lineage = view.worksheet.lineage
    if lineage is None:
        return []
    outcome, remark = lineage.outcome.get(claim.id), lineage.remarks.get(claim.id, {})
    if outcome == "new":
        return ["new in this draft"]
    told = {"reworded": "look again", "changed": "changed"}.get(outcome or "")
    was = f", was {v.title(v.STATUSES, remark['status'])}" if "status" in remark else ""
    shown = [f"{told}{was}: {remark.get('why', '')} {remark.get('diff', '')}".rstrip()] if told else []
    return [*shown, *(remark[key] for key in ("tie", "in_draft") if key in remark)]


def _attribution(field: str) -> Callable[[Claim, View], str]:
    def value(claim: Claim, view: View) -> str:
        found = getattr(claim.attribution, field, None) if claim.attribution else None
        return ", ".join(found) if isinstance(found, tuple) else str(found or "")

    return value


def _offered(claim: Claim, view: View) -> str:
    return "\n".join(f"{o.text}: {o.url}" if o.text != o.url else o.url for o in claim.offered_sources)


def _machine(
    id_: str, title: str, width: int, value: Callable[[Any, View], str], help_: str, *, table: str = "claims", group: str = "work"
) -> Column:
    return Column(id=id_, title=title, side="machine", width=width, value=value, help=help_, table=table, group=group)


def _typed(
    id_: str,
    title: str,
    width: int,
    help_: str,
    *,
    type_: str = "text",
    choices: tuple[v.Term, ...] = (),
    table: str = "claims",
    group: str = "work",
) -> Column:
    return Column(id=id_, title=title, side="checker", type=type_, choices=choices, width=width, help=help_, table=table, group=group)


CLAIMS = (
    _machine("id", "#", 6, lambda c, view: c.id, "Id of the row; for ever."),
    _machine("position", "¶.s", 5, _position, "Block and sentence in the article; the page too, where the file has pages."),
    _machine(
        "priority",
        "Priority",
        8,
        lambda c, view: v.title(v.PRIORITIES, c.verifiability.priority),
        "What to check first; at most a quarter is high.",
    ),
    _machine("claim", "Claim in its sentence", 46, lambda c, view: c.text, "The claim, verbatim; bold inside its sentence."),
    _machine(
        "road",
        "Road",
        18,
        lambda c, view: (view.road(c) or "–") + (f"\n{c.ambiguity}" if c.ambiguity else ""),
        "Origin → … → article; – is the article's own voice.",
    ),
    _machine("tick", "Tick", 16, _tick, "Names, numbers, dates and titles to tick off."),
    _machine("check", "How to check", 26, _check, "Said: did the source say it. So: is it so."),
    _machine("flags", "Flags", 18, _flags, "Things to look at, contradictions, other articles, repeats, rows to read it with."),
    _typed("status", "Status", 14, "One finding. Confirmed needs evidence.", type_="choice", choices=v.STATUSES),
    _typed("evidence", "Evidence", 20, "What shows it."),
    _typed("change", "Change", 18, "Proposed wording."),
    _typed("waiting_for", "Waiting for", 11, "Who has to answer.", type_="choice", choices=v.WAITING_FOR),
    _typed("note", "Note", 18, "Anything else."),
    _typed("initials", "Initials", 8, "Who checked."),
    _typed("date", "Date", 11, "When it was checked.", type_="date", group="evidence"),
    _typed("author_source", "Author's source", 20, "What the author offers.", group="evidence"),
    _typed("locator", "Locator", 12, "Page, minute, paragraph.", group="evidence"),
    _typed("link", "Link", 20, "Where the evidence is.", type_="url", group="evidence"),
    _typed("archived", "Archived link", 20, "A copy that stays.", type_="url", group="evidence"),
    _typed("basis", "Basis", 16, "What kind of evidence it is.", type_="choice", choices=v.BASIS, group="evidence"),
    _typed("exceptions", "Details that differ", 20, "A row's status ticks its details; name only exceptions.", group="evidence"),
    _typed("decided", "Decided", 14, "What happens to the wording.", type_="choice", choices=v.DECIDED, group="decision"),
    _typed("decided_by", "Decided by", 11, "Initials.", group="decision"),
    _typed("in_draft", "In draft", 8, "The change stands in the draft.", type_="tick", group="decision"),
    _typed("second_check", "Second check", 11, "Initials of the second checker.", group="decision"),
    _typed("row_check", "Row check", 12, "Is the row itself right?", type_="choice", choices=v.ROW_CHECK, group="decision"),
    _machine(
        "kind", "Kind", 16, lambda c, view: ", ".join(v.title(v.CLAIM_KINDS, k) for k in c.kinds), "Kinds of claim.", group="analysis"
    ),
    _machine(
        "level", "Level", 12, lambda c, view: v.title(v.LEVELS, c.verifiability.level), "Whether it can be checked.", group="analysis"
    ),
    _machine("reason", "Why", 26, lambda c, view: c.verifiability.reason, "The reason for the level.", group="analysis"),
    _machine(
        "priority_reasons",
        "Why this priority",
        22,
        lambda c, view: "; ".join(c.verifiability.priority_reasons),
        "What raised it.",
        group="analysis",
    ),
    _machine("reading", "Reading", 30, lambda c, view: c.reading or "", "The claim with pronouns filled in.", group="analysis"),
    _machine(
        "source_type",
        "Source type",
        14,
        lambda c, view: v.title(v.SOURCE_TYPES, _attribution("source_type")(c, view)),
        "What kind of source it is.",
        group="analysis",
    ),
    _machine(
        "quotation",
        "Quotation",
        10,
        lambda c, view: v.title(v.QUOTATION, _attribution("quotation")(c, view)),
        "Direct, indirect or mixed.",
        group="analysis",
    ),
    _machine("cue", "Cue", 12, _attribution("cue"), "The words that attribute it.", group="analysis"),
    _machine(
        "directness",
        "Reached by",
        13,
        lambda c, view: v.title(v.DIRECTNESS, _attribution("directness")(c, view)),
        "How the words came here.",
        group="analysis",
    ),
    _machine(
        "flag_reasons",
        "Why flagged",
        30,
        lambda c, view: "\n".join(f.reason for f in c.flags),
        "The rule behind each flag.",
        group="analysis",
    ),
    _machine("offered", "Offered sources", 24, _offered, "Links, footnotes and comments of the draft.", group="analysis"),
    _machine("sentence", "Sentence", 40, lambda c, view: view.sentence_text(c), "The whole sentence.", group="analysis"),
)

NAMES = (
    _machine("name", "Name", 28, lambda n, view: n.name, "The fullest form.", table="names"),
    _machine("kind", "Kind", 13, lambda n, view: v.title(v.DETAIL_KINDS, n.kind), "Person, organization, place or other.", table="names"),
    _machine(
        "spellings",
        "Spellings and places",
        44,
        lambda n, view: "; ".join(f"{s} ({', '.join(p)})" for s, p in n.spellings),
        "Every form with where it stands.",
        table="names",
    ),
    _machine("roles", "Titles", 30, lambda n, view: "; ".join(n.roles), "Ranks and posts given.", table="names"),
    _machine(
        "remarks",
        "Look at",
        30,
        lambda n, view: "; ".join(n.remarks),
        "Spellings that differ; no full name at first mention.",
        table="names",
    ),
    _typed("spelling_ok", "Spelling", 9, "Looked up letter by letter.", type_="tick", table="names"),
    _typed("title_ok", "Title", 9, "The title is right today.", type_="tick", table="names"),
    _typed("correct", "Correct form", 24, "What it should be.", table="names"),
    _typed("evidence", "Evidence", 24, "Where you looked.", table="names"),
    _typed("initials", "Initials", 8, "Who checked.", table="names"),
)
SOURCES = (
    _machine("id", "#", 6, lambda s, view: s.id, "Id of the source.", table="sources"),
    _machine(
        "name",
        "Source",
        30,
        lambda s, view: s.name,
        "Never write a confidential source's identity: write a code and the editor who knows.",
        table="sources",
    ),
    _machine("type", "Type", 14, lambda s, view: v.title(v.SOURCE_TYPES, s.type), "Source type.", table="sources"),
    _machine("road", "Road", 34, lambda s, view: _source_road(s, view), "How the words came here.", table="sources"),
    _machine("claims", "Claims", 34, lambda s, view: ", ".join(s.claims), "Rows that come from it.", table="sources"),
    _typed("reached", "How reached", 18, "Telephone, mail, document, archive.", table="sources"),
    _typed("identity_checked", "Identity checked", 16, "Who they are, and how you know.", table="sources"),
    _typed("stake", "Stake", 18, "What they gain or lose.", table="sources"),
    _typed("note", "Note", 24, "Anything else.", table="sources"),
    _typed("initials", "Initials", 8, "Who checked.", table="sources"),
)
CONTRADICTIONS = (
    _machine("id", "#", 6, lambda x, view: x.id, "Id of the contradiction.", table="contradictions"),
    _machine(
        "severity",
        "Severity",
        13,
        lambda x, view: v.title(v.SEVERITIES, x.severity),
        "Conflict, discrepancy, disputed, superseded.",
        table="contradictions",
    ),
    _machine("kind", "Kind", 12, lambda x, view: v.title(v.CONTRADICTION_KINDS, x.kind), "What differs.", table="contradictions"),
    _machine("first", "First", 38, lambda x, view: _side(x, 0, view), "One side.", table="contradictions"),
    _machine("second", "Second", 38, lambda x, view: _side(x, -1, view), "The other side.", table="contradictions"),
    _machine("explanation", "What differs", 38, lambda x, view: x.explanation, "Both values, and who says each.", table="contradictions"),
    _machine("resolve", "What would settle it", 26, lambda x, view: x.resolve, "Where to look.", table="contradictions"),
    _typed("resolution", "Resolution", 24, "What is right.", table="contradictions"),
    _typed("decided_by", "Decided by", 11, "Initials.", table="contradictions"),
)
QUOTATIONS = (
    _machine("id", "#", 6, lambda q, view: q.id, "Id of the quotation.", table="quotations"),
    _machine("words", "Words", 60, lambda q, view: view.article.text[q.start : q.end], "Verbatim.", table="quotations"),
    _machine("speaker", "Speaker", 22, lambda q, view: q.speaker or "", "Who says it.", table="quotations"),
    _machine("claims", "Claims", 16, lambda q, view: ", ".join(q.claims), "The facts inside have rows of their own.", table="quotations"),
    _typed("speaker_ok", "Speaker ok", 9, "It was this person.", type_="tick", table="quotations"),
    _typed("wording_ok", "Wording ok", 9, "Letter by letter.", type_="tick", table="quotations"),
    _typed("context_ok", "Context ok", 9, "It means here what it meant there.", type_="tick", table="quotations"),
    _typed("translation_ok", "Translation ok", 9, "Where it was spoken in another language.", type_="tick", table="quotations"),
    _typed("note", "Note", 24, "Anything else.", table="quotations"),
)
GONE = (
    _machine("id", "#", 6, lambda g, view: g.id, "Id; never used again.", table="gone"),
    _machine("position", "¶.s", 6, lambda g, view: g.position, "Where it stood.", table="gone"),
    _machine("claim", "Claim", 60, lambda g, view: g.text, "Its words.", table="gone"),
    _machine("was", "Status", 14, lambda g, view: v.title(v.STATUSES, g.status), "Its status when it went.", table="gone"),
    _typed("evidence", "Evidence", 24, "What was found.", table="gone"),
    _typed("note", "Note", 24, "Anything else.", table="gone"),
)
CONTACTS = (
    _typed("who", "Who", 22, "A code for a confidential source.", table="contacts"),
    _typed("when", "When", 12, "Date.", type_="date", table="contacts"),
    _typed("how", "How", 14, "Telephone, mail, visit.", table="contacts"),
    _typed("rows", "About rows", 16, "C001, C002 …", table="contacts"),
    _typed("answer", "Answer", 50, "In their words.", table="contacts"),
    _typed("initials", "Initials", 8, "Who asked.", table="contacts"),
)
COVER = (
    _typed("draft", "Draft", 20, "Label of the draft.", table="cover"),
    _typed("deadline", "Deadline", 14, "When it closes.", type_="date", table="cover"),
    _typed("checker", "Checker", 14, "Initials.", table="cover"),
    _typed("editor", "Editor", 14, "Initials.", table="cover"),
    *(
        _typed(f"outside_{id_}", title, 10, "Outside this text.", type_="tick", table="cover")
        for id_, title in (
            ("pictures", "Pictures"),
            ("captions", "Captions"),
            ("graphics", "Graphics"),
            ("display", "Display type"),
            ("social", "Social headline"),
            ("links", "Links"),
            ("bio", "Bio"),
        )
    ),
)


def _source_road(source: Any, view: View) -> str:
    roads = dict.fromkeys(view.road(view.claims[cid]) for cid in source.claims if cid in view.claims)
    return "\n".join(r for r in roads if r)


def _side(x: Any, which: int, view: View) -> str:
    claim = view.claims.get(x.claims[which]) if x.claims else None
    if claim is None or (which == -1 and len(x.claims) == 1):
        return ""
    who = claim.attribution.source if claim.attribution else "the article"
    return f"{claim.id} ({who}): {claim.text}"


@hookimpl
def register_columns() -> list[Column]:
    """All built-in columns in the order in which they stand."""
    return [*CLAIMS, *NAMES, *SOURCES, *CONTRADICTIONS, *QUOTATIONS, *GONE, *CONTACTS, *COVER]
