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
