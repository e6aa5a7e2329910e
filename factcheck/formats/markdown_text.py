"""The worksheet as Markdown, for a ticket, a mail or a wiki: cover, checklist, contradictions, declared sentences. Written only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.formats.html.cells import PRINTED, beyond, extras, working
from factcheck.formats.html.cover import cover
from factcheck.model import vocabulary as v
from factcheck.model.claim import Claim
from factcheck.model.patterns import compiled
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import Column, WriteOptions
from factcheck.worksheet.progress import is_done
from factcheck.worksheet.tables import Row, Table, in_order_of_severity, table

_SPECIAL = compiled(r"([\\`*_{}\[\]<>#|~&!^$])|(?<=[A-Za-z])(:)(?=//)|(?i:(?<=www)(\.))|^([-+=:])|^(\d{1,9})([.)])")
"""CommonMark 0.31, section 2.4, and what GFM and common mathematics extensions add: links, tables, strikethrough."""


def escape(text: str) -> str:
    """One line of text in which Markdown sees nothing but text.

    >>> escape("*80* soldiers [see](http://x)")
    '\\\\*80\\\\* soldiers \\\\[see\\\\](http\\\\://x)'
    """
    return _SPECIAL.sub(lambda m: f"{m[5]}\\{m[6]}" if m[5] else f"\\{m[0]}", " ".join(text.split()))


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The worksheet as UTF-8."""
    view = View(worksheet)
    parts = [_cover(view, options), *_asked(view, options)]
    return ("\n\n".join("\n".join(part) for part in parts) + "\n").encode("utf-8", "backslashreplace")


def _asked(view: View, options: WriteOptions) -> Iterator[Iterator[str]]:
    """The parts after the cover: all, or the tables that were asked for."""
    if not options.tables or "claims" in options.tables:
        yield _checklist(view, options.columns)
    if not options.tables:
        yield _contradictions(view, options.columns)
    if view.worksheet.elsewhere and not options.tables:
        yield _across(view)
    if "contacts" in options.tables or view.worksheet.contacts:
        yield _contacts(view, options.columns)
    if not options.tables:
        yield _declared(view)


def _contacts(view: View, columns: Sequence[Column]) -> Iterator[str]:
    made = table("contacts", view, columns)
    yield "## Contact log"
    yield ""
    for row in made.rows:
        yield "- " + " · ".join(f"**{escape(c.title)}:** {escape(row.cells[c.id])}" for c in made.columns if row.cells.get(c.id))
    if not made.rows:
        yield "Nobody was asked yet."


def _cover(view: View, options: WriteOptions) -> Iterator[str]:
    article, made = view.article, cover(view, options.columns)
    facts = (
        ("By", article.byline),
        ("Published", article.published or "not given"),
        ("Address", article.url),
        ("File", article.path),
        ("Date", options.date),
    )
    yield f"# {escape(article.title or article.path or 'Untitled')}"
    yield ""
    yield (
        "Fact-check worksheet · "
        + " · ".join(f"{name}: {escape(value)}" for name, value in facts if value)
        + f" · text {article.sha256[:8]}"
    )
    typed = [f"{c.title}: {escape(c.value)}" for c in made.fields if c.value]
    yield from ("", " · ".join(typed)) if typed else ()
    yield ""
    yield ", ".join(f"{n} {what}" for n, what in made.counts)
    if made.start:
        yield from ("", "## Start here", "")
        yield from (
            f"- [{'x' if r.done else ' '}] **{r.id}** ¶{r.position} {escape(r.text)}" + (f" – {escape(r.why)}" if r.why else "")
            for r in made.start
        )
    if made.ask:
        yield from ("", "## Whom to ask", "")
        yield from (f"- {escape(p.name)} ({p.type}): {', '.join(p.claims)}" + (f" and {p.more} more" if p.more else "") for p in made.ask)
        yield from (f"- and {made.more_to_ask} more",) if made.more_to_ask else ()
    if made.at_close:
        yield from ("", "## Check again at close", "")
        yield from (f"- {claim}: {escape(words)}" for claim, words in made.at_close)
    yield from (
        "",
        "## Outside this text",
        "",
        " · ".join(f"{'☑' if c.value else '☐'} {escape(c.title)}" for c in made.outside),
        "",
        "## Limits",
        "",
    )
    yield from (f"- {escape(line)}" for line in (*made.limits, *made.notes))
    if made.problems:
        yield from ("", "## Problems", "")
        yield from (f"- {escape(line)}" for line in made.problems)


