"""Asks the model about an article and gathers what holds. Nothing is retried, cached or logged; a failure is kept as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.model.article import Article, Sentence
from factcheck.model.errors import FactcheckError
from factcheck_llm.proposals import Proposals

KEY = "llm.reading"
SKIPPED = ("boilerplate", "byline")
"""Blocks that state nothing; they are not sent."""
SMALLEST, LARGEST = 1_000, 1_000_000
"""Characters of one request: fewer cut every sentence off, more is no request."""
LONGEST_ANSWER = 400_000
"""Characters at which an answer is cut off; what is cut off is no JSON and counts as unusable."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one article.

    Args:
        model: the model's name; "" where none is named.
        requests: how many requests were begun; the text of each may have gone out.
        characters: how many characters of the article they held.
        unread: sentences that were not sent, beyond the limits.
        proposals: what holds, and how much was dropped.
        error: why the model could not be asked, or None.
    """

    model: str = ""
    requests: int = 0
    characters: int = 0
    unread: int = 0
    proposals: Proposals = field(default_factory=Proposals)
    error: str | None = None


NOTHING = Reading()


def read(article: Article, settings: Mapping[str, Any]) -> Reading:
    """Ask the named model, part by part.

    What a model or its library raises ends the reading and is kept in ``error``; what earlier parts gave stays.
    """
    from factcheck_llm.asking import ask
    from factcheck_llm.proposals import joined, proposals

    name = settings["model"]
    requests = characters = unread = 0
    found: list[Proposals] = []
    error = None
    try:
        chunk, most = _limits(settings)
        model = model_of(name)
        for sentences in parts(article, chunk):
            if requests == most or any(s.end - s.start > chunk for s in sentences):
                unread += len(sentences)
                continue
            requests += 1
            characters += sum(s.end - s.start for s in sentences)
            found.append(proposals(ask(model, article.text, sentences, LONGEST_ANSWER), article.text, sentences))
    except FactcheckError as refused:
        error = str(refused)
    except (Exception, SystemExit) as failed:  # noqa: BLE001 - whatever a model's own plugin raises: it costs its proposals, nothing else
        error = f"the model {name!r} could not be asked: {type(failed).__name__}: {str(failed)[:200]}"
    return Reading(name, requests, characters, unread, joined(found), error)


def _limits(settings: Mapping[str, Any]) -> tuple[int, int]:
    chunk, most = settings["chunk"], settings["requests"]
    if not SMALLEST <= chunk <= LARGEST:
        raise FactcheckError(f"the setting 'chunk' takes {SMALLEST:,} to {LARGEST:,} characters, not {chunk:,}; nothing was sent")
    if most < 1:
        raise FactcheckError(f"the setting 'requests' takes a number from 1, not {most}; nothing was sent")
    return chunk, most


def model_of(name: str) -> Any:
    """The model of that name.

    Raises:
        FactcheckError: the llm library is not here, or knows no such model.
    """
    try:
        import llm
    except ImportError as error:
        raise FactcheckError(f"the library llm cannot be imported ({error}); install factcheck-llm again; nothing was sent") from None
    try:
        return llm.get_model(name)
    except llm.UnknownModelError:
        raise FactcheckError(f"there is no model {name!r}; 'llm models' lists those that are here; nothing was sent") from None


def parts(article: Article, chunk: int) -> Iterator[Sequence[Sentence]]:
    """The sentences in the order of the text, as many at once as one request may hold; an endless sentence stands alone."""
    kinds = {b.number: b.kind for b in article.blocks}
    part: list[Sentence] = []
    size = 0
    for s in article.sentences:
        if kinds[s.block] in SKIPPED:
            continue
        if part and size + s.end - s.start > chunk:
            yield part
            part, size = [], 0
        part.append(s)
        size += s.end - s.start
    if part:
        yield part
