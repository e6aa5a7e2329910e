"""The index in the making: what it knows again, what it passes over, what it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.ledger import JOURNAL, Ledger
from factcheck.worksheet.summary import Summary

NAMES = [f"in/a{n}.txt" for n in range(5)]


def made(name: str, **more: object) -> Summary:
    return Summary.from_json({"article": name, "digest": "d", "order": "kind", "worksheets": (f"out/{Path(name).stem}.json",), **more})


def test_what_is_written_down_is_found_again_of_the_same_kind_only(tmp_path: Path) -> None:
    with Ledger(tmp_path, NAMES) as ledger:
        for n, more in enumerate(({"claims": 7}, {"order": "other"}, {"failed": "is empty"}, {})):
            ledger.add(n, made(NAMES[n], **more))
        assert ledger.failed == 1
    with Ledger(tmp_path, NAMES[::-1]) as ledger:  # other numbers
        assert [ledger.get(n) for n in range(5)] == [None] * 5
        ledger.find("kind")
        assert [ledger.get(n) for n in range(5)] == [None, made(NAMES[3]), None, None, made(NAMES[0], claims=7)]
        ledger.forget(1)
        assert ledger.get(1) is None and ledger.failed == 0


@pytest.mark.parametrize("cut", [1, 30])
def test_a_line_that_was_cut_off_costs_only_itself(cut: int, tmp_path: Path) -> None:
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.add(0, made(NAMES[0]))
        ledger.add(1, made(NAMES[1]))
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes()[:-cut])
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.add(2, made(NAMES[2]))
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.find("kind")
        assert [n for n in range(5) if ledger.get(n)] == ([0, 1, 2] if cut == 1 else [0, 2])


@pytest.mark.parametrize("line", [b"[]", b"null", b'{"article": 3}', b"\xff\xfe", b'{"article": "in/a0.txt", "order": []}', b""])
def test_lines_that_mean_nothing_are_passed_over(line: bytes, tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_bytes(line + b"\n")
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.find("kind")
        assert all(ledger.get(n) is None for n in range(5))


def test_the_journals_word_is_newer_than_the_indexs(tmp_path: Path) -> None:
    with Ledger(tmp_path, NAMES) as ledger:
        for n, name in enumerate(NAMES):
            ledger.add(n, made(name, claims=1))
        ledger.write_index()
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.add(2, made(NAMES[2], claims=2))
    with Ledger(tmp_path, NAMES) as ledger:
        ledger.find("kind")
        assert [summary.claims for n in range(5) if (summary := ledger.get(n))] == [1, 1, 2, 1, 1]


def test_the_index_is_in_the_articles_order_and_the_page_by_weight(tmp_path: Path) -> None:
    odd = "in/\udce9.txt"
    with Ledger(tmp_path, [*NAMES, odd]) as ledger:
        ledger.add(3, made(NAMES[3], conflicts={"conflict": 2}, title="Third"))
        ledger.add(0, made(NAMES[0], title="Nought"))
        ledger.add(4, made(NAMES[4], failed="is empty"))
        ledger.add(5, made(odd, high=1))
        ledger.write_index()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index.html", "index.jsonl", "index.xlsx"]
    lines = (tmp_path / "index.jsonl").read_bytes().splitlines()
    assert [json.loads(line)["article"] for line in lines] == [NAMES[0], NAMES[3], NAMES[4], odd]
    page = (tmp_path / "index.html").read_text("utf-8")
    assert page.index("is empty") < page.index("Third") < page.index("udce9") < page.index("Nought")
    assert "Worksheets of 4 articles" in page
