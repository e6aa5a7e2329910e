"""Where plugins come from: entry points, files, folders, module names. Finding one never imports it."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.model.errors import FactcheckError
from factcheck.model.installed import entry_points
from factcheck.model.light import dataclass
from factcheck.model.words import decoded

GROUP = "factcheck"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plugin before and after loading.

    Args:
        name: what ``-p no:NAME`` leaves out.
        provider: what stands before the colon in ``by``.
        target: module name, file or entry point it comes from.
        load: imports it.
        version: of its distribution, "" where it has none.
        error: why it could not be loaded, or None.
        off: why it was not registered though nothing failed, or None.
        distribution: the installed package it comes from, "" where it comes from none.
    """

    name: str
    provider: str
    target: str
    load: Callable[[str], Any]
    version: str = ""
    error: str | None = None
    off: str | None = None
    distribution: str = ""


def short_name(module: str) -> str:
    """A plugin's name from its module or file: the last part, without the "factcheck_" that packages put before it.

    >>> short_name("desk.factcheck_tides"), short_name("house_style")
    ('tides', 'house_style')
    """
    last = decoded(module.rsplit(".", 1)[-1])
    return last.removeprefix("factcheck_") or last


def load_module(target: str) -> Any:
    """Import a module by its dotted name."""
    return importlib.import_module(target)


def load_file(target: str) -> Any:
    """Import a plugin file under a name of its own, without touching ``sys.path``."""
    path = Path(target)
    name = f"factcheck_plugin_{path.stem}"
    found = importlib.util.spec_from_file_location(name, path)
    if found is None or found.loader is None:
        raise FactcheckError("cannot be loaded as Python", target)
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module
    try:
        found.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def entry_point_plugins() -> Iterator[Loaded]:
    """Installed plugins, sorted by (distribution, name); metadata only."""
    found = [(p.dist.name if p.dist else "", p.name, p) for p in entry_points(GROUP)]
    for distribution, name, point in sorted(found, key=lambda f: f[:2]):
        version = point.dist.version if point.dist else ""
        yield Loaded(name, name, f"{distribution}: {point.value}", _loader(point), version, distribution=distribution)


def _loader(point: Any) -> Callable[[str], Any]:
    return lambda target: point.load()


def missing(requirement: str, loaded: Sequence[Loaded]) -> str | None:
    """Why a requirement is not met, or None.

    Args:
        requirement: a plugin's name, or its package's, with or without a version (``factcheck-docx>=1.2``).
        loaded: the plugins that are here.
    """
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

    try:
        wanted = Requirement(requirement)
    except InvalidRequirement:
        return f"{requirement!r} is no requirement; write a plugin's name, or a package with a version"
    name = canonicalize_name(wanted.name)
    for plugin in loaded:
        if name in (canonicalize_name(plugin.name), canonicalize_name(plugin.distribution)):
            if plugin.error or plugin.off:
                return f"the plugin {plugin.name!r} is required, but {plugin.error or plugin.off}"
            if wanted.specifier and not wanted.specifier.contains(plugin.version or "0", prereleases=True):
                return f"{requirement} is required, but version {plugin.version or 'without a number'} is here"
            return None
    return f"the plugin {requirement!r} is required, but it is not here"


def file_plugins(folder: str | Path | None) -> Iterator[Loaded]:
    """The ``*.py`` files of a folder, in the order of their names."""
    if folder is None:
        return
    path = Path(folder)
    if not path.is_dir():
        raise FactcheckError("is no folder", str(folder), "give --plugins-dir a folder of .py files")
    for file in sorted(path.glob("*.py")):
        if not file.name.startswith(("_", "test_")):
            yield Loaded(short_name(file.stem), short_name(file.stem), str(file), load_file)


def named_plugins(names: Sequence[str]) -> Iterator[Loaded]:
    """What ``-p`` names: a file if it looks like one, else a module."""
    for name in names:
        if name.endswith(".py") or "/" in name:
            if not Path(name).is_file():
                raise FactcheckError("there is no such plugin file", name, "check the path after -p")
            yield Loaded(short_name(Path(name).stem), short_name(Path(name).stem), name, load_file)
        else:
            try:
                known = importlib.util.find_spec(name) is not None
            except (ImportError, ValueError):
                known = False
            if not known:
                raise FactcheckError(f"there is no plugin module {name!r}", "-p", "give a path that ends in .py or an importable module")
            yield Loaded(short_name(name), short_name(name), name, load_module)
