"""Makes attributions of proposed sources, and leaves out what the tool's own attributors said already. Trusts no words of a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.model.article import Span
from factcheck.model.attribution import Attribution

NOBODY = frozenset(
    "i you he she it we they me him her us them who whom which that this these those one others".split()  # noqa: SIM905 - a list of words
)
"""Pronouns: they stand for a source and name none."""
_OPENING, _CLOSING = "“\"«„‘'", "”\"»“’'"
_WORD = re.compile(r"\w+")


def names_somebody(words: str) -> bool:
    """Whether words name or describe a source.

    >>> names_somebody("a union official"), names_somebody("she")
    (True, False)
    """
    return any(w.casefold() not in NOBODY for w in _WORD.findall(words))


def attribution(text: str, kind: str, content: Span, source: Span, cue: Span | None, *, here: bool) -> Attribution:
    """A proposed source as the worksheet holds it.

    Args:
        kind: source type of the vocabulary.
        here: whether the source stands in the content's sentence; else it is carried over, and has no span there.
    """
    words, who = text[slice(*content)], " ".join(text[slice(*source)].split())
    quoted = [c for c in words if c in '“”"«»„']
    whole = bool(quoted) and words[0] in _OPENING and words.rstrip(".,")[-1:] in _CLOSING
    return Attribution(
        source=who,
        source_type=kind,
        anonymity=("described" if len(who.split()) > 2 else "bare") if kind == "anonymous" else None,
        quotation="direct" if whole else "mixed" if quoted else "indirect",
        cue=text[slice(*cue)] if cue else None,
        source_span=source if here else None,
        cue_span=cue,
        content_span=content,
    )


def unsaid(proposed: Iterable[Attribution], earlier: Iterable[Attribution]) -> Iterator[Attribution]:
    """The proposed sources but for those that an earlier attributor gave the same words: a part of a name is no second source."""
    known = sorted(((e.content_span, e) for e in earlier), key=lambda row: row[0])
    for a in proposed:
        start, end = a.content_span
        at_these_words = (e for (s, stop), e in known if s < end and start < stop)
        if not any(_same(a, e) for e in at_these_words):
            yield a


def _same(a: Attribution, b: Attribution) -> bool:
    if a.source_span and any(s and s[0] < a.source_span[1] and a.source_span[0] < s[1] for s in (b.source_span, b.frame_span)):
        return True
    x, y = ({w.casefold() for w in _WORD.findall(part.source)} for part in (a, b))
    return x <= y or y <= x
