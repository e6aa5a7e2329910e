"""Encodings in their order, guesses told, empty and binary input refused."""

from __future__ import annotations

import codecs

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.readers.encoding import decode

TEXT = "The café’s owner said “no”. Ten people stayed."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_what_the_bytes_declare_is_no_guess(data: bytes) -> None:
    assert (decode(data, "a.txt").text, decode(data, "a.txt").note) == (TEXT, None)


def test_a_declared_charset_comes_after_utf8() -> None:
    assert decode(TEXT.encode(), "a.txt", "latin-1").text == TEXT
    assert decode("Łódź stayed dry".encode("cp1250"), "a.txt", "cp1250") == decode("Łódź stayed dry".encode(), "a.txt")
    assert decode("café".encode("cp1252"), "a.txt", "no-such-charset").text == "café"
    assert decode("café".encode("cp1252"), "a.txt", "rot13").text == "café"


def test_windows_1252_is_told_as_a_guess() -> None:
    found = decode(TEXT.encode("cp1252"), "a.txt")
    assert found.text == TEXT
    assert found.note is not None and "Windows-1252" in found.note


def test_another_alphabet_is_not_taken_for_windows_1252() -> None:
    text = "Мэр города сообщил в понедельник, что мост закрыт. Никто не пострадал, сказал он журналистам. " * 4
    found = decode(text.encode("cp1251"), "a.txt")
    assert found.text == text
    assert found.note is not None and "guessed" in found.note


def test_utf16_without_a_mark_is_guessed() -> None:
    found = decode("The bridge was closed on Monday.".encode("utf-16-le"), "a.txt")
    assert found.text == "The bridge was closed on Monday."
    assert found.note is not None


def test_damaged_bytes_after_a_mark_are_shown_and_told() -> None:
    found = decode(codecs.BOM_UTF8 + b"caf\xe9 closed", "a.txt")
    assert found.text == "caf\ufffd closed"
    assert found.note is not None and "U+FFFD" in found.note
    lone = decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "a.txt")
    assert lone.text == "a\ud800b"


@pytest.mark.parametrize(
    "data", [b"", b" \n\t", b"PK\x03\x04rest", b"%PDF-1.7 rest", b"\x89PNG\r\n", bytes(range(32)) * 9, b"\xd0\xcf\x11\xe0"]
)
def test_empty_and_binary_input_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(FactcheckError) as caught:
        decode(data, "draft.txt")
    assert str(caught.value).startswith("draft.txt: ")
    assert caught.value.hint
    assert "\n" not in str(caught.value)
