"""One thing told of again in other words, far apart or as known: "the animal" for a dog, "all 48 sheets" for the sheets that were drawn."""

from __future__ import annotations

import pytest

from factcheck import api

FAR = "\n\n".join(
    ["It had rained all week.", "The valley lies an hour from the coast.", "A bakery brought rolls.", "Nobody minded.", "The radio played."]
)


def flags(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    return [(str(c.rule), str(c.severity)) for c in api.generate(api.read(text.encode(), name="draft.txt")).contradictions]


def rules(*paragraphs: str) -> list[str]:
    return [rule for rule, _ in flags(*paragraphs)]


EXCLUDED = [
    # what was so once stays so, however far apart it is told
    ("A jury cleared the broker Hugo Brand of fraud on Friday.", "Brand, whom the jury found guilty on the charge of fraud, will appeal."),
    ("A jury cleared the broker Hugo Brand of fraud on Friday.", "Judge Ada Noor will pass sentence on Mr Brand. His conviction is the first of its kind."),
    ("All of the hikers got down unhurt, a rescuer said.", "Two hikers died below the summit, the rescue service now says."),
    # a wider word, or the end of a compound, for what was new
    ("The nightclub had been running without a fire certificate for years, the city said.", "The club held a fire certificate at the time, its owner said."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), EXCLUDED)
def test_one_thing_in_other_words(first: str, second: str) -> None:
    assert "told-and-excluded" in rules(first, FAR, second)


def test_what_stands_in_the_theme_of_one_is_led_by_a_preposition_in_the_other() -> None:
    rose, fall = (
        "House prices in Holm rose in the third quarter, the agents said.",
        "Nobody is sorry about the fall in prices in Holm, the mayor said.",
    )
    assert "told-and-excluded" in rules(rose, "It had rained all week.", fall)


PLAIN = [
    # seen to do it, forced to do it, a noun with its preposition, who did it, still so
    ("He had not spoken to the referee after the match, the coach said.", "Witnesses saw the coach talking to the referee in the tunnel after the match."),
    ("All 16 climbers reached the summit on Sunday.", "Three of the climbers had to turn back below the top, their guide said."),
    ("The parliament of Estmark rejected the budget on Wednesday evening.", "After the vote in favor of the budget, the minister hugged her colleagues."),
    ("Police are still looking for the man who robbed a jeweler's shop on Monday.", "The robber was caught on Tuesday evening at a bus station, a spokesman said."),
    ("The workers ended their strike on Monday.", "The strike was still going on when the minister arrived on Wednesday."),
    ("Both pilots survived the crash.", "The widow of one of the pilots killed in the crash has sued the airline."),
    ("The airline has lifted its ban on dogs.", "Dogs are not allowed on the airline's flights."),
    ("No one from the ministry attended the meeting.", "A senior ministry official took part in the meeting, the minutes show."),
    ("The school was not informed about the boy's illness.", "The boy's mother had told the school about his illness."),
    ("The two companies are not in talks about a merger, a spokesman said.", "Talks about a merger between the two companies began in May, a banker said."),
    ("The hospital said it had received no complaints about the surgeon.", "Three patients had complained about the surgeon to the hospital in the spring."),
    ("The court ruled in favor of the tenants.", "After losing the case, the tenants have to move out by May."),
    ("The bakery was sold to a chain in the spring.", "The bakery still belongs to the family that founded it."),
    ("The dealer had no idea that the painting was stolen, his lawyer said.", "The dealer knew that the painting was stolen, prosecutors say."),
    ("Marla Stein, who ran the zoo for ten years, was dismissed on Friday.", "Stein left the zoo at her own request, the city said in a statement."),
    ("The missing boy was found alive on Thursday.", "The boy's body was recovered from the lake on Thursday, police said."),
    ("The government has scrapped the tax on sugar.", "Lemonade costs more because the sugar tax is still in force, a grocer said."),
    # nobody at one place, and somebody there
    ("Nobody was hurt in the explosion, the fire service said.", "A worker suffered burns in the explosion, the hospital said."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), PLAIN)
def test_plain_conflicts_in_other_words(first: str, second: str) -> None:
    assert "told-and-excluded" in rules(first, "The roads were quiet.", "A spokeswoman declined to comment.", second)


def test_one_cup_has_one_winner() -> None:
    first = "The Falcons won the cup on Sunday, beating the Bears 3-1."
    assert rules(first, "It was cold.", "The Bears, who won the cup on Sunday, will be received by the president.") == ["told-and-excluded"]
    for fine in (
        "The Bears won the cup in 2019.",
        "The Bears have won the cup three times.",
        "The Bears won the women's cup on Sunday.",
        "Jon Orlo, their captain, won the cup with his last kick.",
        "The Bears won the match against the Owls.",
    ):
        assert rules(first, "It was cold.", fine) == []


def test_a_clause_with_when_tells_what_happened_at_a_time() -> None:
    first = "The ferry sank on Tuesday night off the island of Gral."
    assert rules(first, "It was cold.", "Divers have been searching since Monday, when the ferry went down.") == ["one-occasion-two-dates"]
    assert rules(first, "It was cold.", "Divers have been searching since Tuesday, when the ferry went down.") == []
    assert rules(first, "It was cold.", "The islanders had been on strike since Monday, when the harbor was closed.") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nobody was hurt in the explosion, the fire service said.", "A worker suffered burns in the bakery in May, the hospital said."),
        ("The parliament of Estmark rejected the budget on Wednesday.", "There had been calls for a vote in favor of the budget."),
        ("Police are looking for the man who robbed a shop on Monday.", "A robber was caught on Tuesday in another town."),
        ("All 16 climbers reached the summit on Sunday.", "Three hikers had to turn back at the lake."),
        (
            "The workers ended their strike on Monday.",
            "The strike was still going on when the minister arrived on Saturday, two days before.",
        ),
        ("Both pilots survived the crash.", "The widow of a passenger killed in the crash has sued the airline."),
        ("The airline has lifted its ban on dogs.", "Cats are not allowed on the airline's flights."),
        ("No one from the ministry attended the meeting.", "An official of the town took part in the meeting, the minutes show."),
        ("The senator backed the bill on Tuesday.", "Other senators voted against the bill on Tuesday."),
        ("The two companies are not in talks about a merger.", "Talks between the union and the town began in May."),
        (
            "The hospital said it had received no complaints about the surgeon.",
            "Three patients had complained about the food in the spring.",
        ),
        ("The court ruled in favor of the tenants.", "After losing the case, the landlords have to pay by May."),
        ("The bakery was sold to a chain in the spring.", "The mill still belongs to the family that founded it."),
        ("The dealer had no idea that the painting was stolen, his lawyer said.", "The thief knew that the painting was worthless."),
        ("The missing boy was found alive on Thursday.", "The boy's body was covered with scratches, police said."),
        ("The missing boy was found alive on Thursday.", "The body of a man was recovered from the lake on Thursday."),
        ("The government has scrapped the tax on sugar.", "The tax on salt is still in force, a grocer said."),
        ("Marla Stein was dismissed on Friday.", "Otto Falk spoke at his own request, the city said."),
        ("The widow of a pilot killed in the war lives in Orlo.", "The pilot's son survived the war."),
    ],
)
def test_plain_pairs_that_can_both_hold(first: str, second: str) -> None:
    assert rules(first, "The roads were quiet.", "A spokeswoman declined to comment.", second) == []


