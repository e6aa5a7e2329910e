"""Age against year of birth, death or another age: "Pruett, 71" and "Pruett, born in 1961". Never guesses the article's date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.contradictions import voice
from factcheck.contradictions.calendar import published
from factcheck.contradictions.keys import Line, line_of, lines, sentence_of
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, Fact, Finding, Mention, must, must_not

RULE = "age-birth-year"
_NAME = r"(?<!\w)(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof)\.?\s+)?(?P<name>[A-Z][\w’'-]{1,30}(?:\s+[A-Z][\w’'.-]{1,30}){0,3})"
_AGE = r"(?P<age>\d{1,3}|(?i:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_AGED = compiled(_NAME + r",\s+(?:now\s+|who\s+is\s+(?:now\s+)?|(?:who\s+is\s+)?aged\s+)?" + _AGE + r"(?=,|\.|;|\s+who\b|\s+and\b|\)|—| –)")
_AGED_IN_BRACKETS = compiled(_NAME + r"\s\((?:aged\s+)?" + _AGE + r"\)")
_AGED_IN_WORDS = compiled(_AGE + r"-year-old\s+(?:[a-z-]+,?\s+){0,3}" + _NAME)
_AGED_AFTER = compiled(_NAME + r",\s+(?:a|an|the)\s+" + _AGE + r"-year-old\b")
_AGED_OF = compiled(_NAME + r",\s+(?:a|an)\s+(?:[a-z-]+\s+){1,3}(?:of|aged)\s+" + _AGE + r"(?=,|\.)")
_AGED_IS = compiled(_NAME + r"\s+is\s+(?:now\s+)?(?:aged\s+)?" + _AGE + r"(?=,|\.|;|\s+and\b|\s+years\s+old\b)")
_AGED_AT = compiled(r"\bAt\s+(?:the\s+age\s+of\s+)?" + _AGE + r",\s+" + _NAME + r"\s+(?:is|has)\b")
_TAKEN_UP = compiled(
    r"(?:\b(?:[Tt]he|[Tt]his)\s+" + _AGE + r"-year-old(?!-)\b(?!\s+(?:[a-z-]+,?\s+){0,3}[A-Z])"
    r"|\b(?:He|She)\s+was\s+(?P<age4>\d{1,3})(?=\.|\s+and\b)"
    r"|(?<!\w)The\s+(?:[a-z-]+\s+){0,3}?[a-z-]+,\s+(?:who\s+is\s+)?(?P<age3>\d{1,3})(?=,|\s+and\b)"
    r"|\b(?:He|She|he|she)\s+is\s+(?:now\s+)?(?:aged\s+)?(?P<age2>\d{1,3})(?=,|\.|;|\s+and\b|\s+years\s+old\b))"
)
_AGED_WAS = compiled(
    _NAME + r"\s+was\s+" + _AGE + r"(?=\.|,\s+(?:his|her|police|the)\b|\s+and\s+(?:had|lived|worked|married|single|leaves)\b)"
)
_SHAPES = (_AGED, _AGED_IN_BRACKETS, _AGED_IN_WORDS, _AGED_AFTER, _AGED_OF, _AGED_IS, _AGED_AT, _AGED_WAS)
_OF_ANOTHER = compiled(
    r"\b(?:son|daughter|brother|sister|wife|husband|mother|father|child|children|twin|girl|boy|baby|cousin|nephew|niece)\b"
)
_BORN = compiled(r"\b(?:[Bb]orn)\b(?:[^.;\d]{0,60}?\b\d{1,2}\b,?)?[^.;\d]{0,60}?\b(?P<year>1[89]\d\d|20\d\d)\b")
_LIFE = compiled(_NAME + r"\s+\((?P<year>1[89]\d\d|20\d\d)\s?[-–—]\s?(?P<died>1[89]\d\d|20\d\d)\)")
_DIED = compiled(
    r"\bdied\b(?:[^.;\d]{0,30}\b\d{1,2}\b)?[^.;\d]{0,30}?(?P<year>1[89]\d\d|20\d\d)?,?\s*(?:at\s+(?:the\s+age\s+of\s+)?|aged\s+)(?P<age>\d{1,3})\b(?!\s*(?:[ap]\.?m|:|%))"
)
_DIED_AND_WAS = compiled(
    r"\bdied\b[^.;\d]{0,30}(?:\b\d{1,2}\b[^.;\d]{0,15})?\b(?P<year>1[89]\d\d|20\d\d)\b[^.;\d]{0,40}?\b(?:he|she)\s+was\s+(?:only\s+|just\s+)?"
    r"(?P<age>\d{1,3})(?=\.|,|\s+and\b|\s+years\s+old\b)"
)
_SCORE = compiled(r"(?<![\d-])\d{1,2}[-–]\d{1,2}\b(?!-)")
"""The result of a match or set: beside it a number in brackets is a seed, a place or a goal's minute."""
_WAS = compiled(r"(?:He|She)\s+was\b")
_DIED_IN = compiled(r"\bdied\b[^.;\d]{0,30}(?:\b\d{1,2}\b[^.;\d]{0,15})?\b(?P<year>1[89]\d\d|20\d\d)\b")
_MEANT = compiled(r"(?:(?:When|By the time|Before|After|Until)\s+)?(?:[Hh]e|[Ss]he)\b|Born\b")
_DIGIT = compiled(r"\d|(?:ty|-(?:one|two|three|four|five|six|seven|eight|nine))(?:-year-old|[,.])")
"""Every one of these names a number."""
_BEFORE = compiled(r"((?:[A-Z][\w’'.-]{0,30} ){0,3}[A-Z][\w’'-]{1,30})(?:, +who\b[^,.;]{1,50})?,? +(?:who\s+)?(?:was\s+)?\Z")
_WORD = compiled(r"[A-Z][\w’'-]{1,30}")
_BACK = 3
_FAR = 400
_DEAD = compiled(r"\b(?:victims?|died|killed|dead|death|murdered|drowned)\b")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NEAR = 60
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Years:
    """When somebody can have been born: both years included."""

    first: int
    last: int


