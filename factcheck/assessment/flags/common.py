"""What the families of flags share: traits beyond the lexicons, rules from ``flags.toml``, the making of records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.assessment.marks import marks
from factcheck.assessment.rules import Rule, Rules
from factcheck.assessment.traits import Traits, traits
from factcheck.model.article import Span
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Flag
from factcheck.model.vocabulary import FLAGS, title
from factcheck.plugin.context import Context
from factcheck.plugin.records import NOTHING, Assessment, Assessor, Example

Add = Callable[[Claim, Traits, Context], dict[str, Span | None]]


def raised(code: str, span: Span | None, reason: str) -> Assessment:
    """An assessment that is one flag."""
    return Assessment(flags=(Flag(code, span, reason),))


def shown(ctx: Context, span: Span | None) -> str:
    """The triggering words as they stand in a reason: ' (“a military source”)', or nothing."""
    if span is None:
        return ""
    words = " ".join(ctx.article.text[span[0] : span[1]].split())
    return f" (“{words[:57] + '…' if len(words) > 60 else words}”)" if words else ""


def _rules(ctx: Context) -> tuple[Rules, Mapping[str, Rule]]:
    """All rules of flags.toml, and each by its flag, made once."""

    def make() -> tuple[Rules, Mapping[str, Rule]]:
        rows = ctx.lexicons["flags"]["rules"]
        made = Rules(rows.values())
        return made, dict(zip(rows, made.rows, strict=True))

    return ctx.lexicons.once("assessment.flag_rules", make)


def _fired(claim: Claim, seen: Traits, ctx: Context) -> Mapping[int, str]:
    """The rules that fire on a claim's own traits, each with its trait: asked of all at once, because few fire."""
    memo: dict[str, dict[int, str]] = ctx.once("assessment.flags_fired", dict)
    if claim.id not in memo:
        memo[claim.id] = {id(rule): on for rule, on in _rules(ctx)[0].firing(seen)}
    return memo[claim.id]


def by_rule(code: str, add: Add | None = None) -> Callable[[Claim, Context], Assessment]:
    """The assess function of a flag that is wholly data.

    Args:
        code: the flag; its rule is ``rules.CODE`` of flags.toml.
        add: gives traits that only this flag asks for.
    """

    def assess(claim: Claim, ctx: Context) -> Assessment:
        seen = traits(claim, ctx)
        rule = _rules(ctx)[1][code]
        more = add(claim, seen, ctx) if add is not None else None
        if more:
            seen = Traits({**seen.found, **more}, seen.text)
            on = rule.fires(seen)
        else:
            on = _fired(claim, seen, ctx).get(id(rule))
        if on is None:
            return NOTHING
        span = seen.span(on)
        return raised(code, span, str(rule.data["reason"]).replace("{words}", shown(ctx, span)))

    return assess


def uncovered(claim: Claim, ctx: Context, wanted: str, covers: str) -> Span | None:
    """The first mark of one class that no mark of another class covers: "first" but not in "first aid"."""
    found = list(marks(ctx).within(claim.start, claim.end))
    over = [span for name, span in found if name == covers]
    return next((s for name, s in found if name == wanted and not any(o[0] <= s[0] and s[1] <= o[1] for o in over)), None)


def flag_record(
    code: str, assess: Callable[[Claim, Context], Assessment], source: str, examples: tuple[Example, ...], priority: int = 50
) -> Assessor:
    """The record of a flag: its id is the flag's code."""
    return Assessor(id=code, title=f"Flag: {title(FLAGS, code)}", priority=priority, source=source, examples=examples, assess=assess)
