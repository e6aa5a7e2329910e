"""Each hook has its page: exact signatures, every argument, an executed example, and a real module to read."""

from __future__ import annotations

import doctest
import inspect
import re
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from factcheck.plugin import fixtures, records, spec
from factcheck.plugin.manager import create_manager
from factcheck.plugin.testing import failing_examples, make_worksheet
from factcheck.plugin.validate import HOOKS

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "plugins"
GUIDE = ROOT / "docs" / "plugins.md"
SAMPLE = "The boat capsized on Monday.\n\nMayor Ann Lee said the mill closed in 1990."
EXECUTED = [*(PAGES / f"{hook}.md" for hook in HOOKS), PAGES / "recipes.md", PAGES / "testing.md", GUIDE]
PARTS = ["Arguments", "What to return", "What happens with it", "Example", "To read"]


def text_of(hook: str) -> str:
    return (PAGES / f"{hook}.md").read_text("utf-8")


def files_in(page: str) -> dict[str, str]:
    """The files that a page shows, by name."""
    return dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```", page, re.M | re.S))


def signature(function: typing.Any) -> str:
    return f"{function.__name__}{inspect.signature(function)}".replace("'", "")


def functions(hook: str) -> dict[str, tuple[list[str], str]]:
    """The functions that a hook's record holds: the types of their arguments and what they return, as the code declares them."""
    record = spec.RECORDS.get(hook)
    own = [f for f in inspect.get_annotations(record) if "Callable" in str(inspect.get_annotations(record)[f])] if record else []
    out = {}
    for name in own:
        declared = str(inspect.get_annotations(record)[name]).removesuffix(" | None")
        arguments, returned = re.fullmatch(r"Callable\[\[(.*)\], (.*)\]", declared).groups()
        out[name] = (arguments, returned)
    return out


@pytest.mark.parametrize("hook", HOOKS)
def test_the_signatures_are_the_codes(hook: str) -> None:
    page = text_of(hook)
    arguments = ", ".join(inspect.signature(getattr(spec, hook)).parameters)
    assert page.startswith(f"# `{hook}({arguments})`\n")
    first, *others = re.search(r"```text\n(.*?)```", page, re.S)[1].splitlines()
    assert first == signature(getattr(spec, hook))
    shown = {}
    for line in others:
        name, given, returned = re.fullmatch(r"(\w+)\((.*)\) -> (.*)", line).groups()
        shown[name] = (", ".join(re.findall(r"\w+: ((?:\[[^\]]*\]|[^,\[])+)", given)), returned)
    assert shown == functions(hook)


@pytest.mark.parametrize("hook", HOOKS)
def test_each_page_has_all_parts_and_tells_every_argument(hook: str) -> None:
    page = text_of(hook)
    assert re.findall(r"^## (.*)$", page, re.M) == PARTS
    told = re.search(r"## Arguments\n(.*?)## ", page, re.S)[1]
    shown = re.search(r"```text\n(.*?)```", page, re.S)[1]
    for name in set(re.findall(r"[(,] ?(\w+):", shown)):
        assert re.search(rf"^- .*`{name}`.*:", told, re.M), f"the argument {name} is not told"
    if hook in spec.RECORDS:
        assert f"(arguments.md#{spec.RECORDS[hook].__name__.lower()})" in page


@pytest.mark.parametrize("hook", HOOKS)
def test_the_module_to_read_uses_the_hook(hook: str) -> None:
    links = re.findall(r"\]\((\.\./\.\./[^)]+)\)", text_of(hook).partition("## To read")[2])
    assert links
    found = [PAGES / link for link in links]
    sources = [f.read_text("utf-8") for p in found for f in ([p] if p.suffix == ".py" else sorted(p.parent.rglob("*.py")))]
    assert any(f"def {hook}(" in s for s in sources)


@pytest.mark.parametrize("page", EXECUTED, ids=lambda p: p.stem)
def test_every_example_is_executed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    body = page.read_text("utf-8")
    shown = files_in(body)
    for name, code in shown.items():
        Path(name).write_text(code, "utf-8")
    assert not re.findall(r"^```python$", body, re.M), "a piece of code without a file's name is not run"
    for name in (n for n in shown if n.endswith(".py") and not n.startswith("test_")):
        manager = create_manager(entry_points=False, plugins=[name])
        assert manager.problems == ()
        provider = manager.loaded[-1].provider
        assert make_worksheet(SAMPLE, manager).problems == ()
        assert failing_examples(manager, provider) == []
        adds = [r for hook in spec.RECORDS for r in manager.collect(hook) if r.by.startswith(f"{provider}:")]
        assert adds or "def review_worksheet" in shown[name]
        hook = page.stem
        if hook in spec.RECORDS:
            assert any(isinstance(r, spec.RECORDS[hook]) for r in adds)
    sessions = re.findall(r"^```pycon\n(.*?)^```", body, re.M | re.S)
    assert sessions
    test = doctest.DocTestParser().get_doctest("\n".join(sessions), {}, page.name, str(page), 0)
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_the_guide_names_every_page_and_every_hook() -> None:
    guide = GUIDE.read_text("utf-8")
    for page in PAGES.iterdir():
        assert f"(plugins/{page.name})" in guide, f"{page.name} is not reached from the guide"
    for hook in HOOKS:
        assert f"`{hook}`" in guide


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda p: p.name)
def test_links_to_headings_lead_there(page: Path) -> None:
    for target, anchor in re.findall(r"\]\(([\w./-]*)#([^)]+)\)", page.read_text("utf-8")):
        headings = re.findall(r"^#+ (.*)$", (page.parent / (target or page.name)).read_text("utf-8"), re.M)
        assert anchor in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}


def test_records_of_the_docs_are_frozen() -> None:
    for record in {records.Record, *spec.RECORDS.values()}:
        assert record.__dataclass_params__.frozen


def test_the_tests_of_the_testing_page_pass(tmp_path: Path) -> None:
    for name, code in files_in((PAGES / "testing.md").read_text("utf-8")).items():
        (tmp_path / name).write_text(code, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout


def test_the_table_of_fixtures_is_the_codes() -> None:
    page = (PAGES / "testing.md").read_text("utf-8")
    named = [inspect.getdoc(f) for f in vars(fixtures).values() if hasattr(f, "_fixture_function_marker") or "Fixture" in type(f).__name__]
    assert len(named) >= 5
    for told in named:
        assert f"| {told.split('``')[1]}".replace("| ", "| `") + "` |" in page
