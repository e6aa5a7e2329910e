"""Bytes to text: byte order mark, strict UTF-8, declared charset, cp1252, then charset-normalizer. Never guesses silently.

The order is DEPENDENCIES.md's: a guesser alone takes curly quotes of cp1252 for another code page.
"""

from __future__ import annotations

import codecs

from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled

_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a zip file, such as a Word document", "save it as plain text (.txt) or Markdown (.md)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as plain text (.txt) or Markdown (.md)"),
    (b"%PDF-", "a PDF", "copy its text into a .txt file"),
    (b"{\\rtf", "an RTF file", "save it as plain text (.txt)"),
    (b"\x89PNG", "a picture", "give the article's text"),
    (b"\xff\xd8\xff", "a picture", "give the article's text"),
    (b"GIF8", "a picture", "give the article's text"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"\x7fELF", "a program", "give the article's text"),
)
_CONTROLS = compiled("[\x00-\x08\x0e-\x1f\x7f]")
_SAMPLE = 65536
_HINT = "give a text file in UTF-8"
MOST = 20_000_000
"""Characters of an article: three million words; a longer one is refused."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as the bytes say, before it is normalised.

    Args:
        text: the characters; may hold lone surrogates and control characters.
        note: one sentence where the encoding was guessed or damaged, else None.
    """

    text: str
    note: str | None = None


def decode(data: bytes, where: str, charset: str | None = None) -> Decoded:
    """Read bytes as text.

    Args:
        data: the file's bytes.
        where: the file's name, for errors.
        charset: declared outside the bytes, or None.
    Raises:
        FactcheckError: empty or binary input, or no encoding fits.
    """
    refuse_endless(len(data) // 4, where)  # no encoding has more bytes to a character
    if not data.strip():
        raise FactcheckError("the article is empty", where, "give a file with the article's text")
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            raise FactcheckError(f"this is {what}, not text", where, hint)
    found = _by_mark(data) or _by_order(data, charset)
    if found is None:
        raise FactcheckError("no text encoding fits these bytes", where, _HINT)
    refuse_endless(len(found.text), where)
    sample = found.text[:_SAMPLE]
    if sample and len(_CONTROLS.findall(sample)) > len(sample) // 10:
        raise FactcheckError("this looks like binary data, not text", where, _HINT)
    return found


def refuse_endless(length: int, where: str) -> None:
    """Raise where a text is longer than any article or book.

    Raises:
        FactcheckError: it is.
    """
    if length > MOST:
        raise FactcheckError(
            f"holds at least {length:,} characters, more than {MOST:,}", where, "give each article or chapter as a file of its own"
        )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if not data.startswith(mark):
            continue
        body = data[len(mark) :]
        try:
            return Decoded(body.decode(codec))
        except UnicodeDecodeError:
            errors = "surrogatepass" if codec.startswith("utf-16") and len(body) % 2 == 0 else "replace"
        note = f"The byte order mark says {name}, but some bytes do not fit; they are shown as U+FFFD."
        try:
            return Decoded(body.decode(codec, errors), note)
        except UnicodeDecodeError:
            return Decoded(body.decode(codec, "replace"), note)
    return None


def _by_order(data: bytes, charset: str | None) -> Decoded | None:
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text) if text.count("\x00") * 4 < len(text) else (_wide(data) or Decoded(text))
    if charset and (text := _strict(data, charset)) is not None:
        return Decoded(text)
    wide = _wide(data)
    if wide is not None:
        return wide
    text = _strict(data, "cp1252")
    if text is not None and _mostly_latin(text):
        return Decoded(text, _guess("Windows-1252"))
    return _detected(data) or (Decoded(text, _guess("Windows-1252")) if text is not None else None)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        info = codecs.lookup(codec)
        if not getattr(info, "_is_text_encoding", True):
            return None
        return data.decode(codec)
    except (LookupError, UnicodeError, ValueError):
        return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every second byte of a Western text is zero."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    for codec, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if half and zeros > half * 0.6 and sample.count(0) < len(sample) * 0.6 and (text := _strict(data, codec)) is not None:
            return Decoded(text, _guess("UTF-16"))
    return None


def _mostly_latin(text: str) -> bool:
    """A text of another alphabet decodes as cp1252 too, but then hardly a letter is plain."""
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    return letters > 0 and sum(c.isalpha() and c.isascii() for c in sample) * 3 > letters * 2


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # late: takes time to import, and hardly any article needs it

    best = from_bytes(data).best()
    return Decoded(str(best), _guess(best.encoding)) if best is not None else None


def _guess(name: str) -> str:
    return f"The encoding was guessed as {name}: look for odd letters."