def keys(claim: Claim, ctx: Context) -> Iterable[Fact]:
    """The years of birth that a claim states or implies, by the person's last name."""
    return ctx.once("contradictions.born", lambda: _facts(ctx)).get(claim.id, ())


def _facts(ctx: Context) -> Mapping[str, list[Fact]]:
    today = published(ctx)
    out: dict[str, list[Fact]] = {}
    gone = _gone(ctx)
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        for at, name, years, sort in _stated(line, start, end, today.year if today else None, gone, ctx):
            if not name:
                continue
            claim = line.claim_at(at)
            last = _last(name)
            out.setdefault(claim.id, []).append(Fact(f"born|{last}", (years.first, years.last, sort), at, (years, name.split(), sort)))
    return out


def _gone(ctx: Context) -> dict[str, int]:
    """The year in which somebody died, by last name, where a sentence tells it: "He died on 2 June 2019"; two years are none."""
    text, found = ctx.article.text, dict[str, set[int]]()
    for line in lines(ctx):
        start, end = sentence_of(line.number, ctx)
        for m in _DIED_IN.finditer(text, start, end):
            found.setdefault(_last(_whose(line, m.start(), m.end(), ctx) or " "), set()).add(int(m["year"]))
    return {name: next(iter(years)) for name, years in found.items() if name and len(years) == 1}


def _last(name: str) -> str:
    return next(iter(name.split()[-1:]), "").lower().removesuffix("'s").removesuffix("’s")


