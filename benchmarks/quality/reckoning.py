"""Plants paragraphs whose figures do not agree: parts and whole, shares, changes, ages, weekdays, units, times, years, order; people
whose trade, age or place is told twice; and what somebody did and denies.

    python benchmarks/quality/reckoning.py [-v]

The paragraphs are templates, written before anybody looked at what the tool makes of them: mutants/reckoned.toml by who wrote the rules,
mutants/reckoned_others.toml by somebody who had seen neither tool nor rules. A program fills each twice, once with figures that contradict
each other and once with figures that agree (the control). Every second template is held out: of those there are counts only.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.quality import annotate, passages
from benchmarks.quality.altering import FOLDER, WORDS
from benchmarks.quality.mutants import Mutant, score
from benchmarks.quality.passages import Case
from benchmarks.quality.tally import Tally
from factcheck.plugin.manager import Manager, create_manager

HALVES = {True: "seen-reckoned", False: "held-out-reckoned"}
SEED = 1
FILES = ("reckoned", "reckoned_others")
Values = dict[str, str]
Pair = tuple[Values, Values]
"""What fills a template: values that contradict each other, and values that agree."""


def parts(r: random.Random, names: str) -> Pair:
    """Parts that make, or do not make, their whole."""
    some = [r.randrange(11, 240) for _ in names]
    right = {"whole": f"{sum(some):,}"} | {name: str(n) for name, n in zip(names, some, strict=True)}
    return right | {"whole": f"{sum(some) + r.choice([-1, 1]) * max(3, sum(some) // r.randrange(5, 12)):,}"}, right


def share(r: random.Random) -> Pair:
    """A part of a whole and its percentage, off by at least eight points."""
    whole = r.randrange(60, 900)
    part = whole * r.randrange(12, 88) // 100
    percent = round(100 * part / whole)
    right = {"part": str(part), "whole": str(whole), "percent": str(percent)}
    return right | {"percent": str(_off(percent, r, 8, 95))}, right


def change(r: random.Random) -> Pair:
    """A rise and its percentage, off by at least eight points."""
    percent, old = r.randrange(6, 80), r.randrange(40, 900) * 5
    new = round(old * (1 + percent / 100))
    percent = round(100 * (new - old) / old)
    right = {"old": f"{old:,}", "new": f"{new:,}", "percent": str(percent)}
    return right | {"percent": str(_off(percent, r, 8, 120))}, right


def difference(r: random.Random) -> Pair:
    """A rise and by how much, off by a fifth or more."""
    old, by = r.randrange(50, 900), r.randrange(15, 300)
    right = {"old": f"{old:,}", "new": f"{old + by:,}", "by": f"{by:,}"}
    return right | {"by": f"{by + max(4, by // r.randrange(2, 5)):,}"}, right


def age(r: random.Random) -> Pair:
    """A year of birth, another year and the age in it, off by at least three years."""
    born, old = r.randrange(1932, 1990), r.randrange(19, 33)
    right = {"born": str(born), "year": str(born + old), "age": str(old)}
    return right | {"age": str(old + r.choice([-6, -4, 3, 5, 9]))}, right


def calendar(r: random.Random) -> Pair:
    """A date with its weekday or another one, in the British or American order."""
    day = datetime.date(2019, 1, 1) + datetime.timedelta(r.randrange(2400))
    month = day.strftime("%B")
    form = r.choice([f"{{}}, {day.day} {month} {day.year}", f"{{}} {day.day} {month} {day.year}", f"{{}}, {month} {day.day}, {day.year}"])
    name = day.strftime("%A")
    return {"date": form.format(r.choice([d for d in WORDS["days"] if d != name]))}, {"date": form.format(name)}


def conversion(r: random.Random) -> Pair:
    """Miles and kilometres, either first, off by a third or more."""
    miles = r.randrange(6, 90)
    km, wrong = round(miles * 1.609344), round(miles * r.choice([0.9, 1.1, 2.2, 2.6]))
    x, y, z = f"{miles} miles", f"{km} km", f"{wrong} km"
    return ({"x": x, "y": z}, {"x": x, "y": y}) if r.random() < 0.5 else ({"x": z, "y": x}, {"x": y, "y": x})


def clock(r: random.Random) -> Pair:
    """Beginning, end and hours between them, off by one to three."""
    start, hours, minute = r.randrange(7, 15), r.randrange(2, 7), r.choice(["", ":15", ":30", ":45"])
    right = {"from": _time(start, minute), "to": _time(start + hours, minute), "hours": _word(hours)}
    return right | {"hours": _word(hours + r.choice([1, 2, 3]))}, right


def years(r: random.Random) -> Pair:
    """First year, last year and the years between them, off by at least two."""
    first, lasted = r.randrange(1950, 2005), r.randrange(4, 18)
    right = {"from": str(first), "to": str(first + lasted), "years": _word(lasted)}
    return right | {"years": _word(lasted + r.choice([3, 5, 8]))}, right


def total(r: random.Random) -> Pair:
    """Things, what each is, and all together, off by a fifth or more."""
    count, each = r.randrange(12, 90), r.randrange(3, 60) * 5
    right = {"count": str(count), "each": str(each), "total": f"{count * each:,}"}
    return right | {"total": f"{count * each * r.choice([12, 13, 15]) // 10:,}"}, right


def order(r: random.Random) -> Pair:
    """Two years and how far the first lies before the second, off by at least two years."""
    early, gap = r.randrange(1950, 2010), r.randrange(3, 12)
    right = {"early": str(early), "late": str(early + gap), "gap": _word(gap)}
    return right | {"gap": _word(gap + r.choice([2, 4, 7]))}, right


def told(values: list[str]) -> Callable[[random.Random], Pair]:
    """Somebody and one of these values, and another or the same one later."""

    def make(r: random.Random) -> Pair:
        name, one, other = r.choice(WORDS["people"]), *r.sample(values, 2)
        right = {"name": name, "surname": name.split()[1], "one": one, "two": one}
        return right | {"two": other}, right

    return make


def denial(r: random.Random) -> Pair:
    """Somebody's deed, and that it is denied or admitted."""
    name = r.choice(WORDS["people"])
    right = {"name": name, "surname": name.split()[1], "two": "admitted"}
    return right | {"two": "denied"}, right


