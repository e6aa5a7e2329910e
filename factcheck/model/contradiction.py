"""A contradiction: what in the article speaks against what else in it, with both places and the rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.model.article import Span
from factcheck.model.codec import doc, extra
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One conflict, however often it occurs."""

    id: str = doc("X01; for ever")
    kind: str = doc("quantity, date, polarity, opposite, denial, attribute, arithmetic, calendar, conversion, name, or plugin.kind")
    severity: str = doc("conflict, discrepancy, disputed, superseded or inconsistent_spelling")
    scope: str = doc("claim, local, article or headline")
    rule: str = doc("id of the rule that found it")
    claims: tuple[str, ...] = doc("ids of one or two representatives")
    occurrences: tuple[str, ...] = doc("ids of all claims that state either value, the representatives included", ())
    spans: tuple[Span, ...] = doc("the words that conflict, in the order of claims", ())
    explanation: str = doc("the two values and who says each, in one sentence", "")
    resolve: str = doc("what would settle it", "")
    by: str = doc("provider:record", "")
    extra: Mapping[str, Any] = extra()
