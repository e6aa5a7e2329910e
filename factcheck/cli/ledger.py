"""The index in the making, on disk: a line for each article as soon as its worksheets are written. Makes no worksheet.

In memory is only where each line stands and how far up it goes, so that thousands of articles take no more than a hundred.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Self

from factcheck import files
from factcheck.formats import index
from factcheck.model.errors import FactcheckError
from factcheck.worksheet.summary import Summary

JOURNAL = ".factcheck-journal.jsonl"


class Ledger:
    """The summaries of a run's articles, by their number. A context manager; ends with ``write_index``.

    Args:
        folder: where journal and index are.
        articles: their names, in order.
    """

    def __init__(self, folder: Path, articles: Sequence[str]) -> None:
        self.folder, self.articles = folder, articles
        self.failed = 0
        self._at = array("q", [-1]) * len(articles)
        self._weights = array("q", [0]) * len(articles)
        self._sources: list[IO[bytes]] = []

    def __enter__(self) -> Self:
        try:
            journal = (self.folder / JOURNAL).open("a+b")
        except OSError as error:
            raise FactcheckError(
                f"cannot be written ({error.strerror or error})", str(self.folder), "choose another folder with -o"
            ) from error
        self._sources = [journal]
        if journal.seek(0, 2):
            journal.seek(-1, 2)
            if journal.read(1) != b"\n":  # a run was killed in the middle of a line
                journal.write(b"\n")
        old = self.folder / index.NAMES[0]
        if old.is_file():
            self._sources.append(old.open("rb"))
        return self

    def __exit__(self, *_: object) -> None:
        for source in self._sources:
            source.close()

    def find(self, kind: str) -> None:
        """Take over what journal and index know of these articles, made in the same way; a line that was cut off is passed over."""
        numbers = {name: n for n, name in enumerate(self.articles)}
        for which in reversed(range(len(self._sources))):  # the journal's word is newer
            source = self._sources[which]
            at = source.seek(0)
            for line in iter(source.readline, b""):
                made = _read(line)
                number = numbers.get(made.article, -1) if made is not None else -1
                if made is not None and number >= 0 and made.order == kind and not made.failed:
                    self._note(number, at, which, made)
                at += len(line)

    def add(self, number: int, made: Summary) -> None:
        """Write down what became of an article."""
        journal = self._sources[0]
        at = journal.seek(0, 2)
        journal.write(index.line(made))
        journal.flush()
        self._note(number, at, 0, made)
        self.failed += made.failed is not None

    def _note(self, number: int, at: int, which: int, made: Summary) -> None:
        self._at[number], self._weights[number] = at * 2 + which, index.weight(made)

    def get(self, number: int) -> Summary | None:
        """What is written down of an article, or None."""
        at = self._at[number]
        if at < 0:
            return None
        source = self._sources[at % 2]
        source.seek(at // 2)
        return _read(source.readline())

    def forget(self, number: int) -> None:
        """An article is to be made again."""
        self._at[number], self._weights[number] = -1, 0

    def write_index(self) -> None:
        """Write the index in its three forms and remove the journal. It holds nothing that a person typed and is made
        anew each time; a file of these names that is not ours stays as ``NAME.bak``."""
        order = sorted(range(len(self.articles)), key=lambda n: -self._weights[n])  # stable: equal ones stay in the articles' order
        rows = index.Rows(sum(at >= 0 for at in self._at), lambda: map(index.row, self._each(order)))
        lines, page, workbook = (self.folder / name for name in index.NAMES)
        foreign = not index.is_ours(page)  # somebody's own file of that name
        with files.whole(page, keep=foreign) as out:
            index.page(rows, out)
        with files.whole(workbook, keep=foreign) as out:
            index.workbook(rows, out)
        with files.whole(lines, keep=foreign) as out:
            for made in self._each(range(len(self.articles))):
                out.write(index.line(made))
            for source in self._sources[1:]:  # some systems replace no file that is open
                source.close()
        self._sources[0].close()
        (self.folder / JOURNAL).unlink()

    def _each(self, order: Sequence[int]) -> Iterator[Summary]:
        return (made for number in order if (made := self.get(number)) is not None)


def _read(line: bytes) -> Summary | None:
    try:
        return Summary.from_json(json.loads(line))
    except (ValueError, TypeError, AttributeError):
        return None
