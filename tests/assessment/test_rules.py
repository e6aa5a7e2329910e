from __future__ import annotations

from factcheck.assessment.rules import Rules
from factcheck.assessment.traits import Traits


def test_any_all_and_unless() -> None:
    (rule,) = Rules([{"any": ["a", "b"], "all": ["c"], "unless": ["d"], "code": "x"}]).rows
    assert rule.fires(Traits({"b": (0, 1), "c": None}, "z")) == "b"
    assert rule.fires(Traits({"b": None}, "")) is None
    assert rule.fires(Traits({"c": None}, "")) is None
    assert rule.fires(Traits({"a": None, "c": None, "d": None}, "")) is None


def test_a_rule_without_conditions_always_fires() -> None:
    assert Rules([{"code": "else"}]).rows[0].fires(Traits({}, "")) == ""


def test_of_each_group_the_first_that_fires_counts() -> None:
    rows = Rules([{"group": "g", "any": ["a"], "n": 1}, {"group": "g", "any": ["b"], "n": 2}, {"group": "h", "any": ["b"], "n": 3}])
    assert [r.data["n"] for r, _ in rows.first_of_groups(Traits({"b": None}, ""))] == [2, 3]
    assert [r.data["n"] for r, _ in rows.first_of_groups(Traits({"a": None, "b": None}, ""))] == [1, 3]
