from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article, Block, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, Flag, Value, Verifiability
from factcheck.model.codec import from_json, to_json
from factcheck.model.contradiction import Contradiction
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import AddedClaim, ColumnInfo, Lineage, Problem, Quotation, SourceRow, Worksheet

WORDS = st.text(max_size=20)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
KEYS = st.text(min_size=1, max_size=8).map(lambda s: f"x_{s}")
EXTRA = st.dictionaries(KEYS, st.one_of(st.none(), st.booleans(), st.integers(), WORDS, st.lists(WORDS, max_size=2)), max_size=2)


def records(cls: type) -> st.SearchStrategy:
    """Any record of a type, with unknown keys, drawn from its declarations."""
    return st.builds(cls, **{f.name: EXTRA for f in dataclasses.fields(cls) if f.metadata.get("extra")})


for cls in (
    Article,
    Block,
    Sentence,
    Attribution,
    Detail,
    Flag,
    Value,
    Verifiability,
    Claim,
    Contradiction,
    SourceRow,
    Quotation,
    ColumnInfo,
    AddedClaim,
    Lineage,
    Problem,
):
    st.register_type_strategy(cls, lambda c: st.deferred(lambda: records(c)))


@given(records(Worksheet))
def test_a_worksheet_goes_to_json_and_back_without_loss(worksheet: Worksheet) -> None:
    data = json.loads(json.dumps(to_json(worksheet)))
    again = from_json(Worksheet, data)
    assert to_json(again) == data
    assert json.loads(json.dumps(to_json(again))) == data


def test_unknown_keys_travel() -> None:
    block = from_json(Block, {"number": 1, "kind": "paragraph", "start": 0, "end": 3, "page": 7})
    assert block.extra == {"page": 7}
    assert to_json(block)["page"] == 7


def test_an_empty_text_where_there_may_be_nothing_is_nothing() -> None:
    made = from_json(Value, {"number": 3, "weekday": "", "unit": ""})
    assert made == Value(number=3)
    assert from_json(Value, to_json(made)) == made


def test_keys_that_are_empty_may_be_left_out() -> None:
    assert to_json(Value(number=62, unit="soldier")) == {"number": 62, "unit": "soldier"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"number": "1", "kind": "p", "start": 0, "end": 1}, "document.number: expected int, found text"),
        ({"kind": "p", "start": 0, "end": 1}, "the key 'number' is missing"),
        ({"number": True, "kind": "p", "start": 0, "end": 1}, "expected int, found true or false"),
        ([], "expected an object, found a list"),
    ],
)
def test_errors_name_the_place(data: object, message: str) -> None:
    with pytest.raises(FactcheckError) as error:
        from_json(Block, data)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text())
def test_fingerprint_ignores_case_and_spaces_only(text: str) -> None:
    assert fingerprint(text) == fingerprint(f"  {text}\n")
    assert len(fingerprint(text)) == 12
    assert fingerprint(text + "1x") != fingerprint(text + "2x")
