"""The road: an article goes in, a worksheet comes out. Hands each station its records; no station imports another."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.assessment.rank import rank
from factcheck.claims.repeats import groups
from factcheck.language import sentences
from factcheck.model.article import Article, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.change import changed
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.codec import Frozen
from factcheck.model.contradiction import Contradiction
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import answers
from factcheck.plugin.contain import BUILTIN
from factcheck.plugin.context import Context
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import (
    NOTHING,
    Assessment,
    ContradictionDetector,
    Extracted,
    Extraction,
    Fact,
    Finding,
    Mention,
    Reader,
    Related,
    Source,
    no_check,
    no_facts,
)
from factcheck.version import __version__
from factcheck.worksheet import build, compare, join
from factcheck.worksheet.check import invariant_breaches
from factcheck.worksheet.read_with import read_with

GENERATOR = f"factcheck {__version__}"
SKIPPED = {"boilerplate": "navigation", "byline": "byline"}
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
    article = manager.ask(reader, "reader", _sound_read(reader), source, manager.settings_of(_provider(reader)))
    return dataclasses.replace(article, sentences=tuple(_sentences(article)), published=source.published or article.published)


def _sound_read(reader: Reader) -> Callable[[Source, Mapping[str, Any]], Article]:
    """A reader's function; a plugin's article is checked before anybody reads it."""
    if _provider(reader) == BUILTIN:
        return reader.read

    def read(source: Source, settings: Mapping[str, Any]) -> Article:
        article = reader.read(source, settings)
        try:
            answers.demand_article(article)
        except FactcheckError as error:
            what = f"the reader {reader.id!r} of the plugin {_provider(reader)!r} made no sound article: {error}"
            raise FactcheckError(what, source.name, f"leave it out with -p no:{_provider(reader)}, or mend it") from None
        return article

    return read


def _sentences(article: Article) -> Iterator[Sentence]:
    number = 0
    for block in article.blocks:
        for start, end in sentences.cut(article.text, block.start, block.end):
            number += 1
            yield Sentence(number, block.number, start, end)


Watch = Callable[[str, Claim, Assessment], None]
"""Is told what each assessor (``provider:id``) said of each claim; for ``--explain``."""


def generate(manager: Manager, article: Article, watch: Watch | None = None) -> Worksheet:
    """Make the worksheet of an article. A failing plugin costs its own part and is named in ``problems``."""
    manager.ready()
    keep = len(manager.failures)
    with _no_collecting(), contextlib.redirect_stdout(sys.stderr):  # stdout belongs to the command; a plugin's prints do not
        run = _Run(manager, article, watch)
        worksheet = run.reviewed(run.worksheet())
        run.base.forget()
    worksheet = dataclasses.replace(worksheet, problems=manager.problems)
    manager.forget(keep)
    return worksheet


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """No cycle collector during one article: nearly all that is made stays, and searching it again and again cost a third of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def contradictions(manager: Manager, article: Article, claims: tuple[Claim, ...]) -> tuple[Contradiction, ...]:
    """What speaks against what among claims that are made already."""
    with contextlib.redirect_stdout(sys.stderr):
        return _Run(manager, article).compared(claims)[0]


def _provider(record: Any) -> str:
    return str(record.by).split(":", 1)[0]


