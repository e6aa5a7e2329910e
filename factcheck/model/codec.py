"""Records to JSON and back, driven by their type hints. Loses nothing: unknown keys travel in ``extra``.

The same declarations make the JSON Schema and ``docs/schema.md`` (see ``model/schema.py``), so that a
field is declared once.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled

T = TypeVar("T")
_HALF = compiled(r"\\u[dD][89a-fA-F]")
_LONE = compiled("[\ud800-\udfff]")


class Frozen(dict[Any, Any]):
    """A dict that stays as it was made: what a record holds is changed by making another record.

    >>> Frozen(a=1) == {"a": 1}
    True
    """

    __slots__ = ()

    def _refuse(self, *args: object, **kwargs: object) -> Any:
        raise TypeError("it cannot be changed; make a new record with dataclasses.replace(record, field={**old, key: value})")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        """Copied and sent to other processes as a whole, not key by key."""
        return Frozen, (dict(self),)


_EMPTY = Frozen()


def _empty() -> Frozen:
    return _EMPTY


def doc(text: str, default: Any = dataclasses.MISSING, *, optional: bool = False) -> Any:
    """A dataclass field with the sentence that documents it in the schema.

    Args:
        text: what the field holds, for docs/schema.md.
        default: the value where the JSON has none; a list or dict is not allowed, use a tuple or ``{}``.
        optional: leave the key out of the JSON where the value is None or empty.
    """
    meta = {"doc": text, "optional": optional}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=_empty, metadata=meta)
    return dataclasses.field(default=default, metadata=meta)


def extra() -> Any:
    """The field that keeps keys which this version does not know."""
    return dataclasses.field(default_factory=_empty, metadata={"extra": True}, compare=True, repr=False)


def fields_of(cls: type) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    """The declared fields of a record with their resolved types, without ``extra``."""
    return _fields(cls)


@cache
def _fields(cls: Any) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((f, hints[f.name]) for f in dataclasses.fields(cls) if not f.metadata.get("extra"))


def _has_extra(cls: type) -> bool:
    return _keeps(cls)


@cache
def _keeps(cls: Any) -> bool:
    return any(f.metadata.get("extra") for f in dataclasses.fields(cls))


def to_json(value: Any) -> Any:
    """A record, or anything made of records, as plain dicts, lists and scalars; key order is the declared one."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [v if type(v) in _PLAIN else to_json(v) for v in value]
    names = _names(kind)
    if names is not None:
        out: dict[str, Any] = {}
        for name, optional in names:
            item = getattr(value, name)
            if type(item) in _PLAIN:
                if not optional or (item is not None and item != ""):
                    out[name] = item
            elif not optional or not (item == () or item == {}):
                out[name] = to_json(item)
        if _has_extra(kind):
            out.update(to_json(value.extra))
        return out
    if isinstance(value, Mapping):
        return {str(k): to_json(v) for k, v in value.items()}
    return [to_json(v) for v in value] if isinstance(value, tuple | list) else value


_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _names(cls: Any) -> tuple[tuple[str, bool], ...] | None:
    """The keys of a record, and whether each is left out where it is empty; None for what is no record."""
    if not dataclasses.is_dataclass(cls):
        return None
    return tuple((f.name, bool(f.metadata.get("optional"))) for f in dataclasses.fields(cls) if not f.metadata.get("extra"))


def parse(text: str) -> Any:
    """JSON text as plain values. Half a character that stands alone becomes U+FFFD, as in an article: no file could be written of it.

    >>> parse('["\\\\ud83d\\\\ude00", "\\\\ud83d"]') == ["\U0001f600", "\ufffd"]
    True

    Raises:
        ValueError: it is no JSON, or is nested too deeply.
    """
    try:
        data = json.loads(text)
        return _whole(data) if _HALF.search(text) else data
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _whole(data: Any) -> Any:
    if isinstance(data, str):
        return _LONE.sub("\ufffd", data)
    if isinstance(data, dict):
        return {_whole(k): _whole(v) for k, v in data.items()}
    return [_whole(v) for v in data] if isinstance(data, list) else data


def from_json(cls: type[T], data: Any, where: str = "document") -> T:
    """Build a record from JSON.

    Args:
        cls: a record of the model.
        data: what ``json.loads`` gave.
        where: the place in the document, for errors.
    Raises:
        FactcheckError: a key is missing or a value has the wrong type, with its place.
    """
    if not isinstance(data, Mapping):
        raise FactcheckError(f"expected an object, found {_name(data)}", where, "is this a factcheck worksheet?")
    values: dict[str, Any] = {}
    for field, hint in fields_of(cls):
        if field.name in data:
            given = data[field.name]
            nothing = given == "" and field.default is None and field.metadata.get("optional")  # left out when it is written again
            values[field.name] = None if nothing else _read(hint, given, f"{where}.{field.name}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise FactcheckError(f"the key {field.name!r} is missing", where, "is this a factcheck worksheet?")
    if _has_extra(cls):
        known = {f.name for f, _ in fields_of(cls)}
        values["extra"] = {k: v for k, v in data.items() if k not in known}
    return cls(**values)


def _read(hint: Any, data: Any, where: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return data
    if origin in (types.UnionType, typing.Union):
        if data is None and type(None) in args:
            return None
        inner = tuple(a for a in args if a is not type(None))
        return _read(inner[0], data, where) if len(inner) == 1 else _one_of(inner, data, where)
    if origin is tuple:
        if not isinstance(data, list | tuple):
            raise FactcheckError(f"expected a list, found {_name(data)}", where)
        if args[-1] is Ellipsis:
            return tuple(_read(args[0], v, f"{where}[{i}]") for i, v in enumerate(data))
        if len(data) != len(args):
            raise FactcheckError(f"expected {len(args)} values, found {len(data)}", where)
        return tuple(_read(a, v, f"{where}[{i}]") for i, (a, v) in enumerate(zip(args, data, strict=True)))
    if origin in (dict, Mapping):
        if not isinstance(data, Mapping):
            raise FactcheckError(f"expected an object, found {_name(data)}", where)
        return {str(k): _read(args[1], v, f"{where}.{k}") for k, v in data.items()}
    if dataclasses.is_dataclass(hint):
        return from_json(typing.cast(type[Any], hint), data, where)
    if origin is None and collections_mapping(hint):
        return data
    if hint is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, hint) or (isinstance(data, bool) and hint is not bool):
        raise FactcheckError(f"expected {hint.__name__}, found {_name(data)}", where)
    return data


def collections_mapping(hint: Any) -> bool:
    """A bare Mapping or dict hint: any object."""
    return hint in (dict, Mapping)


def _one_of(hints: tuple[Any, ...], data: Any, where: str) -> Any:
    for hint in hints:
        if isinstance(data, hint) and not (isinstance(data, bool) and hint is not bool):
            return data
    raise FactcheckError(f"expected {' or '.join(h.__name__ for h in hints)}, found {_name(data)}", where)


def _name(data: Any) -> str:
    return {dict: "an object", list: "a list", str: "text", int: "a number", float: "a number", bool: "true or false"}.get(
        type(data), "null"
    )
