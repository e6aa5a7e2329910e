"""The cue lexicon: every row has a known class and known complements; forms are generated."""

from __future__ import annotations

import pytest

from factcheck.attribution.table import CueTable
from factcheck.language.lexicon import load_packaged

CLASSES = {"say", "claim", "deny", "confirm", "admit", "warn", "ask", "believe", "intend", "document", "perception"}
CODES = {"that", "clause", "quote", "wh", "noun", "inf", "obj-inf", "obj-as", "obj-number", "obj-to", "obj-with", "pred", "ing", "so"}
PREPOSITIONS = {"of", "for", "about", "against", "on", "with", "at", "to", "in", "over", "by", "as"}
TABLE = CueTable(load_packaged("cues"), load_packaged("grammar")["irregular"])


def test_rows_use_known_ids() -> None:
    for forms in TABLE.forms.values():
        for form in forms:
            assert form.cue.cue_class in CLASSES
            assert form.cue.takes <= CODES | PREPOSITIONS, form.cue.lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("said", "say"), ("denies", "deny"), ("admitted", "admit"), ("warning", "warn"), ("told", "tell"), ("pointed", "point out")],
)
def test_forms(form: str, lemma: str) -> None:
    assert lemma in {f.cue.lemma for f in TABLE.forms[form]}


def test_polarity_and_factivity() -> None:
    (deny,) = {f.cue for f in TABLE.forms["denied"]}
    (admit,) = {f.cue for f in TABLE.forms["admitted"]}
    assert deny.negative
    assert admit.factive
