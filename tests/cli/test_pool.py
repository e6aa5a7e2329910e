"""Worker processes: every task is answered once, whatever becomes of the process that has it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import pool
from factcheck.model.errors import FactcheckError

SOON = 0.5
"""Seconds of the time limit in these tests; a task that is late sleeps until it is killed."""


def answers(tasks: list[int], folder: Path, *, processes: int = 2, seconds: float | None = None) -> dict[int, int | pool.Lost]:
    with closing(pool.each(tasks, begin, (folder,), processes=processes, seconds=seconds)) as made:
        found = list(made)
    assert len(found) == len({task for task, _ in found})
    assert multiprocessing.active_children() == []
    return dict(found)


def begin(folder: Path) -> Callable[[int], int]:
    """A worker whose odd tasks of four digits end it or never end."""

    def work(task: int) -> int:
        with (folder / "log").open("a") as log:
            log.write(f"{task}\n")
        with (folder / "by").open("a") as by:
            by.write(f"{os.getpid()}\n")
        if task == 1001:
            time.sleep(600)
        if task == 1003 or (task == 1005 and (folder / "log").read_text().split().count("1005") == 1):
            os.kill(os.getpid(), signal.SIGKILL)
        return task * 2

    return work


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_task_is_answered_once(processes: int, tmp_path: Path) -> None:
    assert answers(list(range(40)), tmp_path, processes=processes) == {n: 2 * n for n in range(40)}
    assert sorted(map(int, (tmp_path / "log").read_text().split())) == list(range(40))


@pytest.mark.parametrize("processes", [1, 3])
@pytest.mark.parametrize("renew", [1, 2, 5])
def test_a_process_makes_room_for_a_new_one_after_some_tasks(
    processes: int, renew: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "RENEW", renew)
    assert answers([*range(20), 1005], tmp_path, processes=processes) == {n: 2 * n for n in (*range(20), 1005)}
    by = Counter((tmp_path / "by").read_text().split())
    assert by.total() == 22 and max(by.values()) <= renew  # one was tried twice


def test_no_task_starts_no_process(tmp_path: Path) -> None:
    assert answers([], tmp_path) == {}


@pytest.mark.parametrize("processes", [1, 2])
def test_a_task_that_takes_too_long_is_given_up_and_the_others_go_on(processes: int, tmp_path: Path) -> None:
    found = answers([1, 2, 1001, *range(3, 9)], tmp_path, processes=processes, seconds=SOON)
    late = found.pop(1001)
    assert isinstance(late, pool.Lost) and late.why == "it took more than 0.5 seconds; --timeout gives it more"
    assert found == {n: 2 * n for n in range(1, 9)}
    assert (tmp_path / "log").read_text().split().count("1001") == 1


def test_a_task_whose_process_is_killed_is_tried_once_more(tmp_path: Path) -> None:
    found = answers([1, 1003, 1005, *range(2, 9)], tmp_path)
    assert found.pop(1003) is pool.KILLED
    assert found == {n: 2 * n for n in (*range(1, 9), 1005)}
    assert (tmp_path / "log").read_text().split().count("1003") == 2


def test_who_stops_early_leaves_no_process(tmp_path: Path) -> None:
    with closing(pool.each(range(1000), begin, (tmp_path,), processes=2, seconds=None)) as made:
        next(made)
    assert multiprocessing.active_children() == []
    assert len((tmp_path / "log").read_text().split()) < 100


def test_a_process_that_cannot_start_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(FactcheckError, match="a working process could not start"):
        list(pool.each([1], no_begin, (tmp_path,), processes=1, seconds=None))
    assert multiprocessing.active_children() == []


def no_begin(folder: Path) -> Callable[[int], int]:
    raise OSError(f"{folder} is full")
