"""What a record's function gets besides its arguments: the article, tokens, lexicons, settings. Read-only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, TypeVar

from factcheck.language.clauses import clause_words, mark
from factcheck.language.lexicon import Lexicons
from factcheck.language.tokens import Tokens
from factcheck.model.article import Article
from factcheck.model.claim import Claim
from factcheck.model.contradiction import Contradiction
from factcheck.model.light import dataclass

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """Shared by all records of one plugin during one article.

    Args:
        article: the article, with sentences.
        lexicons: all lexicons, joined by name.
        settings: of this plugin, with defaults filled in.
        claims: all claims; empty before the claims are joined.
        contradictions: all contradictions; empty before assessment.
        earlier: for a plugin's detail finders and attributors: the details, or attributions, that earlier records found.
    """

    article: Article
    lexicons: Lexicons
    settings: Mapping[str, Any] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    earlier: tuple[Any, ...] = ()
    _memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def language(self) -> str:
        """ISO 639-1 code of the article."""
        return self.article.language

    @cached_property
    def tokens(self) -> Tokens:
        """The article's tokens, made once; asked for at every claim by every record, so each context keeps hold of them."""
        return self.once("tokens", lambda: Tokens(self.article.text))

    @property
    def clauses(self) -> str:
        """A letter for each token, as ``language.clauses`` marks them, made once."""
        return self.once(
            "clauses", lambda: mark(self.tokens, clause_words(self.lexicons), ((s.start, s.end) for s in self.article.sentences))
        )

    def once(self, key: str, make: Callable[[], T]) -> T:
        """A value that several records need: made by the first that asks, the same for the rest of this article.

        A key that begins with the name of a station ("contradictions.") is for this station: its value is let go when the station has
        finished, and made anew for whoever asks later.
        """
        memo = self._memo
        if key in memo:
            return memo[key]  # type: ignore[no-any-return]
        made = memo[key] = make()
        return made

    def forget(self) -> None:
        """Let go of what ``once`` keeps, when the article's road has ended: much of it points at itself and would stay long."""
        self._memo.clear()
        self.__dict__.pop("tokens", None)

    def forget_station(self, *names: str) -> None:
        """Let go of what ``once`` keeps for stations that have finished: in a long article it is a third of the memory."""
        prefixes = tuple(f"{name}." for name in names)
        for key in [key for key in self._memo if key.startswith(prefixes)]:
            del self._memo[key]

    def with_claims(self, claims: tuple[Claim, ...], contradictions: tuple[Contradiction, ...] = ()) -> Context:
        """The same context for a later station."""
        return replace(self, claims=claims, contradictions=contradictions)
