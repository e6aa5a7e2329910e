"""The one error that users are meant to see: what is wrong, where, and what to do, in one line."""

from __future__ import annotations


class FactcheckError(Exception):
    """An expected error: bad input, a refused target, a failing plugin under ``--strict``.

    Args:
        what: what is wrong, without a full stop.
        where: the file, cell, key or line it is wrong at; "" where the command line itself is meant.
        hint: what the user can do about it; "" where nothing helps.
    """

    def __init__(self, what: str, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        return " ".join((f"{line}; {self.hint}" if self.hint else line).split())
