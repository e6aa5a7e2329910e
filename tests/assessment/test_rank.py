from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from factcheck.assessment.rank import rank
from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Verifiability


def claims(rows: list[tuple[float, str | None]]) -> tuple[Claim, ...]:
    return tuple(
        Claim(f"C{n:03}", "", "x", n, n + 1, n, n, repeats=group, verifiability=Verifiability(score=score))
        for n, (score, group) in enumerate(rows)
    )


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from([None, None, "R01", "R02"])), max_size=60))
def test_at_most_a_quarter_is_high_and_of_a_group_one(rows: list[tuple[float, str | None]]) -> None:
    made = claims(rows)
    order = rank(made)
    high = [c for c in made if order[c.id] == "high"]
    assert len(high) <= max(1, len(made) // 4)
    groups = [c.repeats for c in high if c.repeats]
    assert len(groups) == len(set(groups))
    assert set(order) == {c.id for c in made}
    assert order == rank(tuple(reversed(made)))


def test_the_highest_scores_are_high_and_the_last_fifth_is_low() -> None:
    order = rank(claims([(0.9, None), (0.8, None), *[(0.6, None)] * 6, (0.5, None), (0.45, None)]))
    assert [order[f"C{n:03}"] for n in range(10)] == ["high", "high", *["medium"] * 6, "low", "low"]


def test_nothing_is_high_where_nothing_scores() -> None:
    assert set(rank(claims([(0.1, None)] * 8)).values()) == {"low"}


def test_what_cannot_be_checked_is_never_high() -> None:
    (claim, *rest) = claims([(0.99, None)] * 8)
    opinion = dataclasses.replace(claim, verifiability=dataclasses.replace(claim.verifiability, level="not_verifiable"))
    assert rank((opinion, *rest))["C000"] == "medium"
