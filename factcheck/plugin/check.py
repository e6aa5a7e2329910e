"""Checks a plugin as ``factcheck plugins check`` does: loading, hooks, ids, settings, examples, a sample article, cost.

Runs the plugin's code; changes nothing.
"""

from __future__ import annotations

import contextlib
import difflib
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck import api, pipeline
from factcheck.formats.templates import home
from factcheck.model import vocabulary
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import spec
from factcheck.plugin.loading import short_name
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.records import Column, Plugin, Record, Source
from factcheck.plugin.testing import failing_examples, make_worksheet
from factcheck.worksheet.check import invariant_breaches

_ID = compiled(r"[a-z0-9][a-z0-9._-]*")
RUNS = 3
"""How often the sample is read, with and without the plugin; the fastest counts."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was checked: whether it holds, and what was seen."""

    holds: bool
    what: str
    seen: str


def check(path: Path) -> list[Result]:
    """Everything that can be checked of a plugin.

    Args:
        path: a ``.py`` file, or a package's folder with a ``pyproject.toml`` that declares the entry point.
    Raises:
        FactcheckError: there is no plugin at the path.
    """
    with contextlib.redirect_stdout(sys.stderr), _importable(path) as targets:
        out = []
        for name, target in targets:
            out += _checked(name, target)
        return out


def _checked(name: str, target: str) -> list[Result]:
    before = set(sys.modules)
    manager = create_manager(entry_points=False, plugins=[target])
    loaded = next(p for p in manager.loaded if p.target == target)
    out = [Result(loaded.error is None, "loads", loaded.error or f"{name} from {Path(target).name}")]
    if loaded.error:
        return out
    provider = loaded.provider
    manager.ready()
    if loaded.off:
        out.append(Result(True, "network", loaded.off))
    records = [r for hook in spec.RECORDS for r in manager.collect(hook) if r.by.split(":")[0] == provider]
    module = manager.pluggy.get_plugin(loaded.name)
    reviews = any(i.plugin is module for i in manager.pluggy.hook.review_worksheet.get_hookimpls())
    adds = [f"{type(r).__name__} {r.id}" for r in records] + ["review_worksheet"] * reviews
    waits = bool(manager.pluggy.get_hookcallers(module)) and bool(getattr(getattr(module, "PLUGIN", None), "settings", ()))
    refused = "nothing that can be used" if manager.problems else "nothing; mark a hook function with @hookimpl"
    nothing = "nothing with its settings as they come" if waits else refused
    out.append(Result(bool(adds) or waits, "adds", ", ".join(adds) or nothing))
    out += [Result(False, "registers", p.message) for p in manager.problems]
    out += _declared(getattr(module, "PLUGIN", None), provider, records)
    failing = failing_examples(manager, provider)
    out += [Result(False, "examples", line) for line in failing]
    if not failing:
        held = sum(len(r.examples) for r in records)
        out.append(Result(True, "examples", f"{held} hold" if held else "none; only rules of the analysis need them"))
    out += _sampled(manager, provider)
    heavy = sorted({m.split(".")[0] for m in set(sys.modules) - before} & {"openpyxl", "jinja2", "numpy", "pandas", "spacy", "torch"})
    if heavy:
        out.append(Result(True, "imports", f"{', '.join(heavy)} at loading; import it inside the function that needs it"))
    return out


def _declared(declared: Plugin | None, provider: str, records: Sequence[Record]) -> Iterator[Result]:
    """Ids and terms that will not meet anybody else's, settings that people can understand."""
    for record in records:
        if not _ID.fullmatch(record.id):
            yield Result(False, "ids", f"{record.id!r}: use lower-case letters, digits, '.', '-' and '_'")
        if isinstance(record, Column) and not record.id.startswith(f"{provider}."):
            yield Result(False, "ids", f"column {record.id!r}: what people type is kept under it; call it {provider}.{record.id}")
        for term in record.terms:
            if not term.id.startswith(f"{provider}."):
                yield Result(False, "terms", f"{term.id!r}: call it {provider}.{term.id}")
        if not record.title:
            yield Result(False, "titles", f"{record.id} has no title; people read it in lists")
    for setting in declared.settings if declared else ():
        if not setting.help:
            yield Result(False, "settings", f"{setting.key} has no help; say in one sentence what it does")


