"""Judges what became of a claim's wording: a comma must not reset a row; a digit, a negation, a hedge, a source or a quoted letter must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from factcheck.language.lexicon import load_packaged
from factcheck.model.claim import Claim
from factcheck.model.light import dataclass
from factcheck.worksheet.match import words
from factcheck.worksheet.recut import plain, signs

NAMES = ("person", "organization", "place", "name", "title")
SPELLING = 4
"""A word shorter than this is never taken for a misspelling of another: not/now, may/way."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim.

    Args:
        outcome: same, reworded (the status stays, look again) or changed (the status is reset).
        why: what differs, in words; '' for same.
        diff: the word difference, '[-old-]{+new+}'; '' for same.
    """

    outcome: str
    why: str = ""
    diff: str = ""


@cache
def meaning() -> frozenset[str]:
    """Words that never count as misspelt: lexicon ``meaning``."""
    return frozenset(word for words_ in load_packaged("meaning").values() for word in words_)


def judge(old: Claim, new: Claim) -> Change:
    """Compare two wordings of one claim with their sources and details."""
    if source(old) != source(new):
        return Change(
            "changed", f"the source was {source(old) or 'the article'}, now {source(new) or 'the article'}", diff(old.text, new.text)
        )
    if " ".join(old.text.split()) == " ".join(new.text.split()):
        return Change("same")
    why = _quoted(old, new) or _details(old, new) or _wording(old, new)
    shown = diff(old.text, new.text)
    return Change("changed", why, shown) if why else Change("reworded", "punctuation, capitals or spelling", shown)


def source(claim: Claim) -> str:
    """The source's name, or '' for the article's own voice."""
    return claim.attribution.source if claim.attribution else ""


def diff(old: str, new: str) -> str:
    """The word difference of two texts.

    >>> diff("killed 62 soldiers", "killed 80 soldiers")
    'killed [-62-]{+80+} soldiers'
    """
    a, b = words(old), words(new)
    out: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            out.append(" ".join(a[i:j]))
        else:
            out.append((f"[-{' '.join(a[i:j])}-]" if j > i else "") + (f"{{+{' '.join(b[k:m])}+}}" if m > k else ""))
    return " ".join(filter(None, out))


def _quoted(old: Claim, new: Claim) -> str:
    before, after = quoted(old), quoted(new)
    return "a quoted letter changed" if before != after else ""


def quoted(claim: Claim) -> str:
    """The quoted words of a claim: its quotation details, or all of it where it is direct speech without marks of its own."""
    own = [d.text for d in claim.details if d.kind == "quotation"]
    if not own and claim.attribution and claim.attribution.quotation == "direct":
        own = [claim.text]
    return "\n".join(" ".join(text.split()) for text in own)


def _details(old: Claim, new: Claim) -> str:
    """Details that are not the same in value (numbers, dates …) or in letters (names)."""
    before, after = Counter(_facts(old)), Counter(_facts(new))
    gone, come = list((before - after).elements()), list((after - before).elements())
    if not gone and not come:
        return ""
    shown = " / ".join(", ".join(t for _, _, t in side) or "nothing" for side in (gone, come))
    return f"a detail changed: {shown}"


def _facts(claim: Claim) -> Iterator[tuple[str, str, str]]:
    for d in claim.details:
        if d.kind in NAMES:
            yield d.kind, d.text, d.text
        elif d.kind not in ("quotation", "link"):
            v = d.value
            value = f"{v.number} {v.high} {v.unit} {v.approx} {v.date} {v.weekday} {v.time}" if v else plain(d.text)
            yield d.kind, value, d.text if v is None else plain(d.text)


def _wording(old: Claim, new: Claim) -> str:
    """The first difference of words that is more than punctuation, capitals or one misspelt letter."""
    a, b = ([w for w in words(c.text) if w[0].isalnum()] for c in (old, new))  # a comma that moved must not pass for a word that moved
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        before, after = a[i:j], b[k:m]
        if tag == "equal" or [w.casefold() for w in before] == [w.casefold() for w in after]:
            continue
        if len(before) == len(after) and all(x.casefold() == y.casefold() or misspelt(x, y) for x, y in zip(before, after, strict=True)):
            continue
        return f"the wording changed: {' '.join(before) or 'nothing'} / {' '.join(after) or 'nothing'}"
    return "a sign changed" if signs(old.text) != signs(new.text) else ""


def misspelt(a: str, b: str) -> bool:
    """Whether two words are one letter apart and neither is a name, a number or a word that turns the meaning.

    >>> misspelt("recieved", "received"), misspelt("legal", "illegal"), misspelt("could", "would")
    (True, False, False)
    """
    if not (a.islower() and b.islower() and a.isalpha() and b.isalpha()) or min(len(a), len(b)) < SPELLING:
        return False
    return a[0] == b[0] and not meaning() & {a, b} and _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    """One letter more, less, other, or two neighbours swapped."""
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_a[1:] == rest_b or rest_a == rest_b[1:] or rest_a[1:] == rest_b[1:]
