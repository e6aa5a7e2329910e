"""Makes factcheck/language/lexicon/thesaurus.txt from WordNet 3.0 and SCOWL, both of which are downloaded by hand and never at run time.

    python benchmarks/thesaurus/make.py WORDNET SCOWL

WORDNET is the folder of index.noun, data.noun, cntlist.rev … (Debian: wordnet-base), SCOWL that of english-words.10 … (Debian: scowl).
Kept: single words of SCOWL's sizes up to 50, the senses that carry an eighth of a word's uses in the tagged texts,
and what lies above them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

SIZES = ("10", "20", "35", "40", "50")
LISTS = ("english-words", "american-words", "british-words")
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
SHARE, MOST, UNTAGGED = 1 / 8, 4, 2
UP = {"n": 4, "v": 2, "a": 0}
"""How many steps of "is a kind of" are written down; that a noun is a person's, however far up: "soldier" is six steps below."""
VAGUE = {"entity", "physical_entity", "abstraction", "abstract_entity", "object", "whole", "unit", "thing", "matter", "group", "attribute",
         "causal_agent", "organism", "living_thing", "being", "artifact", "psychological_feature", "event", "act", "human_action", "state",
         "change", "move", "make", "be", "have", "get", "do", "instrumentality", "relation", "communication", "measure", "happening",
         "instrumentation", "activity", "social_group", "cognition", "knowledge", "content", "property", "condition", "quality", "location",
         "part", "piece", "region", "area", "point", "creation", "way", "travel", "go", "give", "transfer", "take", "think", "express",
         "interact", "use", "cause", "induce", "create", "process", "natural_process", "phenomenon", "natural_phenomenon"}  # fmt: skip
"""Kinds so wide that to share one says nothing; a synset whose first word is one of them is not written as a kind."""
Key = tuple[str, int]


class Synset:
    """One line of a data file."""

    def __init__(self, part: str, line: str) -> None:
        fields = line.split(" | ")[0].split()
        self.key: Key = (part, int(fields[0]))
        count = int(fields[3], 16)
        self.words = [fields[4 + 2 * i].split("(")[0].lower() for i in range(count)]
        at = 4 + 2 * count
        self.pointers = [
            (fields[i], PARTS_OF[fields[i + 2]], int(fields[i + 1]), fields[i + 3]) for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4)
        ]

    def to(self, *symbols: str) -> list[Key]:
        return [(part, offset) for symbol, part, offset, _ in self.pointers if symbol in symbols]


PARTS_OF = {"n": "n", "v": "v", "a": "a", "s": "a", "r": "r"}


def read(folder: Path) -> dict[Key, Synset]:
    made = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if not line.startswith(" "):
                synset = Synset(part, line)
                made[synset.key] = synset
    return made


def counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """(word, part, number of its sense) to how often the tagged texts have it."""
    made = {}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        sense, number, count = line.split()
        word, rest = sense.split("%")
        part = {"1": "n", "2": "v", "3": "a", "5": "a"}.get(rest[0])
        if part:
            made[word.lower(), part, int(number)] = int(count)
    return made


def senses(folder: Path, known: set[str], synsets: dict[Key, Synset]) -> dict[tuple[str, str], list[int]]:
    """(word, part) to the offsets of the senses that matter, the commonest first; bearers of a name are no senses."""
    tagged, made = counts(folder), {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            word = fields[0]
            if word not in known:
                continue
            offsets = [int(o) for o in fields[-int(fields[2]) :]]
            counted = {o: tagged.get((word, part, n), 0) for n, o in enumerate(offsets, 1) if not synsets[part, o].to("@i")}
            total = sum(counted.values())
            kept = [o for o, n in counted.items() if total and n >= total * SHARE] or list(counted)[:UNTAGGED]
            if kept:
                made[word, part] = kept[:MOST]
    return made


def above(synset: Synset, synsets: dict[Key, Synset], steps: int) -> list[Key]:
    found: list[Key] = []
    level = [synset]
    for _ in range(steps):
        level = [synsets[k] for s in level for k in s.to("@", "@i") if k in synsets]
        found += [s.key for s in level if s.words[0] not in VAGUE and s.key not in found]
    while level:
        level = [synsets[k] for s in level for k in s.to("@", "@i") if k in synsets and k[0] == "n"]
        found += [s.key for s in level if s.words[0] == "person" and s.key not in found]
    return found


def opposites(synset: Synset, synsets: dict[Key, Synset]) -> set[Key]:
    """Synsets that hold the opposite of one of its words; a satellite adjective has those of its head."""
    found = set(synset.to("!"))
    if synset.key[0] == "a" and not found:
        for head in synset.to("&"):
            found |= set(synsets[head].to("!"))
    return {k for k in found if k[0] != "r"}


def main(wordnet: Path, scowl: Path) -> None:
    known: set[str] = set()
    for size in SIZES:
        for name in LISTS:
            known.update((scowl / f"{name}.{size}").read_text("latin-1").split())
    synsets = read(wordnet)
    kept = senses(wordnet, known, synsets)
    used: dict[Key, int] = {}
    for (_, part), offsets in kept.items():
        for offset in offsets:
            for key in ((part, offset), *above(synsets[part, offset], synsets, UP[part])):
                used[key] = used.get(key, 0) + 1
    names = {key: _name(n) for n, key in enumerate(sorted(used, key=lambda k: (-used[k], k)))}
    lines: list[str] = []
    for (word, part), offsets in kept.items():
        own = [synsets[part, o] for o in offsets]
        kinds = dict.fromkeys(k for s in own for k in above(s, synsets, UP[part]))
        deeds = dict.fromkeys(k for s in own for k in _derived(s, word, synsets) if k in names) if part != "v" else {}
        lines.append(
            "\t".join((f"{word}/{part}", *(" ".join(names[k] for k in ks) for ks in ([s.key for s in own], kinds, deeds)))).rstrip()
        )
    against = defaultdict(set)
    for key in names:
        for other in opposites(synsets[key], synsets):
            if other in names:
                against[names[key]].add(names[other])
                against[names[other]].add(names[key])
    lines += [f"!{name}\t{' '.join(sorted(others))}" for name, others in against.items()]
    for name, part in PARTS.items():
        for line in (wordnet / f"{name}.exc").read_text("latin-1").splitlines():
            form, base, *_ = line.split()
            if (base, part) in kept and "_" not in form and form != base:
                lines.append(f"{form}/{part}=\t{base}")
    head = (Path(__file__).parent / "LICENSES").read_text("utf-8").splitlines()
    text = "\n".join([*(f"# {line}".rstrip() for line in head), *sorted(lines)]) + "\n"
    Path(__file__).parents[2].joinpath("factcheck/language/lexicon/thesaurus.txt").write_text(text, "utf-8", newline="\n")
    print(len(lines), "lines", len(text), "bytes")


def _derived(synset: Synset, word: str, synsets: dict[Key, Synset]) -> list[Key]:
    """The verbs that a noun's or an adjective's own word is made from: "acquittal" to "acquit"."""
    number = synset.words.index(word) + 1 if word in synset.words else 0
    return [(part, off) for sym, part, off, ends in synset.pointers if sym == "+" and part == "v" and int(ends[:2], 16) == number]


def _name(number: int) -> str:
    """A short name: a number in base 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number or not text:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
