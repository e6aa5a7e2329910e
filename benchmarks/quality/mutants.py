"""Plants contradictions into the articles of this bench: a sentence comes again some paragraphs later, reworded, with one value altered.

    python benchmarks/quality/mutants.py [-v]

Beside each mutant stands a control, the same rewording with the value kept. It never asks the tool what to alter or where.
Of articles whose misses nobody reads there are counts only.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":  # a script beside the package: its own folder would hide the modules of the same name
    sys.path[0] = str(Path(__file__).resolve().parents[2])

from benchmarks.quality import annotate, passages
from benchmarks.quality.altering import KINDS, SLOT, change, reword
from benchmarks.quality.passages import Case, Json
from benchmarks.quality.spans import Span, shared
from benchmarks.quality.tally import Tally
from factcheck.plugin.manager import Manager, create_manager

HALVES = {True: "seen-mutants", False: "held-out-mutants"}
ALARMS = {"mutants": "mutant_control_alarms", "reckoned": "reckoned_alarms"}
"""The figure for alarms on the controls, by the figure for what was planted."""
SEED, PER_KIND = 1, 2
SENTENCE = re.compile(r"(?<![^\s])[A-Z][^.!?\n\"“”]{45,260}\.(?=\s|$)")
ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|St|Jr|Prof|No)\.$")


@dataclass(frozen=True)
class Mutant:
    """An article with the sentence ``original`` told again at ``place``: ``altered`` has the new value, ``kept`` the old one.

    Without an original, what is told at ``place`` contradicts itself.
    """

    id: str
    kind: str
    article: str
    original: Span | None
    place: int
    altered: str
    kept: str

    def text(self, sentence: str) -> str:
        """The article with this sentence as a paragraph of its own."""
        return f"{self.article[: self.place]}{sentence}\n\n{self.article[self.place :]}"


def sentences(text: str) -> list[Span]:
    """Sentences without a quotation that begin and end in one line, not headlines."""
    return [m.span() for m in SENTENCE.finditer(text) if not ABBREVIATED.search(m[0])]


def mutants(name: str, text: str, taken: Sequence[Span] = (), seed: int = SEED, per_kind: int = PER_KIND) -> Iterator[Mutant]:
    """At most so many mutants of each kind, of sentences that touch nothing ``taken``; the same for the same name, text and seed."""
    spans = [s for s in sentences(text) if not any(shared(s, t) for t in taken)]
    breaks = [m.end() for m in re.finditer(r"\n[ \t]*\n+", text)]
    for kind in KINDS:
        r = random.Random(f"{name}-{kind}-{seed}")
        made = 0
        for start, end in r.sample(spans, len(spans)):
            what, later = change(kind, text[start:end], r), [b for b in breaks if b > end]
            if made == per_kind or what is None or not later:
                continue
            a, b = start + what.span[0], start + what.span[1]
            new = reword(text[start:a] + SLOT + text[b:end], r)
            made += 1
            at = r.choice(later[1:4] or later)
            yield Mutant(f"{name}.{kind}.{made}", kind, text, (start, end), at, new.replace(SLOT, what.new), new.replace(SLOT, text[a:b]))


def places(report: Json, sheet: Json) -> list[Span]:
    """Every place that a report tells of."""
    rows = {c["id"]: (c["start"], c["end"]) for c in sheet["claims"]}
    return [rows[i] for i in (*report["claims"], *report["occurrences"])] + [(s, e) for s, e in report["spans"]]


def touching(sheet: Json, *spans: Span) -> list[Json]:
    """The reports that touch each of these spans."""
    return [x for x in sheet["contradictions"] if all(any(shared(p, s) for p in places(x, sheet)) for s in spans)]


def score(tally: Tally, m: Mutant, alone: Json, altered: Json, kept: Json, figure: str = "mutants") -> None:
    """Count a mutant and its control.

    An alarm touches the sentence that came again, and its kind was not reported of the original in the article ``alone``.
    """
    again = (m.place, m.place + len(m.altered))
    sides = [again] if m.original is None else [m.original, again]
    miss = f"{m.id}\n    {m.article[slice(*m.original)] if m.original else ''}\n    {m.altered}"
    found = bool(touching(altered, *sides))
    had = {x["kind"] for x in touching(alone, m.original)} if m.original else set()
    alarms = [x for x in touching(kept, (m.place, m.place + len(m.kept))) if x["kind"] not in had]
    tally.add(figure, found, miss=miss)
    tally.add(ALARMS[figure], bool(alarms))
    tally.add("planted_found", found)
    tally.add("planted_precision", found, found + bool(alarms))
    tally.misses += [f"{ALARMS[figure]}: {m.id} {x['kind']} {x['explanation'][:90]!r}\n    {m.kept}" for x in alarms]


def articles() -> Iterator[tuple[Case, list[Mutant]]]:
    """Each annotated article with its mutants; a sentence that has a conflict of its own is not told again."""
    for name in annotate.names():
        gold, text = annotate.load(name), annotate.read_text(name)
        sides = [x[side] for x in gold["contradictions"] for side in ("a", "b")]
        also = [y for x in gold["contradictions"] for side in ("a_also", "b_also") for y in x[side]]
        taken = [(y["start"], y["end"]) for y in (*sides, *also)]
        yield Case(name, text, gold["seen"]), list(mutants(name, text, taken))


def measure(manager: Manager) -> dict[str, Tally]:
    """A tally for the articles that may be read and one for the others, under their titles."""
    out = {HALVES[seen]: Tally(seen=seen) for seen in (True, False)}
    for article, planted in articles():
        alone = passages.sheet_of(article, manager)
        for m in planted:
            altered, kept = (passages.sheet_of(Case(m.id, m.text(s), article.seen), manager) for s in (m.altered, m.kept))
            score(out[HALVES[article.seen]], m, alone, altered, kept)
    return out


def by_kind(tally: Tally) -> str:
    """How many of each kind were missed."""
    missed = [m.split(".")[1] for m in tally.misses if m.startswith("mutants: ")]
    return ", ".join(f"{kind} {missed.count(kind)}" for kind in KINDS)


def main() -> int:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(description="Measure contradictions that a program planted into articles written for this project.")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was missed in the articles that may be read")
    args = parser.parse_args()
    planned = {seen: [m.kind for a, planted in articles() if a.seen == seen for m in planted] for seen in HALVES}
    for title, tally in measure(create_manager(entry_points=False)).items():
        print(f"{title}: " + ", ".join(f"{k} {h}/{of}" for k, (h, of) in tally.counts.items()))
        print(f"  planted {', '.join(f'{k} {planned[tally.seen].count(k)}' for k in KINDS)}; missed {by_kind(tally)}")
        if args.verbose and tally.seen:
            print("\n".join(tally.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
