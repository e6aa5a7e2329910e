"""Configuration: where it is found, what it may say, what is refused, and that editing keeps what people wrote."""

from __future__ import annotations

import types
from pathlib import Path

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.plugin import config, hookimpl
from factcheck.plugin.config import Config
from factcheck.plugin.manager import create_manager
from factcheck.plugin.records import Column, Plugin, Setting


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "factcheck.toml"
    path.parent.mkdir()
    monkeypatch.setattr(config, "user_file", lambda: path)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "desk" / "stories"
    folder.mkdir(parents=True)
    return folder


def module(name: str = "tides", **more: object) -> types.ModuleType:
    made = types.ModuleType(name)

    def register_columns() -> list[Column]:
        return [Column(id=f"{name}.c")]

    register_columns.__module__ = name
    made.register_columns = hookimpl(register_columns)
    for key, value in more.items():
        setattr(made, key, value)
    return made


def with_config(given: Config, **modules: types.ModuleType):
    return create_manager(builtins=(), entry_points=False, modules=modules, config=given)


def test_nothing_is_configured_where_there_are_no_files(user: Path, project: Path) -> None:
    assert config.read(project) == Config()


def test_the_projects_settings_win_key_by_key_over_the_users(user: Path, project: Path) -> None:
    user.write_text('[settings.house]\nmost = 1\ndesk = "City"\n', "utf-8")
    (project.parent / "factcheck.toml").write_text("[settings.house]\nmost = 2\n", "utf-8")
    read = config.read(project)
    assert read.settings == {"house": {"most": 2, "desk": "City"}}
    assert read.origin["house"].endswith("desk/factcheck.toml") or read.origin["house"].endswith("desk\\factcheck.toml")


def test_where_data_goes_is_no_matter_of_the_projects_file(user: Path, project: Path) -> None:
    declared = Plugin(settings=(Setting("database", "", "where", user_only=True),))
    user.write_text('[settings.tides]\ndatabase = "mine"\n', "utf-8")
    assert with_config(config.read(project), tides=module(PLUGIN=declared)).settings_of("tides") == {"database": "mine"}
    (project / "factcheck.toml").write_text('[settings.tides]\ndatabase = "theirs"\n', "utf-8")
    refused = with_config(config.read(project), tides=module(PLUGIN=declared))
    assert "your own file or the command line only" in refused.problems[0].message and not refused.providers
    given = {"tides": {"database": "given"}}
    line = create_manager(
        builtins=(), entry_points=False, modules={"tides": module(PLUGIN=declared)}, config=config.read(project), settings=given
    )
    assert line.problems == () and line.settings_of("tides") == {"database": "given"}


def test_a_table_of_pyproject_counts_and_one_without_is_passed_over(user: Path, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    (project.parent / "pyproject.toml").write_text('[tool.factcheck.plugins]\ndisable = ["readers.markdown"]\n', "utf-8")
    assert config.read(project).disable == {"readers.markdown"}


@pytest.mark.parametrize(
    "text",
    [
        '[tool.factcheck.plugins]\ndisable = ["tides"]\n', '[tool]\nfactcheck.plugins.disable = ["tides"]\n',
        'tool.factcheck.plugins.disable = ["tides"]\n', '[ "tool" . factcheck.plugins ]\ndisable = ["tides"]\n',
        'tool = { factcheck = { plugins = { disable = ["tides"] } } }\n',
        '[tool.ruff]\nline-length = 140\n[tool.factcheck]\nplugins.disable = ["tides"]\n',
    ],
)  # fmt: skip
def test_every_way_to_write_the_table_of_pyproject_is_read(user: Path, project: Path, text: str) -> None:
    (project / "pyproject.toml").write_text(text, "utf-8")
    assert config.read(project).disable == {"tides"}


def test_a_pyproject_that_does_not_speak_of_us_is_not_parsed(user: Path, project: Path) -> None:
    (project / "pyproject.toml").write_text('[project]\nname = "factcheck-tides"\n[tool.ruff\n', "utf-8")
    assert config.read(project) == Config()


def test_what_the_user_enabled_the_project_cannot_disable(user: Path, project: Path) -> None:
    user.write_text('[plugins]\nenable = ["tides"]\n', "utf-8")
    (project / "factcheck.toml").write_text('[plugins]\ndisable = ["tides"]\n', "utf-8")
    assert config.read(project).disable == frozenset()


def test_files_of_the_users_configuration_are_meant_beside_it(user: Path, project: Path) -> None:
    (user.parent / "mine.py").write_text("", "utf-8")
    user.write_text('[plugins]\nload = ["mine.py", "desk.rules"]\n', "utf-8")
    assert config.read(project).load == (str(user.parent / "mine.py"), "desk.rules")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[plugin]\n", "did you mean 'plugins'"),
        ("[plugins]\nenabel = []\n", "did you mean 'enable'"),
        ("[plugins]\ndisable = 'x'\n", "is a list of names"),
        ("plugins = 3\n", "'plugins' is a table"),
        ("[settings]\nhouse = 3\n", "is a table of one plugin"),
        ("[plugins\n", "is no TOML"),
        ('[plugins]\nload = ["x.py"]\n', "from your own file only"),
    ],
)
def test_what_means_nothing_is_refused_with_the_file_and_a_hint(user: Path, project: Path, text: str, says: str) -> None:
    path = project / "factcheck.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(FactcheckError) as error:
        config.read(project)
    assert says in str(error.value) and str(path) in str(error.value)


