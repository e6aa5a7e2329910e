"""Looks whether a PDF unpacks to more than any article, before pdfium, which ends the whole program where memory does. Reads no text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from factcheck.model.patterns import compiled

LARGEST = 128 * 1024 * 1024
"""Bytes that one stream may have when unpacked, pictures and fonts aside, and four times that all together; a page has thousands."""
_STREAM = compiled(rb"(?<!end)stream\r?\n")
_APART = compiled(rb"/Subtype\s*/Image|/Length1\b")
_HEAD = 1_500  # bytes before a stream in which its dictionary stands
_CHAIN = 4  # times that a stream may be packed
_PIECE = 1 << 20


def swells(data: bytes) -> bool:
    """Whether a stream of the file unpacks to more than ``LARGEST``, or all of them to more than four times that."""
    total = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - _HEAD) : found.start()]
        if not _APART.search(head, max(0, head.rfind(b" obj"))):
            size = 0
            for piece in _unpacked(data, found.end()):
                size += len(piece)
                if size > LARGEST:
                    return True
            total += size
            if total > 4 * LARGEST:
                return True
    return False


def content(data: bytes, start: int) -> bytes:
    """What the stream that begins at an offset unpacks to; its own bytes where it is not packed."""
    return b"".join(_unpacked(data, start)) or data[start : data.find(b"endstream", start)]


def _unpacked(data: bytes, start: int) -> Iterator[bytes]:
    """The pieces of a stream, however often it is packed; none where it is not."""
    pieces: Iterator[bytes] = (data[at : at + _PIECE] for at in range(start, len(data), _PIECE))
    for level in range(_CHAIN):
        first = next(pieces, b"")
        if not _is_packed(first):
            return chain((first,), pieces) if level else iter(())
        pieces = _inflated(chain((first,), pieces))
    return pieces


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj()
    for piece in packed:
        left = piece
        while left and not inflate.eof:
            try:
                out = inflate.decompress(left, _PIECE)
            except zlib.error:
                return
            left = inflate.unconsumed_tail
            if out:
                yield out
        if inflate.eof:
            return


def _is_packed(data: bytes) -> bool:
    """Whether bytes begin as zlib's do (RFC 1950, 2.2)."""
    return len(data) > 1 and data[0] & 15 == 8 and (data[0] * 256 + data[1]) % 31 == 0