def _stated(
    line: Line, start: int, end: int, today: int | None, gone: dict[str, int], ctx: Context
) -> Iterator[tuple[Span, str, _Years, str]]:
    """Each statement of an age or birth: where, of whom, the years of birth, and what they are counted from."""
    text = ctx.article.text
    if not _DIGIT.search(text, start, end):
        return
    for at, name, age in _aged(line, start, end, ctx):
        if 1 <= age <= _OLDEST:
            died = gone.get(_last(name)) if _WAS.match(text, at[0], end) else None
            base, sort = (died or today or 0), ("year" if died or today else "age")
            yield at, name, _Years(base - age - 1, base - age) if base else _Years(-age, -age), sort
    for m in _LIFE.finditer(text, start, end):
        gone[_last(m["name"])] = int(m["died"])
        yield (m.start("year"), m.end("died")), m["name"], _Years(int(m["year"]), int(m["year"])), "year"
    for m in _BORN.finditer(text, start, end):
        name = _whose(line, m.start(), m.end(), ctx)
        yield (m.start(), m.end("year")), name, _Years(int(m["year"]), int(m["year"])), "year"
    for m in (*_DIED.finditer(text, start, end), *_DIED_AND_WAS.finditer(text, start, end)):
        name = _whose(line, m.start(), m.end(), ctx)
        year = int(m["year"]) if m["year"] else gone.get(_last(name)) if name else None
        if year and 1 <= int(m["age"]) <= _OLDEST:
            yield m.span(), name, _Years(year - int(m["age"]) - 1, year - int(m["age"])), "year"


def _aged(line: Line, start: int, end: int, ctx: Context) -> Iterator[tuple[Span, str, int]]:
    """Each age of a sentence with its place and whose it is."""
    text = ctx.article.text
    told: set[int] = set()
    seeded = bool(_SCORE.search(text, start, end))
    for pattern in _SHAPES:
        for m in pattern.finditer(text, start, end) if not (seeded and pattern is _AGED_IN_BRACKETS) else ():
            if m.start("age") in told or not m["name"][0].isupper():
                continue
            told.add(m.start("age"))
            yield (min(m.start("name"), m.start("age")), max(m.end("name"), m.end("age"))), m["name"], _number(m["age"])
    for m in _TAKEN_UP.finditer(text, start, end):
        name = _only_person(line, m.start(), ctx)
        near = max(0, sentence_of(line.number - 1, ctx)[0]) if line_of(ctx).get(line.number - 1) else start
        if name and m["age3"] and name not in text[near:start]:
            continue  # a role is taken up from the sentence before, no farther
        if name and (not m["age4"] or _DEAD.search(text, max(0, start - _FAR), start)):
            yield m.span(), name, _number(m["age"] or m["age2"] or m["age3"] or m["age4"])


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    tens, _, ones = written.lower().partition("-")
    return _TENS[tens] + (_ONES.index(ones) + 1 if ones else 0)


def _only_person(line: Line, start: int, ctx: Context) -> str:
    """The one person of whom the paragraph has spoken so far: a second one, or a member of the family, makes it unsure."""
    first = next((n for n in range(line.number, line.number - _BACK - 1, -1) if (b := line_of(ctx).get(n)) and b.block != line.block), None)
    own = [x for n in range(first + 1 if first is not None else line.number - _BACK, line.number + 1) if (x := line_of(ctx).get(n))]
    named = {_last(d.text): d.text for x in own for d in _people(x) if d.kind in ("person", "name") and d.end <= start}
    if not own or (not named and own[0].block == line.block):
        low = own[0].number if own else line.number
        back = (line_of(ctx).get(low - step) for step in range(1, _BACK + 1))
        before = next((b for b in back if b and any(d.kind in ("person", "name") for d in _people(b))), None)
        named = {_last(d.text): d.text for d in _people(before) if d.kind in ("person", "name")} if before else {}
        own = [before, *own] if before else own
    if len(named) != 1 or not own or _OF_ANOTHER.search(ctx.article.text, sentence_of(own[0].number, ctx)[0], start):
        return ""
    return next(iter(named.values()))


def _people(line: Line) -> list[Detail]:
    """The details of a line with those of its frames: "Dolny said"."""
    return [*line.details, *(d for c in line.claims if c.attribution for d in c.attribution.details)]


