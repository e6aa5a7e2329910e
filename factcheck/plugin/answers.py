"""Checks what a plugin's function answered before it enters the worksheet: types, closed words, spans that lie in the text.

What gets past here can be read back from the file that it stands in. The built-in features are held by tests instead; nothing here
runs for them.
"""

from __future__ import annotations

import dataclasses
import difflib
import hashlib
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from factcheck.model import vocabulary
from factcheck.model.article import Article, Sentence, Span
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail, Flag
from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import NOTHING, Assessment, Extracted, Extraction, Fact, Finding, Lexicon

CLOSED: Mapping[tuple[type, str], tuple[vocabulary.Term, ...]] = {
    (Attribution, "source_type"): vocabulary.SOURCE_TYPES,
    (Attribution, "quotation"): vocabulary.QUOTATION,
    (Attribution, "anonymity"): vocabulary.ANONYMITY,
    (Attribution, "directness"): vocabulary.DIRECTNESS,
    (Finding, "severity"): vocabulary.SEVERITIES,
    (Finding, "scope"): vocabulary.SCOPES,
    (Assessment, "level"): vocabulary.LEVELS,
}
"""Fields that take a word of a closed list."""

_TUPLES: Mapping[type, str] = {str: "; write a comma after the one item", list: "; write tuple(…)"}


def demand(answer: Any, wanted: type, text: str, *, many: bool = False, sentence: Sentence | None = None) -> None:
    """Refuse an answer that would break the worksheet.

    Args:
        answer: what a record's function returned.
        wanted: the type it has to be of, or that its items have to be of.
        text: the article's.
        many: whether it is a list of such items.
        sentence: the sentence that its claims have to lie in.
    Raises:
        FactcheckError: says what is wrong with it.
    """
    for item in answer if many else (answer,):
        if not isinstance(item, wanted):
            raise FactcheckError(f"it returned {type(item).__name__}, not {getattr(wanted, '__name__', 'Finding, Related or None')}")
        if item is NOTHING or item is None:
            continue
        for part in (item, *_parts(item)):
            error = field_error(part) or _word_error(part) or _place_error(part, text)
            if error:
                raise FactcheckError(error)
        if sentence is not None and isinstance(item, Extraction):
            _inside(item, sentence, text)


def demand_article(article: Any) -> None:
    """Refuse what a plugin's reader read where it is no sound article.

    Raises:
        FactcheckError: says what is wrong with it.
    """
    if not isinstance(article, Article):
        raise FactcheckError(f"it returned {type(article).__name__}, not Article")
    end = 0
    for part in (article, *article.blocks, *article.links):
        error = field_error(part)
        if error:
            raise FactcheckError(error)
    for number, block in enumerate(article.blocks, 1):
        if block.number != number or not end <= block.start <= block.end <= len(article.text):
            place = f"block {block.number} at {(block.start, block.end)}"
            raise FactcheckError(f"{place}: blocks are numbered from 1, in order, and lie in the text")
        if block.kind not in vocabulary.ids(vocabulary.BLOCK_KINDS):
            raise FactcheckError(_not_of(f"the kind of block {number}", block.kind, vocabulary.BLOCK_KINDS))
        end = block.end
    if article.sha256 != hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest():
        raise FactcheckError("its sha256 is not that of its text in UTF-8")


def field_error(item: Any) -> str | None:
    """The first field of a record that is of another type than it declares, or None."""
    cls: Any = type(item)
    for name, hint, declared in _fields(cls):
        value = getattr(item, name)
        if not _fits(value, hint):
            hint = _TUPLES.get(type(value), "") if declared.startswith("tuple") else ""
            return f"{name} of its {type(item).__name__} is {str(value)[:60]!r}, not {declared}{hint}"
    return None


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any, str], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((f.name, hints[f.name], str(f.type)) for f in dataclasses.fields(cls))


