"""Retellings with one thing changed: date, name, negation, antonym; and pairs that only look alike."""

from __future__ import annotations

import pytest

from factcheck.contradictions import attribute, date, opposite, polarity
from tests.contradictions.handmade import Named, context, findings

BASE = "The ferry company opened the northern terminal near the old fish market."


@pytest.mark.parametrize(
    ("module", "a", "b", "details"),
    [
        (polarity, BASE, "The ferry company did not open the northern terminal near the old fish market.", []),
        (polarity, BASE, "The ferry company never opened the northern terminal near the fish market.", []),
        (opposite, BASE, "The ferry company closed the northern terminal near the old fish market.", []),
        (opposite, "Residents were likely to accept the northern terminal.", "Residents were unlikely to accept the northern terminal.", []),
        (opposite, "The terminal burned after the harbor festival in the town.", "The terminal burned before the harbor festival in the town.", []),
        (date, BASE[:-1] + " in July 2012.", BASE[:-1] + " in March 2012.", [("date", "July 2012"), ("date", "March 2012")]),
        (
            attribute, "The northern terminal was designed by the architect Helga Moss for the board.",
            "The northern terminal was designed by the architect Pieter Aldous for the board.", [("person", "Helga Moss"), ("person", "Pieter Aldous")],
        ),
    ],
)  # fmt: skip
def test_one_change_is_told(module: object, a: str, b: str, details: list[Named]) -> None:
    (detector,) = module.register_contradiction_detectors()  # type: ignore[attr-defined]
    ctx = context([a, "It rained.", "Nobody was there.", b], details)
    (found,) = findings(detector, ctx)
    assert found.severity == "conflict" and len(found.spans) == 2 and found.resolve
    assert found.explanation.count("“") >= 2


@pytest.mark.parametrize("module", [polarity, opposite, date, attribute])
@pytest.mark.parametrize(
    "b",
    [
        BASE,
        "The northern terminal near the old fish market was opened by the ferry company.",
        "The ferry company did not open a second office in the capital.",
        "The ferry company closed its ticket windows in winter.",
        "Not only did the ferry company open the northern terminal near the old fish market, it built a school.",
    ],
)
def test_other_things_and_agreement_are_silent(module: object, b: str) -> None:
    (detector,) = module.register_contradiction_detectors()  # type: ignore[attr-defined]
    assert findings(detector, context([BASE, "It rained.", b])) == []
