"""The statement around a verb, an adjective or a set phrase: who, to what, denied or not, planned or done. Never weighs it.

Negation after Quirk et al. 1985, 10.54-70; verbs that leave a deed undone after Karttunen 1971 (implicatives).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.contradictions.deeds import Deed, reading, undoing
from factcheck.contradictions.keys import Line, stemmer, stems_of
from factcheck.contradictions.mentions import Mention, left, letters, lexicon, phrase, possessive, right
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.telling import Telling, group_start, obliques, outer, planned, relative, subject_of, undone_stems
from factcheck.plugin.context import Context

_NEAR = 6
_WHERE = (["in"], ["at"], ["during"], ["on"])


def clause(deed: Deed, first: int, last: int, line: Line, own: range, ctx: Context) -> Telling | None:
    """The clause around a verb, an adjective or a set phrase; None where it is no statement of fact."""
    lower, marks, made = ctx.tokens.lower, letters(ctx), stemmer(ctx)
    if lower[first] == "without":
        return _without(deed, first, line, own, ctx)
    if lower[last + 1 : last + 2] == ["that"] and ctx.lexicons["deeds"].get(deed.name, {}).get("converse"):
        return None  # "denied that he was there": nothing changes hands
    at = first
    while deed.on == "is" and at > own.start and marks[at - 1] == "m":
        at -= 1  # "two hours late"
    start = group_start(at, own, ctx)
    if deed.on == "is" and start == first and first > own.start:
        start = _verb_before(first, own, ctx)
    group = [lower[i] for i in range(start, first)]
    undone = any(made(w) in undone_stems(ctx) for w in group)
    aim = plan = unplanned = False
    if "to" in group or any(w in reading(ctx, "modal") for w in group):
        forced = any(pair == ("had", "to") for pair in itertools.pairwise(group))  # "had to turn back" (Karttunen 1971)
        done = undone or forced or any(w in reading(ctx, "managed") for w in (*group, *lower[max(own.start, start - 2) : start]))
        if not done:
            aim = any(w in ("would", "wouldn't") for w in group) and "to" not in group
            if not aim:
                start, unplanned = planned(start, first, own, ctx)
                if start < 0:
                    return None
                plan = True
    before = lower[start - 1] if start > own.start else ""
    if "having" in group and group.index("having") < 2 and lower[first - 1] not in ("have", "to"):
        return participle(deed, first, start + group.index("having"), last, line, own, ctx)
    if marks[first] == "G" and not any(w in reading(ctx, "be") or w.endswith(("'s", "'re", "'m", "’s", "’re", "’m")) for w in group):
        return participle(deed, first, start, last, line, own, ctx)
    if marks[first] == "I" and not group:
        return None
    passive = deed.on == "does" and marks[first] in "KR" and any(w in reading(ctx, "be") for w in group)
    led = lower[last + 1 : last + 2] == ["by"] or (first > own.start and marks[first - 1] in "nN" and lower[last + 1 : last + 2] in _WHERE)
    reduced = deed.on == "does" and marks[first] == "R" and not group and led
    if (
        marks[first] == "R"
        and not group
        and not reduced
        and (before in lexicon(ctx, "determiners") or possessive(before) or marks[first - 1] == "p")
    ):
        return None
    if deed.on == "is" and _expletive(start, last, own, ctx):
        return None
    negated = undone or unplanned
    every = False
    for i in range(first - len(group), first):
        if is_negator(i, ctx):
            negated = not negated if not undone else negated
            every |= lower[i] in ("never", "neither")
    subject = subject_of(start, own, line, ctx)
    if subject is not None and subject.quant == "none":
        negated, every = not negated, True
    stop = own.stop
    target = right(last + 1, stop, ctx)
    others = (*obliques(last + 1 if target is None else target.last + 1, stop, ctx), *_fronted(subject, own, ctx))
    if target is not None:
        second = right(target.last + 1, stop, ctx) if _object_after(target.last + 1, stop, ctx) else None
        if second is not None and deed.on == "does" and second.lower not in lexicon(ctx, "times"):
            others, target = (("to", target), *others), second
    if target is not None and target.lower in lexicon(ctx, "times"):
        target = None
    if target is None and subject is not None and deed.on == "does" and not passive:
        target = relative(subject.first, own, ctx)
    if target is not None and (target.quant == "none" or lower[last + 1 : last + 2] in (["no"], ["neither"], ["not"])) and not undone:
        negated, every = not negated, True
    negated, every = outer(start, own, negated, every, ctx)
    coming = ctx.lexicons["deeds"].get(deed.name, {}).get("coming") and marks[first] == "G"
    plan |= bool(coming) and not {"is", "are", "isn't", "aren't"}.isdisjoint(group)  # "is leaving at the end of the season"
    prior = "had" in group or "hadn't" in group
    present = (
        not prior
        and not (aim or plan)
        and (any(w in reading(ctx, "present") for w in group) or (start == first and lower[first].endswith("s") and marks[first] == "F"))
    )
    agent, theme = subject, target
    if deed.on == "is" and target is not None and first == last and marks[first] == "K" and not any(w in reading(ctx, "be") for w in group):
        pass  # "had recalled the toys": of the object
    elif deed.on == "is" and first == last and start == first and marks[first] in "nR" and marks[first + 1 : first + 2] in ("n", "N"):
        agent, theme = None, right(first, own.stop, ctx)  # "empty beds"
    elif deed.on == "is":
        agent, theme = None, subject
        if target is not None:
            others = (("", target), *others)
    elif passive or reduced:
        agent = next((m for p, m in others if p == "by"), None)
        others = tuple((p, m) for p, m in others if p != "by")
        theme = _nearest(first, own, ctx) if reduced else subject
        if target is not None:
            others = (("", target), *others)
    if agent is None and theme is None and not others:
        return None
    return Telling(deed, negated, agent, theme, others, line, first, last, prior, present, every, False, aim, undone, plan)


def _fronted(subject: Mention | None, own: range, ctx: Context) -> Iterator[tuple[str, Mention]]:
    """Where it was, told before the subject: "In the flat officers found two rifles"."""
    opens = own.start
    if subject is None or letters(ctx)[opens] != "p":
        return
    where = right(opens + 1, subject.first, ctx)
    if where is not None and subject.first - where.last <= 2 and where.lower not in lexicon(ctx, "times") and not where.lower[0].isdigit():
        yield ctx.tokens.lower[opens], where


def _nearest(first: int, own: range, ctx: Context) -> Mention | None:
    """The phrase right before a reduced clause: "the widow of a pilot killed in the crash" (Quirk et al. 1985, 17.29)."""
    at = first
    while at > own.start and letters(ctx)[at - 1] in "nNdmaG":
        at -= 1
    return phrase(at, first, ctx) if at < first else None


def _verb_before(first: int, own: range, ctx: Context) -> int:
    """The verb that a set phrase goes with: "left on time", "resigned of her own free will"; else the phrase itself."""
    marks = letters(ctx)
    if marks[first] not in "pan":
        return first
    for i in range(first - 1, max(own.start, first - _NEAR), -1):
        if marks[i] in "FK":
            return group_start(i, own, ctx)
        if marks[i] in ",;:.rucIG":
            break
    return first


def _without(deed: Deed, first: int, line: Line, own: range, ctx: Context) -> Telling | None:
    """ "He was hunting without a licence": he had none."""
    previous = next((i for i in range(first - 1, own.start - 1, -1) if letters(ctx)[i] in "FAK"), None)
    agent = left(group_start(previous, own, ctx), own.start, ctx) if previous is not None else None
    thing = right(first + 1, own.stop, ctx)
    return Telling(deed, True, agent, thing, (), line, first, first) if thing is not None and agent is not None else None


def _object_after(at: int, stop: int, ctx: Context) -> bool:
    """Whether a second object may begin at a token: "gave the boy the book"."""
    return at < stop and letters(ctx)[at] in "dmnN" and ctx.tokens.lower[at] not in lexicon(ctx, "after")


def _expletive(start: int, last: int, own: range, ctx: Context) -> bool:
    """ "It is legal to sell milk": "it" stands for what follows."""
    lower, marks = ctx.tokens.lower, letters(ctx)
    if start == own.start or lower[start - 1] != "it":
        return lower[start] in ("it's", "it’s")
    return any((marks[i] == "t" and marks[i + 1] == "I") or lower[i] == "that" for i in range(last + 1, min(own.stop - 1, last + 6)))


def _perceived(start: int, own: range, ctx: Context) -> Mention | None:
    """Who is seen doing it: "witnesses saw the coach talking to the referee" (Quirk et al. 1985, 16.53)."""
    who = left(start, own.start, ctx)
    if who is None or who.first <= own.start or who.last != start - 1:
        return None
    verb = ctx.tokens.lower[who.first - 1]
    return who if stemmer(ctx)(verb) in stems_of(ctx, reading(ctx, "perceiving")) else None


def participle(deed: Deed, first: int, start: int, last: int, line: Line, own: range, ctx: Context) -> Telling | None:
    """ "without saying goodbye", "after approving the plan", "denied taking the ring"."""
    lower = ctx.tokens.lower
    before = lower[start - 1] if start > own.start else ""
    if before in ("not", "never", "ever") and start - 1 > own.start and lower[start] == "having":
        start -= 1
        before = lower[start - 1]
    seen = _perceived(start, own, ctx)
    opening = lower[start] == "having" and (start == own.start or before in (",", '"', "“"))
    if (
        not opening
        and seen is None
        and before not in reading(ctx, "participial")
        and stemmer(ctx)(before) not in undoing(ctx)
        and before not in ("ever", "admitted")
    ):
        return None
    negated = (before == "without") != any(is_negator(i, ctx) for i in range(start, first))
    target = right(last + 1, own.stop, ctx)
    others = tuple(obliques(last + 1 if target is None else target.last + 1, own.stop, ctx))
    previous = next((i for i in range(start - 1, own.start - 1, -1) if letters(ctx)[i] in "FAK"), None)
    agent = left(group_start(previous, own, ctx), own.start, ctx) if previous is not None else None
    agent = seen or agent
    if agent is None and start <= own.start + 1:  # "Having lost to the guests, the side is last"
        comma = next((i for i in range(last + 1, own.stop) if lower[i] == ","), None)
        agent = right(comma + 1, own.stop, ctx) if comma is not None else None
    if deed.on == "is":
        return Telling(deed, negated, None, agent, (*((("", target),) if target is not None else ()), *others), line, first, last)
    return Telling(deed, negated, agent, target, others, line, first, last, every=negated)
