"""Says which rule of which plugin did what to a claim, and why; for people who wonder at a row, and for plugin authors.

Reads the finished worksheet and what the assessors said on the way; decides nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from factcheck import pipeline
from factcheck.model.article import Article
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Assessment, Record
from factcheck.plugin.spec import RECORDS

WIDTH = 12


def explain(manager: Manager, article: Article, ids: Sequence[str]) -> list[list[str]]:
    """For each claim, lines of what was done to it: the words, the rule's id, its title and its authority.

    Args:
        ids: of claims, as "C012".
    Returns:
        Lines for each; also of what failed at the claim.
    Raises:
        FactcheckError: the article has no such claim.
    """
    said: dict[str, list[tuple[str, Assessment]]] = {}
    sheet = pipeline.generate(manager, article, lambda by, claim, made: said.setdefault(claim.id, []).append((by, made)))
    claims = {c.id: c for c in sheet.claims}
    for wanted in ids:
        if wanted not in claims:
            near = difflib.get_close_matches(wanted.upper(), claims, n=1)
            known = f"it has {sheet.claims[0].id} to {sheet.claims[-1].id}" if sheet.claims else "it has no claims"
            raise FactcheckError(f"there is no claim {wanted!r}", article.path or "", f"did you mean {near[0]}?" if near else known)
    rules = {r.by: r for hook in RECORDS for r in manager.collect(hook)}
    return [list(_lines(claims[i], sheet, said.get(i, []), rules)) for i in ids]


def _lines(claim: Claim, sheet: Worksheet, said: list[tuple[str, Assessment]], rules: dict[str, Record]) -> Iterator[str]:
    yield f"{claim.id} {View(sheet).position(claim)}  “{_flat(claim.text)}”"
    yield _line("claim", ", ".join(claim.kinds or (claim.kind,)), claim.by, rules)
    for word, text in (("reading", claim.reading), ("ambiguity", claim.ambiguity)):
        if text:
            yield _line(word, text, claim.by, rules)
    for detail in claim.details:
        yield _line("detail", f"{detail.kind}: {_flat(detail.text)}" + (f" = {detail.value}" if detail.value else ""), detail.by, rules)
    if claim.attribution is None:
        yield _line("source", "none: the article's own voice", "", rules)
    for attribution in (claim.attribution, *claim.further_attributions):
        if attribution:
            yield _line("source", _source(attribution), attribution.by, rules)
    for by, made in said:
        yield from _assessed(by, made, rules)
    for r in claim.read_with:
        yield _line("read with", f"{r.claim}: {r.relation}", r.by, rules)
    v = claim.verifiability
    yield _line("rank", f"{v.priority}, score {v.score:.2f}", "", rules)
    for p in sheet.problems:
        if claim.id in p.claims:
            yield _line("failed", f"{p.hook} of {p.plugin}: {p.message}", "", rules)
    for x in sheet.contradictions:
        if claim.id in (*x.claims, *x.occurrences):
            yield _line("contradicts", f"{x.id} {x.kind}, {x.severity}, rule {x.rule}: {_flat(x.explanation)}", x.by, rules)


def _assessed(by: str, made: Assessment, rules: dict[str, Record]) -> Iterator[str]:
    if made.level:
        yield _line("level", f"{made.level} ({made.reason_code}): {made.reason}", by, rules)
    for flag in made.flags:
        yield _line("flag", f"{flag.code}: {flag.reason}", by, rules)
    for word, texts in (("route", made.routes), ("check", made.checks)):
        for text in texts:
            yield _line(word, text, by, rules)
    if made.score or made.priority_reasons:
        yield _line("score", f"{made.score:.2f} " + "; ".join(made.priority_reasons), by, rules)


def _source(a: Attribution) -> str:
    road = " → ".join((*reversed(a.chain), a.source, *reversed(a.via), "article"))
    return f"{road} ({a.source_type or 'no type'}, {a.quotation or 'indirect'})" + (f", cue “{_flat(a.cue)}”" if a.cue else "")


def _line(what: str, text: str, by: str, rules: dict[str, Record]) -> str:
    rule = rules.get(by)
    told = "; ".join(t for t in (rule.title, rule.source) if t) if rule else ""
    return f"  {what:<{WIDTH}}{text}" + (f"  [{by}{': ' + told if told else ''}]" if by else "")


def _flat(text: str) -> str:
    return " ".join(text.split())
