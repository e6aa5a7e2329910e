from __future__ import annotations

from factcheck.assessment.marks import LEXICONS, Marks, Phrases, covers_of, phrases_of, rows_of
from factcheck.language.inflect import plural, verb_forms
from factcheck.language.lexicon import load_packaged
from factcheck.language.tokens import Tokens

LEXICON = {"words": {"harm": {"verbs": ["kill", "shoot down"], "nouns": ["injury", "spokesman"], "words": ["at large", "US"]}}}


def found(text: str) -> list[str]:
    rows = rows_of("x", LEXICON)
    marks = Marks(Tokens(text), Phrases(rows, {"shoot": "shoots shot shot shooting"}))
    return [text[a:b] for _, (a, b) in marks.within(0, len(text))]


def test_verbs_are_inflected_and_nouns_get_their_plural() -> None:
    assert found("It killed two; injuries were few, spokesmen shot down a kite.") == ["killed", "injuries", "spokesmen", "shot down"]


def test_a_phrase_with_a_capital_is_matched_with_its_case() -> None:
    assert found("They told us that the US was at large.") == ["US", "at large"]


def test_marks_across_the_edge_of_a_stretch_are_left_out() -> None:
    text = "He is at large."
    marks = Marks(Tokens(text), Phrases(rows_of("x", LEXICON), {}))
    assert list(marks.within(0, text.index("large"))) == []
    assert list(marks.within(text.index("at"), len(text))) == [("x.harm", (6, 14))]


def test_an_acronym_is_not_the_small_word_but_a_line_in_capitals_is_read() -> None:
    phrases = Phrases(rows_of("x", {"words": {"first": {"words": ["us", "it"]}}}), {})
    for text, expected in (("They told the US about it.", ["it"]), ("THEY TOLD US ABOUT THE FIRE", ["US"])):
        marks = Marks(Tokens(text), phrases)
        assert [text[a:b] for _, (a, b) in marks.within(0, len(text))] == expected


def test_the_month_is_not_the_modal() -> None:
    phrases = Phrases(rows_of("x", {"words": {"modal": {"words": ["may"]}}}), {})
    for text, expected in (("It closed on 4 May 2011.", []), ("It may close.", ["may"]), ("May it close!", ["May"])):
        marks = Marks(Tokens(text), phrases)
        assert [text[a:b] for _, (a, b) in marks.within(0, len(text))] == expected


def test_what_a_fixed_phrase_covers_is_no_mark() -> None:
    lexicon = {"words": {**LEXICON["words"], "idle": {"verbs": ["kill time"], "words": ["injury time"], "covers": ["x.harm"]}}}
    phrases = Phrases(rows_of("x", lexicon), {})
    text = "They killed time before the injury that killed him in injury time."
    marks = Marks(Tokens(text), phrases, covers_of("x", lexicon))
    assert [text[a:b] for name, (a, b) in marks.within(0, len(text)) if name == "x.harm"] == ["injury", "killed"]


def test_every_class_that_a_phrase_covers_exists() -> None:
    known = {name for lexicon in LEXICONS for name, _, _ in rows_of(lexicon, load_packaged(lexicon))}
    for name, covered in covers_of("harmless", load_packaged("harmless")).items():
        assert covered <= known, name


def test_a_word_means_something_else_in_a_text_of_another_kind() -> None:
    lexicon = {"words": {"harm": {"verbs": ["attack", "kill"]}, "case": {"words": ["charges"]}}}
    contexts = (
        {"least": 2, "words": ["goal", "match"], "classes": ["x.harm"], "of": ["attacked"]},
        {"least": 0, "words": ["court"], "classes": ["x.case"], "of": ["charges"]},
    )
    phrases = Phrases(rows_of("x", lexicon), {})
    for text, expected in (
        ("They attacked, and a goal decided the match; a fan was killed.", ["killed"]),
        ("They attacked the match box.", ["attacked"]),
        ("The charges rise.", []),
        ("The court read the charges.", ["charges"]),
    ):
        marks = Marks(Tokens(text), phrases, {}, contexts)
        assert [text[a:b] for _, (a, b) in marks.within(0, len(text))] == expected


def test_every_form_of_every_phrase_is_found_and_nothing_else() -> None:
    irregular, phrases = load_packaged("grammar")["irregular"], phrases_of(load_packaged)
    wanted: dict[str, set[tuple[tuple[str, ...], str, bool]]] = {}
    for lexicon in LEXICONS:
        for name, way, phrase in rows_of(lexicon, load_packaged(lexicon)):
            nouns = (phrase, plural(phrase)) if way == "nouns" else (phrase,)
            for form in verb_forms(phrase, irregular) if way == "verbs" else nouns:
                words, cased = Tokens(form).words, form != form.lower()
                lower = Tokens.folded(words)
                wanted.setdefault(lower[0], set()).add((tuple(words if cased else lower), name, cased))
    assert len(wanted) > 3000
    assert {word: set(phrases.at(word)) for word in wanted} == wanted
    assert phrases.at("zzz") == ()
