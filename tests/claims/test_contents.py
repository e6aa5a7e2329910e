"""Contents that need their frame."""

from __future__ import annotations

import pytest

from factcheck.claims.contents import names_it


@pytest.mark.parametrize(("text", "wanted"), [
    ("everything he did", True),
    ('"everything she knew."', True),
    ("everything he did was legal", False),
    ("everything he told the police in May", False),
    ("he did it", False),
    ("nothing happened", False),
])  # fmt: skip
def test_a_thing_with_its_relative(letters, text, wanted):
    from factcheck.language.tokens import Tokens

    tokens = Tokens(text)
    assert names_it(list(tokens.lower), letters(text)) is wanted
