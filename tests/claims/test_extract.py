"""Sentences cut into claims, with attributions and details made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.extract import register_claim_extractors
from factcheck.language.lexicon import Lexicons
from factcheck.plugin.records import Extraction
from factcheck.plugin.testing import make_worksheet

CUT = [
    (
        "The mill — built in 1911, extended in 1954 and listed since 2003 — had no doors in May, although inspectors had asked for them twice.",
        ["The mill — built in 1911, extended in 1954 and listed since 2003", "had no doors in May", "inspectors had asked for them twice"],
    ),
    (
        "All trains were cancelled until 8pm, and passengers slept on the platforms of two stations.",
        ["All trains were cancelled until 8pm", "passengers slept on the platforms of two stations"],
    ),
    (
        "My uncle sold the yard after waiting nine years, and nobody bought the 12 boats.",
        ["My uncle sold the yard after waiting nine years", "nobody bought the 12 boats"],
    ),
    (
        "A woman was found in the hold and a man, 71, died on the quay.",
        ["A woman was found in the hold", "a man, 71, died on the quay"],
    ),
    (
        "The home, which houses 20 sailors and employs 38 people, closed its kitchen in May.",
        ["The home, which houses 20 sailors", "employs 38 people", "closed its kitchen in May"],
    ),
    (
        "The yard, which was hired in 2011, forged the papers of two boats and hid 12 engines in a barn.",
        ["The yard, which was hired in 2011", "forged the papers of two boats", "hid 12 engines in a barn"],
    ),
    (
        "The crew, led by Anna Berg, tested two pumps near Oldport.",
        ["The crew, led by Anna Berg", "tested two pumps near Oldport"],
    ),
    (
        "Tom Hale joined the yard as a clerk, earning $38 a week, and stayed for 41 years.",
        ["Tom Hale joined the yard as a clerk", "earning $38 a week", "stayed for 41 years"],
    ),
    (
        "Tom Hale scored on 61 minutes and Anna Berg levelled with a penalty.",
        ["Tom Hale scored on 61 minutes", "Anna Berg levelled with a penalty"],
    ),
    ("The mate swam to the pier; he was taken to hospital.", ["The mate swam to the pier", "he was taken to hospital"]),
    (
        'Though critics had called the plan "a toy," it worked in 1962.',
        ['Though critics had called the plan "a toy,"', "it worked in 1962"],
    ),
    (
        "Twelve workers were hurt and more than 30 evacuated from the plant.",
        ["Twelve workers were hurt", "more than 30 evacuated from the plant"],
    ),
    (
        "The tanker rammed a pier near Oldport, spilling 40 tons of oil and injuring two sailors.",
        ["The tanker rammed a pier near Oldport", "spilling 40 tons of oil", "injuring two sailors"],
    ),
    (
        "The storm hit the coast on Friday and caused floods in three villages.",
        ["The storm hit the coast on Friday", "caused floods in three villages"],
    ),
    (
        "Anna Berg, a former nurse who lives in Oldport, was treated at the scene.",
        ["Anna Berg, a former nurse who lives in Oldport", "was treated at the scene"],
    ),
    (
        "The council approved the plan, the largest in the history of the town.",
        ["The council approved the plan", "the largest in the history of the town"],
    ),
    ("Police closed the dock while engineers inspected the hull.", ["Police closed the dock", "engineers inspected the hull"]),
    (
        "Crews searched the river on Monday, which carries 200 boats a day.",
        ["Crews searched the river on Monday", "which carries 200 boats a day"],
    ),
    ("Police arrested four men; two of them were armed.", ["Police arrested four men", "two of them were armed"]),
    ("With a budget of 3 million euros, the museum opens in spring.", ["With a budget of 3 million euros", "the museum opens in spring"]),
    (
        "Both clubs face questions, particularly after the vote in May ended with 40 lost ballots.",
        ["Both clubs face questions", "particularly after the vote in May ended with 40 lost ballots"],
    ),
    ("The bank raised its rate to 4 percent and shares fell.", ["The bank raised its rate to 4 percent", "shares fell"]),
    ("Fire leaves 9 dead, more than 40 injured.", ["Fire leaves 9 dead", "more than 40 injured"]),
]
WHOLE = [
    "The mayor and the council have agreed to sell the land.",
    "The law requires owners to register and pay a fee.",
    "Two thieves were beaten and robbed near Oldport.",
    "If the dam breaks, the water could reach the town in 20 minutes.",
    "The club did not sell its stadium.",
    "The firm may close two plants.",
    "Of the voters, 60 percent were women, 30 percent were men and 10 percent gave no answer.",
    "He left shortly after the match ended.",
    "There were 46 fights between midnight and 4am last year, up from 31 in 2022.",
    "The club kept its calm for a while.",
    "The stand may as well have been built in 1990.",
    "There was no sign yet that it was an attack.",
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_one_fact_a_row(desk, text, wanted):
    assert desk(text).claims() == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_fact_stays_whole(desk, text):
    assert desk(text).claims() == [text.rstrip(".")]


def test_frame_is_left_out_and_content_is_cut(desk):
    d = desk("Mayor Jon Holt said on Monday that the bridge was closed in 2019 and the ferry sank in May.")
    d.says("Mayor Jon Holt said on Monday", "that the bridge was closed in 2019 and the ferry sank in May", "Mayor Jon Holt")
    assert d.claims() == ["the bridge was closed in 2019", "the ferry sank in May"]


def test_content_that_is_no_clause_keeps_its_frame(desk):
    d = desk("The union called the offer an insult.").says("The union called", "the offer an insult", "The union")
    assert d.claims() == ["The union called the offer an insult"]


def test_own_voice_after_a_quotation_is_a_claim(desk):
    d = desk('"The pier is safe," he added, but hid the report of 2020.')
    d.says("he added", '"The pier is safe,"', "he")
    assert d.claims() == ['"The pier is safe,"', "hid the report of 2020"]


def test_claims_do_not_straddle_content_and_frame(desk):
    d = desk("The pier is safe, the harbor office said, and 40 boats use it.")
    d.says("the harbor office said", "The pier is safe", "the harbor office")
    assert d.claims() == ["The pier is safe", "40 boats use it"]


def test_who_somebody_is_in_a_frame(desk):
    d = desk("Lena Orr, a member of the harbor board, said the pier is safe.").has("person", "Lena Orr")
    d.says("Lena Orr, a member of the harbor board, said", "the pier is safe", "Lena Orr")
    found = d.extraction().claims
    assert d.claims() == ["Lena Orr, a member of the harbor board", "the pier is safe"]
    assert found[0].kinds[0] == "identity_title"


def test_bare_title_in_a_frame_is_no_claim(desk):
    d = (
        desk("Chief Lena Orr said the pier is safe.")
        .has("person", "Lena Orr")
        .says("Chief Lena Orr said", "the pier is safe", "Chief Lena Orr")
    )
    assert d.claims() == ["the pier is safe"]


def test_no_cut_inside_a_name(desk):
    d = desk("The Ministry of Trade and Industry opened an office and hired 12 clerks.").has(
        "organization", "Ministry of Trade and Industry"
    )
    assert d.claims() == ["The Ministry of Trade and Industry opened an office", "hired 12 clerks"]


def test_residue_with_a_detail_joins_its_neighbour(desk):
    d = desk("The pier is safe, she said, in Oldport.").has("place", "Oldport").says("she said", "The pier is safe", "she")
    assert any("Oldport" in c for c in d.claims())


def test_label_is_no_part_of_the_claim(desk):
    assert desk("Correction: the bridge opened in 1998.").claims() == ["the bridge opened in 1998"]


def test_opening_only_is_kept_as_it_counts(desk):
    assert desk("About 90 people paid, but only 12 came.").claims() == ["About 90 people paid", "only 12 came"]


def test_frame_only(desk):
    d = desk("A guard told reporters.").says("A guard told reporters", ".", "A guard")
    assert d.extraction().nothing_to_check == "frame_only"


def test_the_record_says_where_it_comes_from():
    record = register_claim_extractors()[0]
    assert record.id == "clauses" and record.source and any(not e.fires for e in record.examples)


PARTS = st.lists(
    st.sampled_from(
        [
            "The bridge",
            "fell",
            "and",
            ",",
            "which",
            "was",
            "12 men",
            "in May",
            "Oldport",
            "killing",
            "that",
            "while",
            "he",
            "said",
            '"',
            "(",
            ")",
            ";",
            "–",
            "the first",
            "who",
            "a plan",
            "to",
            "but",
        ]
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(PARTS)
def test_claims_are_trimmed_disjoint_and_hold_the_details(lexicons: Lexicons, parts):
    from tests.claims.conftest import Desk

    text = " ".join(parts) + "."
    d = Desk(text, lexicons)
    for word, kind in (("12 men", "quantity"), ("May", "date"), ("Oldport", "place"), ("first", "superlative")):
        if word in text:
            d.has(kind, word)
    for number, sentence in enumerate(d.ctx.article.sentences, 1):
        found = d.extraction(number)
        assert found.claims or found.nothing_to_check
        last = sentence.start
        for c in sorted(found.claims, key=lambda c: c.start):
            assert last <= c.start < c.end <= sentence.end
            assert text[c.start : c.end] == text[c.start : c.end].strip()
            last = c.end
        if found.claims:
            own = [x for x in d.details if sentence.start <= x.start < sentence.end]
            assert all(any(c.start <= x.start and x.end <= c.end for c in found.claims) for x in own)


def test_a_row_takes_up_a_day_over_its_frame(desk):
    d = desk("Earlier today the harbor office said that 40 boats sank near the old lighthouse.").has("date", "today")
    d.says("the harbor office said", "that 40 boats sank near the old lighthouse", "the harbor office")
    assert d.claims() == ["Earlier today the harbor office said that 40 boats sank near the old lighthouse"]


def test_infinitive_content_keeps_its_frame(desk):
    d = desk("The firm refused to pay the 40 clerks.").says("The firm refused", "to pay the 40 clerks", "The firm")
    assert d.claims() == ["The firm refused to pay the 40 clerks"]


def test_what_goes_on_after_a_content_belongs_to_it(desk):
    d = desk("Berg said a guard saw cracks in August, two months before the wall was inspected.")
    d.says("Berg said", "a guard saw cracks in August", "Berg")
    assert d.claims() == ["a guard saw cracks in August, two months before the wall was inspected"]


def test_a_quotation_that_stops_before_its_noun_keeps_it(desk):
    d = desk("Berg said “they had blamed thousands of unpaid” workers.").says("Berg said", "“they had blamed thousands of unpaid”", "Berg")
    assert d.claims() == ["“they had blamed thousands of unpaid” workers"]


def test_a_remark_without_a_subject_is_one_row(desk):
    assert len(desk("Looks like a bad week for the board: It lost the bill and blames the press.").claims()) == 1


def test_no_conjunction_dangles(desk):
    d = desk("The pier fell because the board admitted that it had saved 9 million on the poles.")
    d.says("the board admitted", "that it had saved 9 million on the poles", "the board")
    assert d.claims() == ["The pier fell", "it had saved 9 million on the poles"]


def test_a_hand_over_is_frame_only(desk):
    d = desk("A guard told Harbor News:").has("organization", "Harbor News").says("A guard told", ":", "A guard")
    assert d.extraction().nothing_to_check == "frame_only"


def test_an_endless_sentence_is_one_claim(desk):
    text = "the pier, " * 5000 + "fell."
    assert desk(text).claims() == [text.rstrip(".")]


def test_a_place_that_the_clause_before_names_keeps_the_two_together(desk):
    text = "I went to the pier on Tuesday and there was nobody there."
    assert desk(text).claims() == [text.rstrip(".")]


def test_joined_subjects_after_a_subordinator_stay_together(desk):
    text = "The yard was sold after Tom Hale and Anna Berg were arrested."
    assert all("Tom Hale and Anna Berg" in c for c in desk(text).claims() if "Berg" in c)


def test_an_admission_keeps_its_frame(desk):
    d = desk("The yard admitted that it had sold 12 unsafe boats.")
    d.says("The yard admitted that", "it had sold 12 unsafe boats", "The yard", cue="admitted", cue_span=(9, 17))
    assert d.claims() == ["The yard admitted that it had sold 12 unsafe boats"]


def test_what_is_said_of_others_has_no_frame(desk):
    d = desk("The yard admitted that the mate had sold 12 unsafe boats.")
    d.says("The yard admitted that", "the mate had sold 12 unsafe boats", "The yard", cue="admitted", cue_span=(9, 17))
    assert d.claims() == ["the mate had sold 12 unsafe boats"]
    d = desk("The yard said that it had sold 12 unsafe boats.")
    d.says("The yard said that", "it had sold 12 unsafe boats", "The yard", cue="said", cue_span=(9, 13))
    assert d.claims() == ["it had sold 12 unsafe boats"]


def test_a_thing_with_its_relative_is_no_clause(desk):
    d = desk("The mate told the police everything he knew.")
    d.says("The mate told the police", "everything he knew", "The mate", cue="told", cue_span=(9, 13))
    assert d.claims() == ["The mate told the police everything he knew"]


def test_letters_of_a_printed_interview_are_no_words(desk):
    assert desk("A: My uncle sold the yard in 2011.").claims() == ["My uncle sold the yard in 2011"]
    assert desk("A bridge fell: the yard was closed.").claims()[0].startswith("A bridge")


def test_a_second_that_opens_a_claim_of_its_own(desk):
    d = desk("The mate said that divers had found three bodies and that the roof could fall.")
    d.says("The mate said that", "divers had found three bodies and that the roof could fall", "The mate", cue="said", cue_span=(9, 13))
    assert d.claims() == ["divers had found three bodies", "the roof could fall"]


def test_the_dash_ends_the_subject(desk):
    d = desk("The mill — built in 1911 and listed since 2003 — had 12 doors.")
    assert d.extraction().claims[1].reading == "[The mill] had 12 doors"


def test_a_dateline_is_cut_by_nobody(desk):
    assert desk("NORRBY (VC)", "dateline").extraction() == Extraction()


def rows_of(manager, text: str) -> list[str]:
    return [c.text for c in make_worksheet(f"Meeting held\n\n{text}\n", manager).claims[1:]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Her remarks came moments after the senator spoke at a long meeting of farmers to discuss the drought.", 1),
        ("Her remarks ended the meeting after the senator spoke at a long gathering of farmers to discuss the drought.", 2),
        ("Lawsuits have been filed, mailing lists have been shut down.", 1),
        ("The flood reached the town on Monday, killing nine people in the valley.", 2),
    ],
)
def test_time_measured_and_subjects_in_ing_are_not_cut(builtin_manager, text: str, rows: int) -> None:
    assert len(rows_of(builtin_manager, text)) == rows


def test_a_quoted_condition_is_a_clause_and_its_frame_stays_outside(builtin_manager) -> None:
    text = "“If anybody was looking for a way out, this is probably it,” Harlan told The Ostrava Times then."
    assert rows_of(builtin_manager, text) == ["“If anybody was looking for a way out, this is probably it,”"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The coal was piled about as high as it could go on Monday morning.",
            ["The coal was piled about as high as it could go on Monday morning"],
        ),
        ("As improbable as it may seem, Mr. Clarke said the deal had cost him $4 million.", ["the deal had cost him $4 million"]),
        (
            "“It was a good deal,” said Patrick McGill, a law professor at Ostrava University who has advised coal firms since 1990.",
            ["“It was a good deal,”", "Patrick McGill, a law professor at Ostrava University", "who has advised coal firms since 1990"],
        ),
        ("Why then, would someone like Mr. Clarke want to take over a mine?", []),
        (
            "“We want to thank all of the towns that expressed an interest in one of these old ships,” said Bolden.",
            ["“We want to thank all of the towns that expressed an interest in one of these old ships,”"],
        ),
        ("Twelve percent said that they were not sure.", ["Twelve percent said that they were not sure"]),
        ("Nine in 10 residents said they would move.", ["Nine in 10 residents said they would move"]),
        ("Two officials said the road was closed.", ["the road was closed"]),
        (
            "The general said “All those who were wounded and the dead have been taken to hospital.”",
            ["“All those who were wounded and the dead have been taken to hospital.”"],
        ),
    ],
)
def test_comparisons_concessions_and_people_in_frames(builtin_manager, text: str, rows: list[str]) -> None:
    assert rows_of(builtin_manager, text) == rows
