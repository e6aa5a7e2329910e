"""Clauses of one predicate class with opposite poles, told of one thing: approved and turned down, paid and never paid.

Compares predicate, polarity, participants and time; leaves out plans, conditions, changes and parts of a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.clauses import Clause, Who, clause_at, compatible, noun_at, same
from factcheck.contradictions.keys import Line, lines, sentence_of, stemmer, stems_of
from factcheck.contradictions.moments import Moment, clash_of, moments
from factcheck.contradictions.negation import negators, unreal
from factcheck.contradictions.postings import standing, stemming
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "predicates-exclude"
_RESOLVE = "A record of the event itself: minutes, log, verdict, contract; and when each of the two was said."
_LEAST, _REACH = 3, 4


@dataclass(frozen=True, slots=True)
class _Row:
    """A phrase of a class: pole +1 or -1; told of the subject or the object."""

    name: str
    pole: int
    on: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause of a class.

    Args:
        pole: +1, -1; twice negated poles are told by ``negated``.
        about: what it is told of; topic: what follows; actor: who does it.
        prior: whether it is the article's own past perfect, of a time before the rest.
    """

    pole: int
    negated: bool
    about: Who
    topic: Who | None
    actor: Who | None
    line: Line
    name: str
    prior: bool


def _table(ctx: Context) -> Mapping[str, list[_Row]]:
    """Stem of the first word to the phrases, the longest first."""

    def make() -> dict[str, list[_Row]]:
        out: dict[str, list[_Row]] = {}
        for name, row in ctx.lexicons["predicates"].items():
            for key, phrases in row.items():
                on, _, pole = key.partition("_")
                if on not in ("subject", "object", "noun") or name in ("reading", "alias"):
                    continue
                for phrase in phrases:
                    words = tuple(phrase.split())
                    out.setdefault(stemmer(ctx)(words[0]), []).append(_Row(name, -1 if pole == "minus" else 1, on, words))
        for rows in out.values():
            rows.sort(key=lambda r: -len(r.words))
        return out

    return ctx.once("contradictions.predicates", make)


