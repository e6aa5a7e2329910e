"""A PostgreSQL server of its own: made in a temporary folder by a user who is not root, reached by a socket, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


def programs() -> Path | None:
    """Where PostgreSQL's programs are: Debian keeps them beside each version."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


def unprivileged() -> dict[str, Any]:
    """The server refuses to run as root: then as the package's user, else as nobody."""
    if os.geteuid() != 0:
        return {}
    known = {u.pw_name: u for u in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The folder of the server's socket."""
    place = programs()
    if place is None:
        pytest.skip("PostgreSQL is not installed")
    home = Path(tempfile.mkdtemp(prefix="fcpg"))  # short: a socket's path has at most 107 characters
    who = unprivileged()
    if who:
        os.chown(home, who["user"], who["group"])

    def run(program: str, *words: str) -> None:
        subprocess.run([place / program, *words], check=True, capture_output=True, cwd=home, **who)

    data = str(home / "data")
    try:
        run("initdb", "-D", data, "-U", "desk", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
        settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
        # its log goes to a file: a pipe would stay open as long as the server runs
        subprocess.run(
            [place / "pg_ctl", "-D", data, "-o", settings, "-l", str(home / "log"), "-w", "start"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=home, **who,
        )  # fmt: skip
        try:
            yield str(home)
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def url(server: str) -> str:
    """The address of an empty database."""
    import psycopg

    with psycopg.connect(f"postgresql://desk@/postgres?host={server}", autocommit=True) as db:
        db.execute("DROP DATABASE IF EXISTS memory WITH (FORCE)")
        db.execute("CREATE DATABASE memory")
    return f"postgresql://desk:secret@/memory?host={server}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty memory of each kind."""
    return str(tmp_path / "memory.sqlite") if request.param == "sqlite" else request.getfixturevalue("url")
