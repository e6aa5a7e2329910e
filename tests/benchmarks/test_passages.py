"""The passages lie where they say, what is held out is like the rest, and the scorer sees what is found, what is missed and what is a false alarm."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import annotate, floors, passages
from benchmarks.quality.tally import BY_ID, Tally
from factcheck.model import vocabulary
from factcheck.plugin.manager import create_manager

CASES = tuple(passages.load())
WITH, WITHOUT = ([c for c in CASES if bool(c.conflicts) == wanted] for wanted in (True, False))
CONFLICTS = tuple((c, x) for c in WITH for x in c.conflicts)


def case_of(text: str, **row: Any) -> passages.Case:
    return passages.one_case({"id": "x", "text": text, **row}, seen=True)


def sheet_of(case: passages.Case, *reports: dict[str, Any]) -> dict[str, Any]:
    """A worksheet with a row for each sentence and these reports."""
    spans = [m.span() for m in re.finditer(r"[^.\n]+", case.text)]
    rows = [{"id": f"C{i}", "start": s, "end": e} for i, (s, e) in enumerate(spans, 1)]
    full = {"kind": "quantity", "severity": "conflict", "explanation": "", "occurrences": [], "spans": []}
    return {"claims": rows, "contradictions": [{**full, **r} for r in reports], "problems": []}


def figures(case: passages.Case, *reports: dict[str, Any]) -> dict[str, float | None]:
    tally = Tally()
    passages.score(tally, case, sheet_of(case, *reports))
    return {f: tally.value(f) for f in passages.FIGURES}


DOGS = case_of(
    "Two dogs bit Ann. Three dogs bit Ann. Ed ran.",
    conflict={"kind": "quantity", "severity": "conflict", "a": "Two dogs bit Ann", "b": "Three dogs bit Ann"},
)
CALM = case_of("Two dogs bit Ann. Three cats bit Ed.", fine="cats are no dogs")


def test_there_are_enough_of_every_kind() -> None:
    assert len(CONFLICTS) >= 60 and len(WITHOUT) >= 120
    assert len({c.id for c in CASES}) == len(CASES)
    assert {x.kind for _, x in CONFLICTS} == {t.id for t in vocabulary.CONTRADICTION_KINDS}
    assert {x.severity for _, x in CONFLICTS} == {t.id for t in vocabulary.SEVERITIES}


def test_what_is_held_out_is_like_what_is_seen() -> None:
    seen, held = (Counter(x.kind for c, x in CONFLICTS if c.seen == half) for half in (True, False))
    assert seen.keys() == held.keys()
    assert all(0.1 <= held[kind] / (seen[kind] + held[kind]) <= 0.5 for kind in seen)


@pytest.mark.parametrize("case", WITH, ids=lambda c: c.id)
def test_a_conflict_has_two_sides(case: passages.Case) -> None:
    assert not case.fine
    for conflict in case.conflicts:
        assert conflict.a and conflict.b
        assert (conflict.severity == "inconsistent_spelling") == bool(conflict.forms)
        assert len(set(conflict.forms)) in (0, 2)


def test_near_misses_give_their_reason() -> None:
    assert all(c.fine.strip() for c in WITHOUT)


def test_only_planted_weekdays_are_wrong() -> None:
    pattern = re.compile(r"(\w+day), (?:(\d+) (\w+)|(\w+) (\d+),) (\d{4})")
    told = [(c, m) for c in CASES for m in pattern.findall(c.text)]
    assert told
    for case, (day, d1, m1, m2, d2, year) in told:
        real = datetime.datetime.strptime(f"{d1 or d2} {m1 or m2} {year}", "%d %B %Y").strftime("%A")
        assert real == day or any(x.kind == "calendar" for x in case.conflicts), case.id


def test_a_conflict_that_is_found() -> None:
    found = figures(DOGS, {"claims": ["C1", "C2"]})
    assert found == {"passages_found": 1, "passages_precision": 1, "passages_alarms": None, "passages_severity": 1}
    assert figures(DOGS, {"claims": ["C2", "C1"], "severity": "disputed"})["passages_severity"] == 0


def test_found_twice_counts_once() -> None:
    tally = Tally()
    passages.score(tally, DOGS, sheet_of(DOGS, {"claims": ["C1", "C2"]}, {"claims": ["C2", "C1"]}))
    assert tally.counts["passages_precision"] == (1, 1)


def test_each_of_several_conflicts_counts() -> None:
    two = [{"kind": "quantity", "severity": "conflict", "a": f"Two {x} Ann", "b": f"Three {x} Ann"} for x in ("dogs bit", "cats saw")]
    case = case_of("Two dogs bit Ann. Three dogs bit Ann. Two cats saw Ann. Three cats saw Ann.", conflicts=two)
    tally = Tally()
    passages.score(tally, case, sheet_of(case, {"claims": ["C3", "C4"]}, {"claims": ["C1", "C4"]}))
    assert tally.counts["passages_found"] == (1, 2)
    assert tally.counts["passages_precision"] == (1, 2)
    assert [m for m in tally.misses if "x.1 quantity" in m]


def test_a_conflict_that_is_missed_or_taken_for_another() -> None:
    assert figures(DOGS)["passages_found"] == 0
    elsewhere = figures(DOGS, {"claims": ["C1", "C3"]})
    assert (elsewhere["passages_found"], elsewhere["passages_precision"]) == (0, 0)


def test_occurrences_and_spans_count_as_places() -> None:
    assert figures(DOGS, {"claims": ["C1"], "occurrences": ["C2"]})["passages_found"] == 1
    assert figures(DOGS, {"claims": ["C1"], "spans": [[18, 36]]})["passages_found"] == 1


def test_a_false_alarm() -> None:
    assert figures(CALM) == {"passages_found": None, "passages_precision": None, "passages_alarms": 0, "passages_severity": None}
    alarmed = figures(CALM, {"claims": ["C1", "C2"]})
    assert (alarmed["passages_alarms"], alarmed["passages_precision"]) == (1, 0)


def test_what_has_changed_may_be_shown_as_superseded_only() -> None:
    case = case_of("The pass is closed. The pass is open.", fine="a change", related=True)
    assert figures(case, {"claims": ["C1", "C2"], "severity": "superseded"})["passages_alarms"] == 0
    assert figures(case, {"claims": ["C1", "C2"], "severity": "conflict"})["passages_alarms"] == 1


def test_a_sum_is_not_a_calendar() -> None:
    text = "Of 10 dogs, 3 are old and 8 are young."
    case = case_of(text, conflict={"kind": "arithmetic", "severity": "conflict", "a": "10 dogs", "b": "3 are old and 8 are young"})
    assert figures(case, {"claims": ["C1"], "kind": "arithmetic"})["passages_found"] == 1
    assert figures(case, {"claims": ["C1"], "kind": "calendar"})["passages_found"] == 0


def test_spellings_count_as_spellings_only() -> None:
    case = case_of("Ann Roe ran. Ann Rowe ran.", conflict={"kind": "name", "severity": "inconsistent_spelling", "a": "Roe", "b": "Rowe"})
    spelled = {"claims": ["C1", "C2"], "kind": "name", "severity": "inconsistent_spelling"}
    assert figures(case, spelled)["passages_found"] == 1
    assert figures(case, {**spelled, "severity": "conflict"})["passages_found"] == 0
    assert figures(case, {**spelled, "claims": ["C1"]})["passages_found"] == 0


def test_a_side_that_is_not_there_is_refused_with_its_case() -> None:
    with pytest.raises(annotate.AnnotationError, match="x: not found"):
        case_of("One dog.", conflict={"kind": "quantity", "severity": "conflict", "a": "One dog", "b": "Two dogs"})


def test_the_whole_tool_reads_a_passage(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        "seen = true\n[[case]]\nid = 'a'\ntext = '''\nThe well opened on 31 June 2019, the mayor said.\n'''\n"
        "conflict = { kind = 'calendar', severity = 'conflict', a = '31 June 2019', b = '31 June 2019' }\n"
        "[[case]]\nid = 'b'\ntext = '''\nThe well opened on 30 June 2019.\n'''\nfine = 'a date'\n",
        "utf-8",
    )
    tally = passages.measure(create_manager(entry_points=False), tmp_path)["seen-passages"]
    assert (tally.counts["passages_found"], tally.counts["passages_alarms"]) == ((1, 1), (0, 1))
    assert passages.lines(tally)[0].split() == ["passages_found", "1.00", "1/1"]


def test_the_figures_have_floors_and_the_digest_sees_a_passage() -> None:
    assert set(passages.FIGURES) <= set(BY_ID)
    assert passages.FOLDER in floors.DATA
