"""The table of input formats: each row reads, and no module that reads is imported before a file of it comes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from inspect import signature

from factcheck.plugin.records import Source
from factcheck.readers import formats

WITHOUT = """
import sys
from factcheck import api
from factcheck.plugin.manager import create_manager
manager = create_manager(entry_points=False)
api.generate(api.read(b"The pier was closed on Monday.", name="draft.txt", manager=manager), manager=manager)
print(sorted(m for m in sys.modules if m.startswith("factcheck.readers.") or m in ("email.message", "zipfile", "trafilatura", "pypdfium2")))
"""


def test_every_ending_has_one_reader() -> None:
    records = formats.register_readers()
    assert len(records) == 8 and max(Counter(end for r in records for end in r.suffixes).values()) == 1
    for record in records:
        assert record.title and record.source and list(signature(record.read).parameters) == ["source", "settings"]


def test_a_reader_is_imported_when_a_file_of_it_comes() -> None:
    out = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True).stdout
    assert "factcheck.readers.plain" in out
    assert not [
        m for m in ("email", "pdf", "rtf", "word", "web", "opendocument", "zipfile", "trafilatura") if f".{m}'" in out or f"'{m}'" in out
    ]


def test_each_row_reads() -> None:
    by_id = {r.id: r for r in formats.register_readers()}
    assert by_id["text"].read(Source(name="a.txt", data=b"One dam."), {}).text == "One dam."
    assert by_id["markdown"].read(Source(name="a.md", data=b"*One* dam."), {}).text == "One dam."
    mail = b"Subject: Dam\r\nContent-Type: text/plain\r\n\r\nOne dam broke near the old mill on Monday.\r\n"
    assert "One dam broke" in by_id["eml"].read(Source(name="a.eml", data=mail), {}).text