def _checklist(view: View, columns: Sequence[Column]) -> Iterator[str]:
    made = table("claims", view, columns)
    yield "## Checklist"
    for row in made.rows:
        yield ""
        yield from _row(row, made, view)


def _row(row: Row, made: Table, view: View) -> Iterator[str]:
    c = row.item
    box = "x" if is_done(view.entry(row.id)) else " "
    if not isinstance(c, Claim):
        yield f"- [{box}] **{row.id}** (added) {escape(row.cells.get('claim', ''))}"
        typed = (k for k in made.columns if k.side == "machine" and k.id not in ("id", "claim") and row.cells.get(k.id))
        yield from (f"  - {escape(k.title)}: {escape(row.cells[k.id])}" for k in typed)
    else:
        yield f"- [{box}] **{c.id}** ¶{view.position(c)} {row.cells.get('priority', '')}: {_in_sentence(c, view)}"
        for title, column in (("Road", "road"), ("Tick", "tick"), ("Flags", "flags")):
            words = row.cells.get(column, "")
            if words and words != "–":
                yield f"  - {title}: {escape(words)}"
        yield from (f"  - {escape(line)}" for line in (*c.verifiability.routes, *c.verifiability.checks))
        yield from (f"  - Offered: {escape(o.text)} {escape(o.url)}" for o in c.offered_sources)
        yield from (f"  - {escape(title)}: {escape(words)}" for title, words in extras(made.columns, row, PRINTED))
    yield from (f"  - **{escape(k.title)}:** {escape(row.cells[k.id])}" for k in (*working(made), *beyond(made)) if row.cells.get(k.id))


def _in_sentence(c: Claim, view: View) -> str:
    """The sentence with the claim bold. Spaces at the claim's edges stay outside the marks, where CommonMark wants them."""
    s = view.sentences.get(c.sentence)
    before, after = (view.article.text[s.start : c.start], view.article.text[c.end : s.end]) if s else ("", "")
    left, right = escape(before), escape(after)
    return f"{left}{' ' if left and before[-1].isspace() else ''}**{escape(c.text)}**{' ' if right and after[0].isspace() else ''}{right}"


def _contradictions(view: View, columns: Sequence[Column]) -> Iterator[str]:
    yield "## Contradictions"
    rows = {r.id: r for r in table("contradictions", view, columns).rows}
    if not rows:
        yield from ("", "None found. That is no proof that there is none.")
    white = [c for c in columns if c.table == "contradictions" and c.side == "checker"]
    for x in in_order_of_severity(view.worksheet):
        cells = rows[x.id].cells
        yield ""
        yield f"- **{x.id}** {v.title(v.SEVERITIES, x.severity)}, {v.title(v.CONTRADICTION_KINDS, x.kind).lower()}: {escape(x.explanation)}"
        yield from (f"  - {escape(cells[side])}" for side in ("first", "second") if cells.get(side))
        others = [cid for cid in x.occurrences if cid not in x.claims]
        yield from (f"  - Also in {', '.join(others)}",) if others else ()
        yield from (f"  - What would settle it: {escape(x.resolve)}",) if x.resolve else ()
        yield from (f"  - **{escape(c.title)}:** {escape(cells[c.id])}" for c in white if cells.get(c.id))


def _across(view: View) -> Iterator[str]:
    """What other articles on the same story say against this one."""
    yield from ("## Across", "")
    for e in view.worksheet.elsewhere:
        kind = f"{v.title(v.SEVERITIES, e.severity)}, {v.title(v.CONTRADICTION_KINDS, e.kind).lower()}"
        yield f"- **{e.id}** {kind}: {escape(e.explanation)}"
        yield f"  - {e.claim} here; {escape(e.article)} {e.other}: {escape(e.text)}"
        yield from (f"  - What would settle it: {escape(e.resolve)}",) if e.resolve else ()


def _declared(view: View) -> Iterator[str]:
    yield "## Nothing to check"
    yield ""
    found = [s for s in view.article.sentences if not s.claims]
    yield from (
        f"- ¶{s.block} {v.title(v.NOTHING_TO_CHECK, s.nothing_to_check or '')}: {escape(view.article.text[s.start : s.end])}" for s in found
    )
    if not found:
        yield "Every sentence has a row."
