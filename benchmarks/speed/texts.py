"""Texts to measure speed on, made from a seed: made-up news of any length, and quantities that share ten head nouns. Reads no file."""

from __future__ import annotations

import random

NOUNS = ["houses", "schools", "bridges", "farms", "vessels", "volunteers", "patients", "trucks", "letters", "trees"]
_DONE = ("were counted", "were repaired", "were inspected", "were reported missing", "were registered")
_EVENTS = ("flood", "storm", "fire", "drought")
_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "David",
    "Erika",
    "Felix",
    "Greta",
    "Henrik",
    "Irma",
    "Jonas",
    "Katja",
    "Leon",
    "Marta",
    "Nils",
    "Olga",
    "Pavel",
]
_START = [
    "Har",
    "Lin",
    "Sto",
    "Mar",
    "Ash",
    "Cal",
    "Den",
    "El",
    "Fen",
    "Gar",
    "Hol",
    "Ing",
    "Kel",
    "Lang",
    "Mor",
    "Nor",
    "Oak",
    "Pem",
    "Ros",
    "Sel",
]
_END = ["row", "den", "ke", "ley", "by", "der", "ham", "ton", "wick", "net", "beck", "worth", "so", "ford", "bridge", "well"]
_BODIES = ("the council", "the ministry", "the harbour authority", "the union", "the hospital", "the police")
_SAID = ("said", "told reporters", "confirmed", "denied that", "claimed that", "warned that")


def quantities(count: int, seed: int = 1) -> str:
    """Sentences that each state one quantity; all share ten head nouns, so that keys by noun alone would fill up.

    Args:
        count: how many quantities.
    """
    r = random.Random(seed)
    rows = [
        f"About {r.randint(2, 9000):,} {r.choice(NOUNS)} {r.choice(_DONE)} in {_name(r)} "
        f"after the {r.choice(_EVENTS)} of {r.randint(1900, 2015)}."
        for _ in range(count)
    ]
    return "\n\n".join(" ".join(rows[i : i + 6]) for i in range(0, count, 6))


def _name(r: random.Random) -> str:
    return r.choice(_START) + r.choice(_END)


def news(words: int, seed: int = 1) -> str:
    """Paragraphs with people, places, numbers, dates, quotations and reported speech, at least so many words, no two alike."""
    r = random.Random(seed)
    out: list[str] = []
    count = 0
    while count < words:
        person, place = f"{r.choice(_FIRST)} {_name(r)}son", _name(r)
        number, year = r.randint(3, 9000), r.randint(1950, 2015)
        rows = (
            f"{person}, a spokeswoman for {r.choice(_BODIES)}, {r.choice(_SAID)} {number:,} "
            f"{r.choice(NOUNS)} {r.choice(_DONE)} in {place}.",
            f"“We have never seen anything like this in {place},” {person} said, “and the {r.choice(_EVENTS)} was not the first.”",
            f"According to {r.choice(_BODIES)}, the work began in {year} and cost ${r.randint(2, 90)}.{r.randint(1, 9)} million.",
            f"She added that {r.randint(2, 99)} percent of the {r.choice(NOUNS)} near {_name(r)} are older than that.",
            f"{place} is the largest town of the district, which lies {r.randint(4, 80)} kilometers from {_name(r)}.",
        )
        paragraph = " ".join(r.sample(rows, r.randint(2, 4)))
        out.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(out)


def article(number: int) -> str:
    """A made-up article of 200 to 400 words with a headline; every number gives another one, always the same."""
    r = random.Random(f"article {number}")
    head = f"{_name(r)} counts {r.randint(3, 9000):,} {r.choice(NOUNS)} after the {r.choice(_EVENTS)}"
    return f"{head}\n\n{news(r.randint(195, 300), seed=r.randrange(2**32))}\n"
