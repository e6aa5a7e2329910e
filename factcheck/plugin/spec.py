"""The hooks. Each returns records; ``review_worksheet`` alone sees the whole worksheet. See docs/plugins/hooks."""

from __future__ import annotations

from collections.abc import Sequence

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
def register_readers() -> Sequence[Reader]:  # type: ignore[empty-body]
    """Input formats."""


@hookspec
def register_lexicons() -> Sequence[Lexicon]:  # type: ignore[empty-body]
    """Words for the analysis."""


@hookspec
def register_attributors() -> Sequence[Attributor]:  # type: ignore[empty-body]
    """Who says what."""


@hookspec
def register_detail_finders() -> Sequence[DetailFinder]:  # type: ignore[empty-body]
    """What is ticked off by itself."""


@hookspec
def register_claim_extractors() -> Sequence[ClaimExtractor]:  # type: ignore[empty-body]
    """How sentences are cut into claims."""


@hookspec
def register_contradiction_detectors() -> Sequence[ContradictionDetector]:  # type: ignore[empty-body]
    """What speaks against what."""


@hookspec
def register_assessors() -> Sequence[Assessor]:  # type: ignore[empty-body]
    """Whether, how urgently and how a claim can be checked."""


@hookspec
def register_columns() -> Sequence[Column]:  # type: ignore[empty-body]
    """Columns of the worksheet's tables."""


@hookspec
def register_formats() -> Sequence[Format]:  # type: ignore[empty-body]
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
