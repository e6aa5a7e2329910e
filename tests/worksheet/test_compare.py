from __future__ import annotations

from factcheck.model.claim import Claim, fingerprint
from factcheck.plugin.records import Fact, Finding
from factcheck.worksheet import compare


def claim(number: int) -> Claim:
    text = f"claim {number}"
    return Claim(f"C{number:03}", fingerprint(text), text, number * 10, number * 10 + 7, number, 1)


def finding(a, b) -> Finding:
    return Finding("quantity", "conflict", (a.fact.span, b.fact.span), f"{a.fact.value} / {b.fact.value}", "count")


def facts(*values: object) -> list[tuple[Claim, Fact]]:
    return [(claim(n), Fact("dead", v, (n * 10, n * 10 + 1))) for n, v in enumerate(values, 1)]


def test_distinct_values_are_compared_once_and_all_places_are_kept() -> None:
    calls = []

    def compare_pair(a, b):
        calls.append((a.fact.value, b.fact.value))
        return finding(a, b)

    grouped = compare.group(facts(80, 62, 80, 62, 80))
    (x,) = compare.number(list(compare.compared("p:d", grouped, compare_pair)))
    assert calls == [(80, 62)]
    assert x.claims == ("C001", "C002")
    assert x.occurrences == ("C001", "C002", "C003", "C004", "C005")
    assert (x.id, x.rule, x.by) == ("X01", "d", "p:d")


def test_the_cost_of_one_key_is_bounded() -> None:
    grouped = compare.group(facts(*range(1000)))
    most = compare.MOST_VALUES
    assert sum(1 for _ in compare.pairs(grouped)) == most * (most - 1) // 2


def test_two_detectors_on_one_pair_make_one_contradiction() -> None:
    grouped = compare.group(facts(80, 62))
    found = [*compare.compared("p:a", grouped, finding), *compare.compared("p:b", grouped, finding)]
    assert [x.by for x in compare.number(found)] == ["p:a"]


def test_links_go_both_ways() -> None:
    claims = [claim(1), claim(2), claim(3)]
    found = compare.number(list(compare.compared("p:d", compare.group(facts(80, 62)), finding)))
    assert [c.contradictions for c in compare.link(claims, found)] == [("X01",), ("X01",), ()]
