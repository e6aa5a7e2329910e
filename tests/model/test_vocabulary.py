from __future__ import annotations

import pytest

from factcheck.model import vocabulary as v


@pytest.mark.parametrize("name", v.LISTS)
def test_ids_are_unique_and_plain(name: str) -> None:
    ids = v.ids(v.LISTS[name])
    assert len(set(ids)) == len(ids)
    assert all(i.replace("_", "").isalnum() and i.islower() for i in ids)


def test_closed_lists_exist() -> None:
    assert set(v.CLOSED) <= set(v.LISTS)


@pytest.mark.parametrize("term", v.STATUSES)
def test_a_status_is_read_from_id_title_and_sign(term: v.Term) -> None:
    for typed in (
        term.id,
        term.title,
        term.title.upper(),
        f" {term.title} ",
        f"{v.STATUS_SIGNS[term.id]} {term.title}",
        f"{term.title} {v.STATUS_SIGNS[term.id]}",
    ):
        assert v.id_of(v.STATUSES, typed) == term.id


def test_an_unknown_word_is_no_status() -> None:
    assert v.id_of(v.STATUSES, "perhaps") is None
    assert v.title(v.STATUSES, "perhaps") == "perhaps"
