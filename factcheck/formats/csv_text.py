"""Cells of a CSV on their way out and back: nothing becomes a formula, each row names itself and its draft. Writes no file."""

from __future__ import annotations

from factcheck.model.patterns import compiled

KEPT = "Kept for reading back"
"""Heading of the last column."""

_FORMULA = compiled(r"'*[=+\-@\t\r＝＋－＠]")
"""What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), with any guards before it."""
_KEY = compiled(r"(?:claim ([0-9a-f]{12}) of )?text ([0-9a-f]{64})\Z")


def guard(text: str) -> str:
    """Text that no spreadsheet computes: an apostrophe before what would begin a formula. ``unguard`` takes it away again.

    >>> guard("=1+1"), guard("'=1"), guard("'tis"), guard("one = 1")
    ("'=1+1", "''=1", "'tis", 'one = 1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """What ``guard`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def key_of(sha256: str, fingerprint: str) -> str:
    """What names a row in words that no spreadsheet takes for a number.

    Args:
        sha256: of the article's text.
        fingerprint: of the claim, "" for a row that people added.
    """
    return f"claim {fingerprint} of text {sha256}" if fingerprint else f"text {sha256}"


def named(key: str) -> tuple[str, str]:
    """Fingerprint and sha256 of a row; "" where it does not say.

    >>> named("claim 0123456789ab of text " + "0" * 64)[0], named("somebody's note")
    ('0123456789ab', ('', ''))
    """
    found = _KEY.match(" ".join(key.split()).lower())
    return (found[1] or "", found[2]) if found else ("", "")


__all__ = ["KEPT", "guard", "key_of", "named", "unguard"]
