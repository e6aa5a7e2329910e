"""Loads a spaCy pipeline, once in a process and not before an article needs it, and reads articles with it. Downloads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from factcheck.model.article import Article, Span
from factcheck.model.errors import FactcheckError

SKIPPED = ("boilerplate", "byline")
ANY_LANGUAGE = "xx"


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article as a pipeline read it.

    Args:
        docs: (offset in the article, spaCy's Doc) for each stretch of text.
        error: why it could not be read, or None.
    """

    docs: tuple[tuple[int, Any], ...] = ()
    error: str | None = None


def parse(article: Article, model: str, patterns: str) -> Parsed:
    """Read an article block by block. What cannot be used is kept as words in ``error``."""
    model = model or f"blank:{article.language}"
    try:
        nlp = pipeline(model, str(Path(patterns).expanduser()) if patterns else "")
        if nlp.lang not in (article.language, ANY_LANGUAGE):
            raise FactcheckError(f"the pipeline {model!r} is for the language {nlp.lang!r}, the article is in {article.language!r}")
        spans = list(stretches(article, nlp.max_length))
        docs = nlp.pipe(article.text[start:end] for start, end in spans)
        return Parsed(tuple((start, doc) for (start, _), doc in zip(spans, docs, strict=True)))
    except FactcheckError as refused:
        return Parsed(error=str(refused))
    except (Exception, SystemExit) as failed:  # noqa: BLE001 - whatever a pipeline's own components raise costs their names only
        return Parsed(error=f"the pipeline {model!r} failed: {type(failed).__name__}: {str(failed)[:200]}")


def stretches(article: Article, longest: int) -> Iterator[Span]:
    """The blocks; of one that is longer than the pipeline takes, the sentences that are not."""
    for b in article.blocks:
        if b.kind in SKIPPED:
            continue
        if b.end - b.start <= longest:
            yield b.start, b.end
        else:
            yield from ((s.start, s.end) for s in article.sentences if s.block == b.number and s.end - s.start <= longest)


@lru_cache(maxsize=4)
def _loaded(model: str, patterns: str) -> Any:
    """The pipeline, or the FactcheckError that says why there is none: a missing one is looked for once, too."""
    try:
        import spacy
    except ImportError as error:
        return FactcheckError(f"spaCy cannot be imported ({error}); install factcheck-spacy again, or leave it out with -p no:spacy")
    try:
        nlp = spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        line = str(error).split("\n")[0][:200]
        return FactcheckError(f"the pipeline {model!r} cannot be loaded; install it, or name another with --set spacy.model=… ({line})")
    if patterns:
        try:
            ruler: Any = nlp.add_pipe("entity_ruler", name="factcheck_patterns", config={"overwrite_ents": True})
            ruler.from_disk(patterns)
        except Exception as error:  # noqa: BLE001 - no file, no JSON, no pattern: spaCy has a type of its own for each
            line = str(error).split("\n")[0][:200]
            return FactcheckError(
                f"the patterns cannot be used ({type(error).__name__}: {line})", patterns, 'a line is {"label": "ORG", "pattern": "…"}'
            )
    return nlp


def pipeline(model: str, patterns: str) -> Any:
    """The pipeline of that name or folder, with the ruler's patterns.

    Raises:
        FactcheckError: spaCy, the pipeline or the patterns are not here.
    """
    nlp = _loaded(model, patterns)
    if isinstance(nlp, FactcheckError):
        raise nlp
    return nlp
