"""Writes a new plugin: an installable package with one record, its examples, tests and a README, from ``templates/plugin``.

Knows nothing of what plugins do; a new kind is one file in ``kinds/`` and one in ``tests/``.
"""

from __future__ import annotations

import difflib
import keyword
from pathlib import Path
from string import Template

from factcheck.formats.templates import home
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled

_NAME = compiled(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
PREFIX = "factcheck-"
SUFFIX = ".py.tmpl"


def kinds() -> tuple[str, ...]:
    """The kinds of plugins that can be written."""
    return tuple(sorted(p.name.removesuffix(SUFFIX) for p in (home() / "plugin" / "kinds").glob(f"*{SUFFIX}")))


def files(name: str, kind: str) -> dict[str, str]:
    """The files of a new plugin, by their path inside its folder.

    Args:
        name: lower-case words with ``-`` or ``_`` between them, with or without "factcheck-" before them.
        kind: one of ``kinds()``.
    Raises:
        FactcheckError: the name cannot be a module's, or there is no such kind.
    """
    short = name.removeprefix(PREFIX)
    module = short.replace("-", "_")
    if not _NAME.fullmatch(short) or keyword.iskeyword(module) or module in ("factcheck", "test"):
        raise FactcheckError(f"{name!r} cannot be a plugin's name", "NAME", "use lower-case letters, digits and hyphens, as in tide-tables")
    if kind not in kinds():
        near = difflib.get_close_matches(kind, kinds(), n=1)
        raise FactcheckError(
            f"there is no kind {kind!r}", "--kind", f"did you mean {near[0]!r}?" if near else f"choose one of {', '.join(kinds())}"
        )
    words = {
        "name": module,
        "package": PREFIX + short.replace("_", "-"),
        "module": f"factcheck_{module}",
        "title": short.replace("-", " ").replace("_", " ").capitalize(),
        "kind": kind,
    }
    root = home() / "plugin"

    def filled(path: str, **more: str) -> str:
        return Template((root / path).read_text("utf-8")).substitute(words | more)

    test = filled(f"tests/{kind}{SUFFIX}")
    test = test if test.startswith(("import ", "from ")) else "\n" + test
    return {
        "pyproject.toml": filled("pyproject.toml.tmpl"),
        "README.md": filled("README.md.tmpl"),
        f"factcheck_{module}.py": filled(f"kinds/{kind}{SUFFIX}"),
        f"tests/test_{module}.py": filled("test.py.tmpl", test=test),
    }


def write(name: str, kind: str, parent: Path) -> Path:
    """Write a new plugin into a new folder; nothing that exists is touched.

    Returns:
        The folder.
    Raises:
        FactcheckError: the folder exists, or cannot be written.
    """
    made = files(name, kind)
    folder = parent / (PREFIX + name.removeprefix(PREFIX).replace("_", "-"))
    try:
        folder.mkdir(parents=True)
        for path, text in made.items():
            target = folder / path
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, "utf-8", newline="\n")
    except FileExistsError:
        raise FactcheckError("exists already", str(folder), "choose another name or another folder with -o") from None
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror or error}", str(folder)) from None
    return folder
