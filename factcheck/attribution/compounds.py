"""Names that the tagger cuts: addresses on the web, mastheads with "and", an -ing noun behind a name.

Changes letters of the tag string only, one for one. Never looks outside one line of text.
"""

from __future__ import annotations

from factcheck.language.tokens import Tokens
from factcheck.model.patterns import compiled

_DOMAIN = compiled(r"[nN](?:\.[nN]){1,3}")
_MASTHEAD = compiled(r"(?<=[PnNV])DN{1,3}cN")
_ING = compiled(r"DN{1,2}g(?=[eVx,.])")


def whole_names(tokens: Tokens, text: str, tags: str) -> str:
    """The tag string with such names whole.

    Args:
        tokens: the article's tokens.
        text: the article.
        tags: one letter a token (``language/tags.py``).
    """
    letters = list(tags)
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    for m in _DOMAIN.finditer(tags):
        first, last = m.span()
        if ends[first] - starts[first] > 1 and all(ends[i] == starts[i + 1] for i in range(first, last - 1)) and words[last - 1].islower():
            letters[first:last] = "N" * (last - first)  # "Example.com"
    for m in _MASTHEAD.finditer(tags):
        first, last = m.span()
        if words[first] == "The" and words[last - 2] == "and":
            letters[last - 2] = "N"  # "of The Star and Mail"
    for m in _ING.finditer(tags):
        if words[m.start()].lower() in ("a", "an"):
            letters[m.end() - 1] = "n"  # "an Internet posting made"
    return "".join(letters)
