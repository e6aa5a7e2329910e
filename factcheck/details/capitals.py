"""Capitals that are no name ("NGOs", "#HarbourNow", "US$"), and capitals that are the place of a dateline.

Looks at the tokens around one run; knows nothing of the rest of the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.details.gazetteer import Gazetteer
from factcheck.details.reading import Reading, Stretch
from factcheck.model.patterns import compiled

_PLURAL_LETTERS = compiled(r"[A-Z]{2,4}s\Z")
_DATELINE = 12  # tokens between the place and the dash of a dateline
_BETWEEN = frozenset(",().-/")
_DASHES = frozenset("—–-―")


def no_name(r: Reading, g: Gazetteer, low: Sequence[str], part: tuple[int, int], s: Stretch) -> bool:
    """A tag or handle, the country of a currency, the plural of letters, a suffix alone, "State" in "secretary of State".

    Args:
        low: the tokens in lower case without possessives.
        part: first token and the token after the last.
    """
    tokens, (start, stop) = r.tokens, part
    if start > s.first and tokens.words[start - 1] in "#@" and tokens.ends[start - 1] == tokens.starts[start]:
        return True
    if stop - start > 1:
        return False
    glued = stop < s.stop and tokens.starts[stop] == tokens.ends[start]
    if (glued and tokens.words[stop] == "$") or low[start] in g.suffixes:
        return True
    if start - 2 >= s.first and low[start - 1] == "of" and low[start - 2] in g.title_heads and low[start] in g.of_words:
        return low[start] not in g.kinds
    return _PLURAL_LETTERS.match(tokens.words[start]) is not None and low[start] not in g.kinds


def dateline(r: Reading, stop: int, s: Stretch) -> bool:
    """Whether capitals that open a paragraph are its place: up to a dash, with a region or an agency between.

    Args:
        stop: the token after the capitals.
    """
    words, at = r.tokens.words, r.tokens.starts[s.first]
    if not words[s.first].isupper() or s.block not in ("paragraph", "dateline") or (at and r.article.text[at - 1] != "\n"):
        return False
    if s.block == "dateline":
        return True
    for k in range(stop, min(stop + _DATELINE, s.stop)):
        if words[k] in _DASHES:
            return True
        if not (words[k] in _BETWEEN or words[k][0].isupper()):
            return False
    return False
