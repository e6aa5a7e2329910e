"""A part, its whole and its share: "asked 500 nurses, and 200 of them, 60 percent, want to leave". Divides what is on the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from factcheck.contradictions.clashes import Clash, detector
from factcheck.contradictions.reckoned import Found, clash, clashes, equations
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import ContradictionDetector, must, must_not

SHARE, SPLIT, FRACTION, SUM = "part-whole-and-share", "whole-and-its-parts", "part-whole-and-fraction", "parts-in-all"
_LOOSE = 6.0
"""Percent points by which a fraction in words may be off."""
_ROOM, _ROUNDED = 1.5, 5.0
"""Percent points of rounding; where the share is told as "some 40 percent"."""
_MISSING = 0.35
"""Parts that miss more of the whole than this are some of them, or parts of something else."""
_RESOLVE = "A list of all that are counted, and in which group each one is."


def share(found: Found) -> str:
    """What is wrong with "{part} of {whole}, {p} percent"; "" where nothing is."""
    part, whole, p = (found[key].value for key in ("part", "whole", "p"))
    if not 0 < part < whole:
        return ""
    real = 100 * part / whole
    return (
        f"{part:,.10g} of {whole:,.10g} is {real:.1f} percent, not {p:,.10g}: "
        if abs(real - p) > (_ROUNDED if found["p"].about else _ROOM)
        else ""
    )


def fraction(found: Found) -> str:
    """What is wrong with "two thirds of {whole}, or {part}"; "" where nothing is."""
    part, whole, p = (found[key].value for key in ("part", "whole", "p"))
    real = 100 * part / whole if whole else 0.0
    return f"{part:,.10g} of {whole:,.10g} is {real:.0f} percent: " if 0 < part < whole and abs(real - p) > _LOOSE else ""


def whole(found: Found) -> str:
    """What is wrong with "seven adults and five children, {whole} in all"; "" where nothing is."""
    made = sum(found[key].value for key in ("a", "b", "c") if key in found)
    told = found["whole"].value
    return "" if made == told or abs(made - told) > _MISSING * told else f"The parts make {made:,.10g}, not {told:,.10g}: "


def find_splits(ctx: Context) -> Iterable[Clash]:
    """A whole whose parts, named as all of it, do not make it."""
    words = ctx.lexicons["reckoning"]["split_parts"]
    exclusive = [set(row.split()) for row in ctx.lexicons["contradictions"]["arithmetic"]["exclusive"]]
    for found, told in equations("split", ctx):
        parts = [found[key] for key in ("a", "b", "c") if key in found]
        whole, made = found["whole"].value, sum(f.value for f in parts)
        fit = all(0 < f.value < whole and f.value == int(f.value) for f in parts)
        if fit and made != whole and abs(made - whole) <= _MISSING * whole and _all_of_it(told, made > whole, words, exclusive):
            yield clash(found, f"The parts make {made:,.10g}, not {whole:,.10g}: ", _RESOLVE, ctx)


def _all_of_it(told: re.Match[str], more: bool, words: Mapping[str, Sequence[str]], exclusive: Sequence[set[str]]) -> bool:
    """Whether the parts are told as all of the whole, each thing in one of them.

    Args:
        told: where the shape tells it.
        more: they make more than the whole: then it is enough that nothing is in two of them.
    """
    names = [name for name in ("whole", "a", "b", "c") if name in told.groupdict()]
    opener, *items = (told.string[told.end(x) : told.start(y)] for x, y in itertools.pairwise(names))
    last = items[-1].split()[-2:]
    before = told.string[: told.start()].rpartition("|")[2]
    items.append(told.string[told.end(names[-1]) : told.end()])
    some = "among them" in told[0] or bool(set(_WORD.findall(told[0])) & set(words["open"]))
    if {"other", "remaining", "rest"} & set(last) and not some:
        return True
    if _NOT.match(items[-1]) and not some:
        return True
    every = [_WORD.findall(item) for item in items]
    if any(set(_WORD.findall(opener)) & group for group in exclusive):
        return False  # "36 voted for her, 19 against": three parts of a whole that is told elsewhere
    of_them = "of whom" in opener or "of which" in opener or any(_OF_THEM.match(item) for item in items)
    if any(
        all(set(item) & group for item in every) and len(set().union(*(set(i) & group for i in every))) >= len(every) for group in exclusive
    ):
        return more or not (some or "|" in opener)  # of the sentence before, a third part may follow
    leads = [next((w for w in item if w in words["leads"]), "") for item in every]
    apart = bool(leads[0]) and len(set(leads[: max(2, len(leads) - 1)])) == 1
    if of_them or some or _OF_THE.search(before):
        return more and apart and "|" not in opener
    if opener.rstrip().endswith(("(", ":")) and all(len(item) <= _SHORT + 1 for item in every[:-1]):
        return True
    bare = all(
        0 < len([w for w in item if w not in _SMALL]) <= _SHORT and not set(item) & {*words["leads"], *words["verbs"]} for item in every
    )
    named = {*_WORD.findall(opener)} & {*words["wholes"], *words["total"]} or {*_WORD.findall(before)} & {*words["total"]}
    return (apart or (bare and bool(named))) and "|" not in opener


_WORD = compiled(r"[a-z][a-z'-]*")
_OF_THEM = compiled(r" of (?:them|whom|which|these|those)\b")
_OF_THE = compiled(r"(?:^|[,;:|] )(?:out )?of (?:the |its |their |all |these |those )?$")
_NOT = compiled(r" (?:were|was|did|had|have|has|could|would|do|are) not(?= ?[.,;|)]|$)")
_SMALL = frozenset({"and", "the", "a", "an"})
_SHORT = 3
"""So many words after each part are a list and no statements."""


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Shares and parts, reckoned again."""
    source = "Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014), on percentages and totals"
    return [
        detector(
            SHARE,
            "A part of a whole and its share",
            "arithmetic",
            clashes("share", "The two counts behind the percentage; recompute it.", share),
            source,
            (
                must("The union asked 500 nurses, and 200 of them (60 percent) want to leave.", SHARE),
                must("Of 640 wells, 160 held no water. That is 40 percent.", SHARE),
                must("Some 30 percent of the patients, 50 out of 400, were back within a month.", SHARE),
                must_not("The union asked 500 nurses, and 200 of them (40 percent) want to leave."),
                must_not("Of 640 wells, 160 held no water. That is 40 percent more than a year ago."),
                must_not("The yard sold 400 cars and 300 vans, which is 12 percent of all that it had."),
            ),
        ),
        detector(
            FRACTION,
            "A part of a whole and its fraction",
            "arithmetic",
            clashes("fraction", "The two counts; divide them.", fraction),
            source,
            (
                must("Two thirds of the 120 homes, or 60, have no heating.", FRACTION),
                must("Three quarters of the 200 villagers, 120 people, signed.", FRACTION),
                must_not("Two thirds of the 120 homes, or 80, have no heating."),
                must_not("Half of the 90 boats, 40 years old and more, leak."),
            ),
        ),
        detector(
            SUM,
            "Parts and their total in all",
            "arithmetic",
            clashes("sum", _RESOLVE, whole),
            source,
            (
                must("Seven adults and five children, 13 people in all, were rescued.", SUM),
                must("The archive has 80 letters, 30 postcards and 25 telegrams, 155 items in all.", SUM),
                must("In the club's 60 games it has won 30, drawn 12 and lost 24.", SUM),
                must_not("In the club's 60 games it has won 30, drawn 12 and lost 18."),
                must_not("Seven adults and five children, 12 people in all, were rescued."),
                must_not("The archive has 80 letters, 30 postcards and 25 telegrams, 135 items in all."),
            ),
        ),
        detector(
            SPLIT,
            "A whole and all its parts",
            "arithmetic",
            find_splits,
            source,
            (
                must("There were 90 people on board, 70 passengers and 30 crew.", SPLIT),
                must("The league sold 400 tickets, 250 to adults and 100 to children.", SPLIT),
                must("In all, 40 singers came, 22 of them from Holm and 21 from Tarn.", SPLIT),
                must("Of the 30 looms, 12 are in Holm, nine in Tarn and the other seven in Wick.", SPLIT),
                must("Of the 14,000 riders, 6,000 took the ferry, 5,000 the tram and the remaining 2,000 the bus.", SPLIT),
                must("A total of 12 people: five men and six women.", SPLIT),
                must("In all, 60 poplars fell. 40 stood in the park, the remaining 30 in gardens.", SPLIT),
                must("The museum has 700 paintings (420 on show, 330 in store).", SPLIT),
                must("The clinic saw 80 patients: 30 from Holm, 25 from Tarn and 20 from Wick.", SPLIT),
                must("The 400 jobs are divided among three sites: 120 in Holm, 150 in Tarn and 90 in Wick.", SPLIT),
                must("A survey of 200 shops found 90 open, 60 closed and 30 empty.", SPLIT),
                must("Of 90 samples, 50 were clean and 55 were not.", SPLIT),
                must_not("Of 90 samples, 50 were clean and 40 were not."),
                must_not("There were 90 people on board, 70 passengers and 20 crew."),
                must_not("The league sold 400 tickets, including 250 to adults and 100 to children."),
                must_not("The choir has 40 members, 30 of them women and 25 soloists."),
                must_not("The clinic saw 80 patients: 20 from Holm and 15 from Tarn."),
                must_not("The farm has 90 cows, 40 sheep and 30 goats."),
                must_not("In all, 40 singers came, 22 of them from Holm and 15 from Tarn."),
                must_not("Of the 30 looms, 12 are in Holm and nine in Tarn."),
                must_not("Thirty-six members voted for her, nineteen voted against and five abstained."),
                must_not("The team played 40 matches, scored 30 goals and let in 20."),
            ),
        ),
    ]