def _denied(ctx: Context) -> frozenset[str]:
    """Stems of the acts that are denied somewhere in the article, in frames as well."""

    def make() -> frozenset[str]:
        none = ctx.lexicons.words("undone", "no_act")
        lower, made = ctx.tokens.lower, stemmer(ctx)
        between = ctx.lexicons.words("denial", "between")
        undone = stemming("predicates.undone", stems_of(ctx, ctx.lexicons["predicates"]["reading"]["undone"]), ctx)
        found = set()
        for i in (*negators(ctx), *(i for i in undone if lower[i + 1 : i + 2] == ["to"])):
            act = next((w for w in lower[i + 1 : i + 1 + _REACH] if w not in between and not w.endswith("ly")), "")
            if act not in none and act[:1].isalpha() and len(made(act)) >= _LEAST:
                found.add(made(act))
        return frozenset(found)

    return ctx.once("contradictions.denied_acts", make)


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The clauses of a claim that belong to a class, under class and thing."""
    return ctx.once("contradictions.predicate_facts", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    hypothetical = standing("predicates.unreal", ctx.lexicons["predicates"]["reading"]["unreal"], ctx)
    starts = stemming("predicates", frozenset(_table(ctx)) | _denied(ctx), ctx)
    for line in lines(ctx):
        at = sorted(starts.intersection(ctx.tokens.within(*sentence_of(line.number, ctx))))
        if not at or not hypothetical.isdisjoint(ctx.tokens.within(*sentence_of(line.number, ctx))) or unreal(line, ctx):
            continue
        for span, told in _found(at, line, ctx):
            claim = line.claim_at(span)
            value = (told.pole, told.negated, line.number)
            out.setdefault(claim.id, []).append(Fact(f"predicate|{told.name}|{told.about.head}", value, (claim.start, claim.end), told))
    return out


def _found(at: list[int], line: Line, ctx: Context) -> Iterator[tuple[Span, _Told]]:
    tokens, stem, own, taken = ctx.tokens, stemmer(ctx), set(ctx.tokens.within(*sentence_of(line.number, ctx))), set[int]()
    for i in at:
        if i in taken:
            continue
        key = stem(tokens.lower[i])
        size = 0
        for row in _table(ctx).get(key, ()):
            last = i + len(row.words) - 1
            if len(row.words) < size or last not in own or tuple(tokens.lower[i + 1 : last + 1]) != row.words[1:]:
                continue
            clause = _clause(row, i, last, line, ctx)
            told = _told(clause, row, line, ctx) if clause is not None else None
            size = len(row.words)
            if told is not None:
                taken.update(range(i, last + 1))
                yield (tokens.starts[i], tokens.ends[last]), told
        if key in _denied(ctx) and _verbal(i, ctx):
            clause = clause_at(i, i, line, ctx)
            purpose = "to" in tokens.lower[i + 1 : i + 1 + 2 * _REACH]  # "not registered to collect gifts" may be registered for all else
            if clause is not None and clause.object is not None and not (clause.negated and purpose):
                yield (
                    (tokens.starts[i], tokens.ends[i]),
                    _Told(1, clause.negated, clause.object, None, clause.subject, line, f"act {key}", _prior(clause, line)),
                )


def _clause(row: _Row, first: int, last: int, line: Line, ctx: Context) -> Clause | None:
    if row.on == "noun":
        return noun_at(first, line, ctx)
    return clause_at(first, last, line, ctx) if _verbal(first, ctx) else None


def _verbal(at: int, ctx: Context) -> bool:
    """Whether a word stands where a predicate can: not right after an article or a preposition, and no present participle."""
    before = ctx.tokens.lower[at - 1] if at else ""
    return before not in ctx.lexicons["predicates"]["reading"]["nominal"] and not before.endswith(("'s", "’s"))


def _told(clause: Clause, row: _Row, line: Line, ctx: Context) -> _Told | None:
    table = ctx.lexicons["predicates"][row.name]
    if row.on in ("object", "noun"):
        about, actor = clause.object, clause.subject
    else:  # of the subject, whatever the voice: "was found dead", "were told about"
        about, actor = (clause.object, clause.subject) if clause.passive else (clause.subject, None)
    participle = row.on == "subject" and len(row.words) == 1 and row.words[0].endswith("ed")
    if about is None or (participle and not clause.passive and clause.object is not None):  # "they damaged the hall": the hall is
        return None
    topic = None
    if table.get("topic"):
        topic = clause.topic
    return _Told(row.pole, clause.negated, about, topic, actor, line, row.name, _prior(clause, line))


def _prior(clause: Clause, line: Line) -> bool:
    """Past perfect of the article itself; in reported speech it is only the past (Quirk et al. 1985, 14.31)."""
    return clause.prior and (clause.undone or not any(voice.sources(c) for c in line.claims))


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two clauses of one class that cannot both be true of one thing at one time."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, _Told) or not isinstance(y, _Told) or x.line.number == y.line.number:
        return None
    if not _two_holders(x, y, ctx) and not (_exclude(x, y, ctx) and compatible(x.actor, y.actor, ctx)):
        return None
    if not same(x.about, y.about, ctx) or _at_other_times(x, y, ctx):
        return None
    if x.topic is not None and y.topic is not None and x.topic.head != y.topic.head:
        return None
    return voice.finding(
        "opposite" if x.pole != y.pole else "polarity", a.claim, b.claim, (a.fact.span, b.fact.span), ctx, _RESOLVE,
        lead="What the one tells, the other excludes: ", rule=RULE,
    )  # fmt: skip


def _exclude(x: _Told, y: _Told, ctx: Context) -> bool:
    """Approved and rejected do; approved and not approved do; not rejected says nothing of approval, but not alive is dead."""
    if x.pole == y.pole:
        denied, told = (x, y) if x.negated else (y, x)  # "did not clear the drug for children" says nothing of others
        return x.negated != y.negated and not (denied.about.limits - told.about.words)
    whole = bool(ctx.lexicons["predicates"].get(x.name, {}).get("whole"))
    return not (x.negated or y.negated) or (whole and x.negated and y.negated)


def _two_holders(x: _Told, y: _Told, ctx: Context) -> bool:
    """One place, held by two who cannot be one."""
    if not ctx.lexicons["predicates"].get(x.name, {}).get("holder") or x.negated or y.negated or x.actor is None or y.actor is None:
        return False
    return x.about.head in _places(ctx) and not compatible(x.actor, y.actor, ctx)


def _places(ctx: Context) -> frozenset[str]:
    return ctx.once("contradictions.held_places", lambda: stems_of(ctx, ctx.lexicons["opposites"]["control"]["places"]))


def _at_other_times(x: _Told, y: _Told, ctx: Context) -> bool:
    """Whether the two may both have been so, one after the other."""
    words = ctx.lexicons["predicates"]["reading"]
    changed = standing("predicates.changed", words["changed"], ctx)
    own = [ctx.tokens.within(*sentence_of(t.line.number, ctx)) for t in (x, y)]
    if any(not changed.isdisjoint(tokens) for tokens in own):
        return True
    if x.prior != y.prior and ((x if x.prior else y).negated or ctx.lexicons["predicates"].get(x.name, {}).get("passing")):
        return True  # "for years she had refused": it was so until then
    left: tuple[Moment, ...] = moments(x.line, ctx)
    right: tuple[Moment, ...] = moments(y.line, ctx)
    if left and right:
        return not any(clash_of(m, n) == "same" for m in left for n in right)
    dated = any("year" in m.parts for m in (*left, *right))
    if dated or ((left or right) and ctx.lexicons["predicates"].get(x.name, {}).get("passing")):
        lasting = standing("predicates.lasting", words["lasting"], ctx)
        return all(lasting.isdisjoint(tokens) for tokens in own)
    return False


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Clauses that exclude each other."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One predicate, two poles",
            keys=keys,
            compare=compare,
            source="FrameNet 1.7; Levin 1993; Karttunen 1971 (implicatives); de Marneffe, Rafferty & Manning 2008",
            examples=(
                must("Lawmakers passed the ferry bill late at night.\n\nIt rained.\n\nThe ferry bill was thrown out by lawmakers.", RULE),
                must("Both divers survived the storm.\n\nIt rained.\n\nThe storm killed both divers.", RULE),
                must("The dairy paid the fine.\n\nIt rained.\n\nThe fine was never paid.", RULE),
                must("The clerk was told about the letter.\n\nIt rained.\n\nThe clerk was unaware of the letter.", RULE),
                must_not("Lawmakers passed the ferry bill.\n\nIt rained.\n\nThe bridge bill was thrown out by lawmakers."),
                must_not("Two divers survived the storm.\n\nIt rained.\n\nThe storm killed three divers."),
                must_not("The council passed the plan.\n\nIt rained.\n\nThe ministry rejected the plan."),
                must_not("Lawmakers passed the ferry bill.\n\nIt rained.\n\nOpponents urged lawmakers to throw out the ferry bill."),
                must_not("The lane was closed in 2011.\n\nIt rained.\n\nThe lane was open in 2015."),
            ),
        )
    ]
