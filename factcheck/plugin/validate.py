"""Checks a plugin's hook functions before they are registered, with how to mend each fault."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterator
from typing import Any

from factcheck.plugin import PROJECT, spec

HOOKS = (*spec.RECORDS, "review_worksheet")


def hook_errors(module: Any) -> Iterator[str]:
    """Faults of the functions that are marked with ``@hookimpl``: unknown hooks, defaulted or unknown arguments.

    >>> list(hook_errors(type("P", (), {})))
    []
    """
    for name in dir(module):
        function = getattr(module, name, None)
        if getattr(function, f"{PROJECT}_impl", None) is None:
            yield from _forgotten_mark(name, function, module)
            continue
        if name not in HOOKS:
            near = difflib.get_close_matches(name, HOOKS, n=1)
            yield f"there is no hook {name!r}; " + (f"did you mean {near[0]!r}?" if near else f"the hooks are {', '.join(HOOKS)}")
            continue
        known = inspect.signature(getattr(spec, name)).parameters
        for parameter in inspect.signature(function).parameters.values():  # type: ignore[arg-type]
            if parameter.name == "self":
                continue
            if parameter.default is not inspect.Parameter.empty:
                yield f"{name}: the argument {parameter.name!r} has a default, so it would never be passed; remove '= …'"
            elif parameter.name not in known:
                yield f"{name}: there is no argument {parameter.name!r}; it may take ({', '.join(known)})"


def _forgotten_mark(name: str, function: Any, module: Any) -> Iterator[str]:
    """A function named like a hook, defined in the plugin itself, without its mark would silently do nothing."""
    if name in HOOKS and inspect.isfunction(function) and function.__module__ == getattr(module, "__name__", None):
        yield f"{name} is not marked; write @hookimpl above it"
