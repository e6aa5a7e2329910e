"""The command line: a lazy group; each command lives in a file of its own and is imported when called."""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import os
import sys
import threading
from typing import Any

import click

from factcheck.model.errors import FactcheckError
from factcheck.model.installed import entry_points
from factcheck.version import __version__

COMMANDS = {
    "generate": "Make the worksheet of an article.",
    "status": "Say what is done and what is open.",
    "update": "Carry a filled-in worksheet over to a revised draft.",
    "merge": "Join several checkers' files of one draft.",
    "convert": "Write a worksheet in another format, entries included.",
    "plugins": "List, show, write, check and switch plugins.",
    "schema": "Print the JSON Schema of a worksheet.",
}


COLLECT_AFTER = 200_000
"""New objects after which cycles are looked for: a run makes about as many that stay, and searching them is a twentieth of it."""


class LazyGroup(click.Group):
    """Lists commands from their names; imports a command's module only when it is called.

    Installed packages add commands by the entry-point group ``factcheck.commands``.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Built-in commands first, then those of plugins."""
        return [*COMMANDS, *sorted(set(_plugin_commands()) - set(COMMANDS))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name in COMMANDS:
            module = importlib.import_module(f"factcheck.cli.{cmd_name}")
            return module.command  # type: ignore[no-any-return]
        point = _plugin_commands().get(cmd_name)
        return _loaded(point) if point else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing any."""
        points = _plugin_commands()
        rows = [
            *COMMANDS.items(),
            *((n, f"from the plugin {points[n].dist.name if points[n].dist else n}") for n in sorted(points) if n not in COMMANDS),
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """A misspelt command gets the nearest one."""
        name = args[0] if args else ""
        if self.get_command(ctx, name) is None:
            import difflib

            near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
            raise click.UsageError(
                f"there is no command {name!r}" + (f"; did you mean {near[0]!r}?" if near else "; see 'factcheck --help'")
            )
        return super().resolve_command(ctx, args)


def _plugin_commands() -> dict[str, Any]:
    """By name; of two packages with one command, that of the first name is called, on every machine."""
    points = sorted(entry_points("factcheck.commands"), key=_package, reverse=True)
    return {p.name: p for p in points}


def _package(point: Any) -> str:
    return point.dist.name if point.dist else ""


def _loaded(point: Any) -> click.Command:
    """A plugin's command; one that cannot be imported is its package's fault, and is told so.

    Raises:
        FactcheckError: it cannot be imported, or is no command.
    """
    what, hint = f"the command {point.name!r} of {_package(point)}", f"mend it, or take it away with: pip uninstall {_package(point)}"
    try:
        command = point.load()
    except (Exception, SystemExit) as error:
        raise FactcheckError(f"{what} cannot be loaded: {type(error).__name__}: {error}", hint=hint) from error
    if not isinstance(command, click.Command):
        raise FactcheckError(f"{what} is {type(command).__name__}, no click command", hint=hint)
    return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factcheck")
def cli() -> None:
    """Turn an article into its fact-check worksheet.

    \b
    factcheck generate draft.txt            writes draft.factcheck.xlsx
    factcheck generate draft.txt -o w.html  writes a page to print or fill in
    factcheck status draft.factcheck.xlsx   says what is done and what is open
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line. Exit codes: 0 done, 1 a gate or some inputs failed, 2 bad input or usage, 3 internal error, 130 interrupted."""
    _utf8_streams()
    gc.set_threshold(COLLECT_AFTER)
    code = _run(args)
    _let_go()
    gc.freeze()  # nothing is searched for cycles on the way out
    if args is None and not (sys.getprofile() or sys.gettrace() or threading.active_count() > 1):
        atexit._run_exitfuncs()
        _let_go()
        os._exit(code)  # the system takes all memory back at once; object by object it is a thirtieth of a run
    sys.exit(code)


def _run(args: list[str] | None) -> int:
    """The exit code of a command; what went wrong is said in one line."""
    if args is None:  # the program itself, not a test of it
        sys.unraisablehook = _unraisable
    try:
        _refuse_empty(sys.argv[1:] if args is None else args)
        code = cli.main(args=args, prog_name="factcheck", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except FactcheckError as error:
        if error.__cause__ is not None and _verbose(args):  # a plugin's reader or format that broke
            _traceback()
        _say(f"factcheck: {error}")
        return 2
    except click.exceptions.Abort:
        _say("factcheck: interrupted; nothing half-written")
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)  # "factcheck" alone: the whole help, line by line
        return 2
    except click.ClickException as error:
        ctx = getattr(error, "ctx", None)
        where = f" ({ctx.command_path} --help)" if ctx else ""
        _say(f"factcheck: {error.format_message()}{where}")
        return 2
    except BrokenPipeError:
        return 0
    except OSError as error:  # a name that is too long, a folder that may not be listed, a disk that fails
        if _verbose(args):
            _traceback()
        else:
            sys.unraisablehook = lambda _: None  # a half-written file that a library drops fails once more when it is closed
        _say(f"factcheck: {_told(error)}")
        return 2
    except MemoryError:
        _say("factcheck: there is not enough memory for this; close other programs, or give the parts of a long text one by one")
        return 2
    except Exception as error:  # noqa: BLE001 - the last resort: one line, and how to report it
        if _verbose(args):
            _traceback()
        _say(f"factcheck: internal error: {type(error).__name__}: {error}; please report it with the output of the same command and -v")
        return 3


def _unraisable(failed: sys.UnraisableHookArgs) -> None:
    """Where memory is out, what a library drops on the way fails as well; one line tells it all."""
    if not issubclass(failed.exc_type, MemoryError):
        sys.__unraisablehook__(failed)


def _told(error: OSError) -> str:
    if error.filename is not None:
        return f"{error.filename}: {error.strerror}; check the name, the permissions and the room on the disk"
    if isinstance(error, FileNotFoundError):
        return "the current folder is not there any more; change to another"
    return f"{error.strerror or error}; check the permissions and the room on the disk, also where temporary files and printed lines go"


def _let_go() -> None:
    """What cannot be printed, because nobody listens or a disk is full, must not fail again when the program ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _refuse_empty(args: list[str]) -> None:
    """An empty name would be the current folder.

    Raises:
        FactcheckError: an argument is empty.
    """
    for before, given in zip(("", *args), args, strict=False):
        if not given and before not in ("-o", "--output"):  # these say so themselves
            where = before if before.startswith("-") else ""
            raise FactcheckError("an argument is empty", where, "give a name; a variable of the shell that is not set leaves none")


def _verbose(args: list[str] | None) -> bool:
    return not {"-v", "--verbose"}.isdisjoint(sys.argv if args is None else args)


def _traceback() -> None:
    import traceback

    traceback.print_exc()


def _say(line: str) -> None:
    if sys.stderr is not None:  # closed
        with contextlib.suppress(OSError):
            print(one_line(line), file=sys.stderr)


def one_line(words: str) -> str:
    """Words as one line that no console takes for an order: what cannot be shown, such as an escape in a file's name, as U+FFFD.

    >>> one_line("a\\n\\x1b[31mred")
    'a \ufffd[31mred'
    """
    line = " ".join(words.split())
    return line if line.isprintable() else "".join(c if c.isprintable() or "\ud800" <= c <= "\udfff" else "\ufffd" for c in line)


def _utf8_streams() -> None:
    """Worksheets hold any character; a console that cannot show one gets a replacement instead of a crash.

    A path whose bytes are no UTF-8 is printed as these bytes, so that it can be used.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace" if stream is sys.stderr else "surrogateescape", encoding="utf-8")
