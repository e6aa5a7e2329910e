"""Footnotes of a Markdown text: takes their definitions out before parsing, keeping the line count. Never looks inside code fences."""

from __future__ import annotations

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_DEFINITION = compiled(r" {0,3}\[\^([^\]\s]{1,60})\]:[^\S\n]*(.*)")
_FENCE = compiled(r" {0,3}(```|~~~)")
REFERENCE = compiled(r"\[\^([^\]\s]{1,60})\]")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The text with definitions blanked, and the notes by label."""

    text: str
    notes: dict[str, str]


def take_footnotes(text: str) -> Footnotes:
    """Collect ``[^1]: …`` with its indented lines.

    >>> take_footnotes("A[^1].\\n\\n[^1]: See the\\n    minutes.").notes
    {'1': 'See the minutes.'}
    """
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    label: str | None = None
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
            label = None
        found = None if fence else _DEFINITION.fullmatch(line)
        if found:
            label = found[1] if found[1] not in notes else None
            notes.setdefault(found[1], []).append(found[2])
            kept.append("")
        elif label is not None and line.startswith(("    ", "\t")) and line.strip():
            notes[label].append(line.strip())
            kept.append("")
        else:
            label = label if not line.strip() else None
            kept.append(line)
    return Footnotes("\n".join(kept), {k: " ".join(" ".join(v).split()) for k, v in notes.items()})
