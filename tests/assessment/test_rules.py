from __future__ import annotations

from factcheck.assessment.rules import fired, make_rules
from factcheck.assessment.traits import Traits


def test_any_all_and_unless() -> None:
    (rule,) = make_rules([{"any": ["a", "b"], "all": ["c"], "unless": ["d"], "code": "x"}])
    assert rule.fires(Traits({"b": (0, 1), "c": None}, "z")) == "b"
    assert rule.fires(Traits({"b": None}, "")) is None
    assert rule.fires(Traits({"c": None}, "")) is None
    assert rule.fires(Traits({"a": None, "c": None, "d": None}, "")) is None


def test_a_rule_without_conditions_always_fires() -> None:
    assert make_rules([{"code": "else"}])[0].fires(Traits({}, "")) == ""


def test_of_each_group_the_first_that_fires_counts() -> None:
    rows = make_rules([{"group": "g", "any": ["a"], "n": 1}, {"group": "g", "any": ["b"], "n": 2}, {"group": "h", "any": ["b"], "n": 3}])
    assert [r.data["n"] for r, _ in fired(rows, Traits({"b": None}, ""))] == [2, 3]
    assert [r.data["n"] for r, _ in fired(rows, Traits({"a": None, "b": None}, ""))] == [1, 3]
