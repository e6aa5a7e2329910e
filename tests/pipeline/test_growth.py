"""What the analysis costs, counted and not timed: calls and comparisons, for ten times the text."""

from __future__ import annotations

import cProfile

import pytest

from factcheck import pipeline
from factcheck.language import lexicon
from factcheck.model.claim import Claim
from factcheck.model.worksheet import Worksheet
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.manager import Manager, create_manager
from factcheck.plugin.records import Assessment, Assessor, ContradictionDetector, Fact, Finding, Mention, Source
from factcheck.worksheet.compare import MOST_VALUES

NAMES = ("Holm", "Tarn", "Norrby", "Oldport", "Vessel", "Krage", "Lunde", "Marsk", "Osby", "Rask")
SUBJECTS = ("The ferry company", "The clerk of the court", "A spokesman for the mill", "Ann Roe", "The union")
ACTS = ("sold {n} barges to", "did not warn", "paid $4 million for the pier of", "has {n} workers in", "denied that it had left")


def article(sentences: int) -> bytes:
    """News that repeats nothing exactly: every sentence another number, name or act."""
    rows = []
    for n in range(sentences):
        act = ACTS[n % 5].format(n=n + 12)
        rows.append(
            f"{SUBJECTS[(n // 5) % 5]} {act} {NAMES[(n // 25) % 10]} in {1900 + n % 120}, {SUBJECTS[(n + 1) % 5].lower()} said on Monday."
        )
    return "\n\n".join(" ".join(rows[i : i + 4]) for i in range(0, sentences, 4)).encode()


def generate(manager: Manager, data: bytes) -> Worksheet:
    return pipeline.generate(manager, pipeline.read_article(manager, Source("a.txt", data)))


def calls(manager: Manager, data: bytes) -> int:
    """How many functions an analysis calls."""
    profile = cProfile.Profile()
    profile.enable()
    generate(manager, data)
    profile.disable()
    return sum(row.callcount for row in profile.getstats())


@pytest.fixture(scope="module")
def manager() -> Manager:
    manager = create_manager(entry_points=False)
    generate(manager, article(20))
    return manager


def test_ten_times_the_text_calls_at_most_eleven_times_the_functions(manager: Manager) -> None:
    assert calls(manager, article(400)) <= 11 * calls(manager, article(40))


def test_the_next_article_reads_no_lexicon(manager: Manager, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "packaged", lambda name: pytest.fail("read again"))
    assert generate(manager, article(20)).claims


def test_one_key_with_many_values_is_compared_a_limited_number_of_times() -> None:
    compared: list[tuple[str, str]] = []

    def keys(claim: Claim, ctx: Context) -> list[Fact]:
        return [Fact("one", claim.id, (claim.start, claim.end))]

    def compare(a: Mention, b: Mention, ctx: Context) -> Finding | None:
        compared.append((a.claim.id, b.claim.id))
        return None

    class Counting:
        @staticmethod
        @hookimpl
        def register_contradiction_detectors() -> list[ContradictionDetector]:
            return [ContradictionDetector(id="counting", keys=keys, compare=compare)]

    manager = create_manager(entry_points=False)
    manager.register(Counting, "counting", "counting")
    made = generate(manager, article(80))
    assert len(made.claims) >= 80
    assert len(compared) == MOST_VALUES * (MOST_VALUES - 1) // 2


def test_what_a_station_keeps_is_let_go_when_it_has_finished() -> None:
    kept: list[Context] = []
    found: list[str] = []

    def assess(claim: Claim, ctx: Context) -> Assessment:
        kept.append(ctx)
        found.extend(ctx._memo)
        return Assessment()

    class Looking:
        @staticmethod
        @hookimpl
        def register_assessors() -> list[Assessor]:
            return [Assessor(id="looking", priority=1, assess=assess)]

    manager = create_manager(entry_points=False)
    manager.register(Looking, "looking", "looking")
    assert generate(manager, article(20)).claims
    assert "tokens" in found
    assert not [k for k in found if k.startswith(("details.", "attribution.", "claims.", "contradictions."))]
    assert kept[0].once("contradictions.own", lambda: 5) == 5
