"""Registers the packaged lexicons, each loaded when first asked for."""

from __future__ import annotations

from functools import partial

from factcheck.language.lexicon import load_packaged, packaged_names
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Lexicon


@hookimpl
def register_lexicons() -> list[Lexicon]:
    """One record for each ``factcheck/language/lexicon/NAME.toml``."""
    return [Lexicon(id=n, name=n, title=f"packaged lexicon {n}", load=partial(load_packaged, n)) for n in packaged_names()]
