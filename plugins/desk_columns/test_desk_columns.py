from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from factcheck import api
from factcheck.plugin.manager import create_manager
from factcheck.plugin.testing import make_worksheet

FILE = Path(__file__).with_name("desk_columns.py")
TEXT = "Clinic opens on Mill Lane\n\nThe clinic has 40 beds, the mayor said.\n"


@pytest.mark.parametrize("format_id", ["xlsx", "json", "csv"])
def test_columns_are_written_and_read_back(format_id: str) -> None:
    manager = create_manager(entry_points=False, plugins=[str(FILE)])
    assert manager.problems == ()
    sheet = make_worksheet(TEXT, manager)
    claim = sheet.claims[-1]
    assert claim.cells["desk_columns.words"] == str(len(claim.text.split()))
    filled = dataclasses.replace(sheet, entries={claim.id: {"desk_columns.clearance": "Legal", "status": "in_progress"}})
    data = api.dump(filled, format_id, manager=manager)
    chosen = next(f for f in api.formats(manager) if f.id == format_id)
    assert chosen.read is not None
    # A table alone knows only the heading; merging it with its worksheet gives the column its id again.
    key = "Clearance" if format_id == "csv" else "desk_columns.clearance"
    assert chosen.read(data, f"draft{chosen.suffix}").entries[claim.id][key] == "Legal"


def test_the_page_and_the_json_declare_them() -> None:
    manager = create_manager(entry_points=False, plugins=[str(FILE)])
    sheet = make_worksheet(TEXT, manager)
    assert b"Clearance" in api.dump(sheet, "html", manager=manager)
    columns = {c["id"]: c for c in json.loads(api.dump(sheet, "json", manager=manager))["columns"]}
    assert columns["desk_columns.clearance"]["choices"] == ["Desk", "Legal", "Standards"]
    assert columns["desk_columns.clearance"]["provider"] == "desk_columns"
