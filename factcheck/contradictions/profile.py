"""One person with two nationalities, parties, trades, ranks, voices or family relations, read from what describes him or her.

Only words of one closed group exclude each other; former, coming and second posts are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.descriptions import Description, descriptions
from factcheck.contradictions.people import bare
from factcheck.model.claim import Claim
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "one-person-two-descriptions"
NATION, BORN = "nation", "born"
_LEADS = {NATION: "Not the same nationality: ", BORN: "Not the same country of birth: "}
_BODIES = "Not of the same body: "
_LETTERS = 4
_RESOLVE = "The person, a register or the body's own list; and the day for which it holds."
_BODY = "body"
_FIRST = "first"


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """What a claim says that somebody is."""
    return ctx.once("contradictions.profile.profile", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    out: dict[str, list[Fact]] = {}
    starts, ends = ctx.tokens.starts, ctx.tokens.ends
    found = [(d, group, value) for d in descriptions(ctx) for group, value in _values(d, ctx)]
    holders: dict[tuple[str, str], set[str]] = {}
    for d, group, value in found:
        if not d.taken_up:
            holders.setdefault((group, value), set()).add(d.person)
    unsure = {(d.person, group, value) for d, group, value in found if _not_now(d, group, ctx)}
    for d, group, value in found:
        if (d.person, group, value) in unsure or (d.taken_up and holders.get((group, value), {d.person}) != {d.person}):
            continue  # was so, is so besides, or is said of somebody else
        fact = Fact(f"profile|{group}|{d.person}", value, (starts[d.near], ends[d.far - 1]), d)
        out.setdefault(d.line.claim_at((starts[d.first], starts[d.first] + 1)).id, []).append(fact)
    return out


def _not_now(d: Description, group: str, ctx: Context) -> bool:
    """Whether a description tells of another time, or of two things at once; "the first Swede to win" is a Swede."""
    lower, words = ctx.tokens.lower, ctx.lexicons["profiles"]["not_now"]
    own = lower[d.first : d.end]
    beside = lower[max(0, d.first - 2) : d.first]
    other = any((w in words and (w, group) != (_FIRST, NATION)) or w.startswith(("ex-", "co-")) or _year(w) for w in own)
    of_a_body = group.startswith(_BODY)
    joined = not of_a_body and ((beside[-1:] == ["and"] and not d.taken_up) or _more(d, ctx))
    return "former" in beside or joined or other


def _more(d: Description, ctx: Context) -> bool:
    """Whether "and" goes on with a second description: "a teacher and fireman", but not "a teacher and has two sons"."""
    lower = ctx.tokens.lower
    return lower[d.end : d.end + 1] == ["and"] and lower[d.end + 1 : d.end + 2] not in (["has"], ["is"], ["lives"], ["was"])


def _index(ctx: Context) -> Mapping[str, list[tuple[str, str]]]:
    """Word to (group, value); words of two parts are joined by a hyphen."""

    def make() -> dict[str, list[tuple[str, str]]]:
        out: dict[str, list[tuple[str, str]]] = {}
        for group, row in ctx.lexicons["profiles"].items():
            if isinstance(row, Mapping) and "lead" in row:
                for value, words in row.items():
                    for w in words if value != "lead" else ():
                        out.setdefault(w, []).append((group, value))
        return out

    return ctx.once("contradictions.profile.profile_index", make)


def _countries(ctx: Context) -> Mapping[str, str]:
    def make() -> dict[str, str]:
        wide = set(ctx.lexicons["profiles"]["wide"]["countries"])
        made = {w.lower(): c for w, c in ctx.lexicons["places"]["demonyms"].items() if c and c not in wide}
        return {**made, **ctx.lexicons["profiles"]["people"]}

    return ctx.once("contradictions.profile.countries", make)


def _from(after: list[str], ctx: Context) -> str:
    """The country at the end of a description: "a student from Norway"; a town in it says less."""
    known = ctx.once("contradictions.profile.named_countries", lambda: {c.lower(): c for c in _countries(ctx).values()})
    return known.get(" ".join(after), "")


def _values(d: Description, ctx: Context) -> Iterator[tuple[str, str]]:
    lower, words = ctx.tokens.lower, ctx.tokens.words
    own = [bare(lower[i]) for i in range(d.first, d.end)]
    lexicon = ctx.lexicons["profiles"]
    index, countries, size = _index(ctx), _countries(ctx), d.head - d.first + 1
    inside = own[:size]
    nations = [(w, countries[w]) for w in inside if w in countries]
    elsewhere = set(inside) & set(lexicon["of_another"])
    beyond = own[size : size + 1] in (["in"], ["of"]) or (own[size : size + 1] == ["to"] and _FIRST not in inside)
    if len(nations) == 1 and not elsewhere and not beyond:
        yield NATION, nations[0][1]
    if not nations and own[size : size + 1] == ["from"] and (country := _from(own[size + 1 :], ctx)):
        yield NATION, country
    for w in inside:
        front, _, ending = w.rpartition("-")
        if ending == "born" and front in countries:
            yield BORN, countries[front]
    last = inside[-1] if inside else ""
    joined = "-".join(inside[-2:])
    if last in lexicon["of_field"] and own[size : size + 1] in (["of"], ["for"]):
        joined = f"{next((w for w in own[size + 1 :] if w != 'the'), '')}-{last}"
    yield from _bodies(d, own, size, ctx)
    for group, value in index.get(joined, ()) if joined in index else index.get(last, ()):
        if group == "kin":
            if d.end - d.first > 1 and (inside[0] in ("his", "her", "their") or inside[-2:-1] != inside[:0]):
                yield group, f"{value} of {_kin_of(d, ctx)}"
        elif group not in ("party", "faith"):
            yield group, value
    for at, w in enumerate(inside):
        if at + 1 < len(inside) or words[d.first + at][0].isupper():
            for group, value in index.get(w, ()):
                if group in ("party", "faith") and words[d.first + at][0].isupper() and inside[at - 1 : at] != ["non"]:
                    two = "-".join(inside[at - 1 : at + 1]) if at else ""
                    yield group, next((v for g, v in index.get(two, ()) if g == group), value)


def _bodies(d: Description, own: list[str], size: int, ctx: Context) -> Iterator[tuple[str, str]]:
    """Where somebody is what he is: "a lecturer in law at Tarn College", "the mayor of Tarn"."""
    for sort, nouns in ctx.lexicons["profiles"][_BODY].items():
        for i in range(size, len(own)):
            if own[i] not in ("at", "of", "for", "from"):
                continue
            end = i + 1
            while end < len(own) and (ctx.tokens.words[d.first + end][0].isupper() or own[end] in ("of", "the")):
                end += 1
            name = own[i + 1 : end]
            if own[size - 1] in nouns if sort == "post" else set(nouns) & set(name):
                if telling := " ".join(w for w in name if w not in nouns and w not in ("of", "the")):
                    yield f"{_BODY}-{sort}", telling
                break


def _kin_of(d: Description, ctx: Context) -> str:
    """Whose relation it is: the noun or name before it; a pronoun may be anybody's."""
    word = ctx.tokens.lower[d.head - 1] if d.head > d.first else ""
    return "" if word in ("his", "her", "their") else bare(word)


