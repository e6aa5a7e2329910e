"""Reads the configuration: the user's file, then the project's from the current folder upward. Never the article's folder.

Only the user's own file may load plugin files or switch on a plugin that goes out to the network; a folder that somebody was
given may not. See docs/configuration.md.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.model.words import decoded

NAME = "factcheck.toml"
LISTS = ("load", "enable", "disable", "requires")
"""The keys of the table ``plugins``; each is a list of words."""
USER_ONLY = ("load",)
_TABLE = compiled(r"""(?m)tool["'\s]*\.["'\s]*factcheck|^\s*\[?\s*["']?tool["']?\s*[\]=]""")
"""Where a ``pyproject.toml`` may speak of us; most do not, and need not be read as TOML."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the configuration says.

    Args:
        load: plugin files or modules to load, as given to ``-p``; of the user's file only.
        enable: names that the user switched on.
        wished: names that the project's file would like to be on; not enough for a plugin that goes out to the network.
        disable: names that are left out.
        requires: plugins, or packages with a version (``factcheck-docx>=1.2``), without which nothing is done.
        settings: by plugin name.
        origin: the file that a plugin's settings come from, by plugin name.
        shared: the keys that the project's file sets, by plugin name; a setting of the user only is refused there.
    """

    load: tuple[str, ...] = ()
    enable: frozenset[str] = frozenset()
    wished: frozenset[str] = frozenset()
    disable: frozenset[str] = frozenset()
    requires: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, frozenset[str]] = field(default_factory=dict)


def user_file() -> Path:
    """Where the user's own configuration lies, whether or not it exists."""
    from platformdirs import user_config_path

    return user_config_path("factcheck", appauthor=False) / NAME


def project_file(start: Path) -> Path | None:
    """The nearest ``factcheck.toml``, or ``pyproject.toml`` with a table ``tool.factcheck``, from a folder upward."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        general = folder / "pyproject.toml"
        if general.is_file() and _TABLE.search(_text(general)) and "factcheck" in _parsed(general).get("tool", {}):
            return general
    return None


def read(start: Path) -> Config:
    """The user's configuration and the project's above it; the project's settings win key by key.

    Args:
        start: the folder to look from, the current one.
    Raises:
        FactcheckError: a file is no TOML, or has a key that means nothing; names the file and the nearest key.
    """
    user, project = user_file(), project_file(start)
    own = checked(_parsed(user), user) if user.is_file() else {}
    shared: Mapping[str, Any] = {}
    if project is not None and project != user:
        whole = _parsed(project)
        shared = checked(whole["tool"]["factcheck"] if project.name == "pyproject.toml" else whole, project, shared=True)
    settings: dict[str, dict[str, Any]] = {}
    origin: dict[str, str] = {}
    for given, path in ((own, user), (shared, project)):
        for name, values in given.get("settings", {}).items():
            settings[name] = {**settings.get(name, {}), **values}
            origin[name] = str(path)
    mine, ours = own.get("plugins", {}), shared.get("plugins", {})
    enable = frozenset(mine.get("enable", ()))
    return Config(
        load=tuple(str(_beside(user, p)) for p in mine.get("load", ())),
        enable=enable,
        wished=frozenset(ours.get("enable", ())),
        disable=frozenset((*mine.get("disable", ()), *ours.get("disable", ()))) - enable,
        requires=(*mine.get("requires", ()), *ours.get("requires", ())),
        settings=settings,
        origin=origin,
        shared={name: frozenset(values) for name, values in shared.get("settings", {}).items()},
    )


def checked(given: Mapping[str, Any], path: Path, *, shared: bool = False) -> Mapping[str, Any]:
    """A file's tables after checking that each key is known and of its type.

    Args:
        given: the parsed tables.
        path: the file, for messages.
        shared: whether it is a project's file, which may not load plugin files.
    """
    for key, value in given.items():
        if key not in ("plugins", "settings"):
            raise FactcheckError(f"there is no table or key {key!r}", str(path), _nearest(key, ("plugins", "settings")))
        if not isinstance(value, dict):
            raise FactcheckError(f"{key!r} is a table", str(path), f"write [{key}] on a line of its own")
    for key, value in given.get("plugins", {}).items():
        if key not in LISTS:
            raise FactcheckError(f"[plugins] has no key {key!r}", str(path), _nearest(key, LISTS))
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise FactcheckError(f"[plugins] {key} is a list of names", str(path), f'write {key} = ["name"]')
        if shared and key in USER_ONLY:
            hint = f"move it to {user_file()}, or give -p on the command line"
            raise FactcheckError(f"[plugins] {key} is read from your own file only", str(path), hint)
    for name, values in given.get("settings", {}).items():
        if not isinstance(values, dict):
            raise FactcheckError(f"[settings] {name} is a table of one plugin", str(path), f"write [settings.{name}]")
    return given


def edit(action: str, name: str) -> Path:
    """Write into the user's file that a plugin is on (``enable``) or off (``disable``); comments and the rest stay.

    Returns:
        The file that was written.
    Raises:
        FactcheckError: the file is no TOML, or cannot be written.
    """
    import tomlkit

    path = user_file()
    if path.is_file():
        checked(_parsed(path), path)
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.is_file() else tomlkit.document()
        table: Any = document.setdefault("plugins", tomlkit.table())
        other = "disable" if action == "enable" else "enable"
        if name in table.get(other, ()):
            table[other].remove(name)
        names = table.setdefault(action, tomlkit.array())
        if name not in names:
            names.append(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(path.name + ".new")
        beside.write_text(tomlkit.dumps(document), "utf-8")
        beside.replace(path)
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror or error}", str(path)) from None
    return path


def setting(given: str) -> tuple[str, str, Any]:
    """``NAME.KEY=VALUE`` of the command line: the plugin, the key and the value, read as TOML where it is TOML, else as words.

    >>> setting("house_style.most=3")
    ('house_style', 'most', 3)
    >>> setting("house_style.desk=City")
    ('house_style', 'desk', 'City')
    """
    import tomli

    place, equals, value = decoded(given).partition("=")
    name, dot, key = place.rpartition(".")
    if not (equals and dot and name and key):
        raise FactcheckError(f"{given!r} is no setting", "--set", "write --set PLUGIN.KEY=VALUE")
    try:
        return name, key, tomli.loads(f"value = {value}")["value"]
    except tomli.TOMLDecodeError:
        return name, key, value


def _parsed(path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(_text(path))
    except tomli.TOMLDecodeError as error:
        raise FactcheckError(f"is no TOML: {error}", str(path), "mend the line, or move the file away") from None


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(f"cannot be read: {error}", str(path)) from None


def _beside(file: Path, plugin: str) -> str | Path:
    """A plugin file of the configuration is meant relative to the configuration, and ``~`` is the home folder."""
    if not plugin.endswith(".py"):
        return plugin
    return file.parent / Path(plugin).expanduser()


def _nearest(key: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(known)}"
