from __future__ import annotations

from factcheck.language.tokens import Tokens

TEXT = "The ferry left. The Ferry came back, the ferry’s late – at 17:00, A.D. Holm`s clerk said."


def test_words_and_offsets_say_the_same() -> None:
    tokens = Tokens(TEXT)
    assert [TEXT[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert tokens.lower == Tokens.folded(tokens.words)
    assert "ferry's" in tokens.lower and "17:00" in tokens.words
    assert len(tokens) == len(tokens.words) == len(tokens.lower)


def test_equal_words_are_one_string_so_that_a_long_article_fits_in_memory() -> None:
    tokens = Tokens(TEXT)
    assert len({id(w) for w in tokens.words if w == "The"}) == 1
    assert len({id(w) for w in tokens.lower if w == "ferry"}) <= 2


def test_tokens_of_a_span_and_at_an_offset() -> None:
    tokens = Tokens(TEXT)
    assert [tokens.words[i] for i in tokens.within(4, 15)] == ["ferry", "left", "."]
    assert tokens.words[tokens.at(5)] == "ferry"
    assert tokens.at(len(TEXT)) == len(tokens)
    assert len(Tokens("")) == 0 and list(Tokens("").within(0, 5)) == []
