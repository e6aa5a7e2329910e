"""The whole attributor on sentences written for this test."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The harbour ministry said on Monday that nine cranes were unsafe.", "harbour ministry", "said", "nine cranes were unsafe"),
        ("Nine cranes were unsafe, the harbour ministry said.", "harbour ministry", "said", "Nine cranes were unsafe"),
        ("“We lost two boats,” said Edna Quill, the harbour master.", "Edna Quill", "said", "“We lost two boats,”"),
        ("According to Edna Quill, two boats were lost.", "Edna Quill", "According to", "two boats were lost"),
        ("Two boats were lost, according to the port authority.", "port authority", "according to", "Two boats were lost"),
        ("Edna Quill, the harbour master, denied that the crane had failed.", "Edna Quill", "denied", "the crane had failed"),
        ("Edna Quill told reporters the crane had failed.", "Edna Quill", "told", "the crane had failed"),
        ("Critics fear that the crane will fail.", "Critics", "fear", "the crane will fail"),
        ("The company plans to replace the crane.", "company", "plans", "to replace the crane"),
        ("Edna Quill was quoted as saying that the crane had failed.", "Edna Quill", "was quoted as saying", "the crane had failed"),
        ("Two boats, Edna Quill said, were lost in the storm.", "Edna Quill", "said", "were lost in the storm"),
        ("A survey by the union shows that half of the crew is ill.", "A survey by the union", "shows", "half of the crew is ill"),
        ("The mayor criticized the plan for the new quay.", "mayor", "criticized", "the plan for the new quay"),
        ("As Edna Quill put it, the crane was a disaster.", "Edna Quill", "put it", "the crane was a disaster"),
        ("Edna Quill said after the storm she would resign.", "Edna Quill", "said", "she would resign"),
        ("Edna Quill called on Friday for an inquiry.", "Edna Quill", "called", "an inquiry"),
        ("The harbour board this month rejected the plan.", "harbour board", "rejected", "the plan"),
        ("Edna Quill condemned what she called a theft.", "Edna Quill", "condemned", "what she called a theft"),
        ("The point, she told me on Friday, is that the crane fell.", "she", "told", "is that the crane fell"),
        ("Edna Quill – head of the port – said the crane fell.", "Edna Quill", "said", "the crane fell"),
        ("Edna Quill -- head of the port -- said the crane fell.", "Edna Quill", "said", "the crane fell"),
        ("A number of dockers fear that the crane will fail.", "A number of dockers", "fear", "the crane will fail"),
        ("A union representing dockers endorsed the plan.", "A union representing dockers", "endorsed", "the plan"),
        ("Edna Quill sees the storm as a warning.", "Edna Quill", "sees", "the storm as a warning"),
        ("Edna Quill linked the leak to a broken valve.", "Edna Quill", "linked", "the leak to a broken valve"),
        ("Edna Quill called the quay a ruin.", "Edna Quill", "called", "the quay a ruin"),
        ("Edna Quill made it clear that the quay was lost.", "Edna Quill", "made it clear", "the quay was lost"),
        ("Edna Quill's bet is that the quay will hold.", "Edna Quill", "bet", "the quay will hold"),
        ("Edna Quill issued a warning about the quay.", "Edna Quill", "warning", "the quay"),
        ("Edna Quill went to court to argue that the quay was hers.", "Edna Quill", "argue", "the quay was hers"),
        ("Edna Quill asked Jo Vale, the host, to leave the quay.", "Edna Quill", "asked", "Jo Vale, the host, to leave the quay"),
        ("The latest poll released Friday shows that Edna Quill leads.", "latest poll", "shows", "Edna Quill leads"),
        ("Norland and Sudland support the treaty.", "Norland and Sudland", "support", "the treaty"),
        ("The law requires owners to register each boat.", "law", "requires", "owners to register each boat"),
    ],
)
def test_source_cue_content(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in Read(text).rows


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was built in 1902.",
        "The report was long and the claims were many.",
        "The ship sailed through the state of Norland.",
        "His statement of accounts was late.",
        "Edna Quill declined to comment.",
        "Edna Quill called the office by phone.",
        "It was a strong signal.",
        "The tariff plan was dropped.",
        "",
    ],
)
def test_the_articles_own_voice_has_no_source(text: str) -> None:
    assert Read(text).found == []


def test_participle_takes_the_main_subject() -> None:
    read = Read("The ministry said the crane fell near the Quill shipyard, adding that nobody was hurt.")
    assert ("ministry", "adding", "nobody was hurt") in read.rows
    assert ("ministry", "said", "the crane fell near the Quill shipyard") in read.rows


def test_coordinated_cues_part_their_contents() -> None:
    read = Read("Edna Quill said the crane fell, but the company denied that it was old.")
    assert read.rows == [("Edna Quill", "said", "the crane fell"), ("company", "denied", "it was old")]


def test_content_lies_in_one_sentence_each() -> None:
    read = Read("“The crane fell. Nobody was hurt. We were lucky,” Edna Quill said.")
    assert [c for _, _, c in read.rows] == ["“The crane fell.", "Nobody was hurt.", "We were lucky,”"]
    assert {a.quotation for a in read.found} == {"direct"}


def test_frame_holds_source_cue_and_day_and_leaves_the_content_out() -> None:
    read = Read("Harbour minister Edna Quill said on Monday that the crane fell.")
    (a,) = read.found
    assert read.words(a.frame_span) == "Harbour minister Edna Quill said on Monday that"
    assert read.words(a.source_span) == "Harbour minister Edna Quill"
    assert (a.source, a.source_type, a.cue_class) == ("Edna Quill", "official", "say")


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("“The crane fell,” she said.", "direct"),
        ("She said the crane was “a scandal” for the town.", "mixed"),
        ("She said the crane fell.", "indirect"),
    ],
)
def test_quotation(text: str, quotation: str) -> None:
    assert Read(text).found[0].quotation == quotation


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aS said\"“”‘’',.:;-(\n)Xthat citing", max_size=200))
def test_any_text_keeps_the_contract(text: str) -> None:
    read = Read(*(p for p in text.split("\n") if p.strip()))
    sentences = [(s.start, s.end) for s in read.article.sentences]
    for a in read.found:
        start, end = a.content_span
        assert start < end
        assert any(s <= start and end <= e for s, e in sentences)
        assert a.cue is None or a.cue == read.words(a.cue_span)


def test_counted_parts_run_on() -> None:
    read = Read("The audit found three faults. The first was in the quay. The second was rust. The mayor slept.")
    assert [a.source for a in read.found] == ["audit"] * 3
    assert read.of("The second").directness == "document"


def test_a_first_without_a_count_is_nobodys() -> None:
    assert len(Read("The audit found that the quay was old. The first stone was laid in 1902.").found) == 1


def test_a_stamp_before_a_hand_over() -> None:
    read = Read("17:10 From the Harbour Police:", "All quays are closed.")
    assert (read.of("All quays").source, read.of("All quays").via) == ("Harbour Police", ())


def test_a_heading_without_a_stop_hides_no_subject() -> None:
    assert Read("Quay lost", "Our reporter Edna Quill in Port Brand writes that the quay is gone.").found[0].source == "Edna Quill"


def test_the_name_after_its_kind_stands_alone() -> None:
    assert Read("The news agency RIA reported that the quay was lost.").found[0].source == "RIA"


def test_a_question_has_no_source() -> None:
    assert Read("Who would want to close the quay? Do you think that it is old?").found == []