KINDS: dict[str, Callable[[random.Random], Pair]] = {
    "whole": lambda r: parts(r, "ab"),
    "three": lambda r: parts(r, "abc"),
    "share": share,
    "change": change,
    "difference": difference,
    "age": age,
    "calendar": calendar,
    "conversion": conversion,
    "clock": clock,
    "years": years,
    "total": total,
    "order": order,
    "denial": denial,
    "job": told(WORDS["jobs"]),
    "told_age": told([str(age) for age in range(24, 80, 4)]),
    "told_town": told(WORDS["places"]),
}


def _off(value: int, r: random.Random, least: int, most: int) -> int:
    """Another value, at least so far away."""
    other = value + r.choice([-1, 1]) * r.randrange(least, least + 12)
    return other if 2 <= other <= most else value + (least if value < most // 2 else -least)


def _time(hour: int, minute: str) -> str:
    return f"{hour if hour <= 12 else hour - 12}{minute} {'a.m.' if hour < 12 else 'p.m.'}"


def _word(number: int) -> str:
    """Small numbers as words, as newspapers print them."""
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return words[number - 2] if 2 <= number <= 9 else str(number)


def filled(template: str, values: Values) -> str:
    """The paragraph with these values."""
    return re.sub(r"\{(\w+)\}", lambda m: values[m[1]], template)


def planted() -> Iterator[tuple[Case, list[tuple[bool, Mutant]]]]:
    """Each annotated article with one paragraph of each kind planted into it, and whether its template may be read."""
    files = {name: tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in FILES}
    for number, name in enumerate(annotate.names()):
        text = annotate.read_text(name)
        breaks = [m.end() for m in re.finditer(r"\n[ \t]*\n+", text)]
        made = []
        for file, kind in ((file, kind) for file, templates in files.items() for kind in templates):
            r = random.Random(f"{name}-{kind}-{SEED}")
            wrong, right = KINDS[kind](r)
            own = files[file][kind]["templates"]
            which, at = number % len(own), r.choice(breaks[2:] or breaks)
            told = (filled(own[which], values) for values in (wrong, right))
            made.append((which % 2 == 0, Mutant(f"{name}.{kind}.{file}-{which + 1}", kind, text, None, at, *told)))
        yield Case(name, text, annotate.load(name)["seen"]), made


def measure(manager: Manager) -> dict[str, Tally]:
    """A tally for the templates that may be read and one for the others, under their titles."""
    out = {HALVES[seen]: Tally(seen=seen) for seen in (True, False)}
    for article, made in planted():
        alone = passages.sheet_of(article, manager)
        for half, m in made:
            altered, kept = (passages.sheet_of(Case(m.id, m.text(s), article.seen), manager) for s in (m.altered, m.kept))
            score(out[HALVES[half]], m, alone, altered, kept, figure="reckoned")
    return out


def main() -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description="Measure planted paragraphs whose figures contradict each other.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed of the templates that may be read")
    args = parser.parse_args()
    for title, tally in measure(create_manager(entry_points=False)).items():
        print(f"{title}: " + ", ".join(f"{k} {h}/{of}" for k, (h, of) in tally.counts.items()))
        missed = [m.split(".")[1] for m in tally.misses if m.startswith("reckoned: ")]
        print("  missed: " + ", ".join(f"{kind} {missed.count(kind)}" for kind in KINDS))
        if args.verbose and tally.seen:
            print("\n".join(tally.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
