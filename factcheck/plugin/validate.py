"""Checks what a plugin declares, its settings and its hook functions before it is registered, with how to mend each fault."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Iterator
from typing import Any

from factcheck.plugin import PROJECT, spec
from factcheck.plugin.answers import field_error
from factcheck.plugin.records import API, Column, Format, Plugin, Reader, Record, Setting

MARK = f"{PROJECT}_impl"
"""The attribute that ``@hookimpl`` gives a function."""
HOOKS = (*spec.RECORDS, "review_worksheet")
COLUMN = {
    "side": ("machine", "checker"),
    "type": ("text", "choice", "date", "url", "tick"),
    "table": ("claims", "names", "sources", "contradictions", "quotations", "gone", "contacts", "cover"),
}
"""What the fields of a column may say."""


def declaration_error(declared: object) -> str | None:
    """What is wrong with a module's ``PLUGIN``, or None; a module without one passes None."""
    if declared is None:
        return None
    if not isinstance(declared, Plugin):
        return "PLUGIN is not a factcheck Plugin record; write PLUGIN = Plugin(api=1)"
    if not isinstance(declared.api, int) or declared.api > API:
        return f"it is written for plugin API {declared.api}, this factcheck has {API}; update factcheck"
    if not isinstance(declared.settings, tuple) or not all(isinstance(s, Setting) for s in declared.settings):
        return 'PLUGIN.settings is no tuple of Setting records; write settings=(Setting("key", 3, "what it does"),)'
    return None


def record_error(record: Record) -> str | None:
    """What is wrong with a plugin's record, or None: a field of another type, a suffix without its dot, a column in no table."""
    name = f"{type(record).__name__} {record.id!r}"
    wrong = field_error(record)
    if wrong:
        return f"{name}: {wrong}"
    suffixes = record.suffixes if isinstance(record, Reader) else (record.suffix,) if isinstance(record, Format) else ()
    for suffix in suffixes:
        if not suffix.startswith(".") or suffix != suffix.lower():
            return f"{name}: the suffix {suffix!r} has to be lower case and begin with a dot: {'.' + suffix.lower().lstrip('.')!r}"
    if isinstance(record, Column):
        for field, known in COLUMN.items():
            value = getattr(record, field)
            if value not in known:
                near = difflib.get_close_matches(value, known, n=1)
                return f"{name}: {field} is {value!r}; " + (f"did you mean {near[0]!r}?" if near else f"it takes one of {', '.join(known)}")
        if record.side == "machine" and record.value is None:
            return f"{name}: the tool cannot fill it without value; write value=lambda row, view: … or side='checker'"
    return None


def setting_error(declared: Plugin | None, key: str, value: object, *, shared: bool = False) -> str | None:
    """Why a configured value is refused, or None: the key has to be declared, the value of its default's type.

    Args:
        shared: whether it stands in a project's file, where a setting of the user only is refused.
    """
    known = {s.key: s for s in declared.settings} if declared else {}
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known) or 'none'}"
        return f"the plugin has no setting {key!r}; {hint}"
    if shared and known[key].user_only:
        return f"the setting {key!r} is read from your own file or the command line only; take it out here"
    default = known[key].default
    kinds = (int, float) if isinstance(default, float) else (list, tuple) if isinstance(default, list | tuple) else (type(default),)
    if default is None or (isinstance(value, kinds) and isinstance(value, bool) == isinstance(default, bool)):
        return None
    return f"the setting {key!r} takes {_WORDS.get(type(default), type(default).__name__)}, not {value!r}"


_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list", tuple: "a list", dict: "a table"}


def hook_errors(module: Any) -> Iterator[str]:
    """Faults of the functions that are marked with ``@hookimpl``: unknown hooks, defaulted or unknown arguments.

    >>> list(hook_errors(type("P", (), {})))
    []
    """
    for name in dir(module):
        function = getattr(module, name, None)
        if getattr(function, MARK, None) is None:
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