def test_days_alone_and_records_are_numbers_like_others() -> None:
    first, second = "The explorer spent 41 days alone on the ice.", '"After 51 days on the ice I forgot the taste of bread," she said.'
    assert rules(first, "It was cold.", second) == ["one-thing-two-numbers"]


FINE = [
    # two of a kind, or another
    ("A jury cleared the broker Hugo Brand of fraud on Friday.", "The jury convicted the broker Otto Falk, whose trial had begun in May."),
    ("The ferry to Orlo had no licence, the agency said.", "The boats of the coastguard had a licence, the agency said."),
    ("All of the hikers got down unhurt, a rescuer said.", "Two climbers died on the north face in another accident, the service said."),
    # one member's vote decides nothing; "died of its wounds" is no natural death
    ("The council rejected the car park on Monday.", "Councillor Ada Noor voted for the car park."),
    ("The dog had been shot by a hunter, the vet said.", "The dog died of its wounds on Friday, the keeper said."),
    # a preposition and an adverb are no verbs
    ("A footbridge over the Orlo gave way on Sunday, the fire service said.", "The bridge was last inspected in May, the engineer said."),
]


@pytest.mark.parametrize(("first", "second"), FINE)
def test_two_things_are_let_alone(first: str, second: str) -> None:
    assert rules(first, FAR, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Over eleven summers she drew 46 sheets, each of them on foot.",
            "All 48 sheets of her great map are kept at the National Archive.",
        ),
        ("The museum bought nine drawings by the painter in May.", "The eleven drawings will be shown in the autumn."),
    ],
)
def test_what_is_known_keeps_its_number(first: str, second: str) -> None:
    assert rules("Ada Horst, maker of maps, has died", first, "They had hung in a farmhouse.", second) == ["one-thing-two-numbers"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In 2019 the museum bought nine drawings.", "In 2022 it bought the eleven drawings of the widow."),
        ("In Holm each of the 48 nurses worked four weeks with naps and four weeks without.", "They made 46 errors in the weeks with naps and 60 without."),
    ],
)  # fmt: skip
def test_other_things_have_numbers_of_their_own(first: str, second: str) -> None:
    assert rules("A study of sleep", first, "It was cold.", second) == []


def test_a_headline_s_toll_stands_in_the_body() -> None:
    top = "Jets bomb army camp near Orlo, 74 killed"
    assert rules(top, "Warplanes struck a camp on Friday.", "Fifty-eight soldiers were killed, its commander said.") == ["event-tally"]
    for more in ("Sixteen cooks were killed as well, he said.", "In all, 74 people were killed, the ministry said."):
        assert rules(top, "Warplanes struck a camp on Friday.", f"Fifty-eight soldiers were killed, its commander said. {more}") == []


def test_the_toll_of_a_live_report_is_superseded_not_added_up() -> None:
    entries = (
        "17:40 A fourth body was found, the sheriff said.",
        "14:10 Three people have died, the coroner said.",
        "11:05 One person has died, the patrol said.",
    )
    found = flags("Live updates: Orlo fire kills four", "A fire has burned through the Orlo canyon.", *entries)
    assert len(found) > 1 and set(found) == {("event-tally", "superseded")}
