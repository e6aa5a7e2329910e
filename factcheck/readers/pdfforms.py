"""Looks whether the forms of a PDF, drawings that call each other by name, call more than any page needs. Reads no text.

pdfium follows every call, and thirty forms that each call the next one twice make a thousand million. Forms are found by the
object that holds them, their calls in what they unpack to; what is encrypted, or packed in another way than Flate, is not seen.
Source: ISO 32000-1, 7.5.7 (object streams), 7.8.3 (resources), 8.10 (form XObjects).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from factcheck.model.patterns import compiled

MOST = 100_000
"""Forms that a page may draw, one inside the other or beside it; each takes some kilobytes."""
_PART = compiled(rb"(?<!\d)(\d{1,9})\s{1,9}\d{1,5}\s{1,9}obj\b|(?<!end)(stream)(?:\r\n|\n|\r)|endobj")
_FORM = compiled(rb"/Subtype\s*/Form\b")
_PICTURE = compiled(rb"/Subtype\s*/Image\b|/Length1\b")
_PACKED_OBJECTS = compiled(rb"/Type\s*/ObjStm\b")
_ELSEWHERE = compiled(rb"/(?:Resources|XObject)\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_NAMED = compiled(rb"/([^\s\x00/<>\[\](){}%]{1,127})\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_CALL = compiled(rb"/([^\s\x00/<>\[\](){}%]{1,127})(?:[\s\x00]|%[^\r\n]*[\r\n])+Do\b")
_ESCAPE = compiled(rb"#([0-9A-Fa-f]{2})")
_NUMBERS = compiled(rb"\s*(?:\d{1,9}\s+){2,}")
_HEAD = 20_000  # bytes of an object before its stream
_DEEP = 40  # forms inside each other; pdfium goes no deeper
_NAMES = 5_000_000  # in the resources of all forms together
_ALL = 512 * 1024 * 1024  # bytes that all streams may unpack to, as ``pdfbomb`` holds it of those that are packed

Named = dict[bytes, set[int]]


class Forms:
    """The forms of a file and what they call.

    Args:
        data: the file.
        unpacked: gives what the stream that begins at an offset unpacks to.
    """

    def __init__(self, data: bytes, unpacked: Callable[[bytes, int], bytes]) -> None:
        self._says: dict[int, bytearray] = {}
        self._calls: dict[int, Counter[bytes]] = {}
        self._pages: list[Counter[bytes]] = []
        self._left = _ALL
        number, start = None, 0
        for found in _PART.finditer(data):
            if number is not None:
                head = data[start : min(found.start(), start + _HEAD)]
                self._says.setdefault(number, bytearray()).extend(head)
                if found[2] and self._left > 0 and not _PICTURE.search(head):
                    body = unpacked(data, found.end())
                    self._left -= len(body)
                    self._stream(number, head, body)
            number, start = (int(found[1]) if found[1] else None), found.end()
        self._named = {
            n: [(_plain(m[1]), int(m[2])) for m in _NAMED.finditer(says) if int(m[2]) in self._calls] for n, says in self._says.items()
        }

    def _stream(self, number: int, head: bytes, body: bytes) -> None:
        if _PACKED_OBJECTS.search(head):
            for n, says in _objects(body):
                self._says.setdefault(n, bytearray()).extend(says[:_HEAD])
            return
        calls = Counter(_plain(m[1]) for m in _CALL.finditer(body))
        if _FORM.search(head):
            self._calls.setdefault(number, Counter()).update(calls)
        elif calls:
            self._pages.append(calls)

    def too_many(self) -> bool:
        """Whether a page may draw more than ``MOST`` forms."""
        if not self._calls:
            return False
        if self._left <= 0:  # streams without an end, each looked through to the end of the file
            return True
        anywhere: Named = {}
        for rows in self._named.values():
            for name, form in rows:
                anywhere.setdefault(name, set()).add(form)
        own = {n: self._resources(n) if b"/Resources" in self._says[n] else anywhere for n, calls in self._calls.items() if calls}
        if sum(sum(map(len, names.values())) for names in own.values() if names is not anywhere) > _NAMES:
            return True
        drawn = dict.fromkeys(self._calls, 1)
        for _ in range(_DEEP):  # each time one form deeper; what calls itself twice grows without end
            before, drawn = drawn, dict.fromkeys(self._calls, 1)
            for n, names in own.items():
                drawn[n] += _sum(self._calls[n], names, before)
            if drawn == before or max(drawn.values()) > MOST:
                break
        return max(drawn.values()) > MOST or any(_sum(page, anywhere, drawn) > MOST for page in self._pages)

    def _resources(self, number: int) -> Named:
        """The forms that a form's own resources name: in its dictionary, or one or two references away."""
        out: Named = {}
        here = {number}
        for _ in range(3):
            for n in here:
                for name, form in self._named.get(n, ()):
                    out.setdefault(name, set()).add(form)
            here = {int(m[1]) for n in here for m in _ELSEWHERE.finditer(self._says.get(n, b""))}
        return out


def _sum(calls: Counter[bytes], named: Named, drawn: Mapping[int, int]) -> int:
    return min(MOST + 1, sum(times * max((drawn[n] for n in named.get(name, ())), default=0) for name, times in calls.items()))


def _plain(name: bytes) -> bytes:
    """A name without escapes: "#58" is "X" (7.3.5)."""
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), name) if b"#" in name else name


def _objects(body: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects of an object stream: pairs of number and offset, then the objects one after the other."""
    head = _NUMBERS.match(body)
    if head is None:
        return
    numbers = [int(n) for n in head.group().split()]
    starts = [head.end() + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(body)], strict=False):
        yield number, body[start:end]
