"""Makes a plugin manager: loads plugins, each in its own try, and collects their records. Keeps no global state.

A plugin that fails costs only its own part: the failure becomes a ``Problem`` and the rest goes on.
"""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pluggy

from factcheck.language.lexicon import Lexicons
from factcheck.model.errors import FactcheckError
from factcheck.model.worksheet import Problem
from factcheck.plugin import PROJECT, spec
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.loading import Loaded, entry_point_plugins, file_plugins, load_module, named_plugins
from factcheck.plugin.records import API, Column, Plugin, Record
from factcheck.plugin.validate import hook_errors

T = TypeVar("T")
BUILTIN = "factcheck"


@dataclass(frozen=True, slots=True)
class Failure:
    """A problem with its traceback, which only ``-v`` shows."""

    problem: Problem
    traceback: str


@dataclass
class Manager:
    """Registered plugins, their records, and what went wrong. Make it with ``create_manager``."""

    pluggy: pluggy.PluginManager
    providers: dict[str, str] = field(default_factory=dict)
    loaded: list[Loaded] = field(default_factory=list)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    _collected: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that failed so far."""
        return tuple(f.problem for f in self.failures)

    def register(self, module: Any, name: str, provider: str) -> None:
        """Register one plugin after checking its hooks; a refused one leaves nothing behind.

        Raises:
            FactcheckError: an unknown hook, a defaulted argument, a newer API; with how to mend it.
        """
        declared = getattr(module, "PLUGIN", None)
        if declared is not None and not isinstance(declared, Plugin):
            raise FactcheckError("PLUGIN is not a factcheck Plugin record", name, "write PLUGIN = Plugin(api=1)")
        if declared is not None and declared.api > API:
            raise FactcheckError(f"it is written for plugin API {declared.api}, this factcheck has {API}", name, "update factcheck")
        for error in hook_errors(module):
            raise FactcheckError(error, name)
        self.pluggy.register(module, name=name)
        try:
            self.pluggy.check_pending()
        except pluggy.PluginValidationError as error:
            self.pluggy.unregister(module)
            raise FactcheckError(str(error), name) from error
        self.providers[name] = provider
        self._collected.clear()

    def collect(self, hook: str) -> tuple[Any, ...]:
        """All records of one hook in the order (priority, provider, id), with ``by`` set.

        Wrong types and duplicate ids are left out and told; the earlier of two equal ids stays.
        """
        if hook not in self._collected:
            self._collected[hook] = tuple(self._collect(hook))
        return self._collected[hook]

    def _collect(self, hook: str) -> list[Any]:
        wanted = spec.RECORDS[hook]
        found: dict[tuple[str, ...], Record] = {}
        impls = sorted(getattr(self.pluggy.hook, hook).get_hookimpls(), key=lambda impl: self._rank(impl.plugin_name))
        for impl in impls:
            provider = self.providers[impl.plugin_name]
            given: Any = self.guard(provider, hook, impl.function)
            for record in given or ():
                if not isinstance(record, Record) or not isinstance(record, wanted):
                    self.fail(provider, hook, f"expected {wanted.__name__} records, got {type(record).__name__}")
                    continue
                key = (record.table, record.id) if isinstance(record, Column) else (record.id,)
                if key in found:
                    self.fail(provider, hook, f"the id {record.id!r} is already used by {found[key].by.split(':')[0]}; choose another id")
                    continue
                found[key] = dataclasses.replace(record, by=f"{provider}:{record.id}")
        kept = list(found.values())
        if hook == "register_columns":  # columns keep the order in which they are declared
            return sorted(kept, key=lambda r: r.priority)
        return sorted(kept, key=lambda r: (r.priority, r.by.split(":")[0] != BUILTIN, r.by.split(":")[0], r.id))

    def _rank(self, name: str) -> tuple[int, int]:
        order = list(self.providers)
        return (self.providers[name] != BUILTIN, order.index(name))

    def lexicons(self) -> Lexicons:
        """The joined lexicons of all plugins."""
        loaders: dict[str, list[Any]] = {}
        for record in self.collect("register_lexicons"):
            loaders.setdefault(record.name, []).append(record.load)
        return Lexicons(loaders)

    def settings_of(self, provider: str) -> Mapping[str, Any]:
        """A plugin's settings, defaults filled in."""
        declared: dict[str, Any] = {}
        for name, owner in self.providers.items():
            if owner == provider:
                plugin = getattr(self.pluggy.get_plugin(name), "PLUGIN", None)
                declared |= {s.key: s.default for s in plugin.settings} if plugin else {}
        return {**declared, **self.settings.get(provider, {})}

    def guard(
        self, provider: str, hook: str, function: Callable[..., T], *args: Any, default: T | None = None, claims: Iterable[str] = ()
    ) -> T | None:
        """Call a plugin's function; what it raises, ``SystemExit`` included, becomes a problem and the default is returned."""
        try:
            return function(*args)
        except FactcheckError as error:
            self.fail(provider, hook, str(error), claims)
        except (Exception, SystemExit) as error:
            self.fail(provider, hook, f"{type(error).__name__}: {error}", claims, traceback.format_exc())
        return default

    def fail(self, plugin: str, hook: str, message: str, claims: Iterable[str] = (), trace: str = "") -> None:
        """Keep a failure as a problem; the same failure at several claims is one problem."""
        line = " ".join(message.split())[:500]
        for i, old in enumerate(self.failures):  # one line for a fault that many claims met
            if (old.problem.plugin, old.problem.hook, old.problem.message) == (plugin, hook, line):
                merged = dict.fromkeys((*old.problem.claims, *claims))
                self.failures[i] = Failure(dataclasses.replace(old.problem, claims=tuple(merged)), old.traceback)
                return
        self.failures.append(Failure(Problem(plugin, hook, line, tuple(claims)), trace))

    def forget(self, keep: int) -> None:
        """Drop the problems of one article, so that the next one starts with those of loading only."""
        del self.failures[keep:]


