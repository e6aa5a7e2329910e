"""What one person is, twice: nationality, party, trade, rank, position, family; near misses that are let alone."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet

RULE = "one-person-two-descriptions"


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def fires(manager: Manager, first: str, last: str) -> bool:
    sheet = make_worksheet(f"{first}\n\nRain is forecast for the weekend.\n\n{last}", manager)
    return RULE in {x.rule for x in sheet.contradictions}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("The Hungarian cellist Ilka Szend will play in Tarn.", "Szend, who is Polish, has never played there."),
        ("The Hungarian-born cellist Ilka Szend will play in Tarn.", "The Polish-born cellist lives in Wick."),
        ("Lord Ames, a Conservative, and Otto Brell, a Democrat, spoke.", "The Republican senator Otto Brell went home."),
        ("Otto Brell, a plumber, found the ring.", "Brell is a baker and has two sons."),
        ("Sergeant Otto Brell found the boat.", "Lieutenant Otto Brell had searched all night."),
        ("The soprano Ilka Szend sang.", "Szend, a mezzo-soprano, was applauded."),
        ("Otto Brell, the girl's uncle, found her.", "Brell, her grandfather, wept."),
        ("The health minister, Otto Brell, resigned.", "Brell, as transport minister, had built four bridges."),
        ("The minister of transport, Otto Brell, resigned.", "Brell, the health minister, has built four bridges."),
        ("Otto Brell, a plumber, found the ring.", "Brell works as a baker and has two sons."),
        ("Otto Brell, a plumber, found the ring.", "Brell, who has been a baker for years, has two sons."),
        ("Ilka Szend, a lecturer at Tarn College, sang.", "Szend, who is a professor of law at Wick University, was pleased."),
        ("Ilka Szend, the first author and a lecturer at Tarn College, sang.", "Szend, a professor of law at Wick University, wept."),
        ("Ilka Szend, the mayor of Tarn, sang.", "Szend, mayor of Wick, was pleased."),
        ("The swimmer Ilka Szend won. She is the first Kenyan to win the cup.", "The Ghanaian has never lost."),
        ("Otto Brell, the mayor's father-in-law, spoke.", "Brell, her brother-in-law, wept."),
    ],
)
def test_two_descriptions_of_one_person_conflict(manager: Manager, first: str, last: str) -> None:
    assert fires(manager, first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Otto Brell, a former plumber, found the ring.", "Brell is a baker and has two sons."),
        ("Otto Brell, a plumber, found the ring.", "Ida Brell, a baker, bought it."),
        ("The Scottish cellist Ilka Moir will play in Tarn.", "Moir is a British subject."),
        ("The Hungarian cellist Ilka Szend will play in Tarn.", "The Polish ambassador will be there."),
        ("Otto Brell, a plumber and part-time fireman, found the ring.", "The fireman has two sons."),
        ("Otto Brell, brother of the mayor, found the ring.", "Brell, father of four, has two dogs."),
        ("Ilka Szend, a lecturer at Tarn College, sang.", "Szend, who is a professor of law at the University of Tarn, was pleased."),
        ("Otto Brell, a plumber and a fireman, found the ring.", "Brell, a plumber, has two sons."),
        ("The swimmer Ilka Szend won.", "The Swiss have never lost. The Canadian team lost."),
        ("Finance minister Otto Brell resigned.", "Brell, the deputy prime minister, has two dogs."),
    ],
)
def test_what_one_person_may_well_be_is_let_alone(manager: Manager, first: str, last: str) -> None:
    assert not fires(manager, first, last)
