"""Says whether a claim can be checked, with a stable reason code and the words that triggered it. Never says whether it is true.

The codes, rules and words are ``language/lexicon/levels.toml``; the first rule that fires decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factcheck.assessment.rules import rules
from factcheck.assessment.traits import Traits, traits
from factcheck.language.lexicon import load_packaged
from factcheck.model.claim import Claim
from factcheck.model.vocabulary import Term
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessment, Assessor, must, must_not

NO_QUOTE = frozenset({"main", "kind"})


@cache
def reason_terms() -> tuple[Term, ...]:
    """The packaged reason codes with title and meaning."""
    return tuple(Term(row["code"], row["title"], row["meaning"]) for row in load_packaged("levels")["codes"])


def _codes(ctx: Context) -> Mapping[str, Mapping[str, str]]:
    return ctx.once("assessment.codes", lambda: {row["code"]: row for row in ctx.lexicons["levels"]["codes"]})


def reason_sentence(row: Mapping[str, str], words: str) -> str:
    """The reason in words, with the trigger: 'Opinion (“disgraceful”): a judgement …'.

    Args:
        row: a row of ``codes``.
        words: the words that triggered it, or "".
    """
    shown = " ".join(words.split())
    if len(shown) > 60:
        shown = shown[:57].rstrip() + "…"
    return f"{row['title']}{f' (“{shown}”)' if shown else ''}: {row['meaning']}."


def judge(seen: Traits, ctx: Context) -> tuple[str, str]:
    """The code of the first rule that fires, and the trait on which it fired."""
    rule, on = next(rules(ctx, "levels", "rules").firing(seen), (None, ""))
    return (str(rule.data["code"]) if rule else "states_a_fact"), on


def assess(claim: Claim, ctx: Context) -> Assessment:
    """Level, reason code and reason of a claim."""
    seen = traits(claim, ctx)
    code, on = judge(seen, ctx)
    row = _codes(ctx)[code]
    words = "" if on.split(":")[0] in NO_QUOTE or on == "question" else seen.words(on)
    return Assessment(level=row["level"], reason_code=code, reason=reason_sentence(row, words))


EXAMPLES = (
    must("The council spent $4 million on the bridge.", "measured"),
    must("The school opened on 4 May 2011.", "dated"),
    must("“This plan is a disgrace,” Harold Finch said.", "opinion"),
    must("The mayor said the city should sell the stadium.", "demand"),
    must("“We hope for the best,” the coach said.", "stance"),
    must("The dam could burst within days, he warned.", "hypothetical"),
    must("The library will open next week, the council said.", "announced"),
    must("The guard deliberately left the gate open.", "motive"),
    must("The cuts led to longer queues at the clinic.", "cause"),
    must("The building appears empty.", "appearance"),
    must("I saw smoke over the roof.", "experience"),
    must("“A garden is a kind of clock,” Harold Finch said.", "maxim"),
    must("The firm expects sales of $4 million this year, a spokesman said.", "forecast"),
    must("Of those polled, 46 percent would vote for the new bridge.", "measured"),
    must("The speech is nonsensical and misguided.", "opinion"),
    must("“Who will pay $4 for a loaf?” Harold Finch said.", "rhetoric"),
    must("Nora Pell denounced the test in Leeds.", "speech_act"),
    must("The neighbours were shocked.", "state_of_mind"),
    must_not("The mill is empty, a study suggests.", "state_of_mind"),
    must_not("Of those polled, 46 percent would vote for the new bridge.", "announced"),
    must_not("Among likely voters the plan led in May.", "announced"),
    must_not("“The garden is closed,” Harold Finch said.", "maxim"),
    must_not("The firm had sales of $4 million, a spokesman said.", "forecast"),
    must_not("The pool is shut until 2 May because of a leak.", "cause"),
    must_not("The council spent $4 million on the bridge.", "opinion"),
    must_not("The mayor signed the contract in Leeds.", "motive"),
    must_not("Ms. Okafor was born in Lagos.", "prediction"),
)


@hookimpl
def register_assessors() -> list[Assessor]:
    """The level of every claim."""
    return [
        Assessor(
            id="level",
            title="Whether it can be checked",
            priority=10,
            assess=assess,
            examples=EXAMPLES,
            source="Konstantinovskiy et al. 2018 (Full Fact schema); Quirk et al. 1985",
        )
    ]