def _fits(value: Any, hint: Any) -> bool:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return any(_fits(value, h) for h in inner)
    if origin is tuple:
        each = inner[:1] * len(value) if inner[-1] is Ellipsis and isinstance(value, tuple) else inner
        return isinstance(value, tuple) and len(value) == len(each) and all(map(_fits, value, each))
    if origin is Callable:
        return callable(value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return isinstance(value, Mapping) and all(_fits(k, inner[0]) and _fits(v, inner[1]) for k, v in value.items())
    if hint is float or hint is int:
        return isinstance(value, (int, float) if hint is float else int) and not isinstance(value, bool)
    return hint is Any or not isinstance(hint, type) or isinstance(value, hint)


def _parts(item: Any) -> Iterator[Any]:
    """The records inside an answer that are checked like it."""
    match item:
        case Extraction() if isinstance(item.claims, tuple):
            yield from item.claims
        case Assessment() if isinstance(item.flags, tuple):
            yield from item.flags
        case Detail() if item.value is not None:
            yield item.value


def _word_error(item: Any) -> str | None:
    for (cls, name), terms in CLOSED.items():
        if isinstance(item, cls):
            word = getattr(item, name)
            if word is not None and word not in vocabulary.ids(terms):
                return _not_of(f"{name} of its {cls.__name__}", word, terms)
    return None


def _not_of(what: str, word: str, terms: tuple[vocabulary.Term, ...]) -> str:
    near = difflib.get_close_matches(str(word), vocabulary.ids(terms), n=1)
    return f"{what} is {word!r}; " + (f"did you mean {near[0]!r}?" if near else f"it takes one of {', '.join(vocabulary.ids(terms))}")


def _place_error(item: Any, text: str) -> str | None:
    for span in _spans(item):
        if not 0 <= span[0] <= span[1] <= len(text):
            return f"the span {span!r} of its {type(item).__name__} does not lie in the article of {len(text)} characters"
    if isinstance(item, Detail) and (not item.text or text[item.start : item.end] != item.text):
        return f"its detail {item.text[:40]!r} is not article.text[{item.start}:{item.end}]"
    if isinstance(item, Attribution):
        if not item.source.strip():
            return "the source of its Attribution is empty"
        if item.cue is not None and item.cue_span and text[slice(*item.cue_span)].lower() != item.cue.lower():
            return f"the cue {item.cue!r} is not article.text[{item.cue_span[0]}:{item.cue_span[1]}]"
    return None


def _inside(item: Extraction, sentence: Sentence, text: str) -> None:
    for c in item.claims:
        if not sentence.start <= c.start < c.end <= sentence.end or not text[c.start : c.end].strip():
            raise FactcheckError(f"the claim {(c.start, c.end)} does not lie in its sentence {(sentence.start, sentence.end)}, or is empty")


def _spans(item: Any) -> Iterator[Span]:
    match item:
        case Detail() | Extracted():
            yield (item.start, item.end)
        case Attribution():
            yield item.content_span
            yield from (s for s in (item.source_span, item.cue_span, item.frame_span) if s is not None)
        case Fact():
            yield item.span
        case Finding():
            yield from item.spans
        case Flag():
            yield from (item.span,) if item.span is not None else ()


def lexicon(record: Lexicon, packaged: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tables of a plugin's lexicon.

    Args:
        record: the plugin's.
        packaged: the lexicon of that name that built-in rules read, {} where there is none.
    Raises:
        FactcheckError: they are no tables, or of another shape than the packaged ones, on which the rules that read them would break.
    """
    given = record.load()
    if not isinstance(given, Mapping):
        raise FactcheckError(f"load returned {type(given).__name__}, not tables; write {{'key': ['word']}}")
    error = _misfit(given, packaged, record.name) if packaged else None
    if error:
        raise FactcheckError(f"{error}; put words of another shape into a lexicon of your own name")
    return given


def _misfit(given: Any, model: Any, place: str) -> str | None:
    """Where words are of another shape than their model, or None.

    >>> _misfit({"most": "3"}, {"most": 2}, "units")
    'units.most is text, not a number'
    >>> _misfit({"aver": {}}, {"say": {"kind": "a"}, "tell": {"kind": "b"}}, "cues")
    "cues.aver lacks the key 'kind', which all others have"
    """
    if _shape(given) != _shape(model):
        return f"{place} is {_shape(given)}, not {_shape(model)}"
    if isinstance(model, Mapping):
        for key, value in given.items():
            known = [model[key]] if key in model else list(model.values())
            error = _among(value, known, f"{place}.{key}")
            if error:
                return error
    if isinstance(model, list):
        for number, value in enumerate(given, 1):
            error = _among(value, model, f"{place}[{number}]")
            if error:
                return error
    return None


def _among(value: Any, known: list[Any], place: str) -> str | None:
    """Whether a value is like its neighbours, where these are all of one shape."""
    shapes = {_shape(k) for k in known}
    if len(shapes) != 1:
        return None
    if len(known) > 1 and all(isinstance(k, Mapping) for k in known) and isinstance(value, Mapping):
        always = set.intersection(*(set(k) for k in known))
        lacking = sorted(always - set(value))
        if lacking:
            return f"{place} lacks the key {lacking[0]!r}, which all others have"
        return _misfit({k: value[k] for k in sorted(always)}, {k: known[0][k] for k in sorted(always)}, place)
    return _misfit(value, known[0], place)


def _shape(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds: tuple[tuple[Any, str], ...] = ((int | float, "a number"), (str, "text"), (Mapping, "a table"), (list, "a list"))
    return next((name for kind, name in kinds if isinstance(value, kind)), type(value).__name__)
