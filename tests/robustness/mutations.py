"""Valid files of every kind, and strategies that damage them: bytes changed, cut, doubled, moved, replaced by what programs stumble over."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from factcheck import api
from factcheck.plugin.manager import create_manager
from tests.readers import documents
from tests.readers.documents import PARAGRAPHS, par, run
from tests.robustness.corpus import changed

MANAGER = create_manager(entry_points=False)
BODY = "\n\n".join(PARAGRAPHS)
STUMBLES = (
    *(b"<", b">", b"\0", b"&#0;", b"&#xD800;", b"&#x110000;", b"\xff", b"\xed\xa0\x80", b"9" * 20, b"-1", b"\x1b", b"\xe2\x80\xae", b'"', b"'"),
    *(b"{", b"}", b"\\", b"[", b"]", b"]]>", b"<!--", b"<![CDATA[", b"_xD800_", b"=1+1", b"\r", b"\n\n", b",", b";", b"\t", b"|", b"NaN", b"1e999"),
    *(b"null", b"true", b"%00", b"\x85", b"\x1c", b"2026-99-99", b't="s"', b't="d"', b't="b"', b't="e"', b'r="A1048577"', b's="999"', b"\\u-9?"),
    *(b"<!DOCTYPE a [", b"<table>", b"</p>", b"said", b"$3 million", b"\xe2\x80\x9c", b"[^1]", b"\\bin9 ", b"--b", b"Content-Type: x\r\n\r\n"),
)  # fmt: skip
JUNK: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**30, 1.5, float("nan"), float("inf"), "", "\ud800", "\0", "=1+1", "x" * 40_000, [], {}, [[]], {"a": {"b": 1}}),
    *("C001", "\u202e", "<script>", "2026-13-45", "javascript:alert(1)", [None], ["\udfff"], "9" * 5_000),
)  # fmt: skip


@cache
def articles() -> Mapping[str, bytes]:
    """A small valid article by suffix."""
    link = '<w:hyperlink r:id="rl">' + run("report") + "</w:hyperlink>"
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    table = "<w:tbl><w:tr><w:tc>" + par("a") + "</w:tc><w:tc>" + par("12") + "</w:tc></w:tr></w:tbl>"
    gone = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    word = documents.docx(
        par("Title", style="Title") + par(run(PARAGRAPHS[0]), link, notes) + table + gone,
        footnotes='<w:footnote w:id="2">' + par("See p. 3") + "</w:footnote>",
        comments='<w:comment w:id="0">' + par("check") + "</w:comment>",
    )
    odt = documents.odt(
        f'<text:h>Head</text:h><text:p>{PARAGRAPHS[0]}<text:a xlink:href="http://a.example">link</text:a><text:note><text:note-body><text:p>n'
        "</text:p></text:note-body></text:note><text:span>b<text:s/></text:span></text:p><text:list><text:list-item><text:p>i</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>",
        meta="<m xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:language>en</dc:language></m>",
    )
    markdown = (
        f"---\ntitle: T\ndate: 2026-01-02\nauthor: A B\n---\n# Head\n\n{BODY}\n\n[a](http://b.example) x[^1] <!-- c -->\n\n[^1]: note\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n- i\n  1. j\n\n> q\n"
    )
    return {
        "docx": word,
        "odt": odt,
        "pdf": documents.pdf(columns=2, head="The Post"),
        "html": documents.html(),
        "eml": documents.eml(BODY),
        "rtf": documents.rtf(),
        "txt": f"Headline here\n\nBy Nell Arkwright\n\n{BODY}".encode(),
        "md": markdown.encode(),
    }


@cache
def worksheets() -> Mapping[str, bytes]:
    """A worksheet, partly filled in, by suffix."""
    import dataclasses

    sheet = api.generate(api.read(articles()["txt"], name="a.txt", manager=MANAGER), manager=MANAGER)
    typed = {"C001": {"status": "confirmed", "note": "x", "date": "2026-01-02"}, "cover": {"draft": "2"}}
    sheet = dataclasses.replace(sheet, entries=typed)
    return {f: api.dump(sheet, f, manager=MANAGER) for f in ("xlsx", "json", "csv")}


def damaged(data: bytes) -> st.SearchStrategy[bytes]:
    """The bytes after one to six edits."""
    place = st.integers(0, len(data))
    length = st.sampled_from((0, 1, 2, 4, 16, 200))
    edit = st.one_of(
        st.tuples(st.just("put"), place, length, st.sampled_from(STUMBLES)),
        st.tuples(st.just("put"), place, length, st.binary(max_size=4)),
        st.tuples(st.just("double"), place, length, st.sampled_from((1, 2, 40))),
        st.tuples(st.just("move"), place, length, place),
        st.tuples(st.just("end"), place, length, st.none()),
    )
    return st.lists(edit, min_size=1, max_size=6).map(lambda edits: _edited(data, edits))


def _edited(data: bytes, edits: list[tuple[str, int, int, Any]]) -> bytes:
    for kind, at, length, what in edits:
        piece = data[at : at + length]
        if kind == "put":
            data = data[:at] + what + data[at + length :]
        elif kind == "double":
            data = data[:at] + piece * what + data[at:]
        elif kind == "move":
            data = data[:what] + piece + data[what:]
        elif len(data) - at < 400 or at % 5 == 0:
            data = data[:at]
    return data


def damaged_zip(data: bytes, *parts: str) -> st.SearchStrategy[bytes]:
    """A zip with one member damaged, now and then its own bytes.

    Args:
        parts: words of which the member's name holds one; none is any member.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        names = [n for n in z.namelist() if not parts or any(p in n for p in parts)]
        members = {n: z.read(n) for n in names}
    one = st.sampled_from(names).flatmap(lambda n: damaged(members[n]).map(lambda b: changed(data, n, lambda _: b)))
    return st.one_of(one, one, one, damaged(data))


