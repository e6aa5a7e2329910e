"""Two tellings of one deed that cannot both be true: done and not done, done and undone, so and otherwise, whatever the words.

Compares deed, polarity, participants, place and time; leaves out plans, conditions, changes and parts of a whole. Says not who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.contradictions import voice
from factcheck.contradictions.apart import only_part, others_fit, restricted
from factcheck.contradictions.clashes import Clash, keyed, told
from factcheck.contradictions.deeds import HAVE, keys_of, reading
from factcheck.contradictions.keys import stems_of
from factcheck.contradictions.likeness import frequencies
from factcheck.contradictions.mention_match import MAYBE, OTHER, SAME, UNKNOWN
from factcheck.contradictions.mentions import Mention
from factcheck.contradictions.moments import moments
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
_NEAR, _CLOSE, _STORY = 4, 2, 6
_WELL = 2
"""So many rare words that two sentences share say that they are about one event."""
_RARE = 4
_GROUND, _KNOWN = 3, 2


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
    if (x.aim and y.aim) or ((x.aim or y.aim) and (a.pole != b.pole or not (x if x.aim else y).negated)):
        return False
    if a.name or b.name:
        if a.name != b.name:
            return False
        if a.pole == b.pole:
            if ctx.lexicons["deeds"].get(a.name, {}).get("holder") and not (x.negated or y.negated):
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
    if row.get("objects") and not _objects_fit(x, y, ctx):
        return False
    if row.get("converse"):
        theme, agent = _converse(x, y, theme, agent, ctx)
    if theme == OTHER or (agent == OTHER and not row.get("anybody")):
        return False
    others = others_fit(x, y, ctx)
    if others == OTHER:
        return False
    context = _context(x, y, ctx)
    return _grounded(x, y, theme, agent, others, context, ctx) and _enough(x, y, theme, agent, others, context, ctx)


def _grounded(x: Telling, y: Telling, theme: int, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether what is known to be one outweighs what is not: who, what, the rest of the phrase, rare words beside.

    A deed of the lexicon that is done to one known thing within a few sentences is one; meanings of the thesaurus need more.
    """
    apart = abs(x.line.number - y.line.number)
    things = all(m is not None and (m.definite or m.name or m.owner or m.quant) for m in (x.theme, y.theme))
    known = bool(x.deed.name) and things and apart <= _NEAR
    if _nobody(x, y) and apart <= _STORY and (context >= 1 or _voiced(x, y, ctx)):
        return True
    weight = 2 * (theme == SAME) + 2 * (agent == SAME) + (others == SAME) + min(1, context)
    if theme == SAME and ((ctx.lexicons["deeds"].get(x.deed.name, {}).get("final") and _one_known(x, y)) or _shared_words(x, y)):
        weight += 1  # the dead stay dead, however far apart it is told; "prices in Holm" are told with more than their noun
    return weight >= (_KNOWN if known else _GROUND)


def _one_known(x: Telling, y: Telling) -> bool:
    """Whether the two themes are one that the article knows: by name, all of a group, or taken up by a wider word."""
    a, b = x.theme, y.theme
    if a is None or b is None or (a.plural and not b.plural and not a.pronoun):
        return False
    taken_up = a.head != b.head and not (a.pronoun or b.pronoun)
    return bool(a.name or b.name or taken_up or "all" in (a.quant, b.quant))


def _nobody(x: Telling, y: Telling) -> bool:
    """Whether one says of nobody at all what the other says of somebody: "nobody was hurt"; a place or a group limits it."""
    for one, other in ((x, y), (y, x)):
        m, n = one.theme, other.theme
        if m is not None and m.pronoun == "nobody" and not (m.limits or one.others or one.prior) and one.deed.name and one.agent is None:
            return n is not None and not (n.pronoun or other.negated or other.prior) and other.agent is None
    return False


def _voiced(x: Telling, y: Telling, ctx: Context) -> bool:
    return any(voice.sources(claim_of(t, ctx)) for t in (x, y))


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


def _objects_fit(x: Telling, y: Telling, ctx: Context) -> bool:
    """Whether what is won is what is lost: the set and the match are two."""
    mine, theirs = ([m for p, m in t.others if not p] for t in (x, y))
    if mine and theirs:
        return any(matched(m, n, x, y, ctx) == SAME for m in mine for n in theirs)
    return not (mine or theirs) or any(t.deed.on == "noun" for t in (x, y))


