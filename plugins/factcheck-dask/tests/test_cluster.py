"""The whole command on clusters of processes: the bytes of ``generate``, a worker killed on the way, resumed, interrupted, refused."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest

TEXT = (
    "Bridge {n} opens\n\nThe bridge cost ${n}0 million, the mayor said.\n\n"
    "It opened on Tuesday, March 12, 2025. {n} people came, {p} said.\n"
)
PEOPLE = ("Anna Holm", "the police", "a visitor", "the union")
OURS = {"index.html", "index.jsonl", "index.xlsx", "claims.parquet"}


def articles(folder: Path, count: int) -> None:
    (folder / "in").mkdir()
    for n in range(1, count + 1):
        text = TEXT.format(n=n, p=PEOPLE[n % 4]) * (1 + n % 3)
        (folder / "in" / f"bridge {n}.txt").write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles(tmp_path, 6)
    return tmp_path


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", *words, "--no-plugins"]


def run(folder: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command(*words), cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def made(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    out = folder / "out"
    pipe = subprocess.PIPE
    running = subprocess.Popen(
        command("dask", "in", "-o", "out", *words), cwd=folder, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
    while (
        not (out.is_dir() and any(".factcheck." in p.name and not p.name.startswith(".") for p in out.iterdir())) and running.poll() is None
    ):
        time.sleep(0.005)
    return running


def workers(of: int) -> list[psutil.Process]:
    """The worker processes of a local cluster."""
    return [p for p in psutil.Process(of).children(recursive=True) if "--multiprocessing-fork" in p.cmdline()]


@pytest.mark.parametrize(("count", "form"), [(40, "xlsx"), pytest.param(1000, "json", marks=pytest.mark.slow)])
def test_a_killed_worker_loses_and_doubles_nothing(count: int, form: str, tmp_path: Path) -> None:
    articles(tmp_path, count)
    running = started(tmp_path, "-f", form, "--workers", "3")
    there = workers(running.pid)
    assert len(there) == 3
    there[1].send_signal(signal.SIGKILL)
    out, told = running.communicate(timeout=1200)
    assert running.returncode == 0 and "Traceback" not in told, told
    assert out == f"out{os.sep}index.html\n"
    found = made(tmp_path / "out")
    run(tmp_path, "generate", "in", "-o", "plain/", "-f", form, "--jobs", "2")
    plain = made(tmp_path / "plain")
    assert len(plain) == count + 3
    assert {n: d for n, d in found.items() if n not in OURS} == {n: d for n, d in plain.items() if n not in OURS}
    assert found.keys() == plain.keys() | OURS  # no backup: each was written once
    named = [json.loads(line)["article"] for line in found["index.jsonl"].splitlines()]
    assert named == [json.loads(line)["article"] for line in plain["index.jsonl"].splitlines()]
    counted = {json.loads(line)["article"]: json.loads(line)["claims"] for line in plain["index.jsonl"].splitlines()}
    assert Counter(pq.read_table(tmp_path / "out" / "claims.parquet")["article"].to_pylist()) == Counter(counted)


def test_resumed_it_makes_what_is_missing_and_keeps_what_was_typed(folder: Path) -> None:
    (folder / "in" / "broken.txt").write_bytes(b"\0\0\0")
    done = run(folder, "dask", "in", "-o", "out", "-f", "json", "--workers", "1", code=1)
    assert "1 of 7 articles failed; they are listed in index.html" in done.stderr
    assert json.loads((folder / "out" / "index.jsonl").read_bytes().splitlines()[6])["failed"].startswith("broken.txt: ")
    before, first = made(folder / "out"), pq.read_table(folder / "out" / "claims.parquet")
    sheet = folder / "out" / "bridge 2.factcheck.json"
    value = json.loads(sheet.read_bytes())
    value["entries"] = {value["claims"][0]["id"]: {"status": "wrong"}}
    sheet.write_text(json.dumps(value), "utf-8")
    typed = sheet.read_bytes()
    (folder / "out" / "bridge 5.factcheck.json").unlink()
    (folder / "out" / ".factcheck-journal.jsonl").write_bytes((folder / "out" / "index.jsonl").read_bytes()[:-40])
    done = run(folder, "dask", "in", "-o", "out", "-f", "json", "--workers", "1", "--resume", code=1)
    assert "5 of 7 articles are finished already" in done.stderr
    after = made(folder / "out")
    assert after.pop(sheet.name) == typed and before.pop(sheet.name) != typed
    assert after.pop("claims.parquet") != before.pop("claims.parquet")
    assert after == before
    rows = pq.read_table(folder / "out" / "claims.parquet")
    assert rows.drop(["status", "entries"]).equals(first.drop(["status", "entries"]))
    assert Counter(rows["status"].to_pylist())["wrong"] == 1
    assert (
        "5 of 7 articles" not in run(folder, "generate", "in", "-o", "out", "-f", "json", "--resume", code=1).stderr
    )  # it knows all of them
    assert "is already there; go on with --resume" in run(folder, "dask", "in", "-o", "out", "-f", "json", code=2).stderr


ROUND_TRIP = """
import json, sys
import fsspec
from factcheck.cli import main

