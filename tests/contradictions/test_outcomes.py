"""Denials, admissions, accident or intent, control, states, order: opposed outcomes told in other words."""

from __future__ import annotations

from factcheck.contradictions import admission, control, denial, intent, order, state
from tests.contradictions.handmade import context, findings

(DENIED,) = denial.register_contradiction_detectors()
(ADMITTED,) = admission.register_contradiction_detectors()
(INTENT,) = intent.register_contradiction_detectors()
(CONTROL,) = control.register_contradiction_detectors()
(STATE,) = state.register_contradiction_detectors()
(ORDER,) = order.register_contradiction_detectors()


def test_a_denial_meets_the_statement_it_denies() -> None:
    ctx = context(
        ["The company had warned the council about the sluice.", "The council denied that the company had warned it about the sluice."],
        sources={1: "Holm Water"}, cues={1: "say"},
    )  # fmt: skip
    (found,) = findings(DENIED, ctx)
    assert found.kind == "denial" and "Holm Water" in found.explanation


def test_a_denial_by_another_source_is_disputed() -> None:
    ctx = context(
        ["The company had warned the council about the sluice.", "the company had warned the council about the sluice."],
        sources={1: "Holm Water", 2: "Tarn council"}, cues={1: "say", 2: "deny"},
    )  # fmt: skip
    (found,) = findings(DENIED, ctx)
    assert found.severity == "disputed"


def test_being_told_by_somebody_is_not_telling_them() -> None:
    ctx = context(
        [
            "The council was warned by the river police during the flood.",
            "The company denied that it had warned the river police of the flood.",
        ],
    )
    assert findings(DENIED, ctx) == []


def test_no_part_in_it_against_by_name() -> None:
    ctx = context(
        ["The roof was mended in 2019 by the contractor Holm Brothers.", "The firm had never worked on the roof, it denied that it had ever worked there."],
        [("organization", "Holm Brothers")], sources={2: "a lawyer for Holm Brothers"}, cues={2: "deny"},
    )  # fmt: skip
    (found,) = findings(DENIED, ctx)
    assert "part" in found.explanation


def test_rejecting_a_request_denies_nothing() -> None:
    ctx = context(["The union filed a motion to open the files.", "A judge rejected the union's motion to open the files."])
    assert findings(DENIED, ctx) == []


def test_returned_against_not_received() -> None:
    ctx = context(
        ["Moss sent the keys by courier to Holm Water.", "They have not received the keys."],
        [("organization", "Holm Water")], sources={2: "Holm Water"},
    )  # fmt: skip
    (found,) = findings(DENIED, ctx)
    assert found.kind == "denial" and "handed over" in found.explanation


def test_admitted_later_supersedes() -> None:
    ctx = context(["Norvik has not acknowledged the leak.", ("update", "Update: Norvik now admits the leak.")])
    (found,) = findings(ADMITTED, ctx)
    assert (found.kind, found.severity) == ("polarity", "superseded")
    assert findings(ADMITTED, context(["Norvik has not acknowledged the leak.", "Tarn now admits the leak."])) == []


def test_accident_against_deliberate() -> None:
    ctx = context(
        ["The fire was an accident.", "The fire was no accident, it was deliberate."], sources={1: "the owner", 2: "the neighbors"}
    )
    (found,) = findings(INTENT, ctx)
    assert (found.kind, found.severity) == ("opposite", "disputed")
    assert findings(INTENT, context(["The fire was an accident.", "If the fire was deliberate, somebody will go to prison."])) == []
    assert findings(INTENT, context(["The fire was an accident.", "The festival was planned for June."])) == []


def test_two_holders_of_one_place() -> None:
    ctx = context(["The bridge is now under Varn control.", ("update", "Update: The Ostic army has regained control over the bridge.")])
    (found,) = findings(CONTROL, ctx)
    assert found.severity == "superseded"
    assert findings(CONTROL, context(["The bridge is now under Varn control.", "The Ostic army captured the village of Melk."])) == []


def test_a_state_denied() -> None:
    ctx = context(["The toxic barrel was left on the pier.", "The barrel was neither toxic nor radioactive."])
    (found,) = findings(STATE, ctx)
    assert "toxic" in found.explanation
    assert findings(STATE, context(["The toxic barrel was left on the pier.", "The new paint was not toxic."])) == []


def test_two_orders_of_the_same_events() -> None:
    ctx = context(
        [
            "A tenant reported cracks in the deck two months before the bridge was inspected.",
            "It rained.",
            "The cracks were reported only after the inspection.",
        ]
    )
    (found,) = findings(ORDER, ctx)
    assert found.kind == "date"
    assert findings(ORDER, context(["Cracks were reported before the inspection.", "The bridge was painted after the inspection."])) == []
