"""Loading, collecting and isolation, with plugins made on the spot."""

from __future__ import annotations

import types
from pathlib import Path

import pytest

from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl, loading, spec
from factcheck.plugin.manager import create_manager
from factcheck.plugin.records import Column, DetailFinder, Plugin, Setting


def plugin(name: str = "mine", **hooks: object) -> types.ModuleType:
    module = types.ModuleType(name)
    for hook, function in hooks.items():
        if callable(function):
            function.__module__ = name
            function = hookimpl(function)
        setattr(module, hook, function)
    return module


def bare(**modules: types.ModuleType):
    return create_manager(builtins=(), entry_points=False, modules=modules)


def finder(id_: str, priority: int = 100) -> DetailFinder:
    return DetailFinder(id=id_, priority=priority, find=lambda article, ctx: ())


def test_collect_orders_by_priority_then_provider_and_sets_by() -> None:
    manager = bare(
        b=plugin("b", register_detail_finders=lambda: [finder("y"), finder("late", 200)]),
        a=plugin("a", register_detail_finders=lambda: [finder("z")]),
    )
    assert [r.by for r in manager.collect("register_detail_finders")] == ["a:z", "b:y", "b:late"]


def test_a_duplicate_id_is_left_out_and_names_both_providers() -> None:
    manager = bare(
        a=plugin("a", register_detail_finders=lambda: [finder("x")]), b=plugin("b", register_detail_finders=lambda: [finder("x")])
    )
    assert [r.by for r in manager.collect("register_detail_finders")] == ["a:x"]
    (problem,) = manager.problems
    assert problem.plugin == "b" and "'x'" in problem.message and "a" in problem.message


def test_columns_of_different_tables_may_share_an_id() -> None:
    manager = bare(a=plugin("a", register_columns=lambda: [Column(id="note", table="claims"), Column(id="note", table="sources")]))
    assert len(manager.collect("register_columns")) == 2
    assert manager.problems == ()


def test_a_record_of_another_type_is_left_out_and_told() -> None:
    manager = bare(a=plugin("a", register_detail_finders=lambda: [Column(id="c"), finder("x")]))
    assert [r.id for r in manager.collect("register_detail_finders")] == ["x"]
    assert "expected DetailFinder records, got Column" in manager.problems[0].message


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(3)])
def test_a_plugin_that_raises_while_registering_costs_only_its_part(error: BaseException) -> None:
    def broken():
        raise error

    manager = bare(a=plugin("a", register_detail_finders=broken), b=plugin("b", register_detail_finders=lambda: [finder("x")]))
    assert [r.by for r in manager.collect("register_detail_finders")] == ["b:x"]
    assert manager.problems[0].plugin == "a"


def test_a_misspelt_hook_is_refused_with_the_right_one() -> None:
    manager = bare(a=plugin("a", register_detail_finder=lambda: [finder("x")]))
    assert "did you mean 'register_detail_finders'" in manager.problems[0].message
    assert manager.pluggy.get_plugin("a") is None


def test_a_defaulted_argument_is_refused() -> None:
    def review_worksheet(worksheet, ctx=None):
        return None

    manager = bare(a=plugin("a", review_worksheet=review_worksheet))
    assert "has a default" in manager.problems[0].message


def test_an_unknown_argument_is_refused() -> None:
    manager = bare(a=plugin("a", review_worksheet=lambda sheet: None))
    assert "no argument 'sheet'" in manager.problems[0].message


def test_a_forgotten_mark_is_told() -> None:
    module = types.ModuleType("forgot")

    def register_columns():
        return []

    register_columns.__module__ = "forgot"
    module.register_columns = register_columns
    assert "write @hookimpl above it" in bare(forgot=module).problems[0].message


def test_settings_have_defaults_and_are_overridden() -> None:
    module = plugin("a", PLUGIN=Plugin(settings=(Setting("most", 3), Setting("least", 1))))
    manager = create_manager(builtins=(), entry_points=False, modules={"a": module}, settings={"a": {"most": 9}})
    assert dict(manager.settings_of("a")) == {"most": 9, "least": 1}


def test_a_newer_api_is_refused() -> None:
    manager = bare(a=plugin("a", PLUGIN=Plugin(api=99)))
    assert "plugin API 99" in manager.problems[0].message


def test_files_folders_and_blocked_names(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(
        "from factcheck.plugin import hookimpl\nfrom factcheck.plugin.records import Column\n@hookimpl\ndef register_columns():\n    return [Column(id='good.c')]\n"
    )
    (tmp_path / "bad.py").write_text("raise RuntimeError('at import')\n")
    (tmp_path / "_helper.py").write_text("raise RuntimeError('never imported')\n")
    manager = create_manager(builtins=(), entry_points=False, plugins_dir=tmp_path)
    assert [c.by for c in manager.collect("register_columns")] == ["good:good.c"]
    assert [(p.plugin, p.message) for p in manager.problems] == [("bad", "RuntimeError: at import")]
    blocked = create_manager(builtins=(), entry_points=False, plugins_dir=tmp_path, plugins=["no:bad"])
    assert blocked.problems == ()
    one = create_manager(builtins=(), entry_points=False, plugins=[str(tmp_path / "good.py")])
    assert [p.name for p in one.loaded] == ["good"]


@pytest.mark.parametrize("name", ["nowhere.py", "no_such_package.module"])
def test_a_plugin_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(FactcheckError, match="there is no"):
        create_manager(builtins=(), entry_points=False, plugins=[name])


def test_one_fault_at_many_claims_is_one_problem() -> None:
    manager = bare()
    for cid in ("C001", "C002", "C001"):
        manager.guard("a", "assessor", lambda: 1 / 0, claims=(cid,))
    (problem,) = manager.problems
    assert problem.claims == ("C001", "C002")


def test_every_hook_has_a_built_in_user(builtin_manager) -> None:
    for hook in spec.RECORDS:
        assert builtin_manager.collect(hook), hook
    assert builtin_manager.problems == ()


def test_entry_points_load_in_order_each_in_its_own_try(monkeypatch: pytest.MonkeyPatch) -> None:
    good = plugin("good", register_columns=lambda: [Column(id="good.c")])

    class Point:
        def __init__(self, name: str, dist: str, load) -> None:
            self.name, self.value, self.load = name, f"{name}:plugin", load
            self.dist = types.SimpleNamespace(name=dist, version="1.0")

    def broken():
        raise ImportError("no module named 'gone'")

    points = [Point("z", "a-dist", lambda: good), Point("b", "b-dist", broken), Point("a", "b-dist", lambda: plugin("a"))]
    monkeypatch.setattr(loading, "entry_points", lambda group: points if group == "factcheck" else [])
    manager = create_manager(builtins=())
    assert [(p.name, p.error) for p in manager.loaded] == [("z", None), ("a", None), ("b", "ImportError: no module named 'gone'")]
    assert manager.collect("register_columns")[0].by == "z:good.c"


def test_a_hook_that_asks_for_settings_gets_them_with_defaults() -> None:
    def register_columns(settings):
        for name in settings["columns"]:
            yield Column(id=f"a.{name}")

    module = plugin("a", PLUGIN=Plugin(settings=(Setting("columns", ("desk",)),)), register_columns=register_columns)
    assert [c.id for c in bare(a=module).collect("register_columns")] == ["a.desk"]
    given = create_manager(builtins=(), entry_points=False, modules={"a": module}, settings={"a": {"columns": ["legal", "beat"]}})
    assert [c.id for c in given.collect("register_columns")] == ["a.legal", "a.beat"]
