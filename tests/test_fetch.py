"""Addresses: fetched from a local server because they were given; limits, errors and redirects are one clear line."""

from __future__ import annotations

import http.server
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import fetch
from factcheck.model.errors import FactcheckError
from tests.readers import documents

PAGES = {
    "/news/ferry": (200, "text/html; charset=utf-8", documents.html()),
    "/ferry.txt": (200, "text/plain; charset=windows-1252", "The café cost £40.\n\nIt opened in 1998.".encode("cp1252")),
    "/ferry.pdf": (200, "application/octet-stream", documents.pdf()),
    "/gone": (404, "text/html", b"no"),
    "/login": (403, "text/html", b"no"),
    "/picture": (200, "image/png", b"\x89PNG"),
    "/large": (200, "text/plain", b"word " * 300),
}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/old":
            self.send_response(301)
            self.send_header("Location", "/news/ferry")
            self.end_headers()
            return
        if self.path.startswith("/round") or self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname" if self.path == "/file" else f"/round{len(self.path)}{self.path[-1]}")
            self.end_headers()
            return
        if self.path.startswith("/drip"):
            self.send_response(200)
            try:
                self.end_headers() if self.path == "/drip-body" else self.flush_headers()
                for n in range(100):
                    self.wfile.write(b"w " if self.path == "/drip-body" else f"X-{n}: a\r\n".encode())
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                return
            return
        if self.path == "/short":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"The ferry sank.")
            return
        code, kind, body = PAGES.get(self.path, (404, "text/plain", b""))
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "name", "charset"),
    [
        ("/news/ferry", "ferry.html", "utf-8"),
        ("/old", "ferry.html", "utf-8"),
        ("/ferry.txt", "ferry.txt", "windows-1252"),
        ("/ferry.pdf", "ferry.pdf", None),
    ],
)
def test_an_address_is_a_source_for_the_right_reader(server: str, path: str, name: str, charset: str | None) -> None:
    source = fetch.fetch(server + path)
    assert (source.name, source.charset) == (name, charset)
    assert source.data == PAGES["/news/ferry" if path == "/old" else path][2]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "404"),
        ("/login", "wants a login"),
        ("/picture", "image/png, which is no article"),
        ("/round", "cannot be fetched|server answered 302"),
        ("/file", "is not allowed"),
        ("/large", "is larger than"),
        ("/short", "broke off 4,985 bytes before its end"),
    ],
)
def test_what_cannot_be_had_is_one_line(server: str, path: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 1000)
    with pytest.raises(FactcheckError, match=says) as error:
        fetch.fetch(server + path)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("path", ["/drip-head", "/drip-body"])
def test_a_server_that_drips_is_given_up_when_the_whole_time_is_over(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PATIENCE", 0.2)
    with pytest.raises(FactcheckError, match="takes too long"):
        fetch.fetch(server + path)


@pytest.mark.parametrize("address", ["http://", "https://[::1", "http://127.0.0.1:1/a"])
def test_no_address_and_no_server_are_one_line(address: str) -> None:
    with pytest.raises(FactcheckError):
        fetch.fetch(address)


def test_the_command_line_makes_its_worksheet_here(server: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "generate", f"{server}/news/ferry", "-f", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "ferry.factcheck.json\n"), done.stderr
    sheet = json.loads((tmp_path / "ferry.factcheck.json").read_bytes())
    assert sheet["article"]["url"] == f"{server}/news/ferry" and sheet["article"]["title"] == documents.HEADLINE
