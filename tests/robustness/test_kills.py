"""Killed at random moments, most of them while it writes: every file is the old one or the new one, whole; going on loses nothing.

What a killed run may leave behind is its hidden temporary file, and a backup of the old file, whole.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.robustness.corpus import WORDS
from tests.robustness.effort import KILLS
from tests.robustness.forks import Forks

pytestmark = pytest.mark.slow  # part of make test-all: it takes minutes

ARTICLE = "\n\n".join(f"Dam {n} fails\n\n{WORDS}" for n in range(8)).encode()
OLD = b"what a person typed"


def moments(seconds: float) -> Iterator[tuple[float, bool]]:
    """A fifth at any time of the run, the rest within milliseconds of the moment at which writing begins; the same every time."""
    dice = random.Random(7)
    while True:
        yield dice.uniform(0, seconds), False
        yield from ((dice.expovariate(1_000), True) for _ in range(4))


def visible(folder: Path) -> dict[str, bytes]:
    """The files of a folder but for temporary ones."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if not (p.name.startswith(".") and p.name.endswith(".tmp"))}


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_a_killed_write_leaves_the_old_file_or_the_new_one(
    suffix: str, forks: Forks, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE)
    command = ["generate", "--no-plugins", "a.txt", "-o", f"out/w.{suffix}", "--force"]
    out = tmp_path / "out"
    out.mkdir()
    forks.run(command, tmp_path)
    seconds = min(forks.run(command, tmp_path).seconds for _ in range(3))
    new = (out / f"w.{suffix}").read_bytes()
    ends: Counter[str] = Counter()
    for moment, writing in moments(seconds):
        if ends.total() - ends["finished"] * 2 >= KILLS // 2:
            break
        for p in out.iterdir():
            p.unlink()
        (out / f"w.{suffix}").write_bytes(OLD)
        done = forks.run(command, tmp_path, kill_after=moment, watch=out if writing else None)
        found = visible(out)
        kept = found.pop(f"w.{suffix}")
        assert kept in (OLD, new) and (done.code != 0 or kept == new)
        assert found == ({f"w.{suffix}.bak": OLD} if found else {}) and (kept == OLD or found)
        ends["new" if kept == new else "backed up" if found else "old"] += 1
        ends["finished"] += done.code == 0
    with capsys.disabled():
        print(f" [{suffix}: {ends.total() - ends['finished'] * 2} kills: {dict(ends)}] ", end="")


def test_many_articles_killed_again_and_again_come_out_whole(forks: Forks, tmp_path: Path) -> None:
    for name in ("in", "out", "plain"):
        (tmp_path / name).mkdir()
    for n in range(6):
        (tmp_path / "in" / f"a{n}.txt").write_bytes(f"Dam {n} fails\n\n{WORDS}".encode())
    command = ["generate", "--no-plugins", "in", "-f", "json", "-o"]
    assert forks.run([*command, "plain"], tmp_path).code == 0
    whole = visible(tmp_path / "plain")
    seconds = forks.run([*command, "out", "--resume"], tmp_path).seconds
    dice = random.Random(3)
    for _ in range(max(1, KILLS // 40)):
        for p in (tmp_path / "out").iterdir():
            p.unlink()
        for _ in range(6):
            forks.run([*command, "out", "--resume"], tmp_path, kill_after=dice.uniform(0.05, seconds))
            for name, data in visible(tmp_path / "out").items():
                if name in whole:
                    assert data == whole[name]
        assert forks.run([*command, "out", "--resume"], tmp_path).code == 0
        found = visible(tmp_path / "out")
        assert {n: d for n, d in found.items() if not n.startswith("index.")} == whole
        assert len([json.loads(line) for line in found["index.jsonl"].splitlines()]) == 6
