"""Sources from a pipeline's parse: the subject of a verb of saying and its clause. Only for words that nobody has a source for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factcheck.model.article import Article, Span
from factcheck.model.attribution import Attribution
from factcheck_spacy.taken import Taken

SAYING = ("say", "claim", "deny", "confirm", "admit", "warn", "document")
"""Classes of our cue verbs that hand over an assertion."""
SUBJECTS, CLAUSES = ("nsubj", "nsubj:outer"), ("ccomp",)
TYPES = {"PERSON": "named_person", "PER": "named_person", "ORG": "organization", "GPE": "government"}
NOT_OF_THE_NAME = ("relcl", "acl", "acl:relcl", "appos", "punct")


def sources(
    docs: Iterable[tuple[int, Any]], article: Article, earlier: Iterable[Attribution], verbs: Mapping[str, Any]
) -> Iterator[Attribution]:
    """An attribution for each clause of saying with a named or described subject.

    Args:
        docs: (offset, Doc); those without a parse give nothing.
        earlier: what other attributors found.
        verbs: the cue verbs of our lexicon, with their class.
    """
    known = Taken(a.content_span for a in earlier)
    cuts = [(s.start, s.end) for s in article.sentences]
    for offset, doc in docs:
        if not doc.has_annotation("DEP"):
            continue
        for verb in doc:
            cue_class = verbs.get(verb.lemma_.lower(), {}).get("class")
            if cue_class in SAYING:
                found = said(verb, offset, article.text, cue_class)
                if found and _within(found, cuts) and known.take(*found.content_span):
                    yield found


def said(verb: Any, offset: int, text: str, cue_class: str) -> Attribution | None:
    """The attribution of one verb, or None where it has no subject that says who, or no clause beside it.

    Args:
        verb: spaCy's token.
        offset: of its Doc in the article.
    """
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    clause = next((c for c in verb.children if c.dep_ in CLAUSES), None)
    if subject is None or clause is None or subject.pos_ == "PRON" or any(c.dep_ == "neg" for c in verb.children):
        return None
    entity = next((e for e in subject.doc.ents if e.start <= subject.i < e.end and e.label_ in TYPES), None)
    left, right = (entity[0], entity[-1]) if entity else _phrase(subject)
    source = (offset + left.idx, offset + right.idx + len(right.text))
    cue = (offset + verb.idx, offset + verb.idx + len(verb.text))
    content = _content(clause, offset, text)
    if content[0] >= content[1] or _touch(content, source) or _touch(content, cue):
        return None
    name = " ".join(text[slice(*source)].split())
    anonymity = None if entity else "bare" if len(name.split()) <= 2 else "described"
    return Attribution(
        source=name,
        source_type=TYPES[entity.label_] if entity else "anonymous",
        anonymity=anonymity,
        cue=text[slice(*cue)],
        cue_class=cue_class,
        source_span=source,
        cue_span=cue,
        content_span=content,
    )


def _phrase(subject: Any) -> tuple[Any, Any]:
    """The first and last token of a noun phrase, without clauses and appositions behind it."""
    behind = [c.left_edge.i for c in subject.children if c.i > subject.i and c.dep_ in NOT_OF_THE_NAME]
    last = min(behind, default=subject.right_edge.i + 1) - 1
    return subject.left_edge, subject.doc[max(last, subject.i)]


def _content(clause: Any, offset: int, text: str) -> Span:
    first, last = clause.left_edge, clause.right_edge
    doc = clause.doc
    if first.lower_ == "that" and first.dep_ == "mark":
        first = doc[first.i + 1]
    while last.i > first.i and last.is_punct:
        last = doc[last.i - 1]
    return offset + first.idx, offset + last.idx + len(last.text)


def _within(found: Attribution, cuts: Sequence[Span]) -> bool:
    """Whether content, source and cue lie in one sentence, as ours are cut."""
    spans = [s for s in (found.content_span, found.source_span, found.cue_span) if s]
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    at = bisect_right(cuts, (low, high))
    return any(start <= low and high <= end for start, end in cuts[max(0, at - 1) : at + 1])


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
