from __future__ import annotations

from factcheck.model.claim import Claim, fingerprint
from factcheck.worksheet.match import match


def claims(*texts: str, gap: int = 2) -> list[Claim]:
    out, at = [], 0
    for n, text in enumerate(texts, 1):
        out.append(Claim(id=f"C{n:03}", fingerprint=fingerprint(text), text=text, start=at, end=at + len(text), sentence=n, block=1))
        at += len(text) + gap
    return out


def ids(old: list[Claim], new: list[Claim]) -> dict[str, str]:
    return {p.new.id: p.old.id for p in match(old, new)}


def test_twins_keep_their_order_and_a_lost_one_is_the_one_that_is_gone() -> None:
    old = claims("He declined.", "The mill closed in 1990.", "He declined.", "The bridge opened.", "He declined.")
    assert ids(old, claims(*(c.text for c in old))) == {c.id: c.id for c in old}
    shorter = claims("The mill closed in 1990.", "He declined.", "The bridge opened.", "He declined.")
    assert {ids(old, shorter)[i] for i in ("C002", "C004")} < {"C001", "C003", "C005"}


def test_a_claim_that_becomes_a_twin_takes_nobody_s_place() -> None:
    old = claims("The school has 12 pupils.", "The mill closed in 1990.", "The school has 17 pupils.")
    new = claims(
        "A fire broke out in the old harbour.", "The school has 17 pupils.", "The mill closed in 1990.", "The school has 17 pupils."
    )
    assert ids(old, new) == {"C002": "C001", "C003": "C002", "C004": "C003"}


def test_a_claim_of_common_words_is_found_by_its_place() -> None:
    sentence = "The town paid {} workers in {}."
    old = claims(*(sentence.format(n, 1900 + n) for n in range(10, 40)))
    new = claims(*(sentence.format(77 if n == 20 else n, 1977 if n == 20 else 1900 + n) for n in range(10, 40)))
    assert ids(old, new) == {c.id: c.id for c in old}


def test_another_claim_is_no_pair() -> None:
    assert ids(claims("The mill closed in 1990."), claims("Nobody asked the children of Harrow.")) == {}


def test_what_is_known_already_is_not_guessed() -> None:
    old, new = claims("The mill closed.", "The mill opened."), claims("The mill opened.", "The mill closed.")
    pairs = match(old, new, {"C001": "C001"})
    assert {p.new.id: p.old.id for p in pairs} == {"C001": "C001", "C002": "C002"}


def test_two_equally_likely_claims_are_told() -> None:
    old = claims("The lift in the north tower failed on Monday.", "The lift in the south tower failed on Monday.")
    (pair,) = match(old, claims("The lift in the east tower failed on Monday."))
    assert pair.tie is not None and {pair.old.id, pair.tie} == {"C001", "C002"}