def go(*words):
    try:
        main(["dask", "memory://archive/in", "-o", "memory://archive/out", "-f", "json", "--workers", "1", "--no-plugins", *words])
    except SystemExit as end:
        assert end.code == 0, end.code

if __name__ == "__main__":
    memory = fsspec.filesystem("memory")
    for n in range(3):
        memory.pipe_file(f"/archive/in/a {n}.txt", f"Dam {n} fails\\n\\nThe dam has {n}0 gates, the mayor said.\\n".encode())
    memory.pipe_file("/archive/in/.hidden.txt", b"x")
    memory.pipe_file("/archive/in/deeper/b.txt", b"x")
    go()
    first = {p: memory.cat_file(p) for p in memory.find("/archive/out")}
    memory.pipe_file("/archive/in/a 1.txt", b"Dam 1 holds\\n\\nIt has 5 gates.\\n")
    go("--resume")
    second = {p: memory.cat_file(p) for p in memory.find("/archive/out")}
    print(json.dumps({"first": sorted(first), "changed": sorted(p for p in second if second[p] != first.get(p))}))
    print(first["/archive/out/a 0.factcheck.json"].decode(), end="")
"""


def test_articles_and_worksheets_of_any_file_system(folder: Path) -> None:
    (folder / "trip.py").write_text(ROUND_TRIP, "utf-8")
    done = subprocess.run([sys.executable, "trip.py"], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    first, second, told, *sheet = done.stdout.split("\n", 3)
    assert first == second == "memory://archive/out/index.html"
    names = [*(f"a {n}.factcheck.json" for n in range(3)), "claims.parquet", "index.html", "index.jsonl", "index.xlsx"]
    value = json.loads(told)
    assert value["first"] == [f"/archive/out/{n}" for n in names]
    assert value["changed"] == [f"/archive/out/{n}" for n in (names[1], f"{names[1]}.bak", *names[3:])]
    assert "2 of 3 articles are finished already" in done.stderr
    (folder / "a 0.txt").write_text("Dam 0 fails\n\nThe dam has 00 gates, the mayor said.\n", "utf-8")
    assert run(folder, "generate", "a 0.txt", "-o", "-", "-f", "json").stdout == sheet[0]


def test_two_articles_of_one_name_keep_their_suffix_and_generate_goes_on_where_it_ended(folder: Path) -> None:
    for suffix in ("md", "html"):
        (folder / "in" / f"bridge 1.{suffix}").write_text(f"The {suffix} bridge cost $4 million, the mayor said.\n", "utf-8")
    told = run(folder, "generate", "in", "-o", "plain/", "-f", "json", "--jobs", "2")
    run(folder, "dask", "in", "-o", "out", "-f", "json", "--workers", "1", "--no-claims")
    found, plain = made(folder / "out"), made(folder / "plain")
    assert {f"bridge 1.{s}.factcheck.json" for s in ("txt", "md", "html")} < found.keys() == plain.keys(), told.stderr
    assert {n: d for n, d in found.items() if n not in OURS} == {n: d for n, d in plain.items() if n not in OURS}
    assert "8 of 8 articles are finished" in run(folder, "dask", "in", "-o", "plain", "-f", "json", "--workers", "1", "--resume").stderr
    (folder / "out" / "bridge 1.md.factcheck.json").unlink()
    run(folder, "generate", "in", "-o", "out/", "-f", "json", "--jobs", "2", "--resume")
    assert made(folder / "out").keys() == found.keys()  # no backup: nothing was made twice


CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None, protocol="tcp://", host="127.0.0.1") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a cluster that somebody else started."""
    (folder / "cluster.py").write_text(CLUSTER, "utf-8")
    other = subprocess.Popen(
        [sys.executable, "cluster.py"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert other.stdout is not None and other.stdin is not None
    yield other.stdout.readline().strip()
    other.stdin.close()
    other.wait(60)
    other.stdout.close()


def test_a_cluster_that_runs(folder: Path, scheduler: str) -> None:
    run(folder, "dask", "in", "-o", "out", "-f", "markdown", "-f", "json", "--scheduler", scheduler, "--no-claims")
    run(folder, "generate", "in", "-o", "plain/", "-f", "markdown", "-f", "json")
    assert {n: d for n, d in made(folder / "out").items() if n not in OURS} == made(folder / "plain")
    assert "claims.parquet" not in made(folder / "out")


def test_a_project_cannot_say_where_the_articles_go(folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[settings.dask]\nscheduler = "tls://elsewhere.example.org:8786"\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "dask", "in", "-o", "out", "-f", "json", "--workers", "1"],
        cwd=folder, capture_output=True, text=True, env={**os.environ, "XDG_CONFIG_HOME": str(folder / "none")},
    )  # fmt: skip
    assert "scheduler" in done.stderr and "elsewhere" not in done.stderr
    assert done.returncode == 0 and len(list((folder / "out").glob("*.json"))) == 6


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("in", "-o", "out", "--scheduler", "tcp://127.0.0.1:1"), "tcp://127.0.0.1:1: cannot be reached"),
        (("in", "-o", "out", "--scheduler", "nonsense://x"), "nonsense://x: is no address of a scheduler"),
        (("in", "-o", ""), "-o: names nothing"),
        (("in", "-o", "out", "-f", "word"), "there is no format 'word'"),
        (("in", "-o", "out", "--strict"), "leave it out"),
        (("in/bridge 1.txt", "-o", "out"), "is no folder"),
        (("memory://nothing", "-o", "out"), "the folder holds no article"),
        (("https://example.org/", "-o", "out"), "is an address of the web"),
        (("in", "-o", "nonesuch://out"), "cannot be reached"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing(words: tuple[str, ...], says: str, folder: Path) -> None:
    done = run(folder, "dask", *words, code=2)
    told = [line for line in done.stderr.splitlines() if "unencrypted" not in line]
    assert len(told) == 1 and says in told[0]
    assert not (folder / "out").exists() or not any((folder / "out").iterdir())


@pytest.mark.slow
def test_ctrl_c_leaves_complete_files_only(tmp_path: Path) -> None:
    articles(tmp_path, 300)
    running = started(tmp_path, "-f", "json", "--workers", "2")
    there = workers(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=120)
    assert running.returncode == 130 and "Traceback" not in told, told
    assert not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in there)
    found = made(tmp_path / "out")
    assert {n for n in found if ".factcheck." not in n} == {".factcheck-journal.jsonl"} and len(found) < 250
    assert all(json.loads(d) for n, d in found.items() if n.endswith(".json"))
    run(tmp_path, "dask", "in", "-o", "out", "-f", "json", "--workers", "2", "--resume")
    assert len(made(tmp_path / "out")) == 304


