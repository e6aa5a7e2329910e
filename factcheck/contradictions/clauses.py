"""A clause as predicate, polarity and participants, whatever its voice: "never signed it", "was signed by", "has yet to sign".

Reads shallowly, from words alone; where a participant is not plain, there is none. Never tells what a plan or condition comes to.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.contradictions.keys import Line, sentence_of, stemmer, stems_of
from factcheck.contradictions.negation import is_negator
from factcheck.contradictions.postings import places
from factcheck.contradictions.things import Thing, phrase_after, phrase_before, read
from factcheck.contradictions.voice import sources
from factcheck.model.light import dataclass
from factcheck.plugin.context import Context

_BACK = 7
_AGENT = 7


@dataclass(frozen=True, slots=True)
class Who:
    """A participant.

    Args:
        head: stem of its noun under which synonyms are one.
        words: stems of all that tells it from others.
        limits: stems of what follows the head noun.
        definite: whether it is known.
        part: whether only some of them, or one of several, are meant.
        bare: whether nothing but the head tells which it is.
        named: whether it is a name.
    """

    head: str
    words: frozenset[str]
    limits: frozenset[str]
    definite: bool
    part: bool
    bare: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """What is told around a predicate.

    Args:
        negated: whether it is told not to be so.
        subject, object: participants of the active clause; None where not plain.
        passive: whether it was read from a passive.
        topic: the noun phrase that follows, whatever the voice.
        prior: whether it is told in the past perfect.
        undone: whether it is told not to be done by another verb: "refused to".
    """

    negated: bool
    subject: Who | None
    object: Who | None
    passive: bool
    topic: Who | None
    prior: bool = False
    undone: bool = False


def group_of(at: int, line: Line, ctx: Context) -> tuple[int, ...]:
    """The verb group before a predicate's first word: helpers, adverbs, negators, "failed to"; nearest first."""
    words, lower, stem = ctx.lexicons["deeds"]["reading"], ctx.tokens.lower, stemmer(ctx)
    low = ctx.tokens.at(line.claims[0].start)
    known = ctx.once(
        "contradictions.clause_group", lambda: frozenset((*words["group"], *words["be"], *words["modal"])) | stems_of(ctx, words["undone"])
    )
    out = []
    for i in range(at - 1, max(low, at - _BACK) - 1, -1):
        if lower[i] not in known and stem(lower[i]) not in known and not (lower[i].endswith("ly") and len(lower[i]) > 4):
            break
        out.append(i)
    return tuple(out)


def clause_at(first: int, last: int, line: Line, ctx: Context) -> Clause | None:
    """The clause whose predicate stands at some tokens; None where it is a plan, a wish, a condition or a noun.

    Args:
        first, last: indices of the predicate's tokens.
    """
    words, lower, stem = ctx.lexicons["deeds"]["reading"], ctx.tokens.lower, stemmer(ctx)
    group = group_of(first, line, ctx)
    before = [lower[i] for i in group]
    undone = any(stem(w) in stems_of(ctx, words["undone"]) for w in before)
    if any(w in words["modal"] for w in before) or ("to" in before and not undone):
        return None
    start = group[-1] if group else first
    passive = any(w in words["be"] for w in before)
    negated = undone or any(is_negator(i, ctx) for i in group)
    prior = any(w in words["prior"] for w in before)
    subject, none = _before(start, line, ctx)
    skipped = last + 1 < len(lower) and lower[last + 1] in words["whole"]
    target = phrase_after(last + 1 + skipped, line, ctx)
    agent = _agent(last, line, ctx)
    reduced = not passive and agent is not None and last + 1 < len(lower) and lower[last + 1] == "by"
    done = _who(target, ctx) if target is not None else None
    done = replace(done, definite=True) if done is not None and skipped else done
    nothing = last + 1 < len(lower) and lower[last + 1] in words["no"]
    if passive or reduced:
        return Clause(negated != none, agent, subject, True, done, prior, undone)
    return Clause((negated != none) != nothing, subject, done, False, done, prior, undone)


