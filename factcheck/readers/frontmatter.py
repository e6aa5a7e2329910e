"""The lines between ``---`` (or ``+++``) above a Markdown text: title, author, date. Reads the plain forms only, never YAML's others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled
from factcheck.readers.lines import iso_date

_FENCE = compiled(r"(---|\+\+\+)[^\S\n]*\n")
_CLOSING = {
    "+++": compiled(r"^\+\+\+[^\S\n]*$", re.MULTILINE),
    "---": compiled(r"^(?:---|\.\.\.)[^\S\n]*$", re.MULTILINE),
}
_LANGUAGE = compiled(r"[A-Za-z]{2}(?![A-Za-z])")
_KEY = compiled(r"([A-Za-z][\w -]{0,40}?)[^\S\n]*:[^\S\n]*(.*)")
_NAMES = {
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "standfirst", "deck", "dek", "subheading"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "publishdate", "pubdate", "datepublished", "published_at", "created"),
    "url": ("url", "canonical_url", "canonical", "link", "source_url"),
    "language": ("lang", "language"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter declares; ``lines`` is how many lines of the file it takes."""

    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    lines: int = field(default=0)


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text, if it begins with one.

    >>> front_matter("---\\ntitle: Dam bursts\\nauthor: [Ann Roe, Bo Lind]\\n---\\nText").byline
    'Ann Roe, Bo Lind'
    """
    fence = _FENCE.match(text)
    if fence is None:
        return FrontMatter()
    closing = _CLOSING[fence[1]].search(text, fence.end())
    if closing is None:
        return FrontMatter()
    body = text[fence.end() : closing.start()]
    table = _toml(body) if fence[1] == "+++" else _yaml(body)
    if fence[1] == "---" and body.strip() and not table:
        return FrontMatter()  # a rule and a line of text, not front matter
    found = {key: next((v for n in names if (v := _text(table.get(n)))), None) for key, names in _NAMES.items()}
    found["published"] = iso_date(found["published"]) if found["published"] else None
    language = _LANGUAGE.match(found["language"] or "")
    found["language"] = language.group().lower() if language else None
    return FrontMatter(**found, lines=text.count("\n", 0, closing.end()) + 1)


def _toml(body: str) -> Mapping[str, Any]:
    import tomli

    try:
        return {k.lower(): v for k, v in tomli.loads(body).items()}
    except tomli.TOMLDecodeError:
        return {}


def _yaml(body: str) -> Mapping[str, Any]:
    table: dict[str, Any] = {}
    key = ""
    for line in body.split("\n"):
        item = line.strip()
        if item.startswith("- ") and key:
            table[key] = [*(table[key] if isinstance(table[key], list) else []), _bare(item[2:])]
            continue
        found = _KEY.fullmatch(line.rstrip())
        if found is None or line[:1].isspace():
            continue
        key, value = found[1].strip().lower(), found[2].strip()
        table[key] = [_bare(v) for v in value[1:-1].split(",")] if value.startswith("[") and value.endswith("]") else _bare(value)
    return table


def _bare(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return value.split(" #", 1)[0].rstrip()


def _text(value: Any) -> str | None:
    if isinstance(value, list | tuple):
        value = ", ".join(str(v.get("name", "")) if isinstance(v, Mapping) else str(v) for v in value)
    if isinstance(value, Mapping):
        value = value.get("name", "")
    return " ".join(str(value).split()) or None if value is not None else None