def _year(word: str) -> bool:
    return word.isdigit() and len(word) == 4


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two values of one group that do not go together."""
    x, y = a.fact.about, b.fact.about
    if not isinstance(x, Description) or not isinstance(y, Description):
        return None
    group = a.fact.key.split("|")[1]
    lexicon = ctx.lexicons["profiles"]
    if group.startswith(_BODY):
        return None if _one_body(a, b) or x.line.number == y.line.number else _told(_BODIES, a, b, ctx)
    together: Mapping[str, list[str]] = lexicon["within" if group in _LEADS else "joined"]
    (v, _, of_v), (w, _, of_w) = (str(m.fact.value).partition(" of ") for m in (a, b))
    if v == w or (of_v and of_w and of_v != of_w):
        return None
    if w in together.get(v, ()) or v in together.get(w, ()) or x.line.number == y.line.number:
        return None
    return _told(_LEADS.get(group) or f"{lexicon[group]['lead']}: ", a, b, ctx)


def _one_body(a: Mention, b: Mention) -> bool:
    """Whether two names may be of one body: they share a word, or one is the letters of the other."""
    v, w = (set(str(m.fact.value).split()) for m in (a, b))
    return bool(v & w) or any(len(n) < _LETTERS for own in (v, w) for n in own if len(own) == 1)


def _told(lead: str, a: Mention, b: Mention, ctx: Context) -> Finding:
    spans = (a.fact.span, b.fact.span)
    # the words beside a name are the writer's own, whoever is quoted
    text = f"{lead}{voice.quote(ctx, spans[0])} against {voice.quote(ctx, spans[1])}."
    return Finding("attribute", "conflict", spans, text, _RESOLVE, voice.scope(a.claim, b.claim, ctx), RULE)


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """What one person is."""
    return [
        ContradictionDetector(
            id=RULE,
            title="One person, two descriptions",
            keys=keys,
            compare=compare,
            source="WordNet 3.1 (hyponyms of skilled worker, politician, singer, relative); Quirk et al. 1985, 17.65-93 (apposition)",
            examples=(
                must("The Swedish baker Irma Falk opened a shop.\n\nIt is small.\n\nFalk, who is Finnish, sells rye bread.", RULE),
                must("Irma Falk, a Democrat, voted no.\n\nIt was late.\n\nThe Republican senator Irma Falk went home.", RULE),
                must("Defender Otto Tobak is injured.\n\nIt rained.\n\nTobak fell twice, and the goalkeeper will be out for weeks.", RULE),
                must_not("Irma Falk, a former baker, opened a shop.\n\nIt is small.\n\nFalk, a carpenter, built it."),
                must_not("The Swedish baker Irma Falk opened a shop.\n\nThe Finnish ambassador, Otto Tobak, came."),
            ),
        )
    ]
