"""Front matter: YAML's plain forms and TOML."""

from __future__ import annotations

import pytest

from factcheck.readers.frontmatter import FrontMatter, front_matter


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        ("---\nauthor: Ann Roe # staff\n---\n", "Ann Roe"),
        ("---\nauthors:\n  - Ann Roe\n  - 'Bo Lind'\n---\n", "Ann Roe, Bo Lind"),
        ('---\nauthor: ["Ann Roe", Bo Lind]\n...\n', "Ann Roe, Bo Lind"),
        ('+++\nauthor = "Ann Roe"\n+++\n', "Ann Roe"),
        ('+++\n[[authors]]\nname = "Ann Roe"\n+++\n', "Ann Roe"),
    ],
)
def test_bylines(text: str, byline: str) -> None:
    assert front_matter(text).byline == byline


def test_lines_count_up_to_the_closing_fence() -> None:
    assert front_matter("---\ntitle: A\n---\nText").lines == 3


def test_a_date_that_is_none_is_left_out() -> None:
    assert front_matter("---\ntitle: A\ndate: soon\n---\n").published is None
    assert front_matter("+++\ndate = 2024-05-03\n+++\n").published == "2024-05-03"


@pytest.mark.parametrize("text", ["", "Text", "---\ntitle: never closed", "---\nno keys here\n---\n"])
def test_no_front_matter(text: str) -> None:
    assert front_matter(text) == FrontMatter()
