"""The Python API: ``read``, ``generate``, ``load``, ``write``. The command line does nothing that this cannot.

>>> import factcheck
>>> sheet = factcheck.generate(factcheck.read(b"The bridge opened in 1998.", name="draft.txt"))
>>> [claim.text for claim in sheet.claims]
['The bridge opened in 1998']
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck import files, pipeline
from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.view import View
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.builtin import MODULES, OUTPUT
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.records import Column, Format, Source, WriteOptions
from factcheck.worksheet import practice
from factcheck.worksheet.merge import TABLE


def read(source: str | Path | bytes, *, name: str | None = None, published: str | None = None, manager: Manager | None = None) -> Article:
    """Read an article.

    Args:
        source: a path, or the bytes themselves.
        name: the file's name, which chooses the reader; needed for bytes of another kind than plain text.
        published: publication date, ISO; wins over what the article says.
        manager: a plugin manager of ``create_manager``; built-in and installed plugins by default.
    Raises:
        FactcheckError: it cannot be read.
    """
    data = source if isinstance(source, bytes) else files.read_bytes(Path(source))
    shown = name if name is not None else "" if isinstance(source, bytes) else Path(source).name
    return pipeline.read_article(manager or create_manager(), Source(Path(shown).name, data, published=published))


def generate(article: Article, *, manager: Manager | None = None) -> Worksheet:
    """Make the worksheet of an article; what failed is in its ``problems``."""
    return pipeline.generate(manager or create_manager(), article)


def load(path: str | Path, *, manager: Manager | None = None) -> Worksheet:
    """Read a worksheet back, with all that people typed.

    Raises:
        FactcheckError: no format reads it, or it is no worksheet; names the cell or key.
    """
    manager = manager or create_manager(builtins=OUTPUT)
    path = Path(path)
    return load_bytes(files.read_bytes(path), path.name, manager)


def load_bytes(data: bytes, name: str, manager: Manager) -> Worksheet:
    """Read a worksheet from bytes; the name's suffix chooses the format."""
    suffix = Path(name).suffix.lower()
    found = next((f for f in formats(manager) if f.suffix == suffix), None)
    if found is None or found.read is None:
        *others, last = (f.suffix for f in formats(manager) if f.read)
        able = f"give the worksheet as {', '.join(others)} or {last}"
        page = "press Save on the page and give the .json file that it writes" if suffix == ".html" else ""
        article = "an article gets its worksheet by 'factcheck generate'; " if found is None else ""
        told = f"{suffix} files are not read back" if suffix else "a file without suffix is not read back"
        raise FactcheckError(told, name, page or article + able)
    return manager.ask(found, "format", found.read, data, name)


def dump(
    worksheet: Worksheet,
    format_id: str,
    *,
    manager: Manager | None = None,
    templates: str | None = None,
    date: str | None = None,
    tables: tuple[str, ...] = (),
    parts: tuple[str, ...] = (),
) -> bytes:
    """A worksheet in a format, as bytes.

    Args:
        format_id: xlsx, html, json, csv, markdown, or a plugin's.
        templates: a folder whose templates win over the packaged ones.
        date: a date to print, ISO.
        tables: ids of the tables that were asked for; () is all. A format that is no plain list writes all.
        parts: of the page: cover, proof, rows, contradictions, tables, calls; () is all, of which the call sheets are not printed.
    """
    manager = manager or create_manager(builtins=OUTPUT)
    chosen = one(formats(manager), format_id)
    if worksheet.extract == TABLE:
        raise FactcheckError("a table alone holds no article", hint="merge it into the worksheet that it was made from")
    settings = manager.settings_of(chosen.by.split(":")[0])
    options = WriteOptions(templates, date, columns_for(worksheet, manager), tables, settings, parts)
    data = manager.ask(chosen, "format", chosen.write, worksheet, options)
    if not isinstance(data, bytes):
        raise FactcheckError(f"the plugin {chosen.by.split(':')[0]!r} wrote {type(data).__name__}, not bytes", hint="tell its author")
    return data


def write(
    worksheet: Worksheet, path: str | Path, *, format_id: str | None = None, force: bool = False, manager: Manager | None = None
) -> Path:
    """Write a worksheet; the suffix chooses the format. An existing file is refused without ``force``.

    Raises:
        FactcheckError: the target exists or cannot be written.
    """
    manager = manager or create_manager(builtins=OUTPUT)
    path = Path(path)
    files.refuse_existing(path, force=force)
    chosen = one(formats(manager), format_id) if format_id else format_for(manager, path.suffix.lower(), str(path))
    files.write_atomic(path, dump(worksheet, chosen.id, manager=manager), force=force)
    return path


def formats(manager: Manager) -> tuple[Format, ...]:
    """The formats of a manager."""
    return manager.collect("register_formats")


def one(known: tuple[Format, ...], format_id: str) -> Format:
    """A format by its id."""
    for f in known:
        if f.id == format_id:
            return f
    ids = {key.casefold(): f.id for f in known for key in (f.id, f.suffix.lstrip("."))}
    called = {word.strip(",.").casefold(): f.id for f in reversed(known) for word in f.title.split()}
    wanted = format_id.casefold().lstrip(".")
    ids |= {wanted: called[wanted]} if wanted in called else {}  # "excel", by its title
    near = difflib.get_close_matches(wanted, ids, n=1)
    meant = f"did you mean {ids[near[0]]!r}? " if near else ""
    raise FactcheckError(f"there is no format {format_id!r}", hint=f"{meant}choose one of {', '.join(f.id for f in known)}")


def format_for(manager: Manager, suffix: str, name: str) -> Format:
    """A format by the suffix of a file."""
    for f in formats(manager):
        if f.suffix == suffix:
            return f
    able = ", ".join(f.suffix for f in formats(manager))
    if not suffix:
        raise FactcheckError("has no suffix to say in which format", name, f"add one of {able}, or a slash where it is a folder")
    raise FactcheckError(f"no format has the suffix {suffix!r}", name, f"use one of {able}")


def columns_for(worksheet: Worksheet, manager: Manager) -> tuple[Column, ...]:
    """The columns to write: those of the manager, and those that the worksheet declares and no plugin here knows."""
    known: tuple[Column, ...] = manager.collect("register_columns")
    if worksheet.practice:
        known = practice.columns(known)
    have = {(c.table, c.id) for c in known}
    foreign = [
        Column(
            id=c.id,
            title=c.title,
            side=c.side,
            type=c.type,
            choices=c.choices,
            table=c.table,
            by=f"{c.provider}:{c.id}",
            value=_cell(c.id) if c.side == "machine" else None,
            group=c.provider,
        )
        for c in worksheet.columns
        if (c.table, c.id) not in have
    ]
    cells = [_from_cells(c) for c in known]
    return (*cells, *foreign)


def _from_cells(column: Column) -> Column:
    """A plugin's machine column reads the value that the worksheet keeps, so that it is computed once."""
    if column.value is None or column.table != "claims" or column.by.startswith("factcheck:"):
        return column
    return dataclasses.replace(column, value=_cell(column.id))


def _cell(key: str) -> Callable[[Any, View], str]:
    return lambda row, view: getattr(row, "cells", {}).get(key, "")


__all__ = ["MODULES", "dump", "generate", "load", "load_bytes", "read", "write"]
