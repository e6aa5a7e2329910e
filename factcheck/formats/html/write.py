"""Renders the page: one self-contained file, nothing loaded from anywhere. The only place for jinja2."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.bccache import Bucket
from markupsafe import Markup

from factcheck.formats import templates
from factcheck.formats.html import embed
from factcheck.formats.html.build import build
from factcheck.formats.index import Rows
from factcheck.model import kept
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.records import WriteOptions

STYLES = ("base.css", "proof.css", "rows.css", "tables.css", "screen.css", "paper.css.j2")
SCRIPTS = ("store.js", "fields.js", "rows.js", "keys.js", "page.js")
"""Joined into one script in this order, inside one function: nothing leaks into the window."""


class _Kept(BytecodeCache):
    """Templates as jinja2 compiled them, beside the templates: compiling takes longer than filling them in."""

    def load_bytecode(self, bucket: Bucket) -> None:
        made = kept.load(_file(bucket), _made_from(bucket))
        if made is not None:
            bucket.bytecode_from_string(made)

    def dump_bytecode(self, bucket: Bucket) -> None:
        kept.store(_file(bucket), _made_from(bucket), bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name


def _file(bucket: Bucket) -> Path:
    return Path(bucket.key)


def _made_from(bucket: Bucket) -> bytes:
    """All that the compiled form depends on: the template, jinja2, and how it is asked to read."""
    env = bucket.environment
    return repr((bucket.checksum, jinja2.__version__, env.autoescape, env.trim_blocks, env.lstrip_blocks, sorted(env.filters))).encode()


def environment(override: str | None, group: str = "worksheet") -> Environment:
    """Jinja2 with everything escaped and every unknown name an error."""
    found = FileSystemLoader([str(p) for p in templates.folders(group, override)])
    env = Environment(
        loader=found, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False
    )
    env.bytecode_cache = _Kept() if override is None else None  # of the project's own templates only
    env.filters["css_string"] = lambda text: Markup(embed.css_string(text))
    return env


def index_page(rows: Rows, override: str | None, out: IO[bytes]) -> None:
    """Write the index over many worksheets as UTF-8, row by row."""
    for piece in environment(override, "index").get_template("index.html.j2").generate(rows=rows):
        out.write(piece.encode("utf-8", "backslashreplace"))


def write(worksheet: Worksheet, options: WriteOptions) -> bytes:
    """The page as UTF-8.

    Raises:
        FactcheckError: a template of the user's own is broken, with its name and line.
    """
    env = environment(options.templates)
    page = build(worksheet, options.columns, options.date, options.parts)
    try:
        style = "".join(env.get_template(name).render(page=page) if name.endswith(".j2") else _source(env, name) for name in STYLES)
        script = '(() => {\n"use strict";\n' + "".join(_source(env, name) for name in SCRIPTS) + "})();\n"
        html = env.get_template("page.html.j2").render(
            page=page,
            style=Markup(style),
            script=Markup(script),
            policy=embed.policy(style, script),
            worksheet=Markup(page.worksheet),
            settings=Markup(page.settings),
        )
    except TemplateNotFound as error:
        raise FactcheckError(
            f"the template {error.name!r} is missing", options.templates or "", "name it as the one that it replaces"
        ) from error
    except TemplateError as error:
        where = f"{getattr(error, 'filename', None) or options.templates or 'templates'}:{getattr(error, 'lineno', '')}".rstrip(":")
        raise FactcheckError(
            f"the template cannot be used ({error.message})", where, "what a template is given is described in factcheck.formats.html.page"
        ) from error
    return html.encode("utf-8", "backslashreplace")


def _source(env: Environment, name: str) -> str:
    assert env.loader is not None
    return env.loader.get_source(env, name)[0].rstrip() + "\n"
