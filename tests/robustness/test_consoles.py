"""Other machines: a console that knows no UTF-8, Windows line ends, systems without links, file modes or locks."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
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
    theirs = "ignore::EncodingWarning:openpyxl.worksheet._writer"  # openpyxl opens a file for its name only, and writes bytes under it
    command = [sys.executable, "-W", "error::EncodingWarning", "-W", theirs, "-X", "warn_default_encoding", "-m", "factcheck", *args]
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


def every_command(folder: Path, env: dict[str, str]) -> tuple[list[bytes], dict[Path, bytes]]:
    """What the other commands print and write, with names, entries, settings and words that a console cannot show."""
    config = folder / "config"
    config.mkdir(parents=True)
    env = {**env, "XDG_CONFIG_HOME": str(config), "APPDATA": str(config), "HOME": str(folder)}
    (folder / "fire é.txt").write_text(TEXT, "utf-8")
    (folder / "later é.txt").write_text(TEXT.replace("12 people", "13 people"), "utf-8")
    (folder / "zażółć.py").write_text(PLUGIN, "utf-8")
    (folder / "factcheck.toml").write_text('[settings."é_desk"]\nword = "Łódź"\n', "utf-8")

    def said(*args: str, folder: Path = folder, env: dict[str, str] = env, code: int = 0) -> bytes:
        done = run(folder, env, *args)
        assert done.returncode == code, (args, done.stderr)
        assert b"Traceback" not in done.stderr
        return done.stdout

    out = []
    said("generate", "--no-plugins", "fire é.txt", "-o", "a é.json")
    sheet = json.loads((folder / "a é.json").read_text("utf-8"))
    for path, who in (("a é.json", "Żółć"), ("b é.json", "Åsa")):
        sheet["entries"] = {"C001": {"note": f"{who} – “ja” 😀"}}
        (folder / path).write_text(json.dumps(sheet), "utf-8")
    out.append(said("update", "--no-plugins", "a é.json", "later é.txt", "-o", "later é.json"))
    out.append(said("merge", "--no-plugins", "a é.json", "b é.json", "-o", "both é.xlsx"))
    out.append(said("generate", "--no-plugins", "later é.txt", "--explain", "C002"))
    out.append(said("plugins", "new", "tides", "--kind", "assessor", "-o", "é"))
    out.append(re.sub(rb"cost: .*", b"", said("plugins", "check", "é/factcheck-tides")))
    out.append(said("plugins", "disable", "readers.rtf").replace(str(folder).encode(), b""))
    out.append(said("plugins", "list", "-p", "zażółć.py"))
    (folder / "factcheck.toml").unlink()
    out.append(said("plugins", "show", "zażółć", "-p", "zażółć.py", "--set", "zażółć.word=Łódź"))
    out.append(said("generate", "fire é.txt", "-p", "zażółć.py", "--set", "zażółć.word=Łódź", "-f", "json", "-f", "html", "-o", "two é/"))
    out.append(said("schema"))
    files = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.suffix not in (".pyc", ".py")}
    return out, files


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[bytes], dict[Path, bytes]]:
    return every_command(tmp_path_factory.mktemp("plain"), {"PYTHONUTF8": "1"})


@pytest.mark.parametrize("console", ["ascii", "cp1252", "utf-16"])
def test_any_console_updates_merges_and_handles_plugins(console: str, tmp_path: Path, plain: tuple[list[bytes], dict[Path, bytes]]) -> None:
    printed, files = every_command(tmp_path, CONSOLES[console])
    for one, two in zip(plain[0], printed, strict=True):
        assert one == two
    assert plain[1] == files


PLUGIN = """
from factcheck.model.claim_parts import Flag
from factcheck.model.vocabulary import Term
from factcheck.plugin import hookimpl
from factcheck.plugin.records import NOTHING, Assessment, Assessor, Plugin, Setting

PLUGIN = Plugin(title="Zażółć", settings=(Setting("word", "é", "słowo 😀"),))
TERM = Term("zażółć.word", "Słowo", "słowo")


