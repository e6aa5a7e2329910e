"""Other machines: a console that knows no UTF-8, Windows line ends, systems without links, file modes or locks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import files

TEXT = "Café fire in Łódź\n\nThe café “Zażółć” burned on Monday, and 12 people were hurt, Ann Łukasz said. 😀\n"
CONSOLES = {
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "ascii strict": {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin": {"LC_ALL": "POSIX", "LANG": "", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    "utf-16": {"PYTHONIOENCODING": "utf-16", "PYTHONUTF8": "0"},
}


def run(folder: Path, env: dict[str, str], *args: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONIO", "PYTHONUTF8"))}
    command = [sys.executable, "-W", "error::EncodingWarning", "-X", "warn_default_encoding", "-m", "factcheck", *args]
    return subprocess.run(command, cwd=folder, env={**kept, **env}, capture_output=True, timeout=120)


@pytest.mark.parametrize("console", CONSOLES)
def test_any_console_gives_the_same_files(console: str, tmp_path: Path) -> None:
    made = {}
    for name, env in (("plain", {"PYTHONUTF8": "1"}), (console, CONSOLES[console])):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "fire é.txt").write_text(TEXT, "utf-8")
        out = run(folder, env, "generate", "--no-plugins", "fire é.txt", "-f", "json", "-f", "csv", "-f", "markdown", "-o", "out/")
        assert out.returncode == 0, out.stderr
        assert out.stdout.decode("utf-8").splitlines()[0] == str(Path("out", "fire é.factcheck.json"))
        counted = run(folder, env, "status", "--no-plugins", "out/fire é.factcheck.json")
        turned = run(folder, env, "convert", "--no-plugins", "out/fire é.factcheck.json", "-f", "html", "-o", "out/p.html")
        printed = run(folder, env, "generate", "--no-plugins", "fire é.txt", "-f", "json", "-o", "-")
        assert (counted.returncode, turned.returncode, printed.returncode) == (0, 0, 0), (counted.stderr, turned.stderr, printed.stderr)
        missing = run(folder, env, "generate", "Łódź 😀.txt")
        assert missing.returncode == 2 and missing.stderr.count(b"\n") == 1 and b"Traceback" not in missing.stderr
        made[name] = {p.name: p.read_bytes() for p in (folder / "out").iterdir()} | {"status": counted.stdout, "printed": printed.stdout}
    assert made["plain"] == made[console]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old-mac"])
def test_line_ends_make_no_difference(end: str, tmp_path: Path) -> None:
    from factcheck import api
    from factcheck.plugin.manager import create_manager

    manager = create_manager(entry_points=False)
    for name, text in (("a.txt", TEXT), ("a.md", f"# Fire\n\n- one of 12\n- two\n\n{TEXT}\n| a | b |\n|---|---|\n| 1 | 2 |\n")):
        one, two = (
            api.generate(api.read(t.encode(), name=name, manager=manager), manager=manager) for t in (text, text.replace("\n", end))
        )
        assert one == two
    table = api.dump(one, "csv", manager=manager)
    loose = table.replace(b"\r\n", b"\n")
    assert api.load_bytes(loose, "a.csv", manager) == api.load_bytes(table, "a.csv", manager)
    told = api.dump(one, "json", manager=manager)
    assert api.load_bytes(told.replace(b"\n", b"\r\n"), "a.json", manager) == one


def test_a_system_without_links_and_without_modes_writes_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "link")
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    (tmp_path / "w.json").write_bytes(b"mine")
    files.write_atomic(tmp_path / "w.json", b"new", force=True)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"w.json": b"new", "w.json.bak": b"mine"}
    from factcheck.cli.batch import cores

    assert cores() >= 1


POSIX_ONLY = ("fork", "getuid", "geteuid", "chown", "mkfifo", "killpg", "setpgid", "wait", "nice", "uname", "getpgid")
MODULES = ("fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog")


def test_the_core_calls_nothing_that_only_one_system_has() -> None:
    import ast

    import factcheck

    for path in Path(factcheck.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert node.attr not in POSIX_ONLY, f"{path}:{node.lineno}: os.{node.attr}"
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
                assert not set(names) & set(MODULES), f"{path}:{node.lineno}"
