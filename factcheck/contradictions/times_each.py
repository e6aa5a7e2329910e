"""So many things at so much each: the total that is told of them. Multiplies what is on the page."""

from __future__ import annotations

from factcheck.contradictions.clashes import detector
from factcheck.contradictions.reckoned import Found, clashes
from factcheck.plugin import hookimpl
from factcheck.plugin.records import ContradictionDetector, must, must_not

RULE = "number-price-and-total"
_ROOM = 0.02
"""A part of the total by which rounding may explain a difference."""
_FAR = 4.0
"""A total so many times the real one is of something else."""
_LEAST = 2


def product(found: Found) -> str:
    """What is wrong with "{n} at {each} each, {all} in all"; "" where nothing is."""
    n, each, told = (found[key] for key in ("n", "each", "all"))
    real = n.value * each.value
    if (each.sort, each.unit) != (told.sort, told.unit) or n.value < _LEAST or each.value >= told.value or n.span == each.span:
        return ""
    if abs(real - told.value) <= _ROOM * told.value or not told.value / _FAR < real < told.value * _FAR:
        return ""
    return f"{n.value:,.10g} times {each.value:,.10g} is {real:,.10g}, not {told.value:,.10g}: "


@hookimpl
def register_contradiction_detectors() -> list[ContradictionDetector]:
    """Prices, multiplied again."""
    return [
        detector(
            RULE,
            "Number, price and total",
            "arithmetic",
            clashes("product", "The bill, or the number and the price of one.", product),
            "Cohn & Cope, Numbers in the Newsroom (IRE, 2nd ed. 2014): multiply what is told of each",
            (
                must("The parish bought 40 chairs at 25 euros each, for a total of 1,200 euros.", RULE),
                must("Each of the 30 winners received 50 pounds, or 2,000 pounds altogether.", RULE),
                must("The choir paid $900 for 20 lamps, at a price of $60 each.", RULE),
                must("Tickets cost $12. With 300 sold, the fair took $4,800.", RULE),
                must_not("The parish bought 40 chairs at 25 euros each, for a total of 1,000 euros."),
                must_not("Each of the 30 winners received 50 pounds, or 1,500 pounds altogether."),
                must_not("The choir paid $900 in rent and bought 20 lamps at $60 each."),
            ),
        )
    ]