def _whose(line: Line, start: int, end: int, ctx: Context) -> str:
    """The person of whom it is said: named before it, right after it, or the only person of a sentence shortly before a pronoun."""
    persons = [d for d in line.details if d.kind in ("person", "name") and _WORD.match(d.text) and not start <= d.start < end]
    right_before = _BEFORE.search(ctx.article.text, max(line.claims[0].start - _NEAR, start - _NEAR, 0), start)
    if right_before and right_before[1].split()[-1] not in ("He", "She"):
        return right_before[1]
    before = [d for d in persons if d.end <= start and start - d.end <= _NEAR]
    if before:
        return before[-1].text
    if any(d.kind == "person" and d.start - end <= 3 for d in persons if d.start >= end):
        return next(d.text for d in persons if d.start >= end)
    if not _MEANT.match(ctx.article.text, line.claims[0].start):
        return ""
    for step in range(1, _BACK + 1):
        previous = line_of(ctx).get(line.number - step)
        named = {d.text for d in previous.details if d.kind == "person"} if previous else set()
        if named:
            return next(iter(named)) if len(named) == 1 else ""
    return _of_whom_all_is_told(start, ctx)


def _of_whom_all_is_told(start: int, ctx: Context) -> str:
    """The only person whom the text has named before a place, where it has told of nobody's family since: the dead of an obituary."""
    persons = ctx.once("contradictions.age_persons", lambda: [d for line in lines(ctx) for d in _people(line) if d.kind == "person"])
    before = {_last(d.text): d for d in persons if d.end <= start}
    if len(before) != 1:
        return ""
    only = next(iter(before.values()))
    return "" if _OF_ANOTHER.search(ctx.article.text, only.end, start) else only.text


def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
    """Two statements that cannot be of one birth; two first names are two people."""
    (x, name_x, sort_x), (y, name_y, sort_y) = a.fact.about, b.fact.about
    if sort_x != sort_y:
        return None
    if x.first <= y.last and y.first <= x.last:
        return None
    if len(name_x) > 1 and len(name_y) > 1 and name_x[0].lower() != name_y[0].lower():
        return None
    return voice.finding(
        "arithmetic",
        a.claim,
        b.claim,
        (a.fact.span, b.fact.span),
        ctx,
        "The person's date of birth, from a document or the person.",
        lead="The ages or years of birth of one person do not meet: ",
        rule=RULE,
    )


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Ages, computed again."""
    return [
        ContradictionDetector(
            id=RULE,
            title="Age and year of birth",
            keys=keys,
            compare=compare,
            source="AP Stylebook on ages; house rule: compute every age from its date",
            examples=(
                must(
                    "ALDER BAY, Wednesday, March 13, 2024\n\nIrma Falk, 58, keeps the lighthouse of Alder Bay.\n\nFalk, who "
                    "was born in 1975, took over from her father.",
                    RULE,
                ),
                must("Irma Falk (1931-2019) kept the lighthouse.\n\nShe was kind.\n\nFalk died at the age of 79.", RULE),
                must("Irma Falk, 58, keeps the lighthouse.\n\nIt is white.\n\nFalk, 52, took over from her father.", RULE),
                must(
                    "Irma Falk, who kept the lighthouse, has died.\n\nShe was born in 1931.\n\nWhen she died, in 2019, she was 79.",
                    RULE,
                ),
                must("Divers found the body of Irma Falk, 58.\n\nFalk was 52 and had kept the lighthouse for years.", RULE),
                must_not("Irma Falk, 58, sued the town.\n\nFalk was 52 when the storm took her roof."),
                must_not("Irma Falk (1931-2019) kept the lighthouse.\n\nFalk died at the age of 87."),
                must_not("Irma Falk has died. She was 87.\n\nBorn in 1931, she kept the lighthouse.\n\nShe died on 4 May 2019."),
                must_not(
                    "ALDER BAY, Wednesday, March 13, 2024\n\nIrma Falk, 58, keeps the lighthouse of Alder Bay.\n\nFalk, who "
                    "was born in 1965, took over from her father."
                ),
            ),
        )
    ]
