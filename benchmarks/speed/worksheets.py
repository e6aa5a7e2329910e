"""Times big worksheets: 5,000 rows written and read back against bare openpyxl, update against generate. Asserts nothing.

    python benchmarks/speed/worksheets.py [--rows N] [--runs N] [--article FILE]

Bare writing is a streaming workbook with the same values in the same looks, each look made once; bare reading is ``load_workbook``. Both
sides work in this process, in turn, and the processor time counts.
"""

from __future__ import annotations

import argparse
import dataclasses
import gc
import io
import statistics
import time
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from factcheck import api
from factcheck.formats import excel, json_format
from factcheck.model.article import Article, Block, Sentence
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.records import WriteOptions
from factcheck.worksheet.update import update

ROOT = Path(__file__).resolve().parents[2]
GAP = "\n\n"


def grown(sheet: Worksheet, rows: int) -> Worksheet:
    """A worksheet whose article stands there so often that it has this many rows; the first half is filled in."""
    a, size = sheet.article, len(sheet.article.text) + len(GAP)
    times = -(-rows // len(sheet.claims))
    claims: list[Any] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for n in range(times):
        off = n * size
        names = {c.id: f"C{len(claims) + i + 1:04}" for i, c in enumerate(sheet.claims)}
        blocks += [dataclasses.replace(b, number=b.number + n * len(a.blocks), start=b.start + off, end=b.end + off) for b in a.blocks]
        sentences += [
            dataclasses.replace(
                s,
                number=s.number + n * len(a.sentences),
                block=s.block + n * len(a.blocks),
                start=s.start + off,
                end=s.end + off,
                claims=tuple(names[i] for i in s.claims),
            )
            for s in a.sentences
        ]
        claims += [
            dataclasses.replace(
                c,
                id=names[c.id],
                start=c.start + off,
                end=c.end + off,
                sentence=c.sentence + n * len(a.sentences),
                block=c.block + n * len(a.blocks),
                details=tuple(
                    dataclasses.replace(d, id=f"{names[c.id]}.{i}", start=d.start + off, end=d.end + off)
                    for i, d in enumerate(c.details, 1)
                ),
                attribution=None,
                further_attributions=(),
                flags=tuple(dataclasses.replace(f, span=None) for f in c.flags),
                contradictions=(),
            )
            for c in sheet.claims
        ]
    text = GAP.join([a.text] * times)
    article = Article(a.title, path="book.txt", sha256="0" * 64, text=text, blocks=tuple(blocks), sentences=tuple(sentences))
    filled = {c.id: {"status": "confirmed", "evidence": "register, p. 3", "initials": "AB"} for c in claims[: len(claims) // 2]}
    return dataclasses.replace(sheet, article=article, claims=tuple(claims), contradictions=(), sources=(), quotations=(), entries=filled)


def cells_of(data: bytes) -> list[tuple[str, list[list[tuple[Any, int] | None]]]]:
    """Values and number of the look of every cell."""
    book = load_workbook(io.BytesIO(data), rich_text=True)
    return [
        (s.title, [[(c.value, c.style_id) if c.has_style or c.value is not None else None for c in row] for row in s.iter_rows()])
        for s in book.worksheets
    ]


def looks_of(data: bytes) -> dict[int, tuple[Any, ...]]:
    """Font, fill, border, alignment and number format of each look."""
    book = load_workbook(io.BytesIO(data))
    out: dict[int, tuple[Any, ...]] = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for c in row:
                if c.style_id not in out:
                    out[c.style_id] = (*map(copy, (c.font, c.fill, c.border, c.alignment, c.protection)), c.number_format)
    return out


def bare_write(cells: list[tuple[str, list[list[tuple[Any, int] | None]]]], looks: dict[int, tuple[Any, ...]]) -> None:
    """What a careful script does: a streaming workbook, each look made once and shared by the cells that have it."""
    book = Workbook(write_only=True)
    first = book.create_sheet("looks")
    made = {}
    for number, look in looks.items():
        cell = WriteOnlyCell(first)
        cell.font, cell.fill, cell.border, cell.alignment, cell.protection, cell.number_format = look
        made[number] = cell._style
    for title, rows in cells:
        sheet = book.create_sheet(title)
        for row in rows:
            line = []
            for put in row:
                if put is None:
                    line.append(None)
                    continue
                cell = WriteOnlyCell(sheet, value=put[0])
                cell._style = made[put[1]]
                line.append(cell)
            sheet.append(line)
    book.save(io.BytesIO())


def spent(work: Callable[[], Any]) -> float:
    """Processor time of some work."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def pair(name: str, ours: Callable[[], Any], other: Callable[[], Any], runs: int, limit: float) -> None:
    """Both in turn, and the median of the ratios."""
    rows = [(spent(ours), spent(other)) for _ in range(runs)]
    left, right = (statistics.median(r[i] for r in rows) for i in (0, 1))
    print(f"{name:44} {left:7.2f} s {right:7.2f} s   ratio {statistics.median(a / b for a, b in rows):5.2f}   wanted at most {limit}")


def revised(article: Path, manager: Manager) -> tuple[Worksheet, bytes]:
    """A filled-in worksheet of an article, and the article with a comma and a digit changed."""
    data = article.read_bytes()
    sheet = api.generate(api.read(data, name=article.name, manager=manager), manager=manager)
    entries = {c.id: {"status": "confirmed", "evidence": "register"} for c in sheet.claims}
    new = data.replace(b", ", b" ", 1).replace(b"2", b"3", 1)
    return dataclasses.replace(sheet, entries=entries), new


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--article", type=Path, default=ROOT / "examples" / "harbour-fire.txt")
    args = parser.parse_args()
    manager = create_manager(entry_points=False)
    small, new = revised(args.article, manager)
    old_json = json_format.dumps(small).encode()

    def again() -> Worksheet:
        return api.generate(api.read(new, name=args.article.name, manager=manager), manager=manager)

    def carried() -> Worksheet:
        return update(json_format.read(old_json, "w.json"), again())

    pair(f"update {args.article.name} / generate", carried, again, max(args.runs, 5), 2)
    big = grown(small, args.rows)
    options = WriteOptions(columns=api.columns_for(big, manager))
    data = excel.write_xlsx(big, options)
    cells, looks = cells_of(data), looks_of(data)
    print(f"{len(big.claims)} rows, {sum(len(r) for _, rows in cells for r in rows):,} cells, {len(data) / 1e6:.1f} MB")
    pair(
        "written / bare openpyxl, same styled cells",
        lambda: excel.write_xlsx(big, options),
        lambda: bare_write(cells, looks),
        args.runs,
        1.5,
    )
    pair(
        "read back / openpyxl's own read",
        lambda: excel.read_xlsx(data, "w.xlsx"),
        lambda: load_workbook(io.BytesIO(data), data_only=True),
        args.runs,
        2,
    )


if __name__ == "__main__":
    main()
