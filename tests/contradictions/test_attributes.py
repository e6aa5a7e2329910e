"""One person, body or thing told in other words: ages, offices, owners, causes, places. Paraphrases that fire, near misses that do not."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet

MIDDLE = "Rain is forecast for the weekend."


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def flags(manager: Manager, first: str, last: str) -> list[str]:
    """The rules that fire on two paragraphs with a third between them."""
    return [x.rule or x.kind for x in make_worksheet(f"{first}\n\n{MIDDLE}\n\n{last}", manager).contradictions]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny, who is 47, trains in the hills."),
        ("The 44-year-old baker Marek Dolny won the race on Sunday.", "Dolny is 47 and trains in the hills."),
        ("Marek Dolny (44) won the race on Sunday.", "Dolny, a 47-year-old baker, trains in the hills."),
        ("Marek Dolny, aged 44, won the race on Sunday. The 47-year-old trains in the hills.", "He has two dogs."),
        ("Marek Dolny won the race on Sunday. He is 44.", "Marek Dolny, 47, has two dogs."),
        ("Marek Dolny won the race on Sunday. The baker, 44, was delighted.", "Dolny, 47, has two dogs."),
        ("Marek Dolny, a baker of 44, won the race on Sunday.", "At 47, Dolny is the oldest winner so far."),
        ("Forty-four-year-old Marek Dolny won the race on Sunday.", "Dolny, 47, has two dogs."),
        ("The new head, Ana Ruiz, who is 47, starts in May.", "Ms Ruiz, 52, lives in Tarn."),
        ("Marta Ilves, the deputy mayor, opened the bridge.", "Ilves is the mayor of Holm."),
        ("Deputy mayor Marta Ilves opened the bridge.", "“It is a good day,” said Ilves, who is mayor of Holm."),
        ("The finance minister, Marta Ilves, opened the bridge.", "Ms Ilves, the country's transport minister, wore boots."),
        ("The Verran Medal was awarded to Ada Lund.", "Otto Tobak, who won the Verran Medal, bought a boat."),
        ("The ferry, which sails under the flag of Panama, ran aground.", "The Liberian-flagged ferry was carrying sheep."),
        ("Halden Foods is based in Holm.", "Its workers marched through Wick, where Halden Foods has its headquarters."),
        ("The treaty was signed in Holm.", "The band played in Wick, where the treaty had been signed."),
        (
            "The newspaper Kurier, which belongs to the Halden group, has 9,000 readers.",
            "Kurier's owner, the Brockway group, said that it was sorry.",
        ),
        ("The thieves got in through a skylight.", "A cellar door was how the thieves got in, the insurer says."),
        ("The two men fled on a scooter.", "The police found the car in which they fled."),
        ("He was stabbed with a screwdriver.", "The weapon, a pair of scissors, lay in the sink."),
        ("Chief executive Ada Lund signed the contract.", "The shipyard's chief executive, Otto Tobak, was in Tarn."),
        ("A blue kayak was found off Tarn.", "The yellow kayak had no paddle."),
        ("The bridge was of brick: the brick bridge fell.", "Nobody misses the wooden bridge."),
        ("The wall is built of granite.", "The wall, which was built of sandstone, has sunk."),
        ("The mayor of Holm, Marta Ilves, opened the bridge.", "Holm's mayor, Otto Tobak, paid for the flowers."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "The mayor of Holm is Otto Tobak."),
        ("The bridge was opened by Marta Ilves, the director of the Holm Museum.", "Otto Tobak, director of the Holm Museum, wore boots."),
        ("The chief executive of Brockway Ltd, Marta Ilves, opened the bridge.", "Brockway's chief executive, Otto Tobak, wore boots."),
        (
            "The lorry that overturned on Friday, closing the road for most of the day, had been carrying paint.",
            "The lorry had been carrying 9 tonnes of fresh carrots, which lay on the road.",
        ),
        ("The ferry is owned by Halden Lines.", "The ferry's owner, the Brockway Group, declined to comment."),
        (
            "The ferry belongs to Halden Lines.",
            "Its passengers were unhurt. The Brockway Group, which owns the ferry, declined to comment.",
        ),
        (
            "The mill, the property of Halden Estates, burned down on Sunday.",
            "The owner of the mill, the Brockway Group, declined to comment.",
        ),
        ("The hotel is run by Halden Leisure.", "The hotel, operated by the Brockway Group, has 40 rooms."),
        ("The paper, owned by Halden Media, closed on Sunday.", "The paper's owner is the Brockway Group."),
        ("Marek Dolny, who was born in Tarn, won the race.", "Dolny, a native of Quarne, has two dogs."),
        ("Marek Dolny was born in Tarn.", "The Quarne-born runner has two dogs. Dolny trains alone."),
        ("Marek Dolny lives in Tarn.", "Dolny, who lives in Quarne, has two dogs."),
        ("The ship was bound for Lisbon when it ran aground.", "The ship was heading for Cadiz, the coast guard said."),
        ("The train was on its way to Tarn when it derailed.", "Passengers said the train had been bound for Quarne."),
        ("The lorry was headed to Tarn.", "The lorry was on the way to Quarne."),
        ("The fire was caused by a faulty heater.", "A cigarette caused the fire."),
        ("A faulty heater sparked the fire.", "The blaze was blamed on a cigarette."),
        ("The crash was the result of a burst tire.", "The crash was due to fog."),
        ("A burst tire was to blame for the crash.", "Fog led to the crash."),
        ("The cause of the fire was a faulty heater.", "The fire broke out because of a cigarette."),
        ("Investigators found that an electrical fault had started the fire.", "The fire was started by fireworks."),
        ("The power failure was triggered by a storm.", "The power failure was put down to a broken cable."),
        ("The missile was aimed at the depot.", "The missile's target was the school."),
        ("The depot was the target of the attack.", "The attack was directed at the school."),
        ("The rocket had been fired at the depot.", "The rocket was meant to hit the school."),
        ("The plant, located in Tarn, makes glass.", "The plant stands in Quarne."),
        ("The company, based in Tarn, makes glass.", "The company is headquartered in Quarne."),
        ("The hall was designed by Helga Moss.", "Pieter Aldous designed the hall."),
        ("Helga Moss, who designed the hall, wore boots.", "The hall's architect, Pieter Aldous, wore a hat."),
        ("The tram, made by Halden, entered service in May.", "The tram was built by Brockway."),
    ],
)
def test_other_words_for_the_same_attribute_conflict(manager: Manager, first: str, last: str) -> None:
    assert flags(manager, first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny was 19 when he first won it."),
        ("Marek Dolny, 44, won the race on Sunday.", "His son, Jan Dolny, 17, came third."),
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny will be 47 when the contract ends."),
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny started at 21 and was champion at 30."),
        ("Marek Dolny, 44, won the race on Sunday.", "At 12, Dolny moved to Tarn."),
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny turned 40 when the club closed."),
        ("Marek Dolny, 44, won the race on Sunday.", "Dolny turns 45 in May."),
        ("Marta Ilves, the deputy mayor, opened the bridge.", "Ilves will become mayor of Holm in May."),
        ("Marta Ilves, then deputy mayor, opened the bridge in 2010.", "Ilves is now the mayor of Holm."),
        ("Deputy mayor Marta Ilves opened the bridge.", "Ilves was elected mayor of Holm on Monday."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "Otto Tobak, mayor of Holm until 2012, wore boots."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "Otto Tobak, who was mayor of Holm in the 1990s, wore boots."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "The acting mayor of Holm, Otto Tobak, wore boots."),
        ("Marta Ilves, a director of Brockway, opened the bridge.", "Otto Tobak, a director of Brockway, wore boots."),
        (
            "Marta Ilves, director of Brockway's Tarn branch, opened the bridge.",
            "Otto Tobak, director of Brockway's Quarne branch, wore boots.",
        ),
        ("Marta Ilves, the head of the fire service, opened the bridge.", "Otto Tobak, the head of the police, wore boots."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "Otto Tobak succeeded Ilves as mayor of Holm on Monday."),
        ("Marta Ilves, mayor of Holm, opened the bridge.", "Otto Tobak is running for mayor of Holm."),
        ("Marta Ilves, the finance minister, opened the bridge.", "Ilves, deputy prime minister, wore boots."),
        ("The deputy director of the museum, Marta Ilves, opened the bridge.", "Otto Tobak, director of the museum, wore boots."),
        ("Marta Ilves resigned as mayor of Holm in May.", "Otto Tobak is the mayor of Holm."),
        ("The ferry is owned by Halden Lines.", "The ferry was owned by the Brockway Group until 2010."),
        ("The ferry is owned by Halden Lines.", "The ferry, previously owned by the Brockway Group, has 80 cabins."),
        ("The ferry is owned by Halden Lines.", "Halden Lines is owned by the Brockway Group."),
        ("The ferry is owned by Halden Lines.", "The ferry is operated by the Brockway Group."),
        ("The ferry is jointly owned by Halden Lines and the Brockway Group.", "The ferry belongs to the Brockway Group."),
        ("The ferry in Tarn is owned by Halden Lines.", "The ferry in Quarne belongs to the Brockway Group."),
        ("The house belonged to a fisherman in the 1950s.", "The house is owned by the Brockway Group."),
        ("The mill is owned by Halden Lines.", "The Brockway Group sold the mill in 2010. Brockway had owned the mill for years."),
        ("Marek Dolny, who was born in Tarn, won the race.", "Dolny lives in Quarne."),
        ("Marek Dolny of Tarn won the race.", "Dolny was born in Quarne."),
        ("Marek Dolny, from Tarn, won the race.", "Jan Dolny, from Quarne, was third."),
        ("Marek Dolny was born in Tarn.", "Dolny, born in the province of Estria, has two dogs."),
        ("Marek Dolny, of the Holm Club, won the race.", "Dolny, from Quarne, has two dogs."),
        ("Marek Dolny lived in Tarn until 2010.", "Dolny lives in Quarne."),
        ("Marek Dolny, from Tarn, won the race.", "Dolny came from Quarne by train on Sunday."),
        ("The ship was bound for Lisbon when it ran aground.", "The ship had left Cadiz on Monday."),
        ("The ship was bound for Lisbon when it ran aground.", "The ship was diverted and is now heading for Cadiz."),
        ("The ferry was travelling from Holm to Tarn.", "The ferry was travelling from Tarn to Holm on Monday."),
        ("One lorry was headed to Tarn.", "Another lorry was on the way to Quarne."),
        ("The fire was caused by a faulty heater.", "A cigarette did not cause the fire."),
        ("The fire was caused by a faulty heater.", "The fire caused a power failure."),
        ("Police at first blamed the fire on a cigarette.", "The fire was caused by a faulty heater, the fire service found later."),
        ("The fire of 1990 was caused by a faulty heater.", "The fire on Sunday was caused by a cigarette."),
        ("The fire may have been caused by a cigarette.", "The fire was caused by a heater."),
        ("Fire can be caused by a heater.", "The fire was caused by a cigarette."),
        ("The crash caused a long delay.", "Fog caused the crash."),
        ("The crash was due to fog.", "The crash was due to poor visibility in fog."),
        ("The missile was aimed at the depot.", "The missile hit the school."),
        ("The attackers targeted the depot.", "The club's target was the title."),
        ("The company is based in Tarn.", "The company has an office in Quarne."),
        ("The museum is in Tarn.", "The museum, in the old harbor, opens at nine."),
        ("The company, based in Tarn, makes glass.", "The company was based in Quarne until 2010."),
        ("The museum is in Tarn.", "The museum is in danger."),
        ("The meeting in May was held in Tarn.", "The meeting in June will be held in Quarne."),
        ("Marek Dolny was found in the cellar.", "The gun was found in the attic."),
        ("The hall was designed by Helga Moss.", "The hall was built by Pieter Aldous."),
        ("The book was written by Helga Moss.", "The foreword was written by Pieter Aldous."),
        ("The hall was designed by Helga Moss and Pieter Aldous.", "Pieter Aldous designed the hall."),
        ("Marek Dolny and his brother, Jan Dolny, ran the shop.", "Otto Dolny, Marek Dolny's cousin, closed it."),
        ("Marek Dolny's wife, Irma, was in the car.", "Otto Tobak's wife, Helga, was unhurt."),
        ("Marek Dolny's sister, Irma, was in the car.", "Dolny's sister, Helga, was unhurt."),
        ("Marek Dolny's first wife, Irma, was in the car.", "Dolny's second wife, Helga, was unhurt."),
        ("Irma Falk, a nurse, found the boat.", "Falk, a mother of two, has two dogs."),
        ("Irma Falk, a former nurse, found the boat.", "Falk, a teacher, has two dogs."),
        ("Irma Falk, a nurse, found the boat.", "Jan Falk, a teacher, has two dogs."),
    ],
)
def test_near_misses_are_let_alone(manager: Manager, first: str, last: str) -> None:
    assert flags(manager, first, last) == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The river Wenfold burst its banks on Saturday.", "On Sunday the Wennfold had gone back into its bed."),
        ("Catherine Dolny opened the bridge.", "Katherine Dolny wore boots."),
        ("Prosecutor Helga Brandmann asked for six years.", "The judge called Brandman's case weak."),
    ],
)
def test_names_beside_their_kind_and_doubled_endings_are_variants(manager: Manager, first: str, last: str) -> None:
    assert "name-spelling" in flags(manager, first, last)


def test_a_pronoun_takes_up_the_opening_and_not_a_second_person(manager: Manager) -> None:
    assert flags(manager, "The mill burned down. It belongs to Halden Lines.", "The mill is owned by the Brockway Group.")
    assert not flags(manager, "Ida Falk met Otto Tobak. He is 44.", "Ida Falk, 47, has two dogs.")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The bridge was built by Halden Works.", "The bridge was built by hand."),
        ("The president of France, Jean Moll, met the president of Estria, Ida Cord.", "President Moll did not speak."),
        ("Police said the attack was aimed at tourists.", "The attack was aimed at stirring fear."),
        ("Ida Cord, 19, plays the piano. Her teacher, 64, is proud.", "The pianist, 64, wept."),
        ("The conference is in Tarn.", "The conference is in English."),
    ],
)
def test_other_senses_of_the_same_words_are_let_alone(manager: Manager, first: str, last: str) -> None:
    assert flags(manager, first, last) == []
