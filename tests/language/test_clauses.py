"""Letters of clause words, by their neighbours."""

from __future__ import annotations

import pytest

from factcheck.language.clauses import ClauseWords, mark
from factcheck.language.lexicon import load_packaged
from factcheck.language.tokens import Tokens

WORDS = ClauseWords(load_packaged("clauses"))


def letter(text: str, word: str) -> str:
    tokens = Tokens(text)
    return mark(tokens, WORDS, [(0, len(text))])[tokens.words.index(word)]


CASES = [
    ("The film features singers.", "features", "F"),
    ("New rules outfox the board.", "outfox", "F"),
    ("While attached to its wall, it hummed.", "attached", "R"),
    ("Slow bargaining resumes.", "resumes", "F"),
    ("That bridge fell.", "That", "d"),
    ("He said that bridges fell.", "that", "r"),
    ("The storm hit the coast and caused floods.", "caused", "F"),
    ("The boy injured in the crash was flown home.", "injured", "R"),
    ("The boy was injured in the crash.", "injured", "K"),
    ("The alleged plot failed.", "alleged", "R"),
    ("The show runs through May.", "runs", "F"),
    ("Two runs were scored.", "runs", "n"),
    ("They plan a strike.", "plan", "F"),
    ("They want to plan it.", "plan", "I"),
    ("The plan failed.", "plan", "n"),
    ("He will run.", "run", "I"),
    ("The police closed the road.", "closed", "F"),
    ("Rain fell in May.", "May", "N"),
    ("The building burned.", "building", "n"),
    ("A hundred men came.", "hundred", "m"),
    ("A book taken from the shelf was lost.", "taken", "R"),
]


@pytest.mark.parametrize(("text", "word", "wanted"), CASES)
def test_letters(text, word, wanted):
    assert letter(text, word) == wanted


def test_one_letter_a_token_and_nothing_outside():
    tokens = Tokens("One fell. Two rose.")
    letters = mark(tokens, WORDS, [(0, 9)])
    assert len(letters) == len(tokens)
    assert set(letters[3:]) == {"."}
