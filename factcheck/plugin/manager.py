"""Makes a plugin manager: loads plugins, each in its own try, and collects their records. Keeps no global state.

A plugin that fails costs only its own part: the failure becomes a ``Problem`` and the rest goes on.
"""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from types import FunctionType, MappingProxyType, MethodType, ModuleType
from typing import Any

import pluggy

from factcheck.language.lexicon import Lexicons, copied
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.words import decoded
from factcheck.plugin import PROJECT, answers, spec
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.config import Config
from factcheck.plugin.contain import BUILTIN, Guard
from factcheck.plugin.loading import Loaded, entry_point_plugins, file_plugins, load_module, missing, named_plugins
from factcheck.plugin.records import Column, Lexicon, Plugin, Record
from factcheck.plugin.validate import MARK, declaration_error, hook_errors, record_error, setting_error


class Hooks(pluggy.PluginManager):
    """pluggy's manager, which looks closely only at what of a module may carry our mark: a start registers some 3,000 names."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
        """The options of a hook function, or None for whatever else a plugin defines or imports."""
        if isinstance(plugin, ModuleType):
            value = vars(plugin).get(name)
            if not isinstance(value, _FUNCTIONS) or (isinstance(value, FunctionType) and not hasattr(value, MARK)):
                return None
        return super().parse_hookimpl_opts(plugin, name)


_FUNCTIONS = (FunctionType, MethodType, staticmethod, classmethod)


@dataclass
class Manager(Guard):
    """Registered plugins, their records, and what went wrong. Make it with ``create_manager``."""

    pluggy: pluggy.PluginManager
    providers: dict[str, str] = field(default_factory=dict)
    loaded: list[Loaded] = field(default_factory=list)
    config: Config = field(default_factory=Config)
    allowed: frozenset[str] = frozenset()
    _collected: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    _lexicons: Lexicons | None = None
    _apart: dict[str, Lexicons] = field(default_factory=dict)
    _ready: bool = False

    def ready(self) -> None:
        """Ask every hook and load the plugins' lexicons now, so that what fails in it is told of every article, not of the first only."""
        if not self._ready:
            with contextlib.redirect_stdout(sys.stderr):
                for hook in spec.RECORDS:
                    self.collect(hook)
                self.lexicons()
            self._ready = True

    def register(self, module: Any, name: str, provider: str) -> None:
        """Register one plugin after checking what it declares, its settings and its hooks; a refused one leaves nothing behind.

        Raises:
            FactcheckError: an unknown hook, a defaulted argument, a newer API, an unknown setting; with how to mend it.
        """
        declared = getattr(module, "PLUGIN", None)
        for error in (declaration_error(declared), *hook_errors(module)):
            if error is not None:
                raise FactcheckError(error, name)
        given = self.config.settings.get(provider, {}) if provider != BUILTIN else {}
        for key, value in given.items():
            error = setting_error(declared, key, value, shared=key in self.config.shared.get(provider, ()))
            if error is not None:
                raise FactcheckError(error, self.config.origin.get(provider, name))
        self.pluggy.register(module, name=name)
        try:
            self.pluggy.check_pending()
        except pluggy.PluginValidationError as error:
            self.pluggy.unregister(module)
            raise FactcheckError(str(error), name) from error
        self.providers[name] = provider
        self._collected.clear()
        self._apart.clear()
        self._lexicons, self._ready = None, False

    def off(self, module: Any, name: str) -> str | None:
        """Why a plugin that goes out to the network stays off, or None where the user switched it on."""
        declared = getattr(module, "PLUGIN", None)
        if not isinstance(declared, Plugin) or not declared.network or name in self.allowed:
            return None
        wish = "; the project's file asks for it, but only you can allow that" if name in self.config.wished else ""
        return f"off, because it goes out to the network{wish}: 'factcheck plugins enable {name}' switches it on"

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
            for record in self.guard(provider, hook, self.records_of, impl) or ():
                if not isinstance(record, Record) or not isinstance(record, wanted):
                    self.fail(provider, hook, f"expected {wanted.__name__} records, got {type(record).__name__}")
                    continue
                error = record_error(record) if provider != BUILTIN else None
                if error:
                    self.fail(provider, hook, error)
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

    def records_of(self, impl: Any) -> list[Any]:
        """What a hook function returns; it may be a generator: what that raises is raised here, inside the guard."""
        given = {"settings": self.settings_of(self.providers[impl.plugin_name])} if "settings" in impl.argnames else {}
        return list(impl.function(**given))

    def _rank(self, name: str) -> tuple[int, int]:
        order = list(self.providers)
        return (self.providers[name] != BUILTIN, order.index(name))

    def lexicons(self) -> Lexicons:
        """The joined lexicons of all plugins; the same for every article, so that each is read and joined once.

        One that cannot be loaded, or that would break the rules that read the packaged one, is left out and told.
        """
        if self._lexicons is not None:
            return self._lexicons
        records: tuple[Lexicon, ...] = self.collect("register_lexicons")
        packaged = {r.name: r.load for r in records if r.by.startswith(f"{BUILTIN}:")}
        loaders: dict[str, list[Any]] = {}
        for record in records:
            load = record.load
            if not record.by.startswith(f"{BUILTIN}:"):
                model = packaged[record.name]() if record.name in packaged else {}
                words = self.guard(record.by.split(":")[0], f"lexicon {record.id}", answers.lexicon, record, model)
                if words is None:
                    continue
                load = partial(copied, words)
            loaders.setdefault(record.name, []).append(load)
        self._lexicons = Lexicons(loaders)
        return self._lexicons

    def lexicons_of(self, provider: str) -> Lexicons:
        """The lexicons as a plugin gets them: a copy of its own, which it may spoil for nobody else."""
        if provider == BUILTIN:
            return self.lexicons()
        if provider not in self._apart:
            self._apart[provider] = self.lexicons().apart()
        return self._apart[provider]

    def settings_of(self, provider: str) -> Mapping[str, Any]:
        """A plugin's settings, defaults filled in; to be read only, lists and tables are copies."""
        declared: dict[str, Any] = {}
        for name, owner in self.providers.items():
            if owner == provider:
                plugin = getattr(self.pluggy.get_plugin(name), "PLUGIN", None)
                declared |= {s.key: s.default for s in plugin.settings} if plugin else {}
        return MappingProxyType({key: copied(value) for key, value in {**declared, **self.config.settings.get(provider, {})}.items()})


