"""A house's rules from one TOML file: statuses, columns, words that are not printed, how many sources a claim needs.

One file, nothing to install. Flags and columns only; it changes no claim and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.model.claim import Claim
from factcheck.model.claim_parts import Flag
from factcheck.model.errors import FactcheckError
from factcheck.model.vocabulary import Term
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Assessment, Assessor, Column, Plugin, Setting

PLUGIN = Plugin(title="House style", settings=(Setting("file", "", "the TOML file with the house's rules"),))
BANNED = Term("house_style.banned", "House style", "the house does not print this")
SOURCES = Term("house_style.sources", "Needs another source", "the house wants more sources for this")
TABLES = ("statuses", "columns", "banned", "sources")


def rules(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """The house's rules.

    Raises:
        FactcheckError: no file is set, it cannot be read, or a table of it means nothing.
    """
    import tomli

    path = settings["file"]
    if not path:
        raise FactcheckError(
            "no file is set", "house_style", 'write [settings.house_style] file = "house.toml", or --set house_style.file=…'
        )
    try:
        given = tomli.loads(Path(path).expanduser().read_text("utf-8"))
    except tomli.TOMLDecodeError as error:
        raise FactcheckError(f"is no TOML: {error}", path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(f"cannot be read: {error}", path) from None
    for key in given:
        if key not in TABLES:
            raise FactcheckError(f"there is no table {key!r}", path, f"it may have {', '.join(TABLES)}")
    return given


@hookimpl
def register_columns(settings: Mapping[str, Any]) -> Iterator[Column]:
    """The house's own status, and its columns for people."""
    given = rules(settings)
    if given.get("statuses"):
        yield Column(id="house_style.status", title="House status", type="choice", choices=tuple(given["statuses"]), group="house")
    for column in given.get("columns", ()):
        choices = tuple(column.get("choices", ()))
        kind = column.get("type", "choice" if choices else "text")
        yield Column(id=f"house_style.{column['id']}", title=column["title"], type=kind, choices=choices, group="house")


@hookimpl
def register_assessors(settings: Mapping[str, Any]) -> list[Assessor]:
    """Words that are not printed, and claims that need more sources than they have."""
    given = rules(settings)
    phrases = given.get("banned", {})
    found = {words.lower(): instead for words, instead in phrases.items()}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE) if phrases else None
    return [
        Assessor(id="house_style.banned", title=BANNED.title, source="the house's style file", terms=(BANNED,), priority=200,
                 assess=partial(banned, pattern, found)),
        Assessor(id="house_style.sources", title=SOURCES.title, source="the house's style file", terms=(SOURCES,), priority=200,
                 assess=partial(sourced, given.get("sources", {}))),
    ]  # fmt: skip


def banned(pattern: re.Pattern[str] | None, instead: Mapping[str, str], claim: Claim, ctx: Context) -> Assessment:
    """A flag at each phrase that the house does not print; not inside a quotation, where it is somebody else's."""
    if pattern is None:
        return Assessment()
    quoted = [(d.start, d.end) for d in claim.details if d.kind == "quotation"]
    flags = []
    for m in pattern.finditer(claim.text):
        start, end = claim.start + m.start(), claim.start + m.end()
        if not any(s <= start and end <= e for s, e in quoted) and not (claim.attribution and claim.attribution.quotation == "direct"):
            flags.append(Flag(BANNED.id, (start, end), f"Not printed here: “{m.group()}”. {instead[m.group().lower()]}"))
    return Assessment(flags=tuple(flags))


def sourced(wanted: Mapping[str, int], claim: Claim, ctx: Context) -> Assessment:
    """A flag where a claim that carries one of the named flags has fewer sources than the house wants."""
    have = {a.source for a in (claim.attribution, *claim.further_attributions) if a}
    for flag in claim.flags:
        need = wanted.get(flag.code, 0)
        if len(have) < need:
            told = f"{flag.code.replace('_', ' ').capitalize()}: the house wants {need} sources, the article names {len(have)}."
            return Assessment(flags=(Flag(SOURCES.id, flag.span, told),), checks=(f"a further source, {need} in all",))
    return Assessment()