def create_manager(
    *,
    plugins: Sequence[str] = (),
    plugins_dir: str | Path | None = None,
    entry_points: bool = True,
    builtins: Sequence[str] = MODULES,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    modules: Mapping[str, Any] | None = None,
) -> Manager:
    """Make a manager with the built-in features and whatever plugins are asked for.

    Args:
        plugins: as given to ``-p``: ``path.py``, ``package.module``, or ``no:name`` to leave one out.
        plugins_dir: a folder whose ``*.py`` files are plugins.
        entry_points: load installed plugins (entry-point group ``factcheck``).
        builtins: module names of built-in features; fewer make a smaller, faster manager.
        settings: by plugin name.
        modules: plugin modules or objects that are already there, by name (for tests).
    Raises:
        FactcheckError: ``-p`` names a file or module that does not exist.
    """
    manager = Manager(pluggy.PluginManager(PROJECT), settings=settings or {})
    manager.pluggy.add_hookspecs(spec)
    blocked = {p.removeprefix("no:") for p in plugins if p.startswith("no:")}
    for module in builtins:
        short = module.removeprefix("factcheck.")
        if short not in blocked and short.split(".")[0] not in blocked:
            _add(manager, Loaded(short, BUILTIN, module, load_module))
    asked = [p for p in plugins if not p.startswith("no:")]
    candidates = [*(entry_point_plugins() if entry_points else ()), *file_plugins(plugins_dir), *named_plugins(asked)]
    for candidate in candidates:
        if candidate.name not in blocked:
            _add(manager, candidate)
    modules = modules or {}
    for name in modules:
        _add(manager, Loaded(name, name, name, modules.__getitem__))
    return manager


def _add(manager: Manager, candidate: Loaded) -> None:
    before = len(manager.failures)
    if candidate.name in manager.providers:
        manager.fail(
            candidate.provider, "loading", f"a plugin named {candidate.name!r} is already loaded by {manager.providers[candidate.name]}"
        )
    else:
        module = manager.guard(candidate.provider, "loading", candidate.load, candidate.target)
        if module is not None:
            manager.guard(candidate.provider, "loading", manager.register, module, candidate.name, candidate.provider)
    failed = manager.failures[before:]
    manager.loaded.append(dataclasses.replace(candidate, error=failed[0].problem.message if failed else None))
