"""Two tellings of one deed that cannot both be true: done and not done, done and undone, so and otherwise, whatever the words.

Compares deed, polarity, participants, place and time; leaves out plans, conditions, changes and parts of a whole. Says not who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions import voice
from factcheck.contradictions.apart import only_part, others_fit, restricted
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.deeds import keys_of, reading
from factcheck.contradictions.grounds import one_deed
from factcheck.contradictions.keys import stems_of
from factcheck.contradictions.mention_match import MAYBE, OTHER, SAME, UNKNOWN, persons
from factcheck.contradictions.postings import standing
from factcheck.contradictions.pronouns import matched
from factcheck.contradictions.telling import Telling
from factcheck.contradictions.tellings import tellings
from factcheck.contradictions.times import claim_of, other_time
from factcheck.contradictions.two_things import myth, two_entries
from factcheck.language import thesaurus
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, must, must_not
from factcheck.plugin.records import Mention as Placed

RULE = "told-and-excluded"
_RESOLVE = "A record of the event itself: minutes, log, verdict, contract; and when each of the two was said."
_POLAR = "One states what the other denies: "
_OPPOSITE = "What the one tells, the other excludes: "
_MOST = 40
"""A deed told of more often than this is told of many things; its tellings are compared with their neighbours only."""
_NEIGHBOURS = 12


def find(ctx: Context) -> Iterator[Clash]:
    """All pairs of tellings that exclude each other, each pair of sentences once."""
    buckets: dict[str, list[Telling]] = {}
    for t in tellings(ctx):
        for key in keys_of(t.deed):
            buckets.setdefault(key, []).append(t)
    done: set[tuple[int, int]] = set()
    for key, rows in buckets.items():
        for x, y in _pairs(key, rows, buckets):
            pair = (min(x.line.number, y.line.number), max(x.line.number, y.line.number))
            if pair in done or pair[0] == pair[1] or not _opposed(x, y, ctx):
                continue
            if _conflict(x, y, ctx):
                done.add(pair)
                a, b = sorted((x, y), key=lambda t: t.first)
                one, other = claim_of(a, ctx), claim_of(b, ctx)
                lead = _POLAR if x.deed.pole == y.deed.pole and x.negated != y.negated else _OPPOSITE
                yield Clash(one, other, (one.start, one.end), (other.start, other.end), lead, _RESOLVE)


def _pairs(key: str, rows: list[Telling], buckets: dict[str, list[Telling]]) -> Iterator[tuple[Telling, Telling]]:
    """The tellings of one key, and those of an opposite meaning; of many, neighbours only."""
    reach = len(rows) if len(rows) <= _MOST else _NEIGHBOURS
    for i, x in enumerate(rows):
        for y in rows[i + 1 : i + 1 + reach]:
            yield x, y
    for other in sorted(thesaurus.against(key)):
        theirs = buckets.get(other, ())
        if key < other and len(rows) * len(theirs) <= _MOST * _NEIGHBOURS:
            for x in rows:
                for y in theirs:
                    yield x, y


def _opposed(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether the deeds exclude each other: one pole and denied once, two poles and both told; of complements, both denied."""
    a, b = x.deed, y.deed
    if x.plan != y.plan:
        return False
    if (x.aim and y.aim) or ((x.aim or y.aim) and (a.pole != b.pole or not (x if x.aim else y).negated)):
        return False
    if a.name or b.name:
        if a.name != b.name:
            return False
        if a.pole == b.pole:
            row = ctx.lexicons["deeds"].get(a.name, {})
            if (row.get("holder") or row.get("prizes")) and not (x.negated or y.negated):
                return a.pole > 0
            return x.negated != y.negated
        whole = bool(ctx.lexicons["deeds"].get(a.name, {}).get("whole"))
        return not (x.negated or y.negated) or (whole and x.negated and y.negated)
    if a.part != b.part:
        return False
    if not set(a.senses).isdisjoint(b.senses):
        return x.negated != y.negated
    return not (x.negated or y.negated) and thesaurus.opposite(a.lower, b.lower, a.part)


