"""Facts told in passing inside a frame."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("“The pens are full,” said Ann Roe, who keeps 40 goats.", "said Ann Roe, who keeps 40 goats", ["who keeps 40 goats"]),
        (
            "“The pens are full,” said Ann Roe, who keeps 40 goats and sold three of them.",
            "said Ann Roe, who keeps 40 goats and sold three of them",
            ["who keeps 40 goats", "sold three of them"],
        ),
        (
            "The pens are full, according to a study, which was paid for by the farm.",
            "according to a study, which was paid for by the farm",
            ["which was paid for by the farm"],
        ),
        ("“The pens are full,” said Ann Roe, who asked not to be named.", "said Ann Roe, who asked not to be named", []),
        ("“The pens are full,” said Ann Roe of Oldport.", "said Ann Roe of Oldport", []),
    ],
)
def test_a_relative_clause_of_the_frame_is_a_row(desk, text: str, frame: str, expected: list[str]) -> None:
    content = text[: text.index(frame)].strip()
    d = desk(text).says(frame, content, "Ann Roe" if "Ann Roe" in text else "study", cue_span=(text.index(frame), text.index(frame) + 4))
    assert [c for c in d.claims() if c not in (content, content.rstrip(",”").lstrip("“"), content.rstrip(","))] == expected


def test_a_participle_with_a_figure_in_the_frame_is_a_row(desk) -> None:
    d = desk("The study, paid for in 2022 with 40 crowns, found that the pens are full.")
    d.says("The study, paid for in 2022 with 40 crowns, found that", "the pens are full", "The study", cue_span=(44, 49))
    assert d.claims() == ["paid for in 2022 with 40 crowns", "the pens are full"]
    d = desk("The study, paid for by the farm, found that the pens are full.")
    d.says("The study, paid for by the farm, found that", "the pens are full", "The study", cue_span=(33, 38))
    assert d.claims() == ["the pens are full"]