def _before(start: int, line: Line, ctx: Context) -> tuple[Who | None, bool]:
    """The subject, and whether it is "no …"; a pronoun right after its frame is the speaker."""
    words, lower = ctx.lexicons["deeds"]["reading"], ctx.tokens.lower
    low = ctx.tokens.at(line.claims[0].start)
    at = start - 1
    if at >= low and lower[at] in ("who", "which", "that", ","):
        at -= 1
        at -= at >= low and lower[at] == ","
    if at < low:
        return None, False
    if lower[at] in words["pronouns"]:
        claim = line.claim_at((ctx.tokens.starts[at], ctx.tokens.ends[at]))
        names = sources(claim)
        return (_named(names[0], ctx) if names and at <= ctx.tokens.at(claim.start) + 1 else None), False
    found = phrase_before(at + 1, line, ctx)
    if found is None:
        return None, False
    if lower[found.first] in ("none", "neither") and found.first + 1 <= found.last and lower[found.first + 1] == "of":
        found = read(found.first + 2, found.last + 1, ctx)
        return (_who(found, ctx) if found else None), True
    return _who(found, ctx), lower[found.first] in words["no"]


def _agent(last: int, line: Line, ctx: Context) -> Who | None:
    lower = ctx.tokens.lower
    own = set(ctx.tokens.within(*sentence_of(line.number, ctx)))
    for i in range(last + 1, min(len(lower) - 1, last + _AGENT)):
        if i not in own or lower[i] in (",", ".", ";", "and", "but"):
            return None
        if lower[i] == "by":
            found = phrase_after(i + 1, line, ctx)
            return _who(found, ctx) if found is not None else None
    return None


def canonical(stem: str, ctx: Context) -> str:
    """The noun under which its synonyms are compared."""

    def make() -> dict[str, str]:
        made = stemmer(ctx)
        return {made(w): name for name, nouns in ctx.lexicons["deeds"]["alias"].items() for w in nouns}

    known: dict[str, str] = ctx.once("contradictions.predicate_alias", make)
    return known.get(stem, stem)


def _who(thing: Thing, ctx: Context) -> Who:
    lower = ctx.tokens.lower
    part, whole = (ctx.lexicons["deeds"]["reading"][k] for k in ("part", "whole"))
    some = thing.apart or any(
        (lower[i] in part and lower[i] not in ("a", "an", "any")) or lower[i].isdigit() for i in range(thing.first, thing.last + 1)
    )
    at = _head(thing, ctx)
    head, named = canonical(stemmer(ctx)(lower[at]), ctx), ctx.tokens.words[at][0].isupper() and not _opens(at, ctx)
    return Who(
        head,
        thing.mods | thing.limits | {head},
        thing.limits,
        thing.definite or lower[thing.first] in whole,
        some,
        not thing.mods and not thing.limits,
        named,
    )


def _opens(at: int, ctx: Context) -> bool:
    """Whether a token is the first of its sentence, where a capital says nothing."""
    starts = ctx.once("contradictions.sentence_starts", lambda: frozenset(s.start for s in ctx.article.sentences))
    return ctx.tokens.starts[at] in starts


def _head(thing: Thing, ctx: Context) -> int:
    """Index of the head noun: the alias of "things" would hide the word."""
    prepositions = ctx.lexicons.words("things", "prepositions")
    return next((i for i in range(thing.first + 1, thing.last + 1) if ctx.tokens.lower[i] in prepositions), thing.last + 1) - 1


def _named(name: str, ctx: Context) -> Who:
    made = [stemmer(ctx)(w.lower()) for w in name.split() if w.lower() not in ("the", "a", "an", "mr.", "ms.", "mrs.", "dr.")]
    head = canonical(made[-1], ctx) if made else ""
    return Who(head, frozenset({*made[:-1], head}), frozenset(), True, False, len(made) < 2, name.split()[-1][:1].isupper())


def same(a: Who, b: Who, ctx: Context) -> bool:
    """Whether two participants may be one: one head noun, nothing on both sides that tells them apart, and no third that is meant."""
    if not a.head or a.head != b.head or a.part or b.part or not (a.definite or b.definite):
        return False
    if a.words - b.words and b.words - a.words:
        return False
    return a.words == b.words or not (a.bare or b.bare) or len(_kinds(ctx).get(a.head, ())) <= 1


def _kinds(ctx: Context) -> dict[str, set[str]]:
    """Noun to the words that stand right before it in the article: "the ferry plan", "the tax plan" are two plans."""

    def make() -> dict[str, set[str]]:
        made, out = stemmer(ctx), dict[str, set[str]]()
        stop = ctx.lexicons.words("likeness", "stop") | ctx.lexicons.words("things", "determiners")
        lower = ctx.tokens.lower
        for word, at in places(ctx).items():
            head = canonical(made(word), ctx)
            for i in at:
                if i and lower[i - 1] not in stop and lower[i - 1][0].isalpha() and not lower[i - 1].endswith(("ed", "ly")):
                    out.setdefault(head, set()).add(made(lower[i - 1]))
        return out

    return ctx.once("contradictions.kinds", make)