def _conflict(x: Telling, y: Telling, ctx: Context) -> bool:
    if _one_breath(x, y, ctx) or two_entries(x.line, y.line, ctx) or any(myth(t.line, ctx) for t in (x, y)):
        return False
    if other_time(x, y, ctx) or only_part(x, y) or restricted(x, y, ctx):
        return False
    row = ctx.lexicons["deeds"].get(x.deed.name, {})
    theme, agent = _theme(x, y, ctx), matched(x.agent, y.agent, x, y, ctx)
    if theme == SAME and _two_owners(x, y):
        theme = MAYBE
    if (x.aim or y.aim) and (agent == OTHER or any(m is not None and m.pronoun == "nobody" for m in (x.agent, y.agent))):
        return False
    if row.get("holder") and x.deed.pole == y.deed.pole and not (x.negated or y.negated):
        return theme == SAME and agent == OTHER and _place(x, ctx) and others_fit(x, y, ctx) != OTHER
    if row.get("prizes") and x.deed.pole == y.deed.pole and not (x.negated or y.negated):
        return theme == OTHER and _one_prize(x, y, ctx)
    if row.get("objects") and not _objects_fit(x, y, ctx):
        return False
    if row.get("converse"):
        theme, agent = _converse(x, y, theme, agent, ctx)
    if theme == OTHER or (agent == OTHER and not row.get("anybody")):
        return False
    others = others_fit(x, y, ctx)
    if others == OTHER:
        return False
    return one_deed(x, y, theme, agent, others, ctx)