def assess(claim, ctx):
    at = claim.text.find(ctx.settings["word"])
    if at < 0:
        return NOTHING
    print("słowo 😀")
    return Assessment(flags=(Flag(TERM.id, (claim.start + at, claim.start + at + len(ctx.settings["word"])), "słowo 😀"),))


@hookimpl
def register_assessors(settings):
    return [Assessor(id="zażółć.word", title="Słowo", terms=(TERM,), assess=assess)]
"""


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


POSIX_ONLY = {
    "os": """fork forkpty getuid geteuid getgid getegid setuid setgid chown lchown fchown fchmod mkfifo mknod killpg setpgid getpgid setsid
        wait wait3 wait4 waitid nice uname getloadavg openpty pread pwrite readv writev sendfile posix_spawn statvfs sched_setaffinity
        sched_getaffinity getpriority setpriority chroot sync ctermid confstr sysconf getxattr setxattr O_NOFOLLOW O_DIRECTORY O_CLOEXEC
        O_NONBLOCK register_at_fork memfd_create""",
    "signal": "SIGKILL SIGALRM SIGHUP SIGQUIT SIGUSR1 SIGUSR2 SIGCHLD SIGSTOP SIGCONT SIGPIPE alarm setitimer pause sigwait pthread_kill pthread_sigmask",
    "socket": "AF_UNIX socketpair",
    "time": "tzset clock_gettime",
    "asyncio": "add_signal_handler",
}
"""What another system lacks; used only where the file asks for it first, by ``hasattr`` or ``getattr``, or takes its absence."""
MODULES = {"fcntl", "pwd", "grp", "resource", "termios", "tty", "pty", "syslog", "crypt", "spwd", "posix", "readline", "curses"}
SOURCES = [
    *(Path(__file__).parents[2] / "factcheck").rglob("*.py"),
    *(
        p
        for p in (Path(__file__).parents[2] / "plugins").rglob("*.py")
        if "tests" not in p.parts and not p.name.startswith(("test_", "conftest"))
    ),
]


def foreign(source: str) -> Iterator[str]:
    """What a file uses that is not everywhere: names of one system, its places, text without its encoding."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in POSIX_ONLY.get(module, "").split():
                if not re.search(rf"(?:has|get)attr\({module}, \"{name}\"", source):
                    yield f"{node.lineno}: {module}.{name}"
            case ast.Import(names=names) if {n.name for n in names} & MODULES:
                yield f"{node.lineno}: import {names[0].name}"
            case ast.ImportFrom(module=module) if module in MODULES:
                yield f"{node.lineno}: from {module}"
            case ast.Constant(value=str(words)) if re.match(r"/(?:tmp|dev|proc|etc|usr|var|home)/", words):
                yield f"{node.lineno}: the place {words!r}"
            case ast.Call(func=ast.Attribute(attr="read_text" | "write_text" as name), args=args, keywords=keywords):
                if len(args) < (1 if name == "read_text" else 2) and "encoding" not in {k.arg for k in keywords}:
                    yield f"{node.lineno}: {name} without an encoding"
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open"), args=args, keywords=keywords):
                mode = "".join(a.value for a in args if isinstance(a, ast.Constant) and isinstance(a.value, str))
                words = {k.arg for k in keywords}
                if isinstance(node.func, ast.Name) and "b" not in mode and "encoding" not in words:
                    yield f"{node.lineno}: open without an encoding"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: "/".join(p.parts[-3:]))
def test_nothing_is_used_that_only_one_system_has(path: Path) -> None:
    assert list(foreign(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os\nos.fork()", "2: os.fork"),
        ('import os\nif hasattr(os, "fork"):\n    os.fork()', None),
        ("import fcntl", "1: import fcntl"),
        ("from resource import setrlimit", "1: from resource"),
        ("open(p)", "1: open without an encoding"),
        ("open(p, 'rb')", None),
        ("p.read_text()", "1: read_text without an encoding"),
        ("p.write_text(t, 'utf-8')", None),
        ("x = '/tmp/x'", "1: the place '/tmp/x'"),
    ],
)
def test_the_search_finds_what_it_is_for(source: str, found: str | None) -> None:
    assert list(foreign(source)) == ([found] if found else [])