def damaged_json(data: Any) -> st.SearchStrategy[Any]:
    """A JSON value with one or two of its parts replaced, removed, renamed or doubled."""
    places = [p for p in _places(data) if p]
    change = st.one_of(
        st.tuples(st.just("set"), st.sampled_from(places), st.sampled_from(JUNK)),
        st.tuples(st.just("gone"), st.sampled_from(places), st.none()),
        st.tuples(st.just("name"), st.sampled_from(places), st.sampled_from(("\ud800", "zz", "", "=a", "status", "x" * 300, "a\0b"))),
        st.tuples(st.just("twice"), st.sampled_from(places), st.none()),
        st.tuples(st.just("near"), st.sampled_from(places), st.none()),
    )
    return st.lists(change, min_size=1, max_size=2).map(lambda changes: _changed(data, changes))


def _places(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _places(value, (*at, key))


def _changed(data: Any, changes: list[tuple[str, tuple[Any, ...], Any]]) -> Any:
    data = json.loads(json.dumps(data))
    for kind, place, what in changes:
        inside = data
        try:
            for key in place[:-1]:
                inside = inside[key]
            _change(inside, place[-1], kind, what)
        except (LookupError, TypeError):
            continue  # the change before took the place away
    return data


def _change(inside: Any, key: Any, kind: str, what: Any) -> None:
    value = inside[key]
    if kind == "gone":
        del inside[key]
    elif kind == "name" and isinstance(inside, dict):
        inside[what] = inside.pop(key)
    elif kind == "twice" and isinstance(inside, list):
        inside.append(value)
    elif kind == "near" and isinstance(value, str | int) and not isinstance(value, bool):
        inside[key] = value + 1 if isinstance(value, int) else value[::-1]
    else:
        inside[key] = what


def by_clock(one: Callable[[], None], seconds: float) -> int:
    """Run a property again and again until its time is up.

    Returns:
        How often.
    """
    import time

    stop, runs = time.monotonic() + seconds, 0
    while runs == 0 or time.monotonic() < stop:
        one()
        runs += 1
    return runs
