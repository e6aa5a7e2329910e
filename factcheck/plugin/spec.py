"""The hooks. Each returns records; ``review_worksheet`` alone sees the whole worksheet. See docs/plugins.md.

A hook function names the arguments that it wants, and may leave out the others: ``register_columns()`` is as good as
``register_columns(settings)``. ``settings`` are the plugin's own, defaults filled in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookspec
from factcheck.plugin.context import Context
from factcheck.plugin.records import (
    Assessor,
    Attributor,
    ClaimExtractor,
    Column,
    ContradictionDetector,
    DetailFinder,
    Format,
    Lexicon,
    Reader,
)


@hookspec
def register_readers(settings: Mapping[str, Any]) -> Sequence[Reader]:  # type: ignore[empty-body]
    """Input formats."""


@hookspec
def register_lexicons(settings: Mapping[str, Any]) -> Sequence[Lexicon]:  # type: ignore[empty-body]
    """Words for the analysis."""


@hookspec
def register_attributors(settings: Mapping[str, Any]) -> Sequence[Attributor]:  # type: ignore[empty-body]
    """Who says what."""


@hookspec
def register_detail_finders(settings: Mapping[str, Any]) -> Sequence[DetailFinder]:  # type: ignore[empty-body]
    """What is ticked off by itself."""


@hookspec
def register_claim_extractors(settings: Mapping[str, Any]) -> Sequence[ClaimExtractor]:  # type: ignore[empty-body]
    """How sentences are cut into claims."""


@hookspec
def register_contradiction_detectors(settings: Mapping[str, Any]) -> Sequence[ContradictionDetector]:  # type: ignore[empty-body]
    """What speaks against what."""


@hookspec
def register_assessors(settings: Mapping[str, Any]) -> Sequence[Assessor]:  # type: ignore[empty-body]
    """Whether, how urgently and how a claim can be checked."""


@hookspec
def register_columns(settings: Mapping[str, Any]) -> Sequence[Column]:  # type: ignore[empty-body]
    """Columns of the worksheet's tables."""


@hookspec
def register_formats(settings: Mapping[str, Any]) -> Sequence[Format]:  # type: ignore[empty-body]
    """Output formats, and reading them back."""


@hookspec
def review_worksheet(worksheet: Worksheet, ctx: Context) -> Worksheet | None:
    """Last look at the finished worksheet: may reorder and annotate; None leaves it as it is."""


RECORDS: dict[str, type] = {
    "register_readers": Reader,
    "register_lexicons": Lexicon,
    "register_attributors": Attributor,
    "register_detail_finders": DetailFinder,
    "register_claim_extractors": ClaimExtractor,
    "register_contradiction_detectors": ContradictionDetector,
    "register_assessors": Assessor,
    "register_columns": Column,
    "register_formats": Format,
}
"""The record type of each registering hook."""
