"""A widow with a husband, a bachelor with a wife, an only child with a sister; what was once so is let alone."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.testing import make_worksheet

RULE = "status-excludes-kin"


@pytest.fixture(scope="module")
def manager() -> Manager:
    return create_manager(entry_points=False)


def fires(manager: Manager, first: str, last: str) -> bool:
    sheet = make_worksheet(f"{first}\n\nRain is forecast for the weekend.\n\n{last}", manager)
    return RULE in {x.rule for x in sheet.contradictions}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Irma Falk, a widow, runs the mill.", "Her husband carries the sacks, and Falk counts them."),
        ("Otto Tobak, a bachelor of 60, runs the mill.", "Tobak's wife counts the sacks."),
        ("Irma Falk, a teacher who was divorced, ran the mill.", "A card came from her husband, with whom she lived in Tarn."),
        ("Irma Falk, an only child, runs the mill.", "Falk said that her sister would count the sacks."),
        ("Irma Falk, who is childless, runs the mill.", "Her daughter counts the sacks, and Falk carries them."),
    ],
)
def test_what_somebody_is_excludes_whom_he_or_she_has(manager: Manager, first: str, last: str) -> None:
    assert fires(manager, first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Irma Falk, a widow, runs the mill.", "Her late husband built it, and Falk counts the sacks."),
        ("Irma Falk, a widow, runs the mill.", "Her husband built it in 1970, and Falk counts the sacks."),
        ("Irma Falk, a widow, runs the mill.", "Otto Tobak came. His wife counts the sacks."),
        ("Otto Tobak, a bachelor, runs the mill.", "Tobak has no wife."),
        ("Irma Falk, a divorced teacher, runs the mill.", "Her former husband counts the sacks, and Falk carries them."),
    ],
)
def test_what_was_once_so_or_is_of_others_is_let_alone(manager: Manager, first: str, last: str) -> None:
    assert not fires(manager, first, last)
