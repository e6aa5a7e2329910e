"""The road: an article goes in, a worksheet comes out. Hands each station its records; no station imports another."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.assessment.rank import rank
from factcheck.claims.repeats import groups
from factcheck.language import sentences
from factcheck.model.article import Article, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.contradiction import Contradiction
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.context import Context
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Extracted, Extraction, Reader, Source
from factcheck.version import __version__
from factcheck.worksheet import build, compare, join
from factcheck.worksheet.check import invariant_breaches

GENERATOR = f"factcheck {__version__}"
SKIPPED = {"boilerplate": "navigation", "byline": "byline", "dateline": "dateline"}
"""Block kinds that state nothing, with the reason that their sentences are declared with."""


def read_article(manager: Manager, source: Source) -> Article:
    """Read one input with the reader of its suffix and cut its sentences.

    Raises:
        FactcheckError: no reader takes it, or the reader refuses it.
    """
    readers: tuple[Reader, ...] = manager.collect("register_readers")
    suffix = Path(source.name).suffix.lower() or ".txt"
    reader = next((r for r in readers if suffix in r.suffixes), None)
    if reader is None:
        known = ", ".join(sorted({s for r in readers for s in r.suffixes}))
        raise FactcheckError(f"no reader for {suffix} files", source.name, f"save it as one of {known}, or add a plugin that reads it")
    article = reader.read(source, manager.settings_of(reader.by.split(":")[0]))
    return dataclasses.replace(article, sentences=tuple(_sentences(article)), published=source.published or article.published)


def _sentences(article: Article) -> Iterator[Sentence]:
    number = 0
    for block in article.blocks:
        for start, end in sentences.cut(article.text, block.start, block.end):
            number += 1
            yield Sentence(number, block.number, start, end)


def generate(manager: Manager, article: Article) -> Worksheet:
    """Make the worksheet of an article. A failing plugin costs its own part and is named in ``problems``."""
    keep = len(manager.failures)
    with contextlib.redirect_stdout(sys.stderr):  # stdout belongs to the command; a plugin's prints do not
        run = _Run(manager, article)
        worksheet = run.worksheet()
        worksheet = run.reviewed(worksheet)
    worksheet = dataclasses.replace(worksheet, problems=manager.problems)
    manager.forget(keep)
    return worksheet


class _Run:
    """One article on its road. Each method is one station."""

    def __init__(self, manager: Manager, article: Article) -> None:
        self.manager, self.article = manager, article
        self.base = Context(article, manager.lexicons())
        self.columns = manager.collect("register_columns")

    def ctx(self, record: Any, claims: tuple[Claim, ...] = (), contradictions: tuple[Contradiction, ...] = ()) -> Context:
        """The context of a record's plugin."""
        return dataclasses.replace(self.base, settings=self.manager.settings_of(record.by.split(":")[0]), claims=claims, contradictions=contradictions)

    def call(self, record: Any, hook: str, function: Callable[..., Any], *args: Any, default: Any = (), claims: tuple[str, ...] = ()) -> Any:
        """A record's function, guarded."""
        return self.manager.guard(record.by.split(":")[0], f"{hook} {record.id}", function, *args, default=default, claims=claims)

    def worksheet(self) -> Worksheet:
        """All stations in their order."""
        details, attributions = self.details(), self.attributions()
        claims, cut = self.claims(details, attributions)
        claims = tuple(dataclasses.replace(c, repeats=g.get(c.id)) for g in [groups(claims)] for c in claims)
        contradictions = self.contradictions(claims)
        claims = self.assessed(compare.link(claims, contradictions), contradictions)
        article = dataclasses.replace(self.article, sentences=cut)
        made = Worksheet(
            generator=GENERATOR, article=article, claims=claims, contradictions=contradictions, sources=build.sources(claims),
            quotations=build.quotations(details, claims), columns=build.column_infos(self.columns),
        )
        return dataclasses.replace(made, claims=self.cells(made))

    def details(self) -> tuple[Detail, ...]:
        """What is ticked off, over the whole article."""
        found: list[Detail] = []
        for record in self.manager.collect("register_detail_finders"):
            rows = self.call(record, "detail finder", lambda r=record: list(r.find(self.article, self.ctx(r))))
            found += [dataclasses.replace(d, by=record.by) for d in rows]
        return join.union_details(found)

    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what, over the whole article, the most trusted first."""
        found: list[Attribution] = []
        for record in self.manager.collect("register_attributors"):
            rows = self.call(record, "attributor", lambda r=record: list(r.find(self.article, self.ctx(r))))
            found += [dataclasses.replace(a, by=record.by) for a in rows]
        return tuple(found)

    def claims(self, details: tuple[Detail, ...], attributions: tuple[Attribution, ...]) -> tuple[tuple[Claim, ...], tuple[Sentence, ...]]:
        """The claims with ids, and the sentences with their claims or their reason."""
        kinds = {b.number: b.kind for b in self.article.blocks}
        details_at = join.SpanIndex(details, lambda d: (d.start, d.end))
        content_at = join.SpanIndex(attributions, lambda a: (min(a.content_span[0], *(s[0] for s in (a.frame_span, a.source_span) if s)), max(a.content_span[1], *(s[1] for s in (a.frame_span, a.source_span) if s))) if a.frame_span or a.source_span else a.content_span)
        extractors = [(r, self.ctx(r)) for r in self.manager.collect("register_claim_extractors")]
        made: list[Claim] = []
        declared: dict[int, str] = {}
        for sentence in self.article.sentences:
            if kinds[sentence.block] in SKIPPED:
                declared[sentence.number] = SKIPPED[kinds[sentence.block]]
                continue
            own_details = details_at.touching(sentence.start, sentence.end)
            own = content_at.touching(sentence.start, sentence.end)
            found: list[tuple[str, Extracted]] = []
            reason = None
            for record, ctx in extractors:
                said = self.call(record, "claim extractor", record.extract, sentence, tuple(own), tuple(own_details), ctx, default=Extraction())
                found += [(record.by, c) for c in said.claims]
                reason = reason or said.nothing_to_check
            if not found and reason is None:  # nothing is missed: a sentence that nobody cut is one claim
                found = [("factcheck:sentence", Extracted(sentence.start, sentence.end))]
            if not found and reason is not None:
                declared[sentence.number] = reason
            made += [join.make_claim(self.article, sentence, by, c, own, own_details) for by, c in join.union_claims(found)]
        claims = join.number_claims(made)
        by_sentence: dict[int, list[str]] = {}
        for c in claims:
            by_sentence.setdefault(c.sentence, []).append(c.id)
        cut = tuple(
            dataclasses.replace(s, claims=tuple(by_sentence.get(s.number, ())), nothing_to_check=declared.get(s.number)) for s in self.article.sentences
        )
        return claims, cut

    def contradictions(self, claims: tuple[Claim, ...]) -> tuple[Contradiction, ...]:
        """What speaks against what, by keys."""
        found: list[compare.Found] = []
        for record in self.manager.collect("register_contradiction_detectors"):
            ctx = self.ctx(record, claims)
            hook = "contradiction detector"
            facts = [(c, f) for c in claims for f in self.call(record, hook, lambda r, c, x: list(r.keys(c, x)), record, c, ctx, claims=(c.id,))]
            compared = compare.compared(record.by, compare.group(facts), lambda a, b, r=record, x=ctx: self.call(r, hook, r.compare, a, b, x, default=None, claims=(a.claim.id, b.claim.id)))
            found += compared
            for c in claims:
                for finding in self.call(record, hook, lambda r, c, x: list(r.check(c, x)), record, c, ctx, claims=(c.id,)):
                    found.append((record.by, finding, (c,), (c,)))
        return compare.number(found)

    def assessed(self, claims: tuple[Claim, ...], contradictions: tuple[Contradiction, ...]) -> tuple[Claim, ...]:
        """Levels, routes, flags, scores; then the order of work."""
        for record in self.manager.collect("register_assessors"):
            ctx = self.ctx(record, claims, contradictions)
            done = []
            for c in claims:
                said = self.call(record, "assessor", record.assess, c, ctx, default=None, claims=(c.id,))
                done.append(build.apply(c, record.by, said) if said is not None else c)
            claims = tuple(done)
        return build.with_priorities(claims, rank(claims))

    def cells(self, worksheet: Worksheet) -> tuple[Claim, ...]:
        """Values of the machine columns that plugins add; kept in the JSON, so that a file reads without the plugin."""
        own = [c for c in self.columns if c.value and c.table == "claims" and not c.by.startswith("factcheck:")]
        if not own:
            return worksheet.claims
        view = View(worksheet)
        return tuple(
            dataclasses.replace(c, cells={k.id: str(self.call(k, "column", k.value, c, view, default="", claims=(c.id,)) or "") for k in own})
            for c in worksheet.claims
        )

    def reviewed(self, worksheet: Worksheet) -> Worksheet:
        """What ``review_worksheet`` hooks make of it; a result that breaks the contract is discarded and told."""
        for impl in self.manager.pluggy.hook.review_worksheet.get_hookimpls():
            provider = self.manager.providers[impl.plugin_name]
            ctx = dataclasses.replace(self.base, settings=self.manager.settings_of(provider), claims=worksheet.claims, contradictions=worksheet.contradictions)
            given = {"worksheet": worksheet, "ctx": ctx}
            args = [given[name] for name in impl.argnames]
            new = self.manager.guard(provider, "review_worksheet", impl.function, *args)
            if new is None:
                continue
            breaches = invariant_breaches(new) if isinstance(new, Worksheet) else [f"returned {type(new).__name__}, not a Worksheet"]
            if breaches:
                self.manager.fail(provider, "review_worksheet", f"its result was discarded: {breaches[0]}")
            else:
                worksheet = new
        return worksheet