def _one_breath(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether one voice tells both in one paragraph: a writer contrasts two things there, and seldom contradicts himself."""
    if x.line.block != y.line.block:
        return False
    a, b = claim_of(x, ctx), claim_of(y, ctx)
    return not (voice.sources(a) or voice.sources(b)) or voice.same_source(a, b, ctx)


def _converse(x: Telling, y: Telling, theme: int, agent: int, ctx: Context) -> tuple[int, int]:
    """Giving and getting turn giver and receiver round: who and what are compared whatever their places."""
    mine, theirs = ([m for m in (t.theme, t.agent, *(m for _, m in t.others)) if m is not None] for t in (x, y))
    found = [matched(m, n, x, y, ctx) for m in mine for n in theirs if "nothing" not in (m.pronoun, n.pronoun)]
    if found.count(SAME) >= 2 or (SAME in found and MAYBE in found):
        return SAME, SAME
    return theme, agent


def _two_owners(x: Telling, y: Telling) -> bool:
    """ "His tax returns" in two sentences that name different people: whose they are is open."""
    owned = all(t.theme is not None and t.theme.owner in ("his", "her", "their") for t in (x, y))
    mine, theirs = (_people(t) if owned else set() for t in (x, y))
    return bool(mine and theirs and not mine & theirs)


def _people(t: Telling) -> set[str]:
    framed = (d for c in t.line.claims for d in (*c.details, *(c.attribution.details if c.attribution else ())))
    return {d.text.split()[-1].lower() for d in framed if d.kind == "person"}


def _place(t: Telling, ctx: Context) -> bool:
    """Whether the theme is what has one holder."""
    places = ctx.once("contradictions.held_places", lambda: stems_of(ctx, ctx.lexicons["opposites"]["control"]["places"]))
    return t.theme is not None and t.theme.head in places


def _one_prize(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether two names are told to have won one thing that one alone can win: a cup, a title, an election."""
    a, b = x.theme, y.theme
    if a is None or b is None or not (a.name and b.name) or (a.name in persons(ctx)) != (b.name in persons(ctx)):
        return False
    if any(not standing("statements.repeated", reading(ctx, "repeated"), ctx).isdisjoint(t.line.tokens) for t in (x, y)):
        return False
    prizes = ctx.once("contradictions.prizes", lambda: stems_of(ctx, ctx.lexicons["deeds"][x.deed.name]["prizes"]))
    mine, theirs = ([m for p, m in t.others if not p and m.definite and not m.plural and m.head in prizes] for t in (x, y))
    return any(matched(m, n, x, y, ctx) == SAME and not (m.limits ^ n.limits) and m.mods == n.mods for m in mine for n in theirs)


def _objects_fit(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether what is won is what is lost: the set and the match are two."""
    mine, theirs = ([m for p, m in t.others if not p] or [m for p, m in t.others if p == "in"] for t in (x, y))
    if mine and theirs:
        return any(matched(m, n, x, y, ctx) == SAME for m in mine for n in theirs)
    return not (mine or theirs) or any(t.deed.on == "noun" for t in (x, y))


def _theme(x: Telling, y: Telling, ctx: Context) -> int:
    """How far the two are told of one thing; what "opens" may be what "is opened"."""
    found = matched(x.theme, y.theme, x, y, ctx)
    if found == SAME:
        return found
    best = found
    crossing = ("", "to", "of", "for", "about") if x.deed.on == y.deed.on == "does" else ()
    for one, other in ((x, y), (y, x)):
        if one.theme is not None and one.theme.quant != "none":
            for p, m in other.others:
                if p in crossing and matched(one.theme, m, one, other, ctx) == SAME:
                    best = max(best, SAME)
        if other.theme is None and one.theme is not None and other.agent is not None and not other.deed.name:
            best = max(best, matched(one.theme, other.agent, one, other, ctx)) if best == UNKNOWN else best
    return best


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """One key for each clash that the claim is part of."""
    return keyed(RULE, find, claim, ctx)


def compare(a: Placed, b: Placed, ctx: Context) -> Finding | None:
    """The clash that brought the two together."""
    pair = a.fact.about
    kind = "opposite" if isinstance(pair, Clash) and pair.lead == _OPPOSITE else "polarity"
    return told(kind, RULE, a, ctx)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Statements that exclude each other."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Told, and excluded",
            keys=keys,
            compare=compare,
            source="Cruse 1986, Lexical Semantics, ch. 9 (complementaries, antonyms); Karttunen 1971; de Marneffe, Rafferty & Manning 2008",
            examples=(
                must("Lawmakers passed the ferry bill late at night.\n\nIt rained.\n\nThe ferry bill was thrown out by lawmakers.", RULE),
                must("The appeal was dismissed.\n\nIt rained.\n\nThe judges allowed the appeal.", RULE),
                must("The dairy paid the fine.\n\nIt rained.\n\nThe fine was never paid, the court said.", RULE),
                must("The nurse agreed to the transfer.\n\nIt rained.\n\nShe never consented to it, her brother says.", RULE),
                must("The jury found Orla Vick guilty.\n\nHer acquittal was a surprise to the whole valley.", RULE),
                must("The pilot heeded the signal from the pier.\n\nThe harbor master said that the pilot had ignored the signal.", RULE),
                must("The crew held the bridge.\n\nThe town slept.\n\nThe bridge was seized by strikers, a guard said.", RULE),
                must_not("The dairy paid the fine.\n\nIt rained.\n\nThe tax was never paid, the court said."),
                must_not("Lawmakers passed the ferry bill.\n\nIt rained.\n\nThe bridge bill was thrown out by lawmakers."),
                must_not("Two divers survived the storm.\n\nIt rained.\n\nThe storm killed three divers."),
                must_not("The council passed the plan.\n\nIt rained.\n\nThe ministry rejected the plan."),
                must_not("The clerk did not seal the letter. The judge sealed it."),
                must_not("Lawmakers passed the ferry bill.\n\nIt rained.\n\nOpponents urged lawmakers to throw out the ferry bill."),
                must_not("The lane was closed in 2011.\n\nIt rained.\n\nThe lane was open in 2015."),
                must_not("For years the guild refused to print the list. On Monday it printed the list."),
            ),
        )
    ]
