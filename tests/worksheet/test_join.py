from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article, Link, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.plugin.records import Extracted
from factcheck.worksheet import join

TEXT = "The roof fell in 2019, Ann Lee said on Monday, and nobody was hurt."
ARTICLE = Article(text=TEXT)
SENTENCE = Sentence(1, 1, 0, len(TEXT))
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda s: (s[0], s[0] + s[1]))


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def detail(words: str, kind: str = "date") -> Detail:
    start, end = span(words)
    return Detail(kind, words, start, end)


def attribution(source: str = "Ann Lee") -> Attribution:
    return Attribution(
        source,
        "named_person",
        cue="said",
        source_span=span("Ann Lee"),
        cue_span=span("said"),
        frame_span=span("Ann Lee said on Monday"),
        content_span=span("The roof fell in 2019"),
    )


@given(st.lists(SPANS, max_size=30), SPANS)
def test_the_index_finds_what_a_full_search_finds(spans: list[tuple[int, int]], wanted: tuple[int, int]) -> None:
    index = join.SpanIndex(spans, lambda s: s)
    assert index.touching(*wanted) == [s for s in spans if join.shared(s, wanted)]


def test_details_unite_by_span_and_kind() -> None:
    a, b = detail("2019"), detail("2019", "number")
    assert join.union_details([b, a, a]) == (a, b)


def test_equal_claims_merge_and_a_partial_overlap_keeps_the_earlier() -> None:
    first, second = span("The roof fell in 2019"), span("nobody was hurt")
    found = [
        ("a", Extracted(*first, ("event",))),
        ("b", Extracted(*first, ("quantity",))),
        ("b", Extracted(first[0] + 4, first[1] + 3)),
        ("b", Extracted(*second)),
    ]
    merged = join.union_claims(found)
    assert [(by, c.start, c.end) for by, c in merged] == [("a", *first), ("b", *second)]
    assert merged[0][1].kinds == ("event", "quantity")


def test_a_claim_takes_the_attribution_that_covers_it_and_the_frame_takes_its_details() -> None:
    start, end = span("The roof fell in 2019")
    claim = join.make_claim(
        ARTICLE, SENTENCE, "t:t", Extracted(start, end), [attribution()], [detail("2019"), detail("Monday"), detail("Ann Lee", "person")]
    )
    assert claim.text == "The roof fell in 2019"
    assert [d.text for d in claim.details] == ["2019"]
    assert claim.attribution is not None
    assert [d.text for d in claim.attribution.details] == ["Monday", "Ann Lee"]


def test_a_claim_outside_the_content_has_no_source() -> None:
    start, end = span("nobody was hurt")
    assert join.make_claim(ARTICLE, SENTENCE, "t:t", Extracted(start, end), [attribution()], []).attribution is None


def test_another_source_of_the_same_words_is_kept() -> None:
    start, end = span("The roof fell in 2019")
    claim = join.make_claim(
        ARTICLE, SENTENCE, "t:t", Extracted(start, end), [attribution(), attribution("Bo Ray"), attribution("ann lee")], []
    )
    assert [a.source for a in claim.further_attributions] == ["Bo Ray"]


def test_a_quotation_over_several_claims_is_cut_to_each() -> None:
    whole = Detail("quotation", TEXT, 0, len(TEXT))
    start, end = span("nobody was hurt")
    claim = join.make_claim(ARTICLE, SENTENCE, "t:t", Extracted(start, end), [], [whole])
    assert [d.text for d in claim.details] == ["nobody was hurt"]


def test_ids_follow_the_text_and_a_shared_frame_keeps_one_set_of_ids() -> None:
    frame = [detail("Monday"), detail("Ann Lee", "person")]
    a = join.make_claim(ARTICLE, SENTENCE, "t:t", Extracted(*span("The roof fell")), [attribution()], [*frame])
    b = join.make_claim(ARTICLE, SENTENCE, "t:t", Extracted(*span("in 2019")), [attribution()], [*frame, detail("2019")])
    first, second = join.number_claims([b, a])
    assert (first.id, first.text, second.id) == ("C001", "The roof fell", "C002")
    assert first.attribution is not None and second.attribution is not None
    assert [d.id for d in first.attribution.details] == [d.id for d in second.attribution.details] == ["C001.1", "C001.2"]
    assert [d.id for d in second.details] == ["C002.1"]


def test_what_stands_on_the_frame_or_on_the_whole_sentence_is_offered() -> None:
    def offered(link: Link, claim: str) -> list[str]:
        article = Article(text=TEXT, links=(link,))
        made = join.make_claim(article, SENTENCE, "x", Extracted(*span(claim), ("event",)), [attribution()], [])
        return [o.url for o in made.offered_sources]

    assert offered(Link("Ann Lee", *span("Ann Lee"), "u"), "The roof fell in 2019") == ["u"]
    assert offered(Link("Ann Lee", *span("Ann Lee"), "u"), "nobody was hurt") == []
    assert offered(Link("hurt.", *span("hurt."), "minutes", "footnote"), "The roof fell in 2019") == ["minutes"]
    assert offered(Link("hurt.", *span("hurt."), "u", "link"), "The roof fell in 2019") == []


def test_an_index_of_links_offers_what_a_look_at_all_of_them_offers() -> None:
    text = ARTICLE.text
    links = tuple(Link(text[n : n + 2], n, n + 1 + n % 3, f"n{n}", "footnote" if n % 4 else "link") for n in range(0, len(text) - 3, 2))
    article = dataclasses.replace(ARTICLE, links=links)
    index = join.SpanIndex(links, lambda k: (k.start, k.end))
    for start in range(SENTENCE.start, SENTENCE.end - 4, 3):
        found = Extracted(start, start + 4)
        assert join.make_claim(article, SENTENCE, "t:t", found, [attribution()], [], index) == join.make_claim(
            article, SENTENCE, "t:t", found, [attribution()], []
        )
