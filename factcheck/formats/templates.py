"""Finds templates: the user's folder wins file by file, then the checkout's ``templates/``, then the packaged ones. Renders nothing."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from factcheck.model.errors import FactcheckError


def home() -> Path:
    """The folder with the project's own templates: the checkout's where the package runs from one, else the packaged one.

    Raises:
        FactcheckError: the installation lost them.
    """
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / "templates" / "worksheet").is_dir():
        return checkout / "templates"
    packaged = Path(str(resources.files("factcheck"))) / "_templates"
    if not packaged.is_dir():
        raise FactcheckError("the installed package has no templates", str(packaged), "install factcheck-worksheet again")
    return packaged


def folders(group: str, override: str | None = None) -> tuple[Path, ...]:
    """The folders to search for the files of one group, the first that has a file wins.

    Args:
        group: ``worksheet``: a folder of ``templates/``.
        override: the user's folder; its files lie in it directly, or in a folder of the group's name.
    Raises:
        FactcheckError: the user's folder replaces nothing: a misspelt file would be ignored silently.
    """
    own = home() / group
    if override is None:
        return (own,)
    theirs = tuple(p for p in (Path(override) / group, Path(override)) if p.is_dir())
    names = sorted(p.name for p in own.iterdir() if p.is_file())
    if not any((folder / name).is_file() for folder in theirs for name in names):
        raise FactcheckError("holds none of the templates", override, f"name a file as the one that it replaces: {', '.join(names)}")
    return (*theirs, own)