class _Run:
    """One article on its road. Each method is one station."""

    def __init__(self, manager: Manager, article: Article, watch: Watch | None = None) -> None:
        self.manager, self.article, self.watch = manager, article, watch
        self.own: dict[str, Context] = {}
        self.base = Context(article, manager.lexicons())
        self.columns = manager.collect("register_columns")
        self.extractors = [
            (record, self.sound(record, record.extract, Extraction), self.ctx(record))
            for record in manager.collect("register_claim_extractors")
        ]

    def ctx(self, record: Any, claims: tuple[Claim, ...] = (), contradictions: tuple[Contradiction, ...] = ()) -> Context:
        """The context of a record's plugin."""
        return self.ctx_of(_provider(record), claims, contradictions)

    def ctx_of(self, provider: str, claims: tuple[Claim, ...], contradictions: tuple[Contradiction, ...]) -> Context:
        """The context of a plugin: its settings, lexicons that it shares with nobody."""
        if provider not in self.own:
            settings, lexicons = self.manager.settings_of(provider), self.manager.lexicons_of(provider)
            self.own[provider] = dataclasses.replace(self.base, settings=settings, lexicons=lexicons)
        return dataclasses.replace(self.own[provider], claims=claims, contradictions=contradictions)

    def call(
        self, record: Any, step: str, function: Callable[..., Any], *args: Any, default: Any = (), claims: tuple[str, ...] = ()
    ) -> Any:
        """A record's function, guarded; ``step`` names it in problems."""
        return self.manager.guard(_provider(record), f"{step} {record.id}", function, *args, default=default, claims=claims)

    def sound(self, record: Any, function: Callable[..., Any], wanted: type, *, many: bool = False) -> Callable[..., Any]:
        """A record's function, its answers checked before anybody uses them; the built-in ones are held by tests instead."""
        if _provider(record) == BUILTIN:
            return partial(_listed, function) if many else function

        def checked(*args: Any) -> Any:
            answer = _listed(function, *args) if many else function(*args)
            sentence = args[0] if wanted is Extraction else None
            answers.demand(answer, wanted, self.article.text, many=many, sentence=sentence)
            return answer

        return checked

    def each(
        self, record: Any, step: str, function: Callable[[Claim, Context], Any], claims: tuple[Claim, ...], ctx: Context, default: Any
    ) -> list[tuple[Claim, Any]]:
        """Each claim with what a record's function says of it: in one guarded call, or claim by claim where that fails."""
        said = self.call(record, step, lambda: [(c, function(c, ctx)) for c in claims], default=None)
        if said is None:  # only the claims at which it fails go without
            said = [(c, self.call(record, step, function, c, ctx, default=default, claims=(c.id,))) for c in claims]
        return said  # type: ignore[no-any-return]

    def worksheet(self) -> Worksheet:
        """All stations in their order."""
        details = join.union_details(self.found("register_detail_finders", "detail finder", Detail))
        attributions = tuple(self.found("register_attributors", "attributor", Attribution))
        claims, cut = self.claims(details, attributions)
        quoted = [d for d in details if d.kind == "quotation"]
        del details, attributions  # the claims have theirs; of a long article they are a tenth of the memory
        self.base.forget_station("details", "attribution", "claims")
        repeated = groups(claims)
        claims = tuple(changed(c, repeats=repeated[c.id]) if c.id in repeated else c for c in claims)
        contradictions, ties = self.compared(claims)
        self.base.forget_station("contradictions")
        claims = read_with(compare.link(claims, contradictions), ties, contradictions)
        claims = self.assessed(claims, contradictions)
        made = Worksheet(
            generator=GENERATOR,
            article=dataclasses.replace(self.article, sentences=cut),
            claims=claims,
            contradictions=contradictions,
            sources=build.sources(claims),
            quotations=build.quotations(quoted, claims),
            columns=build.column_infos(self.columns),
        )
        return dataclasses.replace(made, claims=self.with_cells(made))

    def found(self, hook: str, step: str, wanted: type) -> Iterator[Any]:
        """What the records of a hook find over the whole article, with ``by`` set; the most trusted first.

        A plugin's record sees what those before it found, so that a second reader need not say it again.
        """
        earlier: list[Any] = []
        for record in self.manager.collect(hook):
            find, ctx = self.sound(record, record.find, wanted, many=True), self.ctx(record)
            if _provider(record) != BUILTIN:
                ctx = dataclasses.replace(ctx, earlier=tuple(earlier))
            for item in self.call(record, step, find, self.article, ctx):
                earlier.append(changed(item, by=record.by))
        yield from earlier

    def claims(self, details: tuple[Detail, ...], attributions: tuple[Attribution, ...]) -> tuple[tuple[Claim, ...], tuple[Sentence, ...]]:
        """The claims with ids, and the sentences with their claims or their reason."""
        kinds = {b.number: b.kind for b in self.article.blocks}
        details_at = join.SpanIndex(details, lambda d: (d.start, d.end))
        attributions_at = join.SpanIndex(attributions, join.reach)
        links_at = join.SpanIndex(self.article.links, lambda k: (k.start, k.end))
        made: list[Claim] = []
        declared: dict[int, str] = {}
        for sentence in self.article.sentences:
            if kinds[sentence.block] in SKIPPED:
                declared[sentence.number] = SKIPPED[kinds[sentence.block]]
                continue
            own_details = tuple(details_at.touching(sentence.start, sentence.end))
            own = tuple(attributions_at.touching(sentence.start, sentence.end))
            found, reason = self.extracted(sentence, own, own_details)
            if reason and not found:
                declared[sentence.number] = reason
            made += [join.make_claim(self.article, sentence, by, c, own, own_details, links_at) for by, c in found]
        claims = join.number_claims(made)
        return claims, join.with_claims(self.article.sentences, claims, declared)

    def extracted(
        self, sentence: Sentence, attributions: tuple[Attribution, ...], details: tuple[Detail, ...]
    ) -> tuple[list[tuple[str, Extracted]], str | None]:
        """The claims of one sentence with who found them, or the reason why it has none."""
        found: list[tuple[str, Extracted]] = []
        reason = None
        for record, extract, ctx in self.extractors:
            said = self.call(record, "claim extractor", extract, sentence, attributions, details, ctx, default=Extraction())
            found += [(record.by, c) for c in said.claims]
            reason = reason or said.nothing_to_check
        if not found and reason is None:  # nothing is missed: a sentence that nobody cut is one claim
            found = [("factcheck:sentence", Extracted(sentence.start, sentence.end))]
        return join.hold_details(join.union_claims(found), details, attributions), reason

    def compared(self, claims: tuple[Claim, ...]) -> tuple[tuple[Contradiction, ...], list[compare.Tie]]:
        """What speaks against what, and what has to be read together, by keys."""
        found: list[compare.Found] = []
        ties: list[compare.Tie] = []
        for record in self.manager.collect("register_contradiction_detectors"):
            for row in self.detected(record, claims):
                (ties if isinstance(row[1], Related) else found).append(row)  # type: ignore[arg-type]
        return compare.number(found), ties

    def detected(self, record: ContradictionDetector, claims: tuple[Claim, ...]) -> Iterator[compare.Found | compare.Tie]:
        """What one detector finds between claims and inside each."""
        ctx, step = self.ctx(record, claims), "contradiction detector"

        compared_by = self.sound(record, record.compare, Finding | Related | None)  # type: ignore[arg-type]

        def compared(a: Mention, b: Mention) -> Finding | Related | None:
            found: Finding | Related | None = self.call(record, step, compared_by, a, b, ctx, default=None, claims=(a.claim.id, b.claim.id))
            return found

        facts = self.stated(record, record.keys, Fact, claims, ctx)
        yield from compare.compared(record.by, compare.group(facts), compared)
        for c, finding in self.stated(record, record.check, Finding, claims, ctx):
            yield record.by, finding, (c,), (c,)

    def stated(
        self,
        record: ContradictionDetector,
        function: Callable[[Claim, Context], Iterable[Any]],
        wanted: type,
        claims: tuple[Claim, ...],
        ctx: Context,
    ) -> list[tuple[Claim, Any]]:
        """Each claim with each thing that a detector states of it, in one guarded call, or claim by claim where that fails."""
        if function is no_facts or function is no_check:
            return []
        step, state = "contradiction detector", self.sound(record, function, wanted, many=True)
        bare = function if _provider(record) == BUILTIN else state
        said = self.call(record, step, lambda: [(c, item) for c in claims for item in bare(c, ctx)], default=None)
        if said is None:
            said = [(c, item) for c in claims for item in self.call(record, step, state, c, ctx, claims=(c.id,))]
        return said  # type: ignore[no-any-return]

    def assessed(self, claims: tuple[Claim, ...], contradictions: tuple[Contradiction, ...]) -> tuple[Claim, ...]:
        """Levels, routes, flags, scores; then the order of work."""
        for record in self.manager.collect("register_assessors"):
            ctx = self.ctx(record, claims, contradictions)
            assess = self.sound(record, record.assess, Assessment)
            said = self.each(record, "assessor", assess, claims, ctx, NOTHING)
            if self.watch is not None:
                for c, assessment in said:
                    self.watch(record.by, c, assessment)
            claims = tuple(c if assessment is NOTHING else build.apply(c, record.by, assessment) for c, assessment in said)
            del said  # with the claims as they were before
        return build.with_priorities(claims, rank(claims))

    def with_cells(self, worksheet: Worksheet) -> tuple[Claim, ...]:
        """Values of the machine columns that plugins add; kept in the JSON, so that a file reads without the plugin."""
        own = [c for c in self.columns if c.value and c.table == "claims" and not c.by.startswith("factcheck:")]
        if not own:
            return worksheet.claims
        view = View(worksheet)
        out = []
        for c in worksheet.claims:
            cells = {k.id: str(self.call(k, "column", k.value, c, view, default="", claims=(c.id,)) or "") for k in own}
            out.append(dataclasses.replace(c, cells=Frozen(cells)))
        return tuple(out)

    def reviewed(self, worksheet: Worksheet) -> Worksheet:
        """What ``review_worksheet`` hooks make of it; a result that breaks the contract is discarded and told."""
        for impl in self.manager.pluggy.hook.review_worksheet.get_hookimpls():
            provider = self.manager.providers[impl.plugin_name]
            given = {"worksheet": worksheet, "ctx": self.ctx_of(provider, worksheet.claims, worksheet.contradictions)}
            new: Any = self.manager.guard(provider, "review_worksheet", impl.function, *(given[name] for name in impl.argnames))
            if new is None:
                continue
            if isinstance(new, Worksheet):
                wrong = answers.field_error(new)
                breaches = [wrong] if wrong else invariant_breaches(new)
            else:
                breaches = [f"returned {type(new).__name__}, not a Worksheet"]
            if breaches:
                self.manager.fail(provider, "review_worksheet", f"its result was discarded: {breaches[0]}")
            else:
                worksheet = new
        return worksheet


def _listed(function: Callable[..., Iterable[Any]], *args: Any) -> list[Any]:
    """A generator is exhausted inside the guard, so that what it raises is contained."""
    return list(function(*args))