def create_manager(
    *,
    plugins: Sequence[str] = (),
    plugins_dir: str | Path | None = None,
    entry_points: bool = True,
    builtins: Sequence[str] = MODULES,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    modules: Mapping[str, Any] | None = None,
    config: Config | None = None,
) -> Manager:
    """Make a manager with the built-in features and whatever plugins are asked for.

    Args:
        plugins: as given to ``-p``: ``path.py``, ``package.module``, the name of an installed plugin, or ``no:name`` to leave one out.
        plugins_dir: a folder whose ``*.py`` files are plugins.
        entry_points: load installed plugins (entry-point group ``factcheck``).
        builtins: module names of built-in features; fewer make a smaller, faster manager.
        settings: by plugin name; they win over the configuration's.
        modules: plugin modules or objects that are already there, by name (for tests).
        config: the configuration of ``factcheck.plugin.config.read``; none by default, so that a program gets what it asks for.
    Raises:
        FactcheckError: ``-p`` names nothing that exists; the configuration requires or sets something that is not here.
    """
    config = config or Config()
    if settings:
        known = {name: {**config.settings.get(name, {}), **values} for name, values in settings.items()}
        shared = {name: keys - frozenset(settings.get(name, ())) for name, keys in config.shared.items()}
        config = dataclasses.replace(config, settings={**config.settings, **known}, shared=shared)
    asked = [p for p in plugins if not p.startswith("no:")]
    installed = {p.name: p for p in entry_point_plugins()} if entry_points or asked else {}
    wanted = [installed[p] for p in asked if p in installed and not entry_points]
    candidates = [
        *(installed.values() if entry_points else wanted),
        *file_plugins(plugins_dir),
        *named_plugins([p for p in (*config.load, *asked) if p not in installed]),
    ]
    refused = {decoded(p.removeprefix("no:")) for p in plugins if p.startswith("no:")}
    _know(refused, candidates)
    blocked = refused | (config.disable - set(asked))
    explicit = (c.name for c in candidates if c.target in (*asked, *config.load))
    manager = Manager(Hooks(PROJECT), config=config, allowed=frozenset((*config.enable, *asked, *explicit)))
    manager.pluggy.add_hookspecs(spec)
    for module in builtins:
        short = module.removeprefix("factcheck.")
        if short not in blocked and short.split(".")[0] not in blocked:
            _add(manager, Loaded(short, BUILTIN, module, load_module))
    for candidate in candidates:
        if candidate.name in blocked:
            manager.loaded.append(dataclasses.replace(candidate, off="left out"))
        else:
            _add(manager, candidate)
    modules = modules or {}
    for name in modules:
        _add(manager, Loaded(name, name, name, modules.__getitem__))
    _demand(manager, entry_points=entry_points)
    return manager


def _know(refused: Iterable[str], candidates: Sequence[Loaded]) -> None:
    """``-p no:NAME`` that leaves out nothing is a slip of the pen.

    Raises:
        FactcheckError: no plugin and no built-in feature has that name.
    """
    short = [m.removeprefix("factcheck.") for m in MODULES]
    names = {*(c.name for c in candidates), *short, *(s.split(".")[0] for s in short)}
    for name in refused:
        if name not in names:
            near = difflib.get_close_matches(name, sorted(names), n=1)
            hint = f"did you mean 'no:{near[0]}'?" if near else "'factcheck plugins list' shows the names"
            raise FactcheckError(f"there is no plugin or built-in feature {name!r} to leave out", "-p", hint)


def _demand(manager: Manager, *, entry_points: bool) -> None:
    """What the configuration requires and sets has to be here.

    Raises:
        FactcheckError: a required plugin is missing or failed to load; settings are given for a plugin that nobody knows.
    """
    for requirement in manager.config.requires:
        why = missing(requirement, manager.loaded)
        if why:
            raise FactcheckError(why, "[plugins] requires", "install it, or take it out of the configuration")
    names = [p.name for p in manager.loaded if p.provider != BUILTIN]
    for name in manager.config.settings:
        if entry_points and name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "'factcheck plugins list' shows what is here"
            raise FactcheckError(f"there are settings for {name!r}, but no such plugin", manager.config.origin.get(name, "--set"), hint)


def _add(manager: Manager, candidate: Loaded) -> None:
    before = len(manager.failures)
    off = None
    if candidate.name in manager.providers:
        manager.fail(
            candidate.provider, "loading", f"a plugin named {candidate.name!r} is already loaded by {manager.providers[candidate.name]}"
        )
    else:
        module = manager.guard(candidate.provider, "loading", candidate.load, candidate.target)
        if module is not None:
            off = manager.off(module, candidate.name)
            if off is None:
                manager.guard(candidate.provider, "loading", manager.register, module, candidate.name, candidate.provider)
    failed = manager.failures[before:]
    manager.loaded.append(dataclasses.replace(candidate, error=failed[0].problem.message if failed else None, off=off))
