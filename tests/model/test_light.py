from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import Any, ClassVar

import pytest

from factcheck.model import light
from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A record with slots."""

    x: int
    y: int = 0
    notes: tuple[str, ...] = field(default_factory=tuple)
    seen: int = field(default=0, compare=False, repr=False)

    @property
    def far(self) -> bool:
        """Whether it is far."""
        return self.x > 10


@dataclass(frozen=True)
class Loose:
    """A record with a dictionary, and a look at what it was given."""

    name: str
    told: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Fields by name only."""

    id: str
    size: int = 1


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Inheriting(Named):
    """The standard library's record on top of ours."""

    more: str = ""


@dataclass(frozen=True)
class Single:
    """One field."""

    value: str


TWINS = [
    (Point, (1,), {}), (Point, (1, 2, ("a",)), {"seen": 3}), (Loose, ("a",), {}), (Named, (), {"id": "a"}), (Single, ("v",), {}),
]


def twin(cls: type) -> Any:
    """The same class made by the standard library."""
    params = {"frozen": True, "slots": hasattr(cls, "__slots__"), "kw_only": cls is Named}
    body = {k: v for k, v in vars(cls).items() if k in ("__annotations__", "__post_init__", "__doc__", "__module__")}
    body |= {f.name: field(default=f.default, default_factory=f.default_factory, compare=f.compare, repr=f.repr) for f in dataclasses.fields(cls)}  # type: ignore[arg-type, call-overload]
    return dataclasses.dataclass(**params)(type(cls.__name__, (), body))  # type: ignore[call-overload]


@pytest.mark.parametrize(("cls", "given", "named"), TWINS)
def test_a_light_record_behaves_as_the_standard_library_s(cls: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = cls(*given, **named), twin(cls)(*given, **named)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)
    assert [(f.name, f.type, f.default) for f in dataclasses.fields(ours)] == [(f.name, f.type, f.default) for f in dataclasses.fields(theirs)]
    assert cls.__match_args__ == type(theirs).__match_args__
    assert cls.__dataclass_params__.frozen and cls.__dataclass_params__.eq
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")
    assert cls.__init__.__annotations__ == type(theirs).__init__.__annotations__


@pytest.mark.parametrize(("cls", "given", "named"), TWINS)
def test_nothing_of_a_record_can_be_changed(cls: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    record = cls(*given, **named)
    name = dataclasses.fields(cls)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, name, 5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(record, name)


def test_equality_looks_at_the_class_and_at_compared_fields_only() -> None:
    assert Point(1, seen=1) == Point(1, seen=2) != Point(2)
    assert Point(1) != (1, 0, (), 0)
    assert len({Point(1), Point(1, 0), Point(1, 1)}) == 2


def test_records_are_copied_pickled_and_replaced() -> None:
    for record in (Point(1, 2, ("a",), 4), Loose("a"), Named(id="b"), Inheriting(id="c", more="d")):
        assert copy.copy(record) == pickle.loads(pickle.dumps(record)) == record
    assert dataclasses.replace(Point(1, 2), y=3) == Point(1, 3)
    assert pickle.loads(pickle.dumps(Point(1, seen=9))).seen == 9


def test_each_record_gets_a_default_of_its_own() -> None:
    @dataclass(frozen=True)
    class Holding:
        items: list[int] = field(default_factory=list)

    first = Holding()
    first.items.append(1)
    assert Holding().items == []


def test_what_is_not_plain_is_left_to_the_standard_library() -> None:
    @dataclass(frozen=True)
    class Counted:
        limit: ClassVar[int] = 5
        value: int = 0

    @dataclass(order=True)
    class Ordered:
        value: int = 0

    for cls in (Counted, Ordered):
        assert not hasattr(cls, "__compared__")
    assert (Counted.limit, [f.name for f in dataclasses.fields(Counted)]) == (5, ["value"])
    assert Ordered(1) < Ordered(2)


def test_a_record_that_is_not_frozen_can_be_changed_and_has_no_hash() -> None:
    @dataclass(slots=True)
    class Open:
        value: int = 0

    @dataclass
    class Bare:
        value: int = 0

    for cls in (Open, Bare):
        record: Any = cls()
        record.value = 2
        assert (record, cls.__hash__, hasattr(record, "__dict__")) == (cls(2), None, cls is Bare)


@dataclass(frozen=True, slots=True, kw_only=True)
class Longer(Named):
    """A record on top of one of ours."""

    size: int = 7
    more: str = ""


def test_a_record_may_stand_on_another() -> None:
    theirs = dataclasses.dataclass(frozen=True, slots=True, kw_only=True)(
        type("Longer", (Named,), {"__annotations__": {"size": "int", "more": "str"}, "size": 7, "more": ""})
    )
    ours: Any = Longer(id="a")
    assert repr(ours) == repr(theirs(id="a")) == "Longer(id='a', size=7, more='')"
    assert [f.name for f in dataclasses.fields(Longer)] == [f.name for f in dataclasses.fields(theirs)]
    assert (Longer.__slots__, hasattr(ours, "__dict__"), hash(ours)) == (("more",), False, hash(theirs(id="a")))
    assert ours == pickle.loads(pickle.dumps(ours)) == dataclasses.replace(Longer(id="b"), id="a") != Named(id="a", size=7)
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours.size = 3


def test_a_default_that_all_would_share_is_refused() -> None:
    with pytest.raises(ValueError, match="default_factory"):

        @dataclass(frozen=True)
        class Sharing:
            items: list[int] = []  # noqa: RUF012


def test_a_constructor_refuses_what_it_does_not_know() -> None:
    make: Any = Point
    for given, named in (((), {}), ((1, 2, 3, 4, 5), {}), ((1,), {"z": 2})):
        with pytest.raises(TypeError):
            make(*given, **named)
    with pytest.raises(ValueError, match="no name"):
        Loose("")


def test_a_method_of_its_own_stays() -> None:
    @dataclass(frozen=True)
    class Loud:
        value: int

        def __repr__(self) -> str:
            return "loud"

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 1

    assert (repr(Loud(1)), Loud(1) == 2, hash(Loud(1))) == ("loud", True, 1)
    assert light._plain(Loud, {"frozen": True})
