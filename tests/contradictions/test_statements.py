"""Clauses read whatever their voice, and told of one thing: what excludes each other, and what only looks like it."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = "\n\nOther matters were raised during the week in the region.\n\n"
RULES = {"told-and-excluded", "before-after", "negated-retelling"}


def rules(first: str, second: str) -> set[str]:
    """The rules of these detectors that flag something in the two sentences."""
    worksheet = api.generate(api.read((first + BETWEEN + second).encode(), name="draft.txt"))
    return {c.rule for c in worksheet.contradictions} & RULES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The stadium scheme was given the green light by the council.", "The council voted against the stadium scheme, minutes show."),
        ("The court upheld the ban.", "The court struck down the ban, lawyers said."),
        ("The committee endorsed the bill.", "The bill was vetoed by the committee."),
        ("The firm paid the fine in full.", "The firm has yet to pay the fine."),
        ("The hospital confirmed the death.", "The hospital has refused to confirm the death."),
        ("The minister was told about the leak in March.", "The minister said he was never told about the leak."),
        ("The appeal was dismissed.", "The judges allowed the appeal."),
        ("The army controls the bridge.", "The bridge is held by rebel fighters."),
    ],
)
def test_poles_exclude_each_other_in_any_voice(first: str, second: str) -> None:
    assert rules(first, second) & {"told-and-excluded", "negated-retelling"}
    assert rules(second, first) & {"told-and-excluded", "negated-retelling"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The union called off the walkout late on Thursday.", "The walkout went ahead on Friday morning."),
        ("All the hostages were freed on Sunday, the minister said.", "On Monday three hostages were still being held, a cousin said."),
        ("The drug is safe for children, the maker says.", "The regulator has found that the drug is dangerous for children."),
        ("The airline has apologised to the passengers.", "Passengers say that the airline has never said sorry."),
        ("The brakes were working, the garage said.", "Inspectors found that the brakes had failed."),
        ("The ministers were told of the leak in April.", "The ministers did not learn of the leak until July, she said."),
        ("The factory stopped using the dye in 2015, it says.", "The dye was still in use at the factory in 2019, workers said."),
        ("The chamber backs the new law on apprentices.", "The chamber's president is against the new law on apprentices."),
        ("The team was relegated.", "The team avoided relegation, the coach said."),
        ("The train was derailed.", "The train stayed on the rails, the company said."),
        ("The ship sank in the storm.", "The ship survived the storm, the owner said."),
        ("The flight was diverted.", "The flight landed as planned, the airline said."),
        ("The council demolished the chapel.", "The council restored the chapel, villagers said."),
        ("The minister lifted the ban.", "The minister extended the ban, traders said."),
        ("The patient relapsed.", "The patient made a full recovery, doctors said."),
    ],
)
def test_the_words_may_be_others(first: str, second: str) -> None:
    assert "told-and-excluded" in rules(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The doctor did not examine the boy.", "A nurse examined him at eleven."),
        ("The airline has not found the bag.", "A bag was found at the station."),
        ("Workers at the north plant rejected the offer.", "Workers at the south plant accepted the offer."),
        ("No one in the command centre noticed the smoke.", "The cook noticed the smoke."),
        ("The first train was derailed.", "The second train stayed on the rails."),
        ("The council restored the chapel in 1998.", "The council demolished the chapel in 2015."),
        ("The minister extended the ban in March.", "The minister lifted the ban in July."),
        ("The tug sank in the storm.", "The ferry survived the storm."),
        ("It is illegal to sell raw milk in shops.", "It is legal to sell raw milk at the farm."),
        ("The council would not close the pool, it said.", "Swimmers fear that the council will close the pool."),
        ("We will not win with old boats, she said.", "We will win, she said."),
    ],
)
def test_other_people_places_and_manners_are_let_alone(first: str, second: str) -> None:
    assert "told-and-excluded" not in rules(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The council approved the stadium plan on Monday.", "The council rejected the parking plan."),
        ("The council rejected the stadium plan in 2019.", "In 2023 the council approved the stadium plan."),
        ("The council approved the stadium plan.", "If the council rejects the stadium plan, the owner will leave."),
        ("The council approved the stadium plan.", "The county later rejected the stadium plan."),
        ("The council approved the plan.", "Some members voted against the plan."),
        ("The road was closed all weekend.", "The road reopened on Monday."),
        ("Two passengers died in the crash.", "Three passengers survived the crash."),
        ("The captain survived the wreck.", "The captain died in 2011."),
        ("Keller was convicted of fraud.", "Keller was acquitted of bribery."),
        ("Smith signed the contract.", "Jones never signed the contract."),
        ("For years the firm had refused to open the ledger.", "On Monday the firm opened the ledger."),
        ("The bus arrived in Holm at 8:10 a.m.", "The bus arrived in Varn at 10:30 a.m."),
        ("The ministry published the report.", "The ministry did not publish the names."),
        ("The fund is not registered to collect gifts.", "The fund is registered in Holm."),
    ],
)
def test_another_thing_time_or_part_is_let_alone(first: str, second: str) -> None:
    assert not rules(first, second)


def test_two_orders_are_found_turned_round() -> None:
    assert rules("The train left before the alarm sounded.", "The alarm sounded long before the train left.") == {"before-after"}
    assert rules("The alarm went off minutes before the explosion.", "The alarm went off only after the explosion.") == {"before-after"}
    assert not rules("The train left before the alarm sounded.", "The train left before the band played.")


def test_a_phrase_of_no_class_and_a_hundred_clauses_cost_no_flag() -> None:
    worksheet = api.generate(api.read(" ".join(f"The panel approved plan {n}." for n in range(100)).encode(), name="draft.txt"))
    assert not [c for c in worksheet.contradictions if c.rule in RULES]
