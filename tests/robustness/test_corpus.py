"""Every bad file gives a worksheet, or one line, exit code 2 and nothing else; within a time, and without more memory than there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.formats.json_format import loads
from tests.robustness.conftest import sound, tree
from tests.robustness.corpus import ARTICLES, Bad
from tests.robustness.forks import Forks

SECONDS = 60  # a file takes about one; a machine may be slow


def test_each_bad_file_has_a_name_of_its_own() -> None:
    names = [bad.name for bad in ARTICLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("bad", ARTICLES, ids=lambda b: b.name)
def test_a_bad_file_gives_a_worksheet_or_one_line(bad: Bad, forks: Forks, tmp_path: Path) -> None:
    (tmp_path / bad.name).write_bytes(bad.make())
    (tmp_path / "out").mkdir()
    done = forks.run(["generate", bad.name, "-o", "out", "-f", "json", "--no-plugins"], tmp_path, seconds=SECONDS)
    sound(done, bad.name)
    made = f"out/{Path(bad.name).stem}.factcheck.json"
    assert tree(tmp_path) == {bad.name, "out"} | ({made} if done.code == 0 else set())
    if bad.says == "worksheet":
        assert done.code == 0, done.err
    elif bad.says:
        assert done.code == 2 and bad.says in done.err
    if done.code == 0:
        sheet = loads((tmp_path / made).read_text("utf-8"), made)
        assert json.loads((tmp_path / made).read_bytes())["problems"] == []
        assert not any(
            link.url.lower().startswith(("javascript:", "data:", "file:")) for link in sheet.article.links if link.kind == "link"
        )
