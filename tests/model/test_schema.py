from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from factcheck.formats.json_format import dumps
from factcheck.model import schema
from factcheck.plugin.testing import make_worksheet

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_schema_file_is_what_the_records_say() -> None:
    assert json.loads((DOCS / "worksheet.schema.json").read_text("utf-8")) == json.loads(json.dumps(schema.json_schema())), (
        "run: factcheck schema > docs/worksheet.schema.json"
    )


def test_the_page_is_what_the_records_say() -> None:
    assert (DOCS / "schema.md").read_text("utf-8") == schema.markdown(), "run: factcheck schema --docs > docs/schema.md"


@pytest.mark.parametrize("article", sorted(p.name for p in EXAMPLES.glob("*.txt")))
def test_a_worksheet_meets_its_schema(article: str, builtin_manager) -> None:
    sheet = make_worksheet((EXAMPLES / article).read_text("utf-8"), builtin_manager)
    jsonschema.Draft202012Validator(schema.json_schema()).validate(json.loads(dumps(sheet)))


def test_the_schema_refuses_a_wrong_level(builtin_manager) -> None:
    data = json.loads(dumps(make_worksheet("The bridge opened in 1998.", builtin_manager)))
    data["claims"][0]["verifiability"]["level"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema.json_schema()).validate(data)


def test_every_record_and_key_is_documented() -> None:
    page = schema.markdown()
    for cls in schema.records():
        assert f"## {cls.__name__}" in page
    assert page.count("| `") > 120
