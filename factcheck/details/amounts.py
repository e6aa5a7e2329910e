"""The tables of units, currencies and counted nouns, and how a phrase is looked up in them. Finds nothing itself."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.details.reading import Reading
from factcheck.language.numbers import singular


class Amounts:
    """Units made ready once for each article; ``r`` is the article, ``words`` are the number words."""

    def __init__(self, r: Reading) -> None:
        units = r.ctx.lexicons["units"]
        self.r = r
        self.words = r.numbers
        self.symbols: Mapping[str, str] = units["symbols"]
        self.dollars: Mapping[str, str] = units["dollars"]
        self.codes: Mapping[str, str] = units["codes"]
        self.percent: Mapping[str, str] = units["percent"]
        self.powers: Mapping[str, str] = units["powers"]
        self.per: Mapping[str, str] = units["per"]
        self.measures = _with_plurals(units["measures"])
        self.currencies = _with_plurals(units["currencies"])

    def phrase(self, i: int, end: int, table: Mapping[str, str]) -> tuple[str, int]:
        """The longest phrase of up to two words at token ``i`` that is in a table, and the token after it; "" where none is."""
        lower = self.r.lower
        if i + 1 < end:
            two = f"{lower[i]} {lower[i + 1]}"
            if two in table:
                return two, i + 2
        if i < end and lower[i] in table:
            return lower[i], i + 1
        return "", i

    def noun(self, i: int, end: int) -> tuple[str | None, int]:
        """The counted noun after a number, singular, and the token after it; steps over up to three modifiers."""
        lower, w, breaks = self.r.lower, self.words, self.words.lists["noun_breaks"]
        if i + 1 < end and lower[i] == "of" and lower[i + 1] in ("the", "its", "his", "her", "their", "those", "these"):
            i += 2
        elif i < end and lower[i] == "of":
            i += 1
        for j in range(i, min(i + 4, end)):
            word = lower[j]
            if word in w.lists["irregular"] or word in w.lists["heads"]:
                return w.singular.get(word, word), j + 1
            if not word[0].isalpha() or word in w.lists["not_plural"] or word in breaks:
                return None, i
            if _plural(word):
                follower = lower[j + 1] if j + 1 < end else ""
                upper = self.r.tokens.words[j][0].isupper()  # "United States soldiers": the noun comes after the name
                if follower in w.lists["irregular"] or (upper and j + 1 < i + 4 and follower not in breaks and _plural(follower)):
                    continue
                return singular(word, w), j + 1
        return None, i


def _plural(word: str) -> bool:
    return len(word) > 3 and word[0].isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _with_plurals(table: Mapping[str, str]) -> dict[str, str]:
    return {**{k + "s": v for k, v in table.items() if len(k) > 3 and not k.endswith("s")}, **table}
