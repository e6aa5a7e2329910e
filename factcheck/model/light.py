"""``dataclass`` at a tenth of the time: a start makes 150 records, each of which the standard library makes of six compiled texts.

Here only ``__init__`` is compiled, and kept from one run to the next; the rest is shared. Behaves as the one of the standard
library, which does all that is not plain.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

from factcheck.model.kept import Shelf

_shelf = Shelf(Path(__file__))

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """As ``dataclasses.dataclass``; what inherits nothing, or from one record of its kind, is made here."""

        def make(cls: type) -> type:
            return _light(cls, **options) if _plain(cls, options) else dataclasses.dataclass(**options)(cls)

        return make if cls is None else make(cls)


@dataclasses.dataclass
class _Open:
    """Tells what the standard library notes of a record and of a field, the same for all."""

    field: int


@dataclasses.dataclass(frozen=True)
class _Frozen:
    """As ``_Open``, of a frozen record."""

    field: int


_PARAMS: Any = {False: _Open.__dataclass_params__, True: _Frozen.__dataclass_params__}  # type: ignore[attr-defined]
_FIELD: Any = dataclasses.fields(_Open)[0]._field_type  # type: ignore[attr-defined]


def _plain(cls: Any, options: dict[str, bool]) -> bool:
    """Whether a class is a record of its own or of one of its kind, all of whose fields its constructor takes."""
    if len(cls.__bases__) != 1 or not options.keys() <= {"frozen", "slots", "kw_only"}:
        return False
    base = cls.__base__
    if base is not object and getattr(base, "__dataclass_params__", None) is not _PARAMS[options.get("frozen", False)]:
        return False
    hints, own = inspect.get_annotations(cls), cls.__dict__
    given = all(own[name].init for name in hints if isinstance(own.get(name), dataclasses.Field))
    return given and not any("ClassVar" in str(h) or "InitVar" in str(h) or "KW_ONLY" in str(h) for h in hints.values())


def _light(cls: Any, *, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> type:
    found = {**getattr(cls.__base__, "__dataclass_fields__", {}), **{f.name: f for f in _fields(cls, kw_only=kw_only)}}
    fields = tuple(found.values())
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _PARAMS[frozen]
    if "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in fields if not f.kw_only)  # type: ignore[misc]
    made: Any = _slotted(cls, [f.name for f in fields]) if slots else cls
    own = made.__dict__
    hashed = own.get("__hash__") is not None
    for name, function in _SHARED[frozen].items():
        if name not in own:
            setattr(made, name, function)
    if not hashed:
        made.__hash__ = _hash if frozen else None
    if "__init__" not in own:
        made.__init__ = _constructor(made, fields, slots=slots)
    made.__compared__ = _values([f.name for f in fields if f.compare])
    return made  # type: ignore[no-any-return]


def _fields(cls: Any, *, kw_only: bool) -> tuple[dataclasses.Field[Any], ...]:
    """The fields that the class tells, each default in its place; of a default that all records would share it is refused."""
    out = []
    for name, hint in inspect.get_annotations(cls).items():
        given = getattr(cls, name, dataclasses.MISSING)
        if isinstance(given, MemberDescriptorType):  # the slot of a base
            given = dataclasses.MISSING
        made: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
        if type(made.default).__hash__ is None:
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
        made.name, made.type, made._field_type = name, hint, _FIELD
        if made.kw_only is dataclasses.MISSING:
            made.kw_only = kw_only
        if made.default is not dataclasses.MISSING:
            setattr(cls, name, made.default)
        elif name in cls.__dict__:
            delattr(cls, name)
        out.append(made)
    return tuple(out)


def _slotted(cls: Any, names: list[str]) -> Any:
    """The class again, its fields as slots; a pickle holds their values in order, as the standard library's does."""
    body = {k: v for k, v in cls.__dict__.items() if k not in names and k not in ("__dict__", "__weakref__")}
    there = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    made: Any = type(cls)(cls.__name__, cls.__bases__, {**body, "__slots__": tuple(n for n in names if n not in there)})
    made.__qualname__ = cls.__qualname__
    for name, function in (("__getstate__", _state), ("__setstate__", _set_state)):
        if name not in body:
            setattr(made, name, function)
    return made


def _constructor(cls: Any, fields: tuple[dataclasses.Field[Any], ...], *, slots: bool) -> Any:
    """The only code that is compiled: takes the fields and puts each in its place."""
    known: dict[str, Any] = {"_none": dataclasses.MISSING, "_set": object.__setattr__}
    takes: list[str] = ["self"]
    lines: list[str] = []
    for at, f in enumerate(sorted(fields, key=lambda f: bool(f.kw_only))):
        if f.kw_only and "*" not in takes:
            takes.append("*")
        value = f.name
        if f.default is not dataclasses.MISSING:
            known[f"_d{at}"] = f.default
            takes.append(f"{f.name}=_d{at}")
        elif f.default_factory is not dataclasses.MISSING:
            known[f"_f{at}"] = f.default_factory
            takes.append(f"{f.name}=_none")
            value = f"_f{at}() if {f.name} is _none else {f.name}"
        else:
            takes.append(f.name)
        if slots:
            known[f"_s{at}"] = getattr(cls, f.name).__set__
        lines.append(f"_s{at}(self, {value})" if slots else f"_set(self, {f.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    found: dict[str, Any] = {}
    exec(_code(f"def __init__({', '.join(takes)}):\n " + "\n ".join(lines or ["pass"])), known, found)
    function = found["__init__"]
    function.__qualname__ = f"{cls.__qualname__}.__init__"
    function.__annotations__ = {**{f.name: f.type for f in fields}, "return": None}
    return function


def _code(text: str) -> Any:
    """The compiled text, kept from one run to the next."""
    code = _shelf.get(text)
    if code is None:
        code = compile(text, "<record>", "exec")
        _shelf.put(text, code)
    return code


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return _One(names[0]) if names else _nothing


class _One:
    """The value of a single field, as a tuple."""

    __slots__ = ("_get",)

    def __init__(self, name: str) -> None:
        self._get = attrgetter(name)

    def __call__(self, record: Any) -> tuple[Any]:
        return (self._get(record),)


class _Nothing:
    """The values of a record without fields."""

    __slots__ = ()

    def __call__(self, record: Any) -> tuple[()]:
        return ()


_nothing = _Nothing()


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values_of = self.__compared__
    return values_of(self) == values_of(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


@recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_to_set(self: Any, name: str, value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED = {
    False: {"__eq__": _eq, "__repr__": _repr},
    True: {"__eq__": _eq, "__repr__": _repr, "__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete},
}


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
