"""What a story has once: the weapon, the flight, the way in, in shapes that differ; what is left alone."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet

RULE = "one-story-two-values"


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def fires(manager: Manager, first: str, last: str) -> bool:
    sheet = make_worksheet(f"{first}\n\nRain is forecast for the weekend.\n\n{last}", manager)
    return RULE in {x.rule for x in sheet.contradictions}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("A clerk was threatened on Friday with a pistol.", "The hammer used in the raid lay in a hedge."),
        ("The man was brandishing a machete.", "He held the cashier at gunpoint, a neighbour said."),
        ("The thieves fled across the fields on a scooter.", "The police found the van in which they fled."),
        ("The men made off on a scooter.", "Anyone who saw the thieves' old green van, in which they fled, is asked to call."),
        ("The missile was fired from a submarine.", "A bomber of the air force had launched the missile."),
        ("The men made off in a stolen red car.", "They escaped on foot, a neighbour said."),
        ("The missile was fired from a submarine.", "A destroyer had launched the missile, the navy said."),
        ("The burglars got into the shop through a skylight.", "The thieves had broken in; they entered through the cellar."),
        ("A roofer fell to his death from a ladder.", "The roofer had fallen from the scaffolding, his wife said."),
        ("A girl was hit on Sunday by a lorry.", "The girl was run over by a bus, her teacher said."),
        ("A hiker was mauled by a bear.", "The hiker had been attacked by a wolf, the ranger said."),
        ("The blaze broke out in the attic.", "The fire had started in the cellar, an expert said."),
    ],
)
def test_two_values_of_one_story_conflict(manager: Manager, first: str, last: str) -> None:
    assert fires(manager, first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("A clerk was threatened with a revolver.", "The gun used in the raid lay in a hedge."),
        ("A clerk was threatened with a pistol.", "Another was threatened with a hammer."),
        ("A clerk was threatened with a pistol.", "He had not been threatened with a hammer."),
        ("A clerk was threatened with a pistol.", "The clerk may have been threatened with a hammer."),
        ("A clerk was threatened with a pistol.", "A hammer lay in the window of the shop."),
        ("A clerk was threatened with a pistol.", "A cook was stabbed with a knife. A guard was hit with a hammer."),
        ("A clerk was attacked with a knife.", "He has a rifle wound from the war."),
        ("The blaze broke out in the attic.", "The meeting began in the cellar."),
    ],
)
def test_other_cases_and_other_words_for_one_value_are_let_alone(manager: Manager, first: str, last: str) -> None:
    assert not fires(manager, first, last)
