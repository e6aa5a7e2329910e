"""The line that says that it is still at work."""

from __future__ import annotations

import io
import threading

import pytest

from factcheck.cli.waiting import waiting


class Terminal(io.StringIO):
    """A stream that says whether it is a terminal, and when something was written to it."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal, self.written = terminal, threading.Event()

    def isatty(self) -> bool:
        return self.terminal

    def write(self, text: str) -> int:
        size = super().write(text)
        self.written.set()
        return size


def test_a_long_work_is_told_and_the_line_goes() -> None:
    out = Terminal(True)
    with waiting("a.txt: 90,000 words", after=0.0, stream=out):
        assert out.written.wait(10)
    assert out.getvalue() == "a.txt: 90,000 words …\r\x1b[K"


def test_a_short_work_says_nothing() -> None:
    out = Terminal(True)
    with waiting("a.txt", after=60.0, stream=out):
        pass
    assert out.getvalue() == ""


def test_nothing_is_said_where_no_terminal_is() -> None:
    out = Terminal(False)
    with waiting("a.txt", after=0.0, stream=out):
        pass
    assert out.getvalue() == ""


def test_a_failure_takes_the_line_away_too() -> None:
    out = Terminal(True)
    with pytest.raises(ValueError, match="broken"), waiting("a.txt", after=0.0, stream=out):
        out.written.wait(10)
        raise ValueError("broken")
    assert out.getvalue().endswith("\r\x1b[K")
