"""Registers the packaged lexicons, each loaded when first asked for."""

from __future__ import annotations

from functools import partial
from importlib.resources import files

from factcheck.language.lexicon import load_packaged
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Lexicon


@hookimpl
def register_lexicons() -> list[Lexicon]:
    """One record for each ``factcheck/language/lexicon/NAME.toml``."""
    folder = files("factcheck.language").joinpath("lexicon")
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    return [Lexicon(id=name, name=name, title=f"packaged lexicon {name}", load=partial(load_packaged, name)) for name in names]
