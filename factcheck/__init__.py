"""factcheck turns an article into its fact-check worksheet. Names resolve when first used, so importing it is cheap."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factcheck.version import __version__

if TYPE_CHECKING:
    from factcheck.api import generate, load, read, write
    from factcheck.model.article import Article
    from factcheck.model.attribution import Attribution
    from factcheck.model.claim import Claim
    from factcheck.model.claim_parts import Detail
    from factcheck.model.contradiction import Contradiction
    from factcheck.model.errors import FactcheckError
    from factcheck.model.worksheet import Worksheet
    from factcheck.plugin import hookimpl
    from factcheck.plugin.manager import create_manager

_WHERE = {
    "read": "factcheck.api",
    "generate": "factcheck.api",
    "load": "factcheck.api",
    "write": "factcheck.api",
    "hookimpl": "factcheck.plugin",
    "create_manager": "factcheck.plugin.manager",
    "FactcheckError": "factcheck.model.errors",
    "Article": "factcheck.model.article",
    "Attribution": "factcheck.model.attribution",
    "Claim": "factcheck.model.claim",
    "Detail": "factcheck.model.claim_parts",
    "Contradiction": "factcheck.model.contradiction",
    "Worksheet": "factcheck.model.worksheet",
}

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Contradiction",
    "Detail",
    "FactcheckError",
    "Worksheet",
    "__version__",
    "create_manager",
    "generate",
    "hookimpl",
    "load",
    "read",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_WHERE})
