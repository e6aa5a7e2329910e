"""Calls plugins' functions so that a fault costs only its own part, and keeps what failed. Knows nothing of what they do.

Contained are whatever is raised but Ctrl-C, prints, and a changed working folder. A plugin that never returns is not.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import field
from typing import TypeVar

from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.worksheet import Problem
from factcheck.plugin.records import Record

T = TypeVar("T")
BUILTIN = "factcheck"
LONGEST = 500
"""Characters of a problem's message."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A problem with its traceback, which only ``-v`` shows."""

    problem: Problem
    traceback: str


def told(error: BaseException) -> str:
    """An exception in words; one may fail even at that.

    >>> told(ValueError("full"))
    'ValueError: full'
    """
    try:
        words = str(error)
    except Exception:
        words = "its message cannot be read"
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


@dataclass(kw_only=True)
class Guard:
    """What a manager calls plugins with."""

    seconds: dict[str, float] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that failed so far."""
        return tuple(f.problem for f in self.failures)

    def guard(
        self, provider: str, hook: str, function: Callable[..., T], *args: object, default: T | None = None, claims: Iterable[str] = ()
    ) -> T | None:
        """Call a plugin's function; what it raises, ``SystemExit`` included, becomes a problem and the default is returned."""
        begun = time.perf_counter()
        folder = None if provider == BUILTIN else _folder()
        try:
            return function(*args)
        except FactcheckError as error:
            self.fail(provider, hook, str(error), claims)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also what pytest.skip raises, GeneratorExit, a cancelled task
            self.fail(provider, hook, told(error), claims, traceback.format_exc())
        finally:
            if folder is not None:
                self._back(folder, provider, hook)
            self.seconds[provider] = self.seconds.get(provider, 0.0) + time.perf_counter() - begun
        return default

    def ask(self, record: Record, step: str, function: Callable[..., T], *args: object) -> T:
        """Call a record's function whose answer nothing can stand in for: a reader's, a format's. Its prints go to stderr.

        Raises:
            FactcheckError: it refused its input, or is a plugin's and failed; names the plugin and how to leave it out.
        """
        provider = record.by.split(":", 1)[0]
        if provider == BUILTIN:
            return function(*args)
        folder = _folder()
        try:
            with contextlib.redirect_stdout(sys.stderr):
                return function(*args)
        except (FactcheckError, KeyboardInterrupt):
            raise
        except BaseException as error:
            what = f"the plugin {provider!r} failed in its {step} {record.id!r}: {told(error)[:LONGEST]}"
            raise FactcheckError(what, hint=f"leave it out with -p no:{provider}, or mend it") from error
        finally:
            if folder is not None:
                self._back(folder, provider, f"{step} {record.id}")

    def fail(self, plugin: str, hook: str, message: str, claims: Iterable[str] = (), trace: str = "") -> None:
        """Keep a failure as a problem; the same failure at several claims is one problem."""
        line = " ".join(message.split())[:LONGEST]
        for i, old in enumerate(self.failures):  # one line for a fault that many claims met
            if (old.problem.plugin, old.problem.hook, old.problem.message) == (plugin, hook, line):
                merged = dict.fromkeys((*old.problem.claims, *claims))
                self.failures[i] = Failure(dataclasses.replace(old.problem, claims=tuple(merged)), old.traceback)
                return
        self.failures.append(Failure(Problem(plugin, hook, line, tuple(claims)), trace))

    def forget(self, keep: int) -> None:
        """Drop the problems of one article, so that the next one starts with those of loading only."""
        del self.failures[keep:]

    def _back(self, folder: str, provider: str, hook: str) -> None:
        """Relative paths of the command line mean the folder in which it was given."""
        if _folder() != folder:
            with contextlib.suppress(OSError):
                os.chdir(folder)
                self.fail(provider, hook, "it changed the working folder, which was put back; open files by Path(__file__).parent")


def _folder() -> str | None:
    """The working folder, or None where it is gone."""
    try:
        return os.getcwd()  # noqa: PTH109 - a hundredth of the time of Path.cwd, and asked for at every call
    except OSError:
        return None
