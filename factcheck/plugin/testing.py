"""Helps plugin authors and our own tests: worksheets from a text, and the runner of must-fire and must-not-fire examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck import pipeline
from factcheck.model.claim import Claim
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.loading import short_name
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.records import (
    Assessor,
    Attributor,
    ClaimExtractor,
    ContradictionDetector,
    DetailFinder,
    Example,
    Record,
    Source,
)

ANALYSIS_HOOKS = (
    "register_detail_finders",
    "register_attributors",
    "register_claim_extractors",
    "register_contradiction_detectors",
    "register_assessors",
)


def fresh_manager(*plugins: Any, settings: Mapping[str, Mapping[str, Any]] | None = None) -> Manager:
    """A manager with the built-in features and some plugins, without installed ones and without configuration.

    Args:
        plugins: what ``-p`` takes (a path, a module's name), or modules themselves.
        settings: by plugin name.
    """
    named = [p if isinstance(p, str) else str(p) for p in plugins if isinstance(p, str | Path)]
    modules = {short_name(p.__name__): p for p in plugins if not isinstance(p, str | Path)}
    return create_manager(entry_points=False, plugins=named, modules=modules, settings=settings)


def make_worksheet(
    text: str, manager: Manager | None = None, *, plugins: Mapping[str, Any] | Sequence[Any] = (), published: str | None = None
) -> Worksheet:
    """The worksheet of a text.

    Args:
        text: the article.
        manager: a manager to use; a fresh one with the built-in features by default.
        plugins: to add to a fresh manager: what ``fresh_manager`` takes, or modules and objects by name.
        published: publication date, ISO.
    """
    if manager is None:
        manager = create_manager(entry_points=False, modules=plugins) if isinstance(plugins, Mapping) else fresh_manager(*plugins)
    article = pipeline.read_article(manager, Source("example.txt", text.encode("utf-8"), published=published))
    return pipeline.generate(manager, article)


def assert_flags(worksheet: Worksheet, code: str, *words: str) -> None:
    """Fail unless a flag stands exactly at these words of the article, in their order; without words: nowhere.

    >>> assert_flags(make_worksheet("The bridge opened in 1998."), "accusation")
    """
    text = worksheet.article.text
    found = [text[f.span[0] : f.span[1]] for c in worksheet.claims for f in c.flags if f.code == code and f.span is not None]
    if found != list(words):
        raise AssertionError(f"flag {code!r}: expected at {list(words)}, found at {found}")


def said_by(record: Record, worksheet: Worksheet) -> set[str]:
    """What a record said of an article, as short texts that examples expect.

    Detail finder: the words and ``kind: words``. Attributor: source, ``source: content``. Claim extractor: claims,
    ``nothing: reason`` and kinds as ``kind: claim``. Detector: rules, kinds, severities, explanations, and relations as ``relation`` and
    ``C001: relation C002``. Assessor: flags, levels
    and reason codes of the claims, routes and checks.
    """
    return {text for claim in worksheet.claims for text in _said_of(record, claim, worksheet)} | set(_said_of_all(record, worksheet))


def _said_of(record: Record, claim: Claim, w: Worksheet) -> Iterator[str]:
    parts = [a for a in (claim.attribution, *claim.further_attributions) if a]
    if isinstance(record, DetailFinder):
        for d in (*claim.details, *(d for a in parts for d in a.details)):
            if d.by == record.by:
                yield from (d.text, f"{d.kind}: {d.text}")
    elif isinstance(record, Attributor):
        for a in parts:
            if a.by == record.by:
                content = w.article.text[a.content_span[0] : a.content_span[1]]
                yield from (a.source, f"{a.source}: {content}", f"{a.source_type}: {a.source}", content)
                yield from (f"via: {v}" for v in a.via)
                yield from (f"chain: {c}" for c in a.chain)
    elif isinstance(record, ClaimExtractor) and claim.by == record.by:
        yield claim.text
        yield from (f"{kind}: {claim.text}" for kind in claim.kinds)
        yield from (f"reading: {claim.reading}",) if claim.reading else ()
        yield from (f"ambiguity: {claim.ambiguity}",) if claim.ambiguity else ()
    elif isinstance(record, Assessor):
        v = claim.verifiability
        yield from (f.code for f in claim.flags if f.by == record.by)
        yield from (v.level, v.reason_code, *v.routes, *v.checks, *v.priority_reasons)


def _said_of_all(record: Record, w: Worksheet) -> Iterator[str]:
    if isinstance(record, ClaimExtractor):
        yield from (f"nothing: {s.nothing_to_check}" for s in w.article.sentences if s.nothing_to_check)
    if isinstance(record, ContradictionDetector):
        for x in w.contradictions:
            if x.by == record.by:
                yield from (x.rule, x.kind, x.severity, x.explanation, f"{x.kind}: {x.severity}")
        for c in w.claims:
            for r in (r for r in c.read_with if r.by == record.by):
                yield from (r.relation, f"{c.id}: {r.relation} {r.claim}")


def run_example(record: Record, example: Example, manager: Manager) -> str | None:
    """Why an example fails, in one line, or None where it holds.

    A must-fire example holds where what it expects is said by the record (or something is, where it expects nothing special);
    a must-not-fire example holds where what it names is not said (or nothing is, where it names nothing).
    """
    said = said_by(record, make_worksheet(example.text, manager))
    if example.fires:
        if example.expect in said or (not example.expect and said):
            return None
        return f"{record.by}: must fire on {example.text!r} with {example.expect!r}, said {sorted(said)}"
    if (example.expect and example.expect not in said) or (not example.expect and not said):
        return None
    return f"{record.by}: must not fire on {example.text!r}" + (f" with {example.expect!r}" if example.expect else f", said {sorted(said)}")


def rules(manager: Manager) -> tuple[Record, ...]:
    """All records of the analysis."""
    return tuple(r for hook in ANALYSIS_HOOKS for r in manager.collect(hook))


def failing_examples(manager: Manager, provider: str | None = None) -> list[str]:
    """Every example of every rule that does not hold, and every rule without examples of both kinds or without a source.

    Args:
        provider: the name of one plugin, to look at its rules only.
    """
    if provider is not None and provider not in manager.providers.values():
        return [f"no plugin {provider!r} is loaded"]
    out = []
    for record in rules(manager):
        if provider is not None and record.by.split(":", 1)[0] != provider:
            continue
        fires = [e.fires for e in record.examples]
        if True not in fires or False not in fires:
            out.append(f"{record.by}: needs an example that must fire and one that must not")
        if not record.source:
            out.append(f"{record.by}: names no source")
        out += [why for e in record.examples if (why := run_example(record, e, manager))]
    return out


def failing_cases(path: str | Path, manager: Manager) -> list[str]:
    """Examples kept as data, a TOML file of ``[[case]]`` with ``record`` (its id), ``text``, ``expect`` and ``fires``: those that fail.

    Raises:
        FactcheckError: the file is no TOML, a case lacks its text, or no rule has the id.
    """
    import tomli

    by_id = {r.id: r for r in rules(manager)}
    out = []
    try:
        cases = tomli.loads(Path(path).read_text("utf-8")).get("case", [])
    except (OSError, tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FactcheckError(f"cannot be read: {error}", str(path)) from None
    if not cases:
        raise FactcheckError("holds no [[case]]", str(path))
    for number, case in enumerate(cases, 1):
        record = by_id.get(case.get("record", ""))
        if record is None or "text" not in case:
            hint = "write record (the id of a rule of the analysis) and text"
            raise FactcheckError(f"case {number} names no rule or no text", str(path), hint)
        why = run_example(record, Example(case["text"], case.get("expect", ""), case.get("fires", True)), manager)
        out += [f"case {number}: {why}"] if why else []
    return out


__all__ = [
    "assert_flags",
    "failing_cases",
    "failing_examples",
    "fresh_manager",
    "make_worksheet",
    "rules",
    "run_example",
    "said_by",
]
