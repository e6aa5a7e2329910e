"""A gated pattern answers as the pattern itself; it is compiled only where a phrase may stand."""

from __future__ import annotations

import re

import pytest

from factcheck.claims.phrases import phrase_pattern
from factcheck.language.gate import FirstWords, Gated
from factcheck.language.lexicon import load_packaged
from factcheck.readers import triggers

TEXTS = ["", "  (Note: the plan", "no one planned it", "they planed", "At last", "%d", "© 2024 all", "U.S. plan.", "12 comments", "ÉTÉ plan"]
LISTS = [["plan*"], ["no one", "plan"], ["%d", "© "], ["u.s.", "at last"], ["été"], []]


@pytest.mark.parametrize("phrases", LISTS)
@pytest.mark.parametrize("opens", [True, False])
@pytest.mark.parametrize("text", TEXTS)
def test_it_answers_as_its_pattern(phrases: list[str], opens: bool, text: str) -> None:
    def make() -> re.Pattern[str]:
        body = "|".join(re.escape(p.rstrip("*")) + (r"\w*" if p.endswith("*") else r"(?!\w)") for p in phrases) or r"(?!)"
        return re.compile((r"\A\W*" if opens else r"(?<!\w)") + rf"(?:{body})", re.IGNORECASE)

    pattern, gated = make(), Gated(phrases, make, opens=opens)
    assert str(gated.search(text)) == str(pattern.search(text))
    if opens:
        assert str(gated.match(text)) == str(pattern.match(text))
        assert str(gated.fullmatch(text)) == str(pattern.fullmatch(text))


def test_it_is_compiled_where_a_phrase_may_stand() -> None:
    made = []

    def make() -> re.Pattern[str]:
        made.append(1)
        return re.compile(r"\Ano one")

    gated = Gated(["no one"], make, opens=True)
    assert not gated.match("Everyone, no one") and not made
    assert gated.match("no one") and gated.match("no one else") and len(made) == 1


def test_what_opens_with_no_word_is_always_near() -> None:
    assert FirstWords(["%d", "plan"]).within("nothing") and "nothing" in FirstWords(["© "])
    assert not FirstWords([]).within("nothing")


def test_each_phrase_of_the_lexicon_is_found() -> None:
    for kind in ("update", "correction", "comment", "boilerplate"):
        for phrase in load_packaged("blocks")[kind]["starts"]:
            line = phrase.replace("#", "12").replace("…", "one two")
            assert triggers.starting(kind, "starts").match(line), line
    assert phrase_pattern(["plan*"]).search("they planned it") and not phrase_pattern(["plan"]).search("they planned it")
