"""``--explain``: every rule that touched a claim is named, with its words and its authority."""

from __future__ import annotations

import pytest

from factcheck.explain import explain
from factcheck.model.errors import FactcheckError
from factcheck.pipeline import generate, read_article
from factcheck.plugin.manager import Manager
from factcheck.plugin.records import Source

TEXT = "Nine boats sank on Monday, the coast guard said.\n\nSeven boats sank on Monday, a union official said.\n"


def article(manager: Manager):
    return read_article(manager, Source("draft.txt", TEXT.encode("utf-8")))


def test_every_part_of_the_row_is_told_with_its_rule(builtin_manager: Manager) -> None:
    (lines,) = explain(builtin_manager, article(builtin_manager), ["C001"])
    claim = generate(builtin_manager, article(builtin_manager)).claims[0]
    said = "\n".join(lines)
    assert lines[0].startswith("C001 ") and claim.text in lines[0]
    parts = (claim, claim.attribution) if claim.attribution else (claim,)
    for by in (*(p.by for p in parts), *(d.by for d in claim.details), *(f.by for f in claim.flags)):
        assert f"[{by}: " in said
    for words in (*claim.verifiability.routes, *claim.verifiability.checks, claim.verifiability.reason, claim.verifiability.priority):
        assert words in said


def test_a_claim_that_is_not_there_gets_the_nearest(builtin_manager: Manager) -> None:
    with pytest.raises(FactcheckError, match=r"there is no claim 'c01'; did you mean C001\?"):
        explain(builtin_manager, article(builtin_manager), ["c01"])