@pytest.mark.parametrize("text", ['[plugins]\n# why it is off\ndisable = ["tides"]\n\n[settings.house]\nmost = 1 # enough\n', ""])
def test_switching_keeps_comments_and_moves_the_name(user: Path, text: str) -> None:
    user.write_text(text, "utf-8")
    config.edit("enable", "tides")
    config.edit("enable", "tides")
    after = user.read_text("utf-8")
    assert all(line in after for line in text.splitlines() if "#" in line)
    read = config.read(user.parent)
    assert read.enable == {"tides"} and read.disable == frozenset()
    config.edit("disable", "tides")
    assert config.read(user.parent).disable == {"tides"}


def test_a_broken_file_is_not_edited(user: Path) -> None:
    user.write_text("[plugins\n", "utf-8")
    with pytest.raises(FactcheckError, match="is no TOML"):
        config.edit("enable", "tides")
    assert user.read_text("utf-8") == "[plugins\n"


@pytest.mark.parametrize("given", ["most=3", "=3", "house.=1", "house.most"])
def test_a_setting_of_the_command_line_names_plugin_and_key(given: str) -> None:
    with pytest.raises(FactcheckError, match=r"PLUGIN\.KEY=VALUE"):
        config.setting(given)


SETTINGS = Plugin(settings=(Setting("most", 3), Setting("words", ("a",)), Setting("share", 0.5), Setting("on", True), Setting("any", None)))


@pytest.mark.parametrize(("key", "value"), [("most", 4), ("words", ["b"]), ("share", 1), ("on", False), ("any", {"x": 1})])
def test_a_setting_of_its_type_reaches_the_plugin(key: str, value: object) -> None:
    manager = with_config(Config(settings={"tides": {key: value}}), tides=module(PLUGIN=SETTINGS))
    assert manager.problems == ()
    assert manager.settings_of("tides")[key] == value


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("mots", 4, "did you mean 'most'"),
        ("most", "4", "takes a whole number"),
        ("most", True, "takes a whole number"),
        ("on", 1, "takes true or false"),
        ("words", "b", "takes a list"),
    ],
)
def test_a_wrong_setting_costs_that_plugin_only_and_names_it(key: str, value: object, says: str) -> None:
    manager = with_config(Config(settings={"tides": {key: value}}), tides=module(PLUGIN=SETTINGS), other=module("other"))
    assert [(p.plugin, says in p.message) for p in manager.problems] == [("tides", True)]
    assert [c.by for c in manager.collect("register_columns")] == ["other:other.c"]


def test_settings_for_nobody_are_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "tides.py").write_text("", "utf-8")
    with pytest.raises(FactcheckError, match="did you mean 'tides'"):
        create_manager(builtins=(), plugins=[str(tmp_path / "tides.py")], config=Config(settings={"tide": {"a": 1}}))


@pytest.mark.parametrize("requirement", ["surge", "factcheck-surge>=2"])
def test_what_is_required_has_to_be_here(requirement: str) -> None:
    with pytest.raises(FactcheckError, match="is required, but it is not here"):
        with_config(Config(requires=(requirement,)), tides=module())
    assert with_config(Config(requires=("tides",)), tides=module()).problems == ()


def test_a_plugin_that_goes_out_is_off_until_its_user_says_so() -> None:
    goes_out = module(PLUGIN=Plugin(network=True))
    off = with_config(Config(wished=frozenset({"tides"})), tides=goes_out)
    assert off.collect("register_columns") == () and off.problems == ()
    assert "only you can allow that" in str(off.loaded[-1].off)
    on = with_config(Config(enable=frozenset({"tides"})), tides=goes_out)
    assert [c.by for c in on.collect("register_columns")] == ["tides:tides.c"]


def test_leaving_out_what_is_not_there_is_a_slip_of_the_pen() -> None:
    with pytest.raises(FactcheckError, match=r"did you mean 'no:details\.figures'"):
        create_manager(builtins=(), entry_points=False, plugins=["no:details.figure"])
