"""Lexicons: linguistic knowledge as TOML tables, joined over plugins by name, loaded when first asked for."""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from factcheck.model import kept
from factcheck.model.errors import FactcheckError

T = TypeVar("T")
Load = Callable[[], Mapping[str, Any]]


_FOLDER = Path(__file__).with_name("lexicon")


def packaged_names() -> list[str]:
    """The names of the lexicons that ship with factcheck."""
    if _FOLDER.is_dir():
        return sorted(path.stem for path in _FOLDER.glob("*.toml"))
    from importlib.resources import files  # inside a zip

    found = files("factcheck.language").joinpath("lexicon").iterdir()
    return sorted(f.name.removesuffix(".toml") for f in found if f.name.endswith(".toml"))


def packaged(name: str) -> bytes:
    """A file of ``factcheck/language/lexicon``, also from inside a zip.

    Raises:
        FileNotFoundError: there is none of this name.
    """
    if _FOLDER.is_dir():
        return (_FOLDER / name).read_bytes()
    from importlib.resources import files  # inside a zip

    return files("factcheck.language").joinpath("lexicon", name).read_bytes()


@cache
def load_packaged(name: str) -> Mapping[str, Any]:
    """A lexicon that ships with factcheck: ``factcheck/language/lexicon/NAME.toml``; read once, and never to be changed."""
    data = packaged(f"{name}.toml")
    source = _FOLDER / f"{name}.toml"
    made = kept.load(source, data)
    if made is not None:
        return marshal.loads(made)  # type: ignore[no-any-return]
    import tomli  # four times as fast as tomllib, which is the same code uncompiled; not needed where the tables are kept

    tables = tomli.loads(data.decode())
    with contextlib.suppress(ValueError):  # a date, which no lexicon holds so far
        kept.store(source, data, marshal.dumps(tables))
    return tables


class Lexicons:
    """All lexicons by name. Tables and lists of one name are joined, later ones win word by word."""

    def __init__(self, loaders: Mapping[str, list[Load]]) -> None:
        self._loaders = loaders
        self._joined: dict[str, Mapping[str, Any]] = {}
        self._sets: dict[tuple[str, str], frozenset[str]] = {}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._joined:
            if name not in self._loaders:
                raise FactcheckError(f"no lexicon is named {name!r}", hint=f"there are: {', '.join(sorted(self._loaders))}")
            first, *others = self._loaders[name]
            self._joined[name] = _joined(first(), *(load() for load in others)) if others else first()
        return self._joined[name]

    def apart(self) -> Lexicons:
        """The same words, each lexicon copied when it is first asked for: who changes that one changes nobody else's."""
        return Lexicons({name: [partial(self._copy, name)] for name in self._loaders})

    def _copy(self, name: str) -> Mapping[str, Any]:
        return copied(self[name])  # type: ignore[no-any-return]

    def words(self, name: str, key: str) -> frozenset[str]:
        """A list of a lexicon as a set, in lower case."""
        if (name, key) not in self._sets:
            self._sets[name, key] = frozenset(w.lower() for w in self[name].get(key, ()))
        return self._sets[name, key]

    def once(self, key: str, make: Callable[[], T]) -> T:
        """A table made of lexicons alone: made by the first that asks, the same for every article. It must never learn from one."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[no-any-return]

    def table(self, key: str, names: tuple[str, ...], make: Callable[[], T]) -> T:
        """As ``once``; where no plugin adds to the lexicons, the table is kept from one run to the next.

        Args:
            key: names the table.
            names: the lexicons that it is made of.
            make: makes it of plain things only (tables, lists, sets, words, numbers), which nobody changes. What it calls stands in
                its own file and in ``language``: where one of these files or a lexicon changes, the table is made anew.
        """

        def made() -> T:
            own = all(self[name] is load_packaged(name) for name in names)
            return kept_table(key, make) if own else make()

        return self.once(key, made)


def kept_table(key: str, make: Callable[[], T]) -> T:
    """A table that is made of packaged lexicons only, kept from one run to the next; ``make`` as for ``Lexicons.table``."""
    shelf = _shelf()
    if shelf is None:
        return make()
    name = (key, _stat(Path(make.__code__.co_filename)))
    found = shelf.get(name)
    if found is None:
        found = make()
        shelf.put(name, found)
    return found  # type: ignore[no-any-return]


@cache
def _shelf() -> kept.Shelf | None:
    """Where tables are kept as long as no module of this package and no lexicon changes, by time and size as Python's bytecode."""
    if not _FOLDER.is_dir():  # inside a zip
        return None
    files = sorted(p for folder in (_FOLDER, _FOLDER.parent) for p in folder.iterdir() if p.suffix in (".py", ".toml"))
    return kept.Shelf(Path(__file__), " ".join(map(_stat, files)).encode(), most=_TABLES)


_TABLES = 100


def _stat(path: Path) -> str:
    known = path.stat()
    return f"{path.name} {known.st_mtime_ns} {known.st_size}"


def _joined(first: Mapping[str, Any], *others: Mapping[str, Any]) -> dict[str, Any]:
    into: dict[str, Any] = copied(first)
    for other in others:
        _join(into, other)
    return into


def _join(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    for key, value in new.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, Mapping):
            _join(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            into[key] = [*old, *value]
        else:
            into[key] = copied(value)


def copied(value: Any) -> Any:
    """Tables and lists anew, all the way down: what is joined to them never reaches the lexicon that they came from."""
    if isinstance(value, Mapping):
        return {key: copied(item) for key, item in value.items()}
    return [copied(item) for item in value] if isinstance(value, list) else value
