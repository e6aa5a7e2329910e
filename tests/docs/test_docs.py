"""The docs are true: every command documented from its own help, links lead somewhere, the README works. Plugins: test_plugin_pages."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import mock

import click
import pytest
from click.testing import CliRunner

from factcheck.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]


def command_pages() -> str:
    """docs/commands.md, made from each command's own --help."""
    runner = CliRunner()
    out = ["# Commands", "", "Made from `--help`; a test keeps it true.", ""]

    def add(words: list[str], command: click.Command) -> None:
        text = runner.invoke(cli, [*words, "--help"], prog_name="factcheck", terminal_width=100).output.rstrip()
        out.extend([f"## `{' '.join(['factcheck', *words])}`", "", "```text", text, "```", ""])
        for name in getattr(command, "commands", {}):
            add([*words, name], command.commands[name])

    with mock.patch("factcheck.cli._plugin_commands", dict):  # whatever is installed here
        add([], click.Command("factcheck"))
        for name in COMMANDS:
            add([name], cli.get_command(click.Context(cli), name))
    return "\n".join(out)


def test_every_command_is_in_the_docs_from_its_own_help() -> None:
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == command_pages(), "run: make docs"


def markdown_files() -> list[Path]:
    return [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").glob("README.md"),
        *(ROOT / "plugins").rglob("README.md"),
    ]


@pytest.mark.parametrize("page", markdown_files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readme_starts_with_the_two_commands() -> None:
    first = (ROOT / "README.md").read_text("utf-8").splitlines()[:5]
    assert any("make worksheet" in line for line in first)
    assert any("make test" in line for line in first)


def test_the_commands_of_the_readme_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ``$ factcheck …`` line of the README that needs no shell redirection is run in a copy of the checkout's articles."""
    import shlex
    import shutil

    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "plugins", tmp_path / "plugins")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^\$ (factcheck .*)$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert len(lines) >= 5
    for line in lines:
        words = shlex.split(line.split("#")[0])
        if "<" in words:
            continue
        result = CliRunner().invoke(cli, words[1:], prog_name="factcheck", standalone_mode=False)
        assert result.exception is None, (line, result.exception)
        assert result.return_value == (1 if "--require-done" in words else 0), line
