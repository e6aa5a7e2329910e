"""Prints the table of figures, and writes it with a bar picture into the docs. No dates, no names of machines."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quality.tally import FIGURES, Tally, pooled

ROOT = Path(__file__).resolve().parents[2]
PAGE, PICTURE = ROOT / "docs" / "quality.md", ROOT / "docs" / "quality.svg"
BEGIN, END = "<!-- figures: made by benchmarks/quality/run.py --report -->", "<!-- end of figures -->"
ROW, LEFT, WIDE = 22, 240, 400  # pixels: a row, the names, a bar of 1.00


def cell(tally: Tally, figure: str) -> str:
    """A figure as people read it."""
    value = tally.value(figure)
    return "–" if value is None else f"{value:.2f}"


def table(tallies: dict[str, Tally], every: Tally) -> str:
    """A column for each article, one for all together, one for those that no rule was written on."""
    columns = {**tallies, "ALL": every, "UNSEEN": pooled(tallies.values(), seen=False)}
    first = max(len(f.id) for f in FIGURES) + 1
    short = {name: name.split("-")[0][:7] for name in columns}
    lines = ["".ljust(first) + "".join(short[name].rjust(8) for name in columns)]
    for figure in FIGURES:
        lines.append(figure.id.ljust(first) + "".join(cell(t, figure.id).rjust(8) for t in columns.values()))
    return "\n".join(lines)


def markdown(tallies: dict[str, Tally], every: Tally, floors: dict[str, float]) -> str:
    """Two tables: the pooled figures with their floors, and the main figures by article."""
    lines = ["| figure | all articles | counted | floor | unseen | what it is |", "|---|---|---|---|---|---|"]
    unseen = pooled(tallies.values(), seen=False)
    for f in FIGURES:
        hits, of = every.counts.get(f.id, (0, 0))
        floor = floors.get(f.id)
        held = "" if floor is None else f"{'≥' if f.up else '≤'} {floor:.2f}"
        lines.append(f"| {f.id} | {cell(every, f.id)} | {f'{hits}/{of}' if of else ''} | {held} | {cell(unseen, f.id)} | {f.meaning} |")
    main = ("claim_f1", "claim_coverage", "source", "source_resolved", "level", "details", "conflicts_must", "conflicts_precision")
    lines += ["", "| article | " + " | ".join(main) + " |", "|---" * (len(main) + 1) + "|"]
    # of passages there are only the figures of the first table
    articles = {name: t for name, t in tallies.items() if t.value("claim_f1") is not None}
    lines += [f"| {name} | " + " | ".join(cell(t, m) for m in main) + " |" for name, t in articles.items()]
    return "\n".join(lines)


def svg(every: Tally, floors: dict[str, float]) -> str:
    """A bar for each rate, with a line where its floor is; grey where less is better. Numbers beside, so that colour says nothing alone."""
    shown = [f for f in FIGURES if f.id != "tool_per_gold" and every.value(f.id) is not None]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDE + 60}" height="{ROW * len(shown) + 10}" '
        'font-family="sans-serif" font-size="12" role="img" aria-label="Quality figures of all articles, with their floors">',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
    ]
    for i, f in enumerate(shown):
        value = every.value(f.id) or 0.0
        y = 5 + i * ROW
        out.append(f'<text x="{LEFT - 8}" y="{y + 15}" text-anchor="end" fill="#222222">{f.id}{"" if f.up else " (less is better)"}</text>')
        out.append(f'<rect x="{LEFT}" y="{y + 3}" width="{WIDE}" height="{ROW - 6}" fill="#eeeeee"/>')
        colour = "#2f6f9f" if f.up else "#888888"
        out.append(f'<rect x="{LEFT}" y="{y + 3}" width="{value * WIDE:.1f}" height="{ROW - 6}" fill="{colour}"/>')
        if f.id in floors:
            x = LEFT + floors[f.id] * WIDE
            out.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y}" y2="{y + ROW}" stroke="#000000" stroke-width="2"/>')
        out.append(f'<text x="{LEFT + WIDE + 8}" y="{y + 15}" fill="#222222">{value:.2f}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def write(tallies: dict[str, Tally], every: Tally, floors: dict[str, float], page: Path = PAGE, picture: Path = PICTURE) -> None:
    """Put the tables between the marks of the page, and the picture beside it."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{markdown(tallies, every, floors)}\n{END}{after}", "utf-8")
    picture.write_text(svg(every, floors), "utf-8")
