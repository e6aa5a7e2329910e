"""The weights of likened numbers are fitted alike on every run, and what speaks for one thing gets a weight above nought."""

from __future__ import annotations

from benchmarks.quality import fit, passages

ROWS: list[fit.Row] = [({"bias": 1.0, "shared": 3.0}, True), ({"bias": 1.0, "shared": 0.5}, False), ({"bias": 1.0, "other": 1.0}, False)]


def test_what_speaks_for_one_thing_weighs_more_than_what_speaks_against_it() -> None:
    fitted = fit.fit(ROWS)
    assert fitted["shared"] > 0 > fitted["other"]
    assert fitted == fit.fit(ROWS)


def test_a_feature_that_only_one_side_has_is_printed_with_nought() -> None:
    assert fit.lines({"new": 1.0}, {"old": -0.5, "least": 0.3}) == [f"{'new':16}    0.0    1.0", f"{'old':16}   -0.5    0.0"]


def test_numbers_of_both_sides_are_one_thing_in_either_order() -> None:
    conflict = passages.Conflict("quantity", "conflict", ((0, 10),), ((20, 30),))
    assert fit._sides(conflict, (2, 4), (22, 24)) and fit._sides(conflict, (22, 24), (2, 4))
    assert not fit._sides(conflict, (2, 4), (5, 8))
