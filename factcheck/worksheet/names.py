"""The names register: each name once, with its spellings, places, titles and what to look at. Reads details, adds none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Detail
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet

KINDS = ("person", "organization", "place", "name")
_DETAIL = compiled(r"C\d+\.\d+")


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name.

    Args:
        id: of its first mention's detail; what people tick is kept under it.
        name: the fullest form.
        kind: person, organization, place or name.
        spellings: each literal form with the positions where it stands, in order.
        roles: titles that stand beside it.
        remarks: what to look at.
    """

    id: str
    name: str
    kind: str
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass
class _Group:
    id: str
    kind: str
    forms: dict[str, dict[str, None]] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)


def _mentions(view: View) -> Iterator[tuple[Claim, Detail, tuple[Detail, ...]]]:
    seen: set[tuple[int, int]] = set()
    for claim in view.worksheet.claims:
        parts = (claim.details, *(a.details for a in (claim.attribution, *claim.further_attributions) if a))
        for details in parts:
            for d in details:
                if d.kind in KINDS and (d.start, d.end) not in seen:
                    seen.add((d.start, d.end))
                    yield claim, d, details


def names(view: View) -> tuple[NameRow, ...]:
    """The register, in the order of first mention. A surname joins the one person who bears it."""
    groups: dict[str, _Group] = {}
    surnames: dict[str, list[str]] = {}
    for claim, d, beside in sorted(_mentions(view), key=lambda m: m[1].start):
        words = _plain(d.text)
        key = words.casefold()
        if d.kind in ("person", "name") and " " not in key and len(surnames.get(key, [])) == 1:
            key = surnames[key][0]
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group(d.id, d.kind)
            if d.kind == "person" and " " in key:
                surnames.setdefault(key.rsplit(" ", 1)[-1], []).append(key)
        group.forms.setdefault(words, {})[view.position(claim)] = None
        for t in beside:
            if t.kind == "title" and d.kind == "person" and (0 <= d.start - t.end <= 2 or 0 <= t.start - d.end <= 8):
                group.roles[t.text] = None
    variants = _variants(view)
    return tuple(_row(g, variants) for g in groups.values())


def follow(before: Worksheet, after: Worksheet) -> dict[str, Mapping[str, str]]:
    """The entries of ``after``, those of names moved with the name: its id is that of its first mention, which may be another now.

    Args:
        before: the worksheet whose entries ``after`` carries.
        after: with other claims, or claims in another order.
    """
    entries = dict(after.entries)
    if not any(_DETAIL.fullmatch(key) for key in before.entries):
        return entries
    now = {form.casefold(): row.id for row in names(View(after)) for form, _ in row.spellings}
    for row in names(View(before)):
        typed = before.entries.get(row.id)
        target = next((now[f.casefold()] for f, _ in row.spellings if f.casefold() in now), None)
        if typed and target and target != row.id:
            entries[target] = {**entries.get(target, {}), **typed}
            entries.pop(row.id, None)
    return entries


def _row(group: _Group, variants: dict[str, list[str]]) -> NameRow:
    name = max(group.forms, key=len)
    remarks = [f"{x}" for form in group.forms for x in variants.get(form.casefold(), [])]
    if group.kind == "person" and " " in name and " " not in next(iter(group.forms)):
        remarks.append("first mention without the full name")
    spellings = tuple((form, tuple(places)) for form, places in group.forms.items())
    return NameRow(group.id, name, group.kind, spellings, tuple(group.roles), tuple(dict.fromkeys(remarks)))


def _variants(view: View) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for x in view.worksheet.contradictions:
        if x.severity == "inconsistent_spelling":
            forms = [view.article.text[s:e] for s, e in x.spans]
            for form in forms:
                out.setdefault(_plain(form).casefold(), []).append(f"{x.id}: {' / '.join(forms)}")
    return out


def _plain(text: str) -> str:
    words = " ".join(text.split())
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    return words.removeprefix("the ").removeprefix("The ") or text
