"""The lock that .ci/run installs: whole, hashed, and of no index in particular; a tampered file stops the installation, a missing one does not."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest
from packaging.requirements import Requirement

CI = Path(__file__).parents[2] / ".ci"


def script(name: str) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(f"ci_{name}", CI / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LOCK = script("lock")


def test_everything_that_is_declared_is_locked_at_a_version_that_it_allows() -> None:
    pinned, declared = LOCK.pinned(), [Requirement(r) for r in LOCK.declared()]
    assert len(declared) > 30
    for requirement in declared:
        versions = pinned.get(LOCK.name(requirement.name), [])
        assert versions, f"{requirement.name} is not locked; run: make lock"
        for version in versions:
            assert requirement.specifier.contains(version, prereleases=True), f"{requirement}: locked at {version}; run: make lock"


def test_every_pin_has_its_hashes_and_no_index_is_named() -> None:
    lock = (CI / "lock.txt").read_text("utf-8")
    pins = re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]
    assert len(pins) > 60 and all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", pin) for pin in pins)
    rest = re.sub(r"(?m)^[\w.-]+==[\w.!+]+( ; [^\\\n]+)?|--hash=sha256:[0-9a-f]{64}|\\$", "", lock)
    assert rest.strip() == "", "an address, an option, a package without version"


@pytest.mark.parametrize(
    ("says", "code", "asked"),
    [
        ("", 0, [["install", "--no-deps", "--no-build-isolation", "-e", "."]]),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", 1, []),
        ("ERROR: No matching distribution found for click==8.5.1", 0, [["install", "-e", "."]]),
    ],
    ids=["locked", "tampered", "another index"],
)
def test_a_tampered_file_stops_and_a_missing_one_is_told(
    says: str, code: int, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install, ran = script("install"), []

    def pip(*args: str) -> subprocess.CompletedProcess[str]:
        ran.append(list(args))
        return subprocess.CompletedProcess(args, 1 if says and "-r" in args else 0, stderr=says)

    monkeypatch.setattr(install, "pip", pip)
    assert install.install(["-e", "."]) == code
    assert ran == [["install", "--require-hashes", "-r", str(CI / "lock.txt")], *asked]
    assert ("NOT LOCKED: ERROR: No matching" in capsys.readouterr().err) == ("No matching" in says)


@pytest.mark.slow
def test_pip_refuses_a_file_of_another_hash(tmp_path: Path) -> None:
    """What ``install.py`` looks for is what this pip says."""
    import zipfile

    wheel = tmp_path / "tampered-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as z:
        z.writestr("tampered-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tampered\nVersion: 1.0\n")
        z.writestr("tampered-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        z.writestr("tampered-1.0.dist-info/RECORD", "")
    (tmp_path / "lock.txt").write_text(f"tampered==1.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--no-index", "--find-links", str(tmp_path), "--target", str(tmp_path / "site")]
    done = subprocess.run([*command, "--require-hashes", "-r", str(tmp_path / "lock.txt")], capture_output=True, text=True)
    assert done.returncode != 0 and script("install").TAMPERED in done.stderr
