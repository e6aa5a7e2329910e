"""``factcheck plugins``: what is there, what loads, and what each plugin adds."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.common import PluginOptions, plugin_options
from factcheck.model.errors import FactcheckError
from factcheck.plugin import spec
from factcheck.plugin.builtin import MODULES
from factcheck.plugin.loading import entry_point_plugins, file_plugins, named_plugins
from factcheck.plugin.manager import BUILTIN, Manager


@click.group("plugins", short_help="List and show plugins.")
def command() -> None:
    """List and show plugins."""


@command.command("list")
@click.option("--load", is_flag=True, help="Import each plugin and say whether it works.")
@plugin_options
def list_(load: bool, options: PluginOptions) -> int:
    """List the built-in features and the plugins that are found, without importing them unless --load is given."""
    if not load:
        for module in MODULES:
            click.echo(f"built-in  {module.removeprefix('factcheck.')}")
        named = [p for p in options.plugins if not p.startswith("no:")]
        found = [*(() if options.no_plugins else entry_point_plugins()), *file_plugins(options.plugins_dir), *named_plugins(named)]
        for plugin in found:
            click.echo(f"plugin    {plugin.name} {plugin.version}".rstrip() + f"  {plugin.target}")
        return 0
    manager = options.manager(MODULES)
    for plugin in manager.loaded:
        kind = "built-in" if plugin.provider == BUILTIN else "plugin  "
        click.echo(f"{kind}  {plugin.name} {plugin.version}".rstrip() + f"  {(plugin.error and f'failed: {plugin.error}') or 'ok'}")
    return 1 if any(p.error for p in manager.loaded) else 0


@command.command("show")
@click.argument("name")
@plugin_options
def show(name: str, options: PluginOptions) -> int:
    """Show what the plugin or built-in feature NAME adds: each record with its title, source and number of examples."""
    manager = options.manager(MODULES)
    loaded = next((p for p in manager.loaded if p.name == name), None)
    if loaded is None:
        import difflib

        near = difflib.get_close_matches(name, [p.name for p in manager.loaded], n=1)
        raise FactcheckError(f"there is no plugin {name!r}", hint=f"did you mean {near[0]!r}?" if near else "see 'factcheck plugins list'")
    click.echo(f"{loaded.name} {loaded.version}".rstrip() + f"  ({loaded.target})")
    if loaded.error:
        click.echo(f"failed: {loaded.error}")
        return 1
    for line in _records(manager, name):
        click.echo(line)
    return 0


def _records(manager: Manager, name: str) -> list[str]:
    plugin = manager.pluggy.get_plugin(name)
    lines: list[str] = []
    for hook in spec.RECORDS:
        own = [i for i in getattr(manager.pluggy.hook, hook).get_hookimpls() if i.plugin is plugin]
        for impl in own:
            found: Any = manager.guard(manager.providers[name], hook, impl.function)
            for record in found or ():
                examples = f", {len(record.examples)} examples" if record.examples else ""
                source = f" [{record.source}]" if record.source else ""
                lines.append(f"  {hook}: {record.id}, {record.title or 'no title'}{examples}{source}")
    if any(i.plugin is plugin for i in manager.pluggy.hook.review_worksheet.get_hookimpls()):
        lines.append("  review_worksheet")
    return lines
