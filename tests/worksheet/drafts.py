"""Small articles made from sentence templates, and edits of them, for property tests of ``update``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import strategies as st

PEOPLE = ("Mayor Ann Lee", "Bo Ray", "Dr. Ida Munk", "harbour master Leo Voss", "Nora Quist, a former teacher,")
BODIES = ("the city council", "Hale Textiles", "the Ministry of Transport", "the fire service")
PLACES = ("Carver Street", "Port Ellen", "Harrow", "the old mill", "Lowmoor")
TEMPLATES = (
    "The bridge in {place} closed in {year}, and {number} people lost their way to work.",
    "{person} said on Monday that {number} houses could be rebuilt in {place}.",
    '"We never saw the letter about {place}," said {person}.',
    "In {year} {body} paid ${number} million for the site, city records show.",
    "According to {body}, about {number} visitors came in {year}.",
    "{person} denied that the gates were locked.",
    "The roof collapsed during a storm in March {year}; nobody was hurt.",
    "After the fire in {place}, {number} families moved to Harrow.",
    "The school, which opened in {year}, has {number} pupils.",
    '{person} called the plan "a gift to {number} builders" and left the room.',
    "It was the largest sale in the county since {year}, but {body} did not comment.",
    "Prices rose by {number} percent in {place}, where rents had fallen before.",
    "{person}, who was born in {year}, will not run again.",
    "However, {body} has not published the figures for {year} yet.",
    "The museum was built, painted and opened within {number} weeks.",
)
HEADLINES = ("Mill to reopen as a museum", "Council buys {number} boats", "Bridge in {place} stays closed")


@st.composite
def sentences(draw: st.DrawFn, templates: Sequence[str] = TEMPLATES) -> str:
    """One sentence of a template."""
    made = draw(st.sampled_from(templates)).format(
        person=draw(st.sampled_from(PEOPLE)),
        body=draw(st.sampled_from(BODIES)),
        place=draw(st.sampled_from(PLACES)),
        year=draw(st.integers(1950, 2019)),
        number=draw(st.integers(2, 98)),
    )
    return made[0].upper() + made[1:]


@st.composite
def drafts(draw: st.DrawFn) -> list[str]:
    """The paragraphs of an article, the headline first."""
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), min_size=2, max_size=6))
    return [draw(sentences(HEADLINES)), *paragraphs]


def text(paragraphs: Sequence[str]) -> str:
    """Paragraphs as an article."""
    return "\n\n".join(paragraphs) + "\n"


QUOTED = re.compile(r'"[^"]*"')
PUNCTUATION = (
    (", ", " "),
    (", ", " – "),
    ("; ", ", "),
    (" and ", ", and "),
    (" that ", ", that, "),
    (" in ", ", in "),
    (" but ", " – but "),
    (". ", "; "),
    (".", "!"),
    (" which ", " (which) "),
)
"""What an editor's pencil does to commas, dashes and stops: (before, after)."""


def outside_quotations(paragraph: str) -> list[tuple[int, int]]:
    """The spans of a paragraph that are not quoted."""
    out, at = [], 0
    for m in QUOTED.finditer(paragraph):
        out.append((at, m.start()))
        at = m.end()
    return [*out, (at, len(paragraph))]


def places(paragraphs: Sequence[str], before: str) -> list[tuple[int, int]]:
    """Where a mark stands outside quotations: (paragraph, offset). The stop of a title belongs to the name."""
    out = []
    for n, paragraph in enumerate(paragraphs):
        for start, end in outside_quotations(paragraph):
            out += [(n, start + m.start()) for m in re.finditer(rf"(?<!\bDr){re.escape(before)}", paragraph[start:end])]
    return out


def replaced(paragraphs: Sequence[str], at: tuple[int, int], before: str, after: str) -> list[str]:
    """The paragraphs with one replacement."""
    n, offset = at
    whole = paragraphs[n]
    return [*paragraphs[:n], whole[:offset] + after + whole[offset + len(before) :], *paragraphs[n + 1 :]]
