"""``factcheck status``: what is done and what is open."""

from __future__ import annotations

import dataclasses
import difflib
import json
from collections.abc import Iterator

import click

from factcheck.cli.common import PluginOptions, load, plugin_options, say, tell_failures
from factcheck.model import vocabulary
from factcheck.model.claim import Claim
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.plugin.builtin import OUTPUT
from factcheck.worksheet.merge import TABLE
from factcheck.worksheet.progress import Progress, progress

SHOWN = 12


@click.command("status", short_help="Say what is done and what is open.")
@click.argument("worksheet", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.option("--require-done", is_flag=True, help="Exit with 1 while a row is open: a gate before publication.")
@plugin_options
def command(worksheet: str, as_json: bool, require_done: bool, options: PluginOptions) -> int:
    """Count what is done and open in FILE: by status, priority and checker; who is waited for; the open high rows.

    A row that is Confirmed without evidence counts as open; Confirmed as said is counted apart.
    """
    manager = options.manager(OUTPUT)
    tell_failures(manager, verbose=options.verbose)
    view = View(load(worksheet, manager))
    extract = view.worksheet.extract
    if extract and require_done:
        raise FactcheckError(f"holds only a part of its rows ({extract})", worksheet, "ask the whole worksheet whether all is done")
    if extract == TABLE:
        say(f"{worksheet}: a table; rows that are not in it are not counted. 'factcheck merge' brings it back into its worksheet")
    elif extract:
        say(f"{worksheet}: an extract ({extract}); the rows that it leaves out are not counted")
    counted = progress(view)
    if as_json:
        click.echo(
            json.dumps({"file": worksheet, "title": view.article.title, **dataclasses.asdict(counted)}, indent=1, ensure_ascii=False)
        )
    else:
        for line in _lines(counted, view):
            click.echo(line)
    return 1 if require_done and counted.done < counted.rows else 0


def _lines(p: Progress, view: View) -> Iterator[str]:
    yield f"{p.done} of {p.rows} rows done" + (f" · {view.article.title}" if view.article.title else "")
    yield "status:   " + ", ".join(f"{t.title} {p.statuses[t.id]}" for t in vocabulary.STATUSES if p.statuses.get(t.id)) + _others(p)
    yield "priority: " + ", ".join(f"{k} {done} of {n}" for k, (done, n) in sorted(p.priorities.items(), key=lambda row: _rank(row[0])))
    if p.checkers:
        yield "checkers: " + ", ".join(f"{who or 'not signed'} {n}" for who, n in sorted(p.checkers.items()))
    for who, rows in p.waiting.items():
        yield f"waiting for {vocabulary.title(vocabulary.WAITING_FOR, who).lower()}: {', '.join(rows)}"
    unknown = {k: n for k, n in p.statuses.items() if k not in vocabulary.ids(vocabulary.STATUSES)}
    for words in unknown:
        yield f"no status (open): {words!r} on {', '.join(_rows_with(words, view))}; {_hint(words)}"
    if p.without_evidence:
        yield f"confirmed without evidence (open): {', '.join(p.without_evidence)}"
    if p.open_contradictions:
        yield f"contradictions without a resolution: {', '.join(p.open_contradictions)}"
    for cid in p.open_high[:SHOWN]:
        claim = view.claims[cid]
        yield f"open, high: {cid} {_place(view, claim)}{' '.join(claim.text.split())[:90]}"
    if len(p.open_high) > SHOWN:
        yield f"            and {len(p.open_high) - SHOWN} more"


def _others(p: Progress) -> str:
    known = set(vocabulary.ids(vocabulary.STATUSES))
    rest = {k: n for k, n in p.statuses.items() if k not in known}
    return "".join(f", {k} {n}" for k, n in rest.items())


def _rows_with(status: str, view: View) -> list[str]:
    """Ids of the rows that carry a status."""
    w = view.worksheet
    ids = (*(c.id for c in w.claims), *(a.id for a in w.added_claims))
    return [row_id for row_id in ids if view.status(row_id) == status]


def _hint(words: str) -> str:
    """Which statuses there are; the nearest one first where one is near."""
    titles = {t.title.casefold(): t.title for t in vocabulary.STATUSES}
    near = difflib.get_close_matches(words.casefold(), titles, n=1)
    meant = f"did you mean {titles[near[0]]}? " if near else ""
    return f"{meant}type one of {', '.join(titles.values())}"


def _place(view: View, claim: Claim) -> str:
    place = view.position(claim)
    return f"¶{place} " if place else ""


def _rank(priority: str) -> int:
    order = (*vocabulary.ids(vocabulary.PRIORITIES), "added")
    return order.index(priority) if priority in order else len(order)