@pytest.mark.slow
def test_an_article_that_kills_every_worker_is_listed(folder: Path) -> None:
    (folder / "poison.py").write_text(
        "import os, signal\nfrom factcheck.plugin import hookimpl\n\n@hookimpl\ndef review_worksheet(worksheet, ctx):\n"
        "    if ctx.article.text.startswith('Bridge 4'):\n        os.kill(os.getpid(), signal.SIGKILL)\n",
        "utf-8",
    )
    done = run(folder, "dask", "in", "-o", "out", "-f", "json", "--workers", "2", "-p", "poison.py", code=1)
    assert "bridge 4.txt: was given up: every worker that had it was lost" in done.stderr
    assert len(list((folder / "out").glob("*.factcheck.json"))) == 5


@pytest.mark.slow
def test_a_cluster_here_listens_here_only_and_leaves_nothing(tmp_path: Path) -> None:
    articles(tmp_path, 60)
    (tmp_path / "tmp").mkdir()
    os.environ["TMPDIR"] = str(tmp_path / "tmp")
    try:
        running = started(tmp_path, "-f", "json", "--workers", "2")
    finally:
        del os.environ["TMPDIR"]
    heard = [c for p in [psutil.Process(running.pid), *workers(running.pid)] for c in p.net_connections() if c.status == psutil.CONN_LISTEN]
    running.communicate(timeout=120)
    assert heard and {c.laddr.ip for c in heard} == {"127.0.0.1"}
    assert list((tmp_path / "tmp").iterdir()) == []


def test_help_and_plain_commands_do_without_dask() -> None:
    script = (
        "import sys\nfrom factcheck.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('dask', 'distributed', 'fsspec', 'pyarrow', 'cryptography') if m in sys.modules], file=sys.stderr)"
    )
    for words in (("--help",), ("dask", "--help"), ("plugins", "list", "--load")):
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=True)
        assert done.stderr.splitlines()[-1] == "[]" and "dask" in done.stdout