def _enough(x: Telling, y: Telling, theme: int, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether so much is one that the deed is one."""
    kin = bool(x.deed.name) or x.deed.senses[:1] == y.deed.senses[:1] or _base(x) == _base(y)
    near = abs(x.line.number - y.line.number) <= _NEAR
    common = not x.deed.name and not {x.deed.lower, thesaurus.base(x.deed.lower, x.deed.part)}.isdisjoint(reading(ctx, "common"))
    if x.deed.name.startswith(HAVE):
        return theme == SAME and (agent == SAME or (agent == MAYBE and (context >= 1 or _more_said(x, y))))
    if not x.deed.name and "noun" in (x.deed.on, y.deed.on) and (theme != SAME or agent == MAYBE):
        return False
    if "you" in {m.pronoun for m in (x.agent, y.agent, x.theme, y.theme) if m is not None}:
        return agent == SAME and context >= 2
    if theme == SAME and agent != SAME and not any(m is not None and (m.definite or m.name or m.owner) for m in (x.theme, y.theme)):
        # taxes, letters: anybody's; "records of the cash" and of one who may be he: his
        return _more_said(x, y) and (agent == MAYBE or (bool(x.deed.name) and near and (context >= 1 or _shared_words(x, y))))
    if theme == SAME and _plain(x.theme) and _plain(y.theme):
        return kin or agent == SAME or others == SAME or context >= 2
    if not kin or (ctx.lexicons["deeds"].get(x.deed.name, {}).get("trend") and not any(_bare_noun(t, ctx) for t in (x, y))):
        return False
    if theme == SAME:
        whole = bool(ctx.lexicons["deeds"].get(x.deed.name, {}).get("whole"))
        return agent == SAME or others == SAME or context >= 1 or whole or (near and bool(x.deed.name))
    if common:
        return False
    if theme == MAYBE:
        return _likely(x, y, agent, others, context, ctx)
    late, early = (x, y) if x.first > y.first else (y, x)
    if _bare_noun(late, ctx) and early.theme is not None and near:
        return agent != OTHER and (others == SAME or context >= 1 or bool(moments(x.line, ctx)))
    if x.theme is None and y.theme is None:
        if agent == SAME:
            return others == SAME or (not x.others and not y.others) or context >= 2
        return bool(x.deed.name) and agent != OTHER and (x.every or y.every) and (others == SAME or context >= 2)
    return agent == SAME and (others == SAME or context >= 2 or (near and not common and (x.every or y.every)))


def _more_said(x: Telling, y: Telling) -> bool:
    """Whether the thing is told with more than its noun in both, or denied at any time."""
    return x.theme is not None and y.theme is not None and (_shared_words(x, y) or (x.deed.on != y.deed.on and (x.every or y.every)))


def _shared_words(x: Telling, y: Telling) -> bool:
    """Whether the two themes have more in common than their noun: "prices in Holm", "the fall in prices in Holm"."""
    if x.theme is None or y.theme is None:
        return False
    mine, theirs = (t.theme.words.union(*(m.words for _, m in t.others)) for t in (x, y) if t.theme is not None)
    return bool((mine & theirs) - {x.theme.head, y.theme.head})


def _likely(x: Telling, y: Telling, agent: int, others: int, context: int, ctx: Context) -> bool:
    """Whether the rest bears out that a pronoun or a wider word stands for the other's theme."""
    if agent == SAME and not any(m is not None and m.pronoun == "nothing" for m in (x.theme, y.theme)):
        return True
    close = abs(x.line.number - y.line.number) <= _CLOSE
    if _nobody(x, y) and ctx.lexicons["deeds"].get(x.deed.name, {}).get("anybody"):
        return context >= 1 or _voiced(x, y, ctx)
    if any(m is not None and m.quant in ("none", "all") and m.pronoun for m in (x.theme, y.theme)):
        if any(m is not None and m.pronoun == "nothing" for m in (x.theme, y.theme)):
            return agent == SAME and (others == SAME or context >= _WELL)
        if agent != UNKNOWN or abs(x.line.number - y.line.number) > _NEAR:
            return False
        return others == SAME or context >= _WELL or (close and bool(x.deed.name) and x.agent is None and y.agent is None)
    return others == SAME or context >= _WELL or (close and _voiced(x, y, ctx) and bool(x.deed.name) and not (x.others or y.others))


def _base(t: Telling) -> str | None:
    return thesaurus.base(t.deed.lower, t.deed.part)


def _bare_noun(t: Telling, ctx: Context) -> bool:
    """ "The increase", "the merger": what has been told of just before."""
    return t.deed.on == "noun" and t.theme is None and t.agent is None and t.first > 0 and ctx.tokens.lower[t.first - 1] == "the"


def _loose(x: Telling, y: Telling) -> bool:
    """Whether both are told with something that the other has not."""
    return bool(x.others) and bool(y.others)


def _plain(m: Mention | None) -> bool:
    return m is not None and not m.pronoun


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


def _context(x: Telling, y: Telling, ctx: Context) -> int:
    """How many rare words, beside deed and participants, the two sentences share."""
    df = frequencies(ctx)
    used = {i for t in (x, y) for m in (t.theme, t.agent) if m is not None for i in range(m.first, m.last + 1)}
    used |= {i for t in (x, y) for i in range(t.first, t.last + 1)}
    left, right = ({t.stem for t in side.line.terms if t.at not in used and df[t.stem] <= _RARE} for side in (x, y))
    return len(left & right)


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
