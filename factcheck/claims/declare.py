"""Says of a sentence that it holds nothing to check, and why. Strict: a sentence with a number, date or amount is never declared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.claims.phrases import phrase_pattern
from factcheck.language.gate import Gated
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

HARD = frozenset({"number", "quantity", "money", "percent", "date", "time", "age", "duration"})
_AMOUNTS = frozenset({"quantity", "money", "percent", "age"})
NAMES = frozenset({"person", "organization", "place", "name"})
_TIMES = frozenset({"date", "time", "duration"})
_EXACT = compiled(r"\d|day\b|january|february|\bmarch\b|april|\bmay\b|june|july|august|september|october|november|december|year|century")
"""A time by the calendar or the clock; "now" and "this time" by themselves are nothing to check."""
_CONTACT = compiled(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,255}\.[\w.-]+|(?:https?://|www\.)\S+|\+?\(?\d[\d ()-]{6,18}\d")
"""Addresses and telephone numbers: no figures to check in an appeal."""
_OTHER = frozenset({"another", "other", "different", "own", "further", "more"})
_LABEL = compiled(r"[^\s:]+(?:\s+[^\s:]+){0,3}\s*:$")
_CLAUSE = frozenset("AFX")
_NO_WORDS = str.maketrans("", "", ',;:.-()"')
_BROKEN = frozenset("RK")  # participles of a headline that leaves out its auxiliary
_POINTING = frozenset({"there", "here", "this", "that", "these", "those", "what"})


@dataclass(frozen=True, slots=True)
class Nothing:
    """The patterns of the lexicon "nothing"."""

    interjections: Gated
    ends: tuple[str, ...]
    imperatives: frozenset[str]
    wishes: Gated
    navigation: Gated
    navigation_start: Gated
    transitions: Gated
    transition_nouns: frozenset[str]
    judgement: Gated
    generic: Gated
    page_things: Gated
    page_acts: Gated
    page_leads: Gated
    general: Gated
    attitudes: Gated
    telling: frozenset[str]
    turns: Gated
    musings: Gated
    asked: Gated


def nothing(lexicon: Mapping[str, Any]) -> Nothing:
    """Compile the lexicon "nothing"."""
    judgement = [
        f for w in lexicon["judgement"] for f in (w, f"{w}r" if w.endswith("e") else f"{w}er", f"{w}st" if w.endswith("e") else f"{w}est")
    ]
    return Nothing(
        phrase_pattern(lexicon["interjections"], "start"),
        tuple(lexicon["sarcastic_ends"]),
        frozenset(lexicon["imperatives"]),
        phrase_pattern(lexicon["wishes"]),
        phrase_pattern(lexicon["navigation"], "whole"),
        phrase_pattern([f"{w}:" for w in lexicon["navigation"] if " " not in w and w.isalpha()] + ["%d", "©"], "start"),
        phrase_pattern(lexicon["transitions"], "start"),
        frozenset(lexicon["transition_nouns"]),
        phrase_pattern(judgement),
        phrase_pattern([f"{lead}{w}" for w in lexicon["generic"] for lead in ("", "now ", "so ", "and ", "but ", "well, ")], "start"),
        phrase_pattern(lexicon["page_things"]),
        phrase_pattern(lexicon["page_acts"]),
        phrase_pattern(lexicon["page_leads"], "start"),
        phrase_pattern([f"{lead}{w}" for w in lexicon["general_subjects"] for lead in ("", "but ", "yet ", "still, ", "so ")], "start"),
        phrase_pattern(lexicon["attitudes"]),
        frozenset(lexicon["other_accounts"]),
        phrase_pattern([f"{lead}{w}" for w in lexicon["turns"] for lead in ("", "but ", "and ", "yet ", "now ")], "whole"),
        phrase_pattern(lexicon["musings"], "start"),
        phrase_pattern(lexicon["asked"]),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """What the rules look at.

    Args:
        text: the sentence.
        words: its tokens in lower case.
        letters: their letters (``language.clauses``).
        kinds: the kinds of the details in it.
        block: kind of its block.
        alone: whether it is the only sentence of its block.
        quoted: whether it is what somebody is quoted or reported to say.
        section: whether it is the heading of a section.
    """

    text: str
    words: Sequence[str]
    letters: str
    kinds: frozenset[str]
    block: str
    alone: bool
    quoted: bool
    section: bool = False

    @property
    def hard(self) -> bool:
        """Whether it holds a number, a date or an amount."""
        return bool(self.kinds & HARD)

    @property
    def bare(self) -> bool:
        """Whether it holds no number, date, name or superlative."""
        return not self.kinds & (HARD | NAMES | {"superlative"}) and "N" not in self.letters.lstrip('"(-,.')[1:]

    @property
    def states(self) -> bool:
        """Whether it has a finite verb."""
        return any(c in _CLAUSE for c in self.letters)


def look(
    text: str, words: Sequence[str], letters: str, details: Sequence[Detail], block: str, alone: bool, quoted: bool, section: bool = False
) -> Look:
    """Gather what the rules look at; arguments as in ``Look``."""
    said = frozenset(d.kind for d in details if d.kind not in _TIMES or _EXACT.search(d.text.lower()))
    return Look(text.strip(), words, letters, said, block, alone, quoted, section)


def reason(see: Look, lexicon: Nothing) -> str | None:
    """The reason code of a sentence that holds nothing to check, or None.

    Args:
        see: the sentence.
        lexicon: the compiled words.
    """
    lower = see.text.lower().replace("’", "'")
    size = len(see.letters.translate(_NO_WORDS))
    if not size:
        return "navigation"
    if lexicon.navigation.match(lower) or (lexicon.navigation_start.match(lower) and not see.states):
        return "navigation"
    if see.section and _titles(see, lower, size, lexicon):
        return "heading"
    if see.block in ("headline", "standfirst") and see.states:
        return None
    if see.text.rstrip("\"'”’ )").endswith("?") and not see.hard and not _STOP_INSIDE.search(see.text[:-2]):
        return "sarcasm" if lower.endswith(lexicon.ends) and see.states and not _asks(see) else "question"
    if lexicon.interjections.match(lower) and not see.hard:
        return "sarcasm"
    digits = any(map(str.isdigit, _CONTACT.sub("", lower)))
    if not digits and (not see.kinds & _AMOUNTS or _CONTACT.search(lower)) and _appeals(see, lexicon):
        return "call_to_action"
    if not see.states and not digits and _CONTACT.search(lower) and size <= 12:
        return "navigation"
    if see.hard:
        other = any(c == "n" and "." not in w and w not in ("am", "pm") for w, c in zip(see.words, see.letters, strict=True))
        moment = see.alone and not see.states and size <= 4 and see.kinds <= {"date", "time"} and not other
        return "dateline" if moment else None
    if not see.states and see.text.endswith(":") and size <= 6:
        return "frame_only"
    if see.text.endswith(":") and size <= 14 and "superlative" not in see.kinds and see.letters.rstrip(":.")[-1:] in ("A", "t", "b"):
        return "frame_only"  # "The company will:"
    if size <= 2 and see.bare and not see.states and see.quoted:
        return "fragment"
    if not see.states and see.alone and size <= 4 and see.block == "paragraph" and not see.kinds & (NAMES | {"superlative"}):
        return "heading"
    if not see.states and not see.quoted and see.block not in ("headline", "standfirst", "caption", "table", "list_item"):
        if _LABEL.match(see.text) and size <= 4 and see.bare:
            return "heading"
        if see.bare and size <= 5:
            return "heading" if see.alone else "transition" if any(w in lexicon.transition_nouns for w in see.words) else "fragment"
    if (
        any(w in lexicon.transition_nouns for w in (*see.words[:3], *see.words[-4:]))
        and size <= 8
        and not see.states
        and see.block == "paragraph"
    ):
        return "transition"
    if see.block not in ("headline", "standfirst") and not see.quoted:
        if size <= 14 and _about_page(lower, lexicon):
            return "navigation"
        if see.bare and size <= 8 and _hands_over(see, lower, lexicon):
            return "transition"
        if see.bare and size <= 20 and lexicon.musings.match(lower):
            return "opinion_only"
    if see.bare and size <= 3 and lexicon.turns.match(lower):
        return "fragment"
    if see.bare and lexicon.asked.search(lower[:60]) and lexicon.general.match(lower):
        return "call_to_action"
    if size <= 12 and ((see.bare and lexicon.transitions.match(lower)) or _leads_over(see, lexicon, size)):
        return "transition"
    if see.bare and size <= 25 and lexicon.generic.match(lower) and (lexicon.judgement.search(lower) or _wishes(lower, lexicon)):
        return "opinion_only"
    return None


def _titles(see: Look, lower: str, size: int, lexicon: Nothing) -> bool:
    """Whether the heading of a section only names what follows: "Key figures", "What we know so far"; "Trains cancelled" tells."""
    if see.hard or see.quoted or "superlative" in see.kinds or set(see.letters) & _BROKEN:
        return False
    return not see.states or (see.bare and (size <= 2 or lexicon.transitions.match(lower) is not None))


_STOP_INSIDE = compiled(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])\.(?!\w)")  # a statement before the question


def _about_page(lower: str, lexicon: Nothing) -> bool:
    """What is done with the page: "This page is no longer updated"."""
    return bool(lexicon.page_leads.match(lower) and lexicon.page_things.search(lower) and lexicon.page_acts.search(lower))


def _hands_over(see: Look, lower: str, lexicon: Nothing) -> bool:
    """A line that only leads to what comes next: "Not everybody is convinced", "The neighbours tell another story", "That may change"."""
    if lexicon.turns.match(lower) or (lexicon.general.match(lower) and lexicon.attitudes.search(lower)):
        return True
    told = any(w in lexicon.telling for w in see.words)
    return told and any(w in lexicon.transition_nouns for w in see.words[-4:]) and any(w in _OTHER for w in see.words)


def _asks(see: Look) -> bool:
    """Question order: an auxiliary or a question word first."""
    return see.letters[:1] in ("A", "r") or (see.letters[1:2] == "A" and see.letters[:1] in ("r", "c"))


def _wishes(lower: str, lexicon: Nothing) -> bool:
    match = lexicon.wishes.search(lower)
    return match is not None and match.start() <= 25


def _appeals(see: Look, lexicon: Nothing) -> bool:
    """An imperative at the start, or after "if you …,"."""
    words, letters = see.words, see.letters
    i = 0
    while i < len(words) and letters[i] in 'a"-(,c':
        i += 1
    if words[i : i + 1] == ["if"] and "you" in words[i + 1 : i + 3] and "," in letters:
        i = letters.index(",", i) + 1
        while i < len(words) and letters[i] == "a":
            i += 1
    if i >= len(words):
        return False
    word = words[i]
    if word not in lexicon.imperatives or (letters[i] in "AF" and i and word not in ("don't", "let")):
        return False
    if word in ("please", "don't", "let's", "let"):
        return True
    following = letters[i + 1 : i + 2]
    return (
        (following in tuple("dpqturmaN") or words[i + 1 : i + 2] in (["us"], ["me"], ["them"]))
        and not any(c in _CLAUSE for c in letters[i + 1 : i + 4])
        and word != "note"
    )


def _leads_over(see: Look, lexicon: Nothing, size: int) -> bool:
    """A short sentence about the text itself: its accounts, reactions, examples."""
    words = [w for w, c in zip(see.words, see.letters, strict=True) if c not in ',;:.-()"']
    if size > 9 or not see.states or not any(w in lexicon.transition_nouns for w in words):
        return False
    near = words[:4] if words[0] not in _POINTING and len(words) > 5 else words
    if see.bare and any(w in lexicon.transition_nouns for w in near):
        return True
    return words[-1] in lexicon.transition_nouns and any(w in _OTHER for w in words[-3:-1])