def _sampled(manager: Manager, provider: str) -> Iterator[Result]:
    """A worksheet of the sample article, with the plugin and without it."""
    data = (home() / "plugin" / "sample.md").read_bytes()
    with_it, slow = _timed(manager, data)
    without, fast = _timed(create_manager(entry_points=False), data)
    records = [r for hook in spec.RECORDS for r in manager.collect(hook) if r.by.split(":")[0] == provider]
    sheets = [with_it, *(make_worksheet(e.text, manager) for r in records for e in r.examples)]
    yield from _unknown_words(sheets, provider, records)
    for problem in with_it.problems[len(manager.problems) :]:  # those of registering are told already
        yield Result(False, "sample article", f"{problem.hook}: {problem.message}")
    for breach in invariant_breaches(with_it):
        yield Result(False, "contract", breach)
    first, second = (api.dump(with_it, "json", manager=manager), api.dump(_made(manager, data), "json", manager=manager))
    yield Result(first == second, "same bytes", "twice" if first == second else "two runs differ: a clock, a set's order, chance?")
    for written in (f for f in manager.collect("register_formats") if f.by.split(":")[0] == provider):
        yield _written(with_it, written.id, manager)
    changed = [c.id for c, d in zip(with_it.claims, without.claims, strict=False) if _own(c, provider) or c.text != d.text]
    yield Result(True, "sample article", f"{len(with_it.claims)} claims, {len(changed)} of them touched")
    yield Result(True, "cost", f"{slow * 1000:.0f} ms with it, {fast * 1000:.0f} ms without")


def _unknown_words(sheets: Sequence[Worksheet], provider: str, records: Sequence[Record]) -> Iterator[Result]:
    """Kinds and flags that the plugin uses, and that neither the vocabulary nor its own terms know: people would see a bare id."""
    declared = {t.id for r in records for t in r.terms}
    used: dict[tuple[str, str], None] = {}
    for sheet in sheets:
        for c in sheet.claims:
            attributed = [d for a in (c.attribution, *c.further_attributions) if a for d in a.details]
            used |= {("detail kind", d.kind): None for d in (*c.details, *attributed) if _of(d, provider)}
            used |= {("flag", f.code): None for f in c.flags if _of(f, provider)}
            used |= {("relation", r.relation): None for r in c.read_with if _of(r, provider)}
            used |= {("claim kind", kind): None for kind in c.kinds if _of(c, provider)}
        used |= {("contradiction kind", x.kind): None for x in sheet.contradictions if _of(x, provider)}
    for what, word in used:
        known = vocabulary.ids(vocabulary.LISTS[what])
        if word not in known and word not in declared:
            own = word if word.startswith(f"{provider}.") else f"{provider}.{word}"
            near = difflib.get_close_matches(word, known, n=1)
            meant = f"did you mean {near[0]!r}? or " if near else ""
            yield Result(False, "terms", f"{what} {word!r} is told nowhere: {meant}declare Term({own!r}, …) in the record's terms")


def _of(part: Any, provider: str) -> bool:
    return str(part.by).split(":")[0] == provider


def _written(sheet: Worksheet, format_id: str, manager: Manager) -> Result:
    """A format writes the sample, twice the same."""
    try:
        first, second = (api.dump(sheet, format_id, manager=manager) for _ in range(2))
    except FactcheckError as error:
        return Result(False, f"format {format_id}", str(error))
    return Result(first == second, f"format {format_id}", f"{len(first):,} bytes" if first == second else "two writes differ")


def _own(claim: Any, provider: str) -> bool:
    parts = (claim, claim.attribution, *claim.details, *claim.flags)
    return any(p is not None and _of(p, provider) for p in parts) or any(k.split(".")[0] == provider for k in claim.cells)


def _made(manager: Manager, data: bytes) -> Worksheet:
    return pipeline.generate(manager, pipeline.read_article(manager, Source("sample.md", data)))


def _timed(manager: Manager, data: bytes) -> tuple[Worksheet, float]:
    best, sheet = float("inf"), None
    for _ in range(RUNS):
        begun = time.perf_counter()
        sheet = _made(manager, data)
        best = min(best, time.perf_counter() - begun)
    assert sheet is not None
    return sheet, best


@contextlib.contextmanager
def _importable(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The plugins at a path, as (name, what ``-p`` takes), with the package's folder importable meanwhile."""
    import tomli

    if path.suffix == ".py" and path.is_file():
        yield [(short_name(path.stem), str(path))]
        return
    project = path / "pyproject.toml"
    if not project.is_file():
        raise FactcheckError("is no plugin", str(path), "give a .py file, or a folder with a pyproject.toml")
    try:
        declared = tomli.loads(project.read_text("utf-8")).get("project", {}).get("entry-points", {}).get("factcheck", {})
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FactcheckError(f"is no TOML: {error}", str(project)) from None
    if not declared:
        hint = 'write [project.entry-points.factcheck] with a line name = "module"'
        raise FactcheckError("declares no plugin", str(project), hint)
    added = [str(p) for p in (path.resolve(), path.resolve() / "src") if p.is_dir()]
    sys.path[:0] = added
    try:
        yield list(declared.items())
    finally:
        sys.path[:] = [p for p in sys.path if p not in added]
