"""Clock times before the entries of a live page."""

from __future__ import annotations

import pytest

from factcheck.language.stamps import stamp_end


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("14:45 A bus has stopped.", "A bus has stopped."),
        ("9.05am – The gate is open.", "The gate is open."),
        ("UPDATE 09:10 GMT: “We wait,” he said.", "“We wait,” he said."),
        ("14:45 was the hour.", "14:45 was the hour."),
        ("A bus stopped at 14:45 There it stood.", "A bus stopped at 14:45 There it stood."),
        ("25:99 No clock says so.", "25:99 No clock says so."),
    ],
)
def test_the_words_after_a_stamp(text: str, rest: str) -> None:
    assert text[stamp_end(text, 0, len(text)) :] == rest


def test_it_never_looks_beyond_the_block() -> None:
    assert stamp_end("14:45 A bus", 0, 5) == 0
