"""The quality bench measures what it says: gold lies where it claims to, the scorer gives full marks to the gold itself and sees a miss."""

from __future__ import annotations

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import annotate, floors, report, scoring, spans
from benchmarks.quality.tally import BY_ID, FIGURES, Tally, pooled
from factcheck.model import vocabulary

NAMES = annotate.names()
DOWN = {"tool_per_gold", "high_share", "near_miss_alarms"}


def sheet_of(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """A worksheet that says exactly what the gold says."""
    rows = []
    for claim in gold["claims"]:
        said = claim["attribution"]
        rows.append(
            {
                "id": claim["id"],
                "start": claim["start"],
                "end": claim["end"],
                "text": claim["snippet"],
                "repeats": None,
                "details": [{k: d[k] for k in ("kind", "start", "end")} for d in gold["details"] if d["claim"] == claim["id"]],
                "attribution": said and {**{k: said[k] for k in ("source", "source_type", "source_span", "quotation")}, "details": []},
                "further_attributions": [],
                "verifiability": {
                    "level": claim["level"],
                    "priority": claim["priority"],
                    "score": ["low", "medium", "high"].index(claim["priority"]) / 2,
                },
            }
        )

    def row_on(side: dict[str, Any]) -> str:
        if "claim" in side:
            return str(side["claim"])
        return str(max(rows, key=lambda r: spans.shared(spans.span_of(r), spans.span_of(side)))["id"])

    reports = []
    for x in gold["contradictions"]:
        sides = list(dict.fromkeys([row_on(x["a"]), row_on(x["b"])]))
        told = " / ".join(x.get("forms", [x["explanation"]]))
        reports.append({"kind": x["kind"], "severity": x["severity"], "claims": sides, "explanation": told})
    blocks = [{"start": b["block_start"], "end": b["block_end"], "kind": b["kind"]} for b in gold["blocks"]]
    return {"article": {"text": text, "blocks": blocks}, "claims": rows, "contradictions": reports}


def small() -> tuple[dict[str, Any], str, dict[str, Any]]:
    text = 'Flood kills two\n\nThree people died, the mayor said. "We are sad," Ann Roe said.\n'
    data = {
        "about": "a small case",
        "blocks": "headline paragraph",
        "claims": '01 V H quantity - | Flood kills two\n   number=two\n02 V H quantity mayor "the mayor" | Three people died\n'
        '   number=Three\n03 N L opinion roe:d "Ann Roe" | We are sad\n',
        "conflicts": [{"a": "01", "b": "02", "kind": "quantity", "severity": "conflict", "must": True, "why": "two, or three"}],
        "near_misses": [],
        "no_claim": [],
        "sources": {"mayor": {"name": "the mayor", "type": "official"}, "roe": {"name": "Ann Roe", "type": "named_person"}},
    }
    gold = annotate.gold("small", text, data)
    return gold, text, sheet_of(gold, text)


@pytest.mark.parametrize("name", NAMES)
def test_gold_lies_in_its_text(name: str) -> None:
    gold, text = annotate.load(name), annotate.read_text(name)
    everything = [*gold["claims"], *gold["details"], *gold["no_claim"]]
    for pair in (*gold["contradictions"], *gold["not_contradictions"]):
        everything += [pair["a"], pair["b"], *pair["a_also"], *pair["b_also"]]
    assert all(text[x["start"] : x["end"]] == x["snippet"] for x in everything)
    for claim in gold["claims"]:
        if claim["attribution"]:
            assert text[slice(*claim["attribution"]["source_span"])] == claim["attribution"]["source_snippet"]
    assert len({c["id"] for c in gold["claims"]}) == len(gold["claims"])
    assert 180 <= len(text.split()) <= 720


@pytest.mark.parametrize("name", NAMES)
def test_both_sides_of_a_conflict_lie_in_claims(name: str) -> None:
    gold = annotate.load(name)
    for x in gold["contradictions"]:
        for side in (x["a"], x["b"]):
            assert x.get("forms") or any(spans.held(spans.span_of(side), spans.span_of(c)) == 1 for c in gold["claims"]), x["explanation"]


@pytest.mark.parametrize("name", NAMES)
def test_gold_speaks_the_vocabulary(name: str) -> None:
    gold = annotate.load(name)
    ids = {t: {term.id for term in getattr(vocabulary, t)} for t in ("BLOCK_KINDS", "SOURCE_TYPES", "CLAIM_KINDS", "DETAIL_KINDS")}
    for claim in gold["claims"]:
        assert claim["kind"] in ids["CLAIM_KINDS"]
        if claim["attribution"]:
            assert {claim["attribution"]["source_type"], *claim["attribution"]["source_type_alt"]} <= ids["SOURCE_TYPES"]
    assert {d["kind"] for d in gold["details"]} <= ids["DETAIL_KINDS"]
    assert {k for b in gold["blocks"] for k in (b["kind"], *b["kind_alt"])} <= ids["BLOCK_KINDS"]
    assert {x["kind"] for x in gold["contradictions"]} <= {t.id for t in vocabulary.CONTRADICTION_KINDS}
    assert {x["severity"] for x in gold["contradictions"]} <= {t.id for t in vocabulary.SEVERITIES}


def test_weekdays_are_right_but_for_the_planted_ones() -> None:
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    pattern = re.compile(rf"(\w+day), (?:(\d+) ({'|'.join(months)})|({'|'.join(months)}) (\d+),) (\d{{4}})")
    wrong = set()
    for name in NAMES:
        for day, d1, m1, m2, d2, year in pattern.findall(annotate.read_text(name)):
            real = date(int(year), months.index(m1 or m2) + 1, int(d1 or d2)).strftime("%A")
            if real != day:
                wrong.add(name)
    planted = {n for n in NAMES if any(x["kind"] == "calendar" for x in annotate.load(n)["contradictions"])}
    assert wrong == planted


@pytest.mark.parametrize("name", NAMES)
def test_full_marks_for_the_gold_itself(name: str) -> None:
    gold, text = annotate.load(name), annotate.read_text(name)
    tally = scoring.score(sheet_of(gold, text), gold, text)
    assert {k: v for k, v in tally.values().items() if v not in (None, 1.0) and k not in DOWN} == {}, tally.misses
    assert tally.value("near_miss_alarms") == 0
    assert tally.value("tool_per_gold") == 1


def test_a_missing_row_is_noticed() -> None:
    gold, text, sheet = small()
    del sheet["claims"][1]
    sheet["contradictions"] = []
    tally = scoring.score(sheet, gold, text)
    assert tally.value("claim_coverage") == pytest.approx(2 / 3)
    assert (tally.value("claim_precision"), tally.value("claim_recall")) == (1, pytest.approx(2 / 3))
    assert tally.value("claim_f1") == pytest.approx(4 / 5)
    assert tally.value("conflicts_must") == 0
    assert tally.value("details") == pytest.approx(1 / 2)
    assert any("Three people died" in miss for miss in tally.misses)


@pytest.mark.parametrize(
    ("figure", "change"),
    [
        ("source", {"attribution": None}),
        (
            "source_type",
            {"attribution": {"source": "mayor", "source_type": "media", "source_span": None, "quotation": "indirect", "details": []}},
        ),
        (
            "quotation",
            {"attribution": {"source": "mayor", "source_type": "official", "source_span": None, "quotation": "direct", "details": []}},
        ),
        ("level", {"verifiability": {"level": "partly", "priority": "high", "score": 1.0}}),
        ("top12_gold_high", {"verifiability": {"level": "verifiable", "priority": "low", "score": -1.0}}),
        ("details", {"details": []}),
    ],
)
def test_each_wrong_cell_is_noticed(figure: str, change: dict[str, Any]) -> None:
    gold, text, sheet = small()
    before = scoring.score(sheet, gold, text).value(figure)
    sheet["claims"][1].update(change)
    after = scoring.score(sheet, gold, text).value(figure)
    assert before == 1 and after is not None and after < 1


def test_a_source_of_its_own_is_noticed() -> None:
    gold, text, sheet = small()
    sheet["claims"][0]["attribution"] = copy.deepcopy(sheet["claims"][1]["attribution"])
    assert scoring.score(sheet, gold, text).value("unattributed_kept") == 0


def test_a_near_miss_is_an_alarm_and_costs_precision() -> None:
    gold, text = annotate.load("library-reopens"), annotate.read_text("library-reopens")
    sheet = sheet_of(gold, text)
    miss = next(n for n in gold["not_contradictions"] if n["label"] != "related")
    sides = [miss["a"]["claim"], miss["b"]["claim"]]
    sheet["contradictions"] = [{"kind": "quantity", "severity": "conflict", "claims": sides, "explanation": ""}]
    tally = scoring.score(sheet, gold, text)
    assert tally.value("conflicts_precision") == 0
    assert tally.counts["near_miss_alarms"][0] == 1


def test_a_changed_text_is_refused() -> None:
    gold, text, sheet = small()
    sheet["article"]["text"] = "x" + text
    with pytest.raises(scoring.TextChangedError, match="small"):
        scoring.score(sheet, gold, text)


@pytest.mark.parametrize(("snippet", "why"), [("nowhere", "not found"), ("said", "ambiguous")])
def test_annotations_refuse_what_they_cannot_place(snippet: str, why: str) -> None:
    with pytest.raises(annotate.AnnotationError, match=why):
        annotate.place("He said. She said.", snippet)


def test_surroundings_settle_an_ambiguous_snippet() -> None:
    assert annotate.place("He said. She said.", "She ⟦said⟧") == (13, 17)


def test_names_of_sources() -> None:
    assert spans.same_name("Mendes", "Dr. Carla Mendes, the state epidemiologist")
    assert spans.same_name("the drivers’ union", "drivers' union")
    assert not spans.same_name("spokesman", "a spokesman for the council")
    assert not spans.same_name("Anneke Drost", "Wilhelmina Drost")


def test_floors_belong_to_these_articles() -> None:
    pinned = floors.load()
    assert pinned["digest"] == floors.digest(), "articles or annotations changed: run benchmarks/quality/run.py --pin --report"
    assert set(pinned["floors"]) <= set(BY_ID)
    assert {"claim_f1", "claim_coverage", "source", "details", "conflicts_must", "near_miss_alarms"} <= set(pinned["floors"])


def test_the_digest_sees_a_changed_letter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", "utf-8")
    before = floors.digest(tmp_path)
    (tmp_path / "a.txt").write_text("onf", "utf-8")
    assert floors.digest(tmp_path) != before


def full(value: int) -> Tally:
    tally = Tally()
    for figure in FIGURES:
        if figure.id != "claim_f1":
            tally.add(figure.id, value, 100)
    return tally


def test_a_fallen_figure_breaks_its_floor() -> None:
    pinned = floors.made(full(80), "same")
    assert floors.complaints(full(80), pinned, "same") == []
    broken = floors.complaints(full(70), pinned, "same")
    assert "source is 0.700, below its floor 0.77" in broken
    assert floors.complaints(full(90), pinned, "same") == [f"{f.id} is 0.900, above its ceiling 0.83" for f in FIGURES if not f.up]
    assert len(floors.complaints(full(80), pinned, "other")) == 1


def test_a_figure_that_cannot_be_taken_breaks_its_floor() -> None:
    pinned = floors.made(full(80), "same")
    assert any("details" in line for line in floors.complaints(Tally(), pinned, "same"))


def test_floors_are_not_lowered_in_silence(tmp_path: Path) -> None:
    pins, changelog = tmp_path / "floors.json", tmp_path / "CHANGELOG.md"
    changelog.write_text("- Rows are cut finer.\n", "utf-8")
    assert floors.pin(full(80), "", pins, changelog) == []
    held = pins.read_text("utf-8")
    assert floors.pin(full(60), "", pins, changelog)
    assert floors.pin(full(60), "no such words", pins, changelog)
    assert pins.read_text("utf-8") == held
    assert floors.pin(full(60), "Rows are cut finer", pins, changelog) == []
    assert json.loads(pins.read_text("utf-8"))["floors"]["source"] == 0.57


def test_the_report_stands_between_its_marks(tmp_path: Path) -> None:
    page, picture = tmp_path / "quality.md", tmp_path / "quality.svg"
    page.write_text(f"before\n{report.BEGIN}\nstale\n{report.END}\nafter\n", "utf-8")
    tallies = {"one": full(80)}
    report.write(tallies, pooled(tallies.values()), {"source": 0.7}, page, picture)
    told = page.read_text("utf-8")
    assert told.startswith("before\n") and told.endswith("\nafter\n") and "stale" not in told
    assert "| source | 0.80 | 80/100 | ≥ 0.70 |" in told
    assert picture.read_text("utf-8").count("<line") == 1


def test_the_page_in_the_docs_has_every_figure_and_floor() -> None:
    page = report.PAGE.read_text("utf-8")
    for figure, floor in floors.load()["floors"].items():
        assert re.search(rf"\| {figure} \|[^\n]*[≥≤] {floor:.2f} \|", page), figure
