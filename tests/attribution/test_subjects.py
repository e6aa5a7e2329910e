"""Subjects across what stands between them and their verb."""

from __future__ import annotations


def test_an_age_between_commas_is_no_speaker(builtin_manager) -> None:
    from factcheck.plugin.testing import make_worksheet

    sheet = make_worksheet(
        "The firm met on Monday.\n\nMarsh, 46, who took over in 2021, denied that any customer had left.\n", builtin_manager
    )
    assert [c.attribution.source for c in sheet.claims if c.attribution] == ["Marsh"]
