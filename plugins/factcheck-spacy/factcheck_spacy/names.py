"""Names from a pipeline's entities, with their exact words. Leaves alone what was found before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.model.article import Article, Span
from factcheck.model.claim_parts import Detail
from factcheck_spacy.taken import Taken

KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
"""Our kinds by the labels of OntoNotes 5 and CoNLL 2003; other labels are no names of these kinds."""
AROUND = ("quotation", "link")
"""Details that names lie in."""
_LEADING = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’]s?|[\s.,;:])+\Z")


def names(docs: Iterable[tuple[int, Any]], article: Article, earlier: Iterable[Detail]) -> Iterator[Detail]:
    """The entities as details, in order, where no earlier detail stands.

    Args:
        docs: (offset, Doc).
        earlier: what other finders found.
    """
    taken = Taken((d.start, d.end) for d in earlier if d.kind not in AROUND)
    for offset, doc in docs:
        for entity in doc.ents:
            kind = KINDS.get(entity.label_)
            start, end = trimmed(article.text, offset + entity.start_char, offset + entity.end_char)
            words = article.text[start:end]
            if kind and "\n" not in words and any(c.isupper() for c in words) and taken.take(start, end):
                yield Detail(kind, words, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without its article, its possessive and the marks after it.

    >>> trimmed("the Fir Board's", 0, 15)
    (4, 13)
    """
    if leading := _LEADING.match(text, start, end):
        start = leading.end()
    if trailing := _TRAILING.search(text[start:end]):
        end = start + trailing.start()
    return start, end
