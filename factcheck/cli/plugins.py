"""``factcheck plugins``: what is there, what loads, what each plugin adds; a new one, checking one, switching one on and off."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import click

from factcheck.cli.common import PluginOptions, plugin_options
from factcheck.model.errors import FactcheckError
from factcheck.model.words import decoded
from factcheck.plugin import config, spec
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.contain import BUILTIN
from factcheck.plugin.loading import Loaded, entry_point_plugins, file_plugins, named_plugins
from factcheck.plugin.manager import Manager


@click.group("plugins", short_help="List, show, write, check and switch plugins.")
def command() -> None:
    """List, show, write, check and switch plugins."""


@command.command("list")
@click.option("--load", is_flag=True, help="Import each plugin and say whether it works.")
@plugin_options
def list_(load: bool, options: PluginOptions) -> int:
    """List the built-in features and the plugins that are found, without importing them unless --load is given."""
    if not load:
        for module in MODULES:
            click.echo(f"built-in  {module.removeprefix('factcheck.')}")
        configured = config.Config() if options.no_plugins else config.read(Path.cwd())
        named = [*configured.load, *(p for p in options.plugins if not p.startswith("no:"))]
        installed = [] if options.no_plugins else list(entry_point_plugins())
        found = [*installed, *file_plugins(options.plugins_dir), *named_plugins([n for n in named if n not in {p.name for p in installed}])]
        for plugin in found:
            left_out = plugin.name in configured.disable or f"no:{plugin.name}" in options.plugins
            _say("plugin", plugin, "off" if left_out else "")
        return 0
    manager = options.manager(MODULES)
    manager.ready()
    wrong = {p.plugin: f"failed in {p.hook}: {p.message}" for p in reversed(manager.problems)}
    for plugin in manager.loaded:
        state = f"failed: {plugin.error}" if plugin.error else plugin.off or wrong.get(plugin.provider, "ok")
        _say("built-in" if plugin.provider == BUILTIN else "plugin", plugin, state)
    failed = bool(manager.problems)
    return (2 if options.strict else 1) if failed else 0


def _say(kind: str, plugin: Loaded, state: str) -> None:
    where = f"  {plugin.target}" if kind == "plugin" else ""
    click.echo(f"{kind:<8}  {plugin.name} {plugin.version}".rstrip() + where + (f"  {state}" if state else ""))


@command.command("new")
@click.argument("name")
@click.option("--kind", required=True, metavar="KIND", help="What it adds: column, assessor, format …; 'list' names all.")
@click.option("-o", "--output", metavar="DIR", default=".", help="Where its folder is made; the current folder by default.")
def new(name: str, kind: str, output: str) -> int:
    """Write an installable plugin package: one record, examples that must and must not fire, tests, a README."""
    from factcheck.plugin.scaffold import kinds, write

    if kind == "list":
        raise FactcheckError(f"the kinds are {', '.join(kinds())}", "--kind")
    click.echo(str(write(name, kind, Path(output))))
    return 0


@command.command("check")
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> int:
    """Check the plugin at PATH, a .py file or a package's folder: hooks, ids, settings, examples, a sample article, its cost.

    Runs its code. Exit code 1 where something does not hold.
    """
    from factcheck.plugin.check import check as checked

    results = checked(path)
    for result in results:
        click.echo(f"{'ok  ' if result.holds else 'FAIL'}  {result.what}: {result.seen}")
    return 0 if all(r.holds for r in results) else 1


@command.command("enable")
@click.argument("name")
def enable(name: str) -> int:
    """Switch the plugin NAME on, in your own configuration file; one that goes out to the network is off until you do."""
    return _switch("enable", name)


@command.command("disable")
@click.argument("name")
def disable(name: str) -> int:
    """Leave the plugin or built-in feature NAME out from now on, in your own configuration file."""
    return _switch("disable", name)


def _switch(action: str, name: str) -> int:
    read, name = config.read(Path.cwd()), decoded(name)
    known = {p.name for p in (*entry_point_plugins(), *named_plugins(read.load))} | {m.removeprefix("factcheck.") for m in MODULES}
    if name not in known and name not in read.disable | read.enable:
        near = difflib.get_close_matches(name, sorted(known), n=1)
        hint = f"did you mean {near[0]!r}?" if near else "see 'factcheck plugins list'"
        raise FactcheckError(f"there is no plugin {name!r}", hint=hint)
    click.echo(str(config.edit(action, name)))
    return 0


@command.command("show")
@click.argument("name")
@plugin_options
def show(name: str, options: PluginOptions) -> int:
    """Show what the plugin or built-in feature NAME adds: each record with its title, source and number of examples."""
    manager, name = options.manager(MODULES), decoded(name)
    loaded = next((p for p in manager.loaded if p.name == name), None)
    if loaded is None:
        near = difflib.get_close_matches(name, [p.name for p in manager.loaded], n=1)
        raise FactcheckError(f"there is no plugin {name!r}", hint=f"did you mean {near[0]!r}?" if near else "see 'factcheck plugins list'")
    click.echo(f"{loaded.name} {loaded.version}".rstrip() + f"  ({loaded.target})")
    if loaded.error:
        click.echo(f"failed: {loaded.error}")
        return 1
    if loaded.off:
        click.echo(loaded.off)
        return 0
    for setting in _settings(manager, name):
        click.echo(setting)
    manager.ready()
    for line in _records(manager, name):
        click.echo(line)
    wrong = [p for p in manager.problems if p.plugin == loaded.provider]
    for problem in wrong:
        click.echo(f"  failed in {problem.hook}: {problem.message}")
    return 1 if wrong else 0


def _settings(manager: Manager, name: str) -> list[str]:
    declared = getattr(manager.pluggy.get_plugin(name), "PLUGIN", None)
    values = manager.settings_of(manager.providers[name])
    return [f"  setting: {s.key} = {values[s.key]!r}, {s.help or 'no help'}" for s in declared.settings] if declared else []


def _records(manager: Manager, name: str) -> list[str]:
    plugin = manager.pluggy.get_plugin(name)
    lines: list[str] = []
    for hook in spec.RECORDS:
        own = [i for i in getattr(manager.pluggy.hook, hook).get_hookimpls() if i.plugin is plugin]
        for impl in own:
            found: Any = manager.guard(manager.providers[name], hook, manager.records_of, impl)
            for record in found or ():
                examples = f", {len(record.examples)} examples" if record.examples else ""
                source = f" [{record.source}]" if record.source else ""
                lines.append(f"  {hook}: {record.id}, {record.title or 'no title'}{examples}{source}")
    if any(i.plugin is plugin for i in manager.pluggy.hook.review_worksheet.get_hookimpls()):
        lines.append("  review_worksheet")
    return lines
