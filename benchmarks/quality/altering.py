"""Alters one value of a sentence, and tells a sentence again in a different way. Pure: what is drawn comes from the caller's generator.

It never asks the tool what is a name, a date or a number: patterns of its own, and the words of mutants/words.toml.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.spans import Span

FOLDER = Path(__file__).resolve().parent / "mutants"
WORDS = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
SLOT = "\ue000"  # stands where the value was while a sentence is reworded


def any_of(words: list[str] | dict[str, str]) -> str:
    """A pattern for any of these words, as whole words."""
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])"


MONTH = any_of(WORDS["all_months"])
NUMBER = re.compile(rf"(?<![\w.,:$£€/-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?![\w:/-]|[.,]\d| {MONTH})|{any_of(WORDS['numbers'])}(?= [a-z])")
YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
DATE = re.compile(rf"{any_of(WORDS['days'])}|{YEAR.pattern}|(?<=[a-z\d] ){MONTH}")
PLACE = re.compile(rf"(?<= )(?:{'|'.join(WORDS['place_after'])}) ([A-Z][a-z]+)(?![\w’'-]| [A-Z])")
NAME = r"[A-Z][a-z]+ [A-Z][a-z]+(?![\w’'-]| [A-Z])"
PERSON = re.compile(rf"(?<![\w-])(?:{any_of(WORDS['posts'])} ({NAME})|({NAME})(?=,? (?:who|whose|said|says|told|asked|added)\b|, \d\d\b))")
AUXILIARY = re.compile(rf"{any_of(WORDS['auxiliaries'])}()(?! not\b| never\b| no\b)(?= [a-z])")
OPPOSITES = WORDS["opposites"] | {v: k for k, v in WORDS["opposites"].items()}
OPPOSITE = re.compile(any_of(OPPOSITES))
DETERMINED = re.compile(
    r"(?:The|A|An|In|On|At|After|Before|Below|Above|By|Since|During|He|She|They|It|His|Her|Their|Its|But|And|Then"
    r"|All|Many|Some|Most|Th(?:is|at|ese|ose)) "
)
FRONT = re.compile(r"((?:In|On|At|After|During|Before|Since|By) [^,]{3,40}), (.+)$")
END = re.compile(r" ((?:in|on|at|during|after|before|since|near|by) (?:the |a |an |his |her |their )?[\w\ue000 ]{3,30})$")
ADJUNCT = re.compile(r" (?:in|on|at|by|for|with|during|after|from|to) (?:the |a |an )?[\w ]{3,25}$")
INNER = re.compile(r"\b(?:who|which|that|said|says|told|when|if|because|after|before)\b")  # what stands behind it may not come to the front


@dataclass(frozen=True)
class Change:
    """One value of a sentence (``span``, in the sentence), and what is put in its place."""

    span: Span
    new: str


def number(old: str, rest: str, _: random.Random) -> str | None:
    """Another number, plausible where the old one was (``rest``: what follows); None for a year and for one."""
    if old in WORDS["numbers"]:
        return str(WORDS["numbers"][old])
    value = int(old.replace(",", ""))
    if value < 2 or YEAR.fullmatch(old):
        return None
    most = 45 if len(old) < 3 or re.match(" ?(?:%|per ?cent)", rest) else value  # an age or a share stays one
    other = value * 2 if value <= most else value // 2
    return f"{other:,}" if "," in old or other > 9999 else str(other)


def date(old: str, _: str, r: random.Random) -> str:
    """Another weekday, month, or year some years before."""
    if old.isdigit():
        return str(int(old) - r.choice([2, 3, 4, 7]))
    return another(WORDS["days"] if old in WORDS["days"] else WORDS["months"], old, r)


def another(words: list[str], old: str, r: random.Random) -> str:
    """One of the words, not the old one."""
    return r.choice([w for w in words if w != old])


def place(old: str, _: str, r: random.Random) -> str | None:
    """Another place; None for a day or month."""
    return None if old in (*WORDS["days"], *WORDS["all_months"]) else another(WORDS["places"], old, r)


def person(old: str, _: str, r: random.Random) -> str | None:
    """Another person; None where a word of the name is one of institutions and places, a day or a month."""
    other = {*WORDS["no_person"], *WORDS["days"], *WORDS["all_months"]} & set(old.split())
    return None if other else another(WORDS["people"], old, r)


def name(old: str, _: str, r: random.Random) -> str | None:
    """The name with one vowel of its surname exchanged; None where it is no person's or its surname has four letters or fewer."""
    first, surname = old.split()
    inner = [i for i, c in enumerate(surname[:-1]) if i > 1 and c in "aeiou"]
    if person(old, "", r) is None or len(surname) < 5 or not inner:
        return None
    at = r.choice(inner)
    return f"{first} {surname[:at]}{another(list('aeiou'), surname[at], r)}{surname[at + 1 :]}"


KINDS: dict[str, tuple[re.Pattern[str], Callable[[str, str, random.Random], str | None]]] = {
    "number": (NUMBER, number),
    "date": (DATE, date),
    "place": (PLACE, place),
    "person": (PERSON, person),
    "name": (PERSON, name),
    "polarity": (AUXILIARY, lambda _, __, ___: " not"),
    "opposite": (OPPOSITE, lambda old, _, __: OPPOSITES[old]),
}


def change(kind: str, sentence: str, r: random.Random) -> Change | None:
    """One value of this kind altered, at a place drawn by ``r``; None where the sentence has none."""
    pattern, new = KINDS[kind]
    found = []
    for m in pattern.finditer(sentence):
        span = m.span(m.lastindex or 0)  # the group that met, where there is one, else all
        value = new(sentence[slice(*span)], sentence[span[1] :], r)
        if value is not None:
            found.append(Change(span, value))
    return r.choice(found) if found else None


def lower(body: str) -> str:
    """Ready to stand behind a comma: a first word that is no name begins small."""
    return body[0].lower() + body[1:] if DETERMINED.match(body) else body


def shorter(body: str, r: random.Random) -> str:
    """Perhaps without its last part or adjunct, perhaps with a surname alone."""
    adjunct = ADJUNCT.search(body)
    cuts = [body.rpartition(", ")[0], body[: adjunct.start()] if adjunct else ""]
    for cut in cuts:
        if r.random() < 0.5 and len(cut) > 35 and SLOT in cut and body.startswith(cut):
            body = cut
    full = (m for m in PERSON.finditer(body) if person(m[m.lastindex or 0], "", r))
    if (m := next(full, None)) and r.random() < 0.3:
        start = m.start(m.lastindex or 0)
        body = body[:start] + body[start:].partition(" ")[2]
    return body


def moved(body: str, r: random.Random) -> str:
    """Perhaps its adjunct from the front to the end, or from the end to the front."""
    if r.random() < 0.5:
        return body
    if m := FRONT.match(body):
        return f"{m[2][0].upper()}{m[2][1:]} {m[1][0].lower()}{m[1][1:]}"
    if (m := END.search(body)) and m.start() > 30 and not INNER.search(body):
        return f"{m[1][0].upper()}{m[1][1:]}, {lower(body[: m.start()])}"
    return body


def reword(sentence: str, r: random.Random) -> str:
    """The same told again in a somewhat different way; the slot stays."""
    body = moved(shorter(sentence.rstrip("."), r), r)
    body = re.sub(any_of(WORDS["synonyms"]), lambda m: WORDS["synonyms"][m[0]] if r.random() < 0.6 else m[0], body)
    if r.random() < 0.35:
        frame = r.choice(WORDS["attributions"])
        body = frame.format(body if frame.startswith("{") else lower(body))
    return f"{body}."
