"""Times whole processes in one run, in turn, and prints ratios: start-up against click, workbook and page against a bare script each.

    python benchmarks/speed/run.py [--runs N] [--article FILE]

Asserts nothing: the figures go into docs/performance.md and the changelog.
"""

from __future__ import annotations

import argparse
import compileall
import dataclasses
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import json, sys
from openpyxl import Workbook
book = Workbook()
book.remove(book.active)
for title, rows in json.load(open(sys.argv[1], encoding="utf-8")):
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
book.save(sys.argv[2])
"""
BARE_PAGE = """
import json, sys
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
env = Environment(loader=FileSystemLoader(sys.argv[2]), autoescape=True, trim_blocks=True, lstrip_blocks=True)
data = json.load(open(sys.argv[1], encoding="utf-8"))
for name in ("style", "script", "worksheet", "settings"):
    data[name] = Markup(data[name])
html = env.get_template("page.html.j2").render(**data)
open(sys.argv[3], "w", encoding="utf-8").write(html)
"""
"""Writes the very same bytes with our templates, from all that they ask for as JSON."""


def seconds(command: list[str]) -> float:
    """Processor time of one whole process, which other processes disturb least; the time on the clock where a system tells none."""
    start, before = time.perf_counter(), _spent()
    subprocess.run(command, check=True, capture_output=True)
    return _spent() - before or time.perf_counter() - start


def _spent() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pair(name: str, a: list[str], b: list[str], runs: int, limit: float) -> None:
    """Run two commands in turn after a warm-up of each and print the median of the ratios."""
    seconds(a), seconds(b)
    rows = [(seconds(a), seconds(b)) for _ in range(runs)]
    ratio = statistics.median(x / y for x, y in rows)
    left, right = (statistics.median(r[i] for r in rows) for i in (0, 1))
    print(f"{name:34} {left * 1000:7.0f} ms {right * 1000:7.0f} ms   ratio {ratio:5.2f}   wanted at most {limit}")


def cells_of(workbook: Path, target: Path) -> None:
    """The values of every cell of a workbook, for the bare script."""
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    sheets = [[s.title, [["" if c.value is None else str(c.value) for c in row] for row in s.iter_rows()]] for s in book.worksheets]
    target.write_text(json.dumps(sheets), "utf-8")


def ready_page(article: Path, target: Path) -> bytes:
    """All that the template of the page asks for, as JSON; returns the page that it makes."""
    from jinja2 import Template

    from factcheck import api
    from factcheck.plugin.manager import create_manager

    manager = create_manager()
    sheet = api.generate(api.read(article, manager=manager), manager=manager)
    asked: dict[str, object] = {}
    render = Template.render

    def noted(template: Template, **given: object) -> str:
        if template.name == "page.html.j2":
            asked.update(given)
        return render(template, **given)

    Template.render = noted  # type: ignore[method-assign, assignment]
    try:
        page = api.dump(sheet, "html", manager=manager)
    finally:
        Template.render = render  # type: ignore[method-assign]
    target.write_text(json.dumps(_plain(asked)), "utf-8")
    return page


def _plain(value: object) -> object:
    """Records as dictionaries, with their properties."""
    if dataclasses.is_dataclass(value):
        names = {f.name for f in dataclasses.fields(value)} | {n for n in dir(type(value)) if not n.startswith("_")}
        return {name: _plain(found) for name in sorted(names) if not callable(found := getattr(value, name))}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--article", type=Path, default=ROOT / "examples" / "harbour-fire.txt")
    args = parser.parse_args()
    compileall.compile_dir(str(ROOT / "factcheck"), quiet=1)  # as installed: with bytecode, like the libraries it is compared with
    python = sys.executable
    factcheck = [python, "-m", "factcheck"]
    print(f"{'whole processes':34} {'ours':>10} {'other':>10}")
    pair("factcheck --help / import click", [*factcheck, "--help"], [python, "-c", "import click"], args.runs, 2.2)
    with tempfile.TemporaryDirectory() as folder:
        made, cells, bare = Path(folder, "w.xlsx"), Path(folder, "cells.json"), Path(folder, "bare.py")
        generate = [*factcheck, "generate", str(args.article), "-o", str(made), "--force"]
        seconds(generate)
        cells_of(made, cells)
        bare.write_text(BARE, "utf-8")
        pair("generate to xlsx / bare openpyxl", generate, [python, str(bare), str(cells), str(Path(folder, "bare.xlsx"))], args.runs, 2)
        for old in Path(folder).glob("*.bak*"):
            old.unlink()
        ready, bare_page = Path(folder, "page.json"), Path(folder, "bare_page.py")
        page = ready_page(args.article, ready)
        bare_page.write_text(BARE_PAGE, "utf-8")
        generate_page = [*factcheck, "generate", str(args.article), "-o", str(Path(folder, "w.html")), "--force"]
        bare_command = [python, str(bare_page), str(ready), str(ROOT / "templates" / "worksheet"), str(Path(folder, "bare.html"))]
        pair("generate to html / bare jinja2", generate_page, bare_command, args.runs, 2.5)
        print("the bare page is the same" if Path(folder, "bare.html").read_bytes() == page else "THE BARE PAGE DIFFERS")
        generate_json = [*factcheck, "generate", str(args.article), "-o", str(Path(folder, "w.json")), "--force"]
        pair("generate to json / import click", generate_json, [python, "-c", "import click"], args.runs, float("inf"))


if __name__ == "__main__":
    main()
