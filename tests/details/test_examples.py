"""Every finder's own examples hold, and every finder has both sorts."""

from __future__ import annotations

import pytest

from tests.details.conftest import MODULES, make_context

_RECORDS = [r for m in MODULES for r in m.register_detail_finders()]


@pytest.mark.parametrize("record", _RECORDS, ids=lambda r: r.id)
def test_examples(record):
    assert any(e.fires for e in record.examples)
    assert any(not e.fires for e in record.examples)
    assert record.source
    for e in record.examples:
        ctx = make_context(e.text)
        found = [d.text for d in record.find(ctx.article, ctx)]
        if e.fires:
            assert e.expect in found, (e.text, found)
        else:
            assert (e.expect not in found) if e.expect else not found, (e.text, found)
