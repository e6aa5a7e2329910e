"""What several commands share: the plugin options, a manager made from them, and telling problems."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from factcheck import api, files
from factcheck.cli import one_line
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import config
from factcheck.plugin.manager import Manager, create_manager
from factcheck.worksheet.check import strays

SHOWN_STRAYS = 6
F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class PluginOptions:
    """What the command line says of plugins."""

    plugins: tuple[str, ...]
    plugins_dir: str | None
    no_plugins: bool
    strict: bool
    verbose: bool
    set_: tuple[str, ...] = ()

    def manager(self, builtins: Sequence[str]) -> Manager:
        """A manager with these plugins and the configuration's. Their prints while loading go to stderr."""
        import contextlib

        own_stdout()
        with contextlib.redirect_stdout(sys.stderr):
            return create_manager(
                plugins=self.plugins,
                plugins_dir=self.plugins_dir,
                entry_points=not self.no_plugins,
                builtins=builtins,
                settings=self.settings(),
                config=None if self.no_plugins else config.read(Path.cwd()),
            )

    def settings(self) -> dict[str, dict[str, Any]]:
        """What ``--set`` says, by plugin."""
        out: dict[str, dict[str, Any]] = {}
        for name, key, value in map(config.setting, self.set_):
            out.setdefault(name, {})[key] = value
        return out


def own_stdout() -> None:
    """Standard output belongs to the command: what else is written there, as by a program that a plugin starts, goes to standard error."""
    out: Any = sys.stdout
    own: Any = sys.__stdout__
    if out is None or out is not own:
        return  # a test's, or a program's that calls us: its own affair
    try:
        if out.fileno() != 1:
            return
        out.flush()
        kept = os.dup(1)
        os.dup2(2, 1)
    except (OSError, ValueError):
        return  # one of the two is closed
    sys.stdout = open(kept, "w", encoding="utf-8", errors=out.errors, buffering=1 if os.isatty(kept) else -1)  # noqa: SIM115, PTH123 - kept to the end


def plugin_options(function: F) -> F:
    """Add ``-p``, ``--plugins-dir``, ``--no-plugins``, ``--set``, ``--strict`` and ``-v``; they arrive as ``options``."""

    @click.option(
        "-p",
        "--plugin",
        "plugins",
        multiple=True,
        metavar="NAME",
        help="Load a plugin: path.py, package.module, the name of an installed one, or no:NAME to leave one out.",
    )
    @click.option("--plugins-dir", metavar="DIR", help="Load every *.py of a folder as a plugin.")
    @click.option("--no-plugins", is_flag=True, help="Load no installed plugins, and read no configuration.")
    @click.option("--set", "set_", multiple=True, metavar="PLUGIN.KEY=VALUE", help="A plugin's setting; wins over the configuration's.")
    @click.option("--strict", is_flag=True, help="A failing plugin is an error: exit code 2, nothing written.")
    @click.option("-v", "--verbose", is_flag=True, help="Show tracebacks of what failed, and the time that each plugin took.")
    def wrapped(
        *args: Any,
        plugins: tuple[str, ...],
        plugins_dir: str | None,
        no_plugins: bool,
        set_: tuple[str, ...],
        strict: bool,
        verbose: bool,
        **kwargs: Any,
    ) -> Any:
        return function(*args, options=PluginOptions(plugins, plugins_dir, no_plugins, strict, verbose, set_), **kwargs)

    wrapped.__doc__ = function.__doc__
    wrapped.__name__ = function.__name__
    return wrapped  # type: ignore[return-value]


def output_name(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """What ``-o`` names; an empty name, as of a variable that is not set, is refused.

    Raises:
        FactcheckError: it is empty.
    """
    if value is not None and not value.strip():
        raise FactcheckError("names nothing", "-o", "give a file or a folder, or leave it out")
    return value


def say(line: str) -> None:
    """One line on standard error."""
    click.echo(f"factcheck: {one_line(line)}", err=True)


def load(path: str | Path, manager: Manager) -> Worksheet:
    """Read a worksheet back; a file that another program has open is told, because what is not saved there is not read."""
    if str(path) == "-":
        raise FactcheckError("a worksheet is read from a file, not from standard input", "-", "give its name")
    tell_lock(path)
    sheet = api.load(path, manager=manager)
    unknown = strays(sheet)
    if unknown:
        shown = ", ".join(unknown[:SHOWN_STRAYS]) + (" …" if len(unknown) > SHOWN_STRAYS else "")
        say(f"{path}: something is typed for {shown}, and no such row is there; it is kept")
    for problem in sheet.problems:
        if problem.hook.startswith("reading"):  # what could not be placed is kept, and told
            say(f"{path}: {problem.message}")
    return sheet


def tell_lock(path: str | Path) -> None:
    """A line where another program has a file open."""
    lock = files.lock_beside(Path(path))
    if lock is not None:
        say(f"{path}: seems to be open in another program ({lock.name} is beside it); what is not saved there is not read")


def tell_failures(manager: Manager, *, verbose: bool) -> None:
    """One line for each problem; with ``verbose`` its traceback too."""
    for failure in manager.failures:
        p = failure.problem
        say(f"plugin {p.plugin} failed in {p.hook}: {p.message}")
        if verbose and failure.traceback:
            click.echo(failure.traceback, err=True)


def tell_times(manager: Manager) -> None:
    """How long each plugin took, the slowest first."""
    for name, seconds in sorted(manager.seconds.items(), key=lambda item: -item[1]):
        say(f"time: {name} {seconds * 1000:.0f} ms")


def printed_date(given: str | None) -> str | None:
    """The date to print: what the user gave, else SOURCE_DATE_EPOCH, else none, so that the same draft gives the same file.

    Raises:
        FactcheckError: it is no date.
    """
    import datetime

    if given is not None:
        return iso_date("--date", given)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise FactcheckError(f"{epoch!r} is no number of seconds", "SOURCE_DATE_EPOCH", "unset it or mend it") from None


def iso_date(name: str, value: str) -> str:
    """A date that was given on the command line.

    Raises:
        FactcheckError: it is not written as YYYY-MM-DD.
    """
    import datetime

    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise FactcheckError(f"{value!r} is no date", name, "write it as YYYY-MM-DD") from None
