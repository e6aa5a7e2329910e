"""A worksheet made by hand, with hostile words in every place where words can stand."""

from __future__ import annotations

import dataclasses
import hashlib

from factcheck.model import vocabulary
from factcheck.model.article import Article, Block, Link, Sentence
from factcheck.model.attribution import Attribution
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.claim_parts import Detail, Flag, OfferedSource, Verifiability
from factcheck.model.contradiction import Contradiction
from factcheck.model.worksheet import AddedClaim, Problem, Quotation, SourceRow, Worksheet
from factcheck.plugin.records import Column, WriteOptions
from factcheck.worksheet import columns as declared
from factcheck.worksheet.build import column_infos
from factcheck.worksheet.check import invariant_breaches

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028&amp;"
HEADLINE = f"Forty berths lost in harbour fire {EVIL}"
FIRST = "The fire destroyed 38 berths and two cranes, harbour master Ida Lund told Radio Tern on Monday."
SECOND = "“We never had foam on the pier, not one can of it,” said Lund. Why was there none?"
EQUALS = "=HYPERLINK(1) burned down."
TEXT = "\n\n".join((HEADLINE, FIRST, SECOND, EQUALS))

COLUMNS: tuple[Column, ...] = (
    *(dataclasses.replace(c, by=f"factcheck:{c.id}") for c in declared.register_columns()),
    Column(id="desk.risk", title="Risk", type="choice", choices=("none", "<b>libel</b>", "privacy"), help="House column.", by="desk:risk"),
    Column(id="desk.length", title="Length", side="machine", value=lambda claim, view: str(len(claim.text)), by="desk:length"),
)
OPTIONS = WriteOptions(columns=COLUMNS)


def span(words: str) -> tuple[int, int]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def detail(id_: str, kind: str, words: str) -> Detail:
    return Detail(kind, words, *span(words), id_)


def claim(id_: str, words: str, sentence: int, block: int, priority: str, score: float, **more: object) -> Claim:
    judged = Verifiability(
        "verifiable", "states_a_fact", "It states a fact.", priority, ("a number",), score, ("Said: the recording", "So: the register")
    )
    made = Claim(id_, fingerprint(words), words, *span(words), sentence, block, verifiability=judged)
    return dataclasses.replace(made, **more)


def said(quotation: str, words: str, details: tuple[Detail, ...] = ()) -> Attribution:
    frame = span("harbour master Ida Lund told Radio Tern on Monday")
    return Attribution(
        "Ida Lund",
        "official",
        quotation=quotation,
        cue="told",
        via=("Radio Tern",),
        source_span=span("Ida Lund"),
        frame_span=frame,
        content_span=span(words),
        details=details,
    )


def sheet() -> Worksheet:
    """Five claims, a quotation, a contradiction, a question that is declared, a filled-in row and an added one."""
    frame = (detail("C002.2", "title", "harbour master"), detail("C002.3", "person", "Ida Lund"))
    claims = (
        claim(
            "C001",
            "Forty berths lost in harbour fire",
            1,
            1,
            "high",
            0.9,
            details=(detail("C001.1", "number", "Forty"),),
            contradictions=("X01",),
            repeats="R01",
        ),
        claim(
            "C002",
            "The fire destroyed 38 berths",
            2,
            2,
            "high",
            0.8,
            details=(detail("C002.1", "number", "38"),),
            attribution=said("indirect", "The fire destroyed 38 berths", frame),
            contradictions=("X01",),
        ),
        claim(
            "C003",
            "two cranes",
            2,
            2,
            "medium",
            0.5,
            attribution=said("indirect", "two cranes"),
            flags=(Flag("time_bound", span("Monday"), "Only then."),),
        ),
        claim(
            "C004",
            "We never had foam on the pier, not one can of it",
            3,
            3,
            "low",
            0.2,
            attribution=said("direct", "We never had foam"),
            reading="The harbour never had foam",
        ),
        claim(
            "C005",
            "=HYPERLINK(1) burned down.",
            5,
            4,
            "low",
            0.1,
            offered_sources=(
                OfferedSource("link", "log", "javascript:alert(3)"),
                OfferedSource("link", "log", "https://example.org/a?b&c"),
            ),
        ),
    )
    lengths = [len(HEADLINE), len(FIRST), len(SECOND), len(EQUALS)]
    starts = [0, lengths[0] + 2, lengths[0] + lengths[1] + 4, sum(lengths[:3]) + 6]
    blocks = tuple(
        Block(i + 1, kind, s, s + n)
        for i, (kind, s, n) in enumerate(zip(("headline", "paragraph", "comment", "paragraph"), starts, lengths, strict=True))
    )
    question = span("Why was there none?")
    sentences = (
        Sentence(1, 1, blocks[0].start, blocks[0].end, ("C001",)),
        Sentence(2, 2, blocks[1].start, blocks[1].end, ("C002", "C003")),
        Sentence(3, 3, blocks[2].start, question[0] - 1, ("C004",)),
        Sentence(4, 3, *question, (), "question"),
        Sentence(5, 4, blocks[3].start, blocks[3].end, ("C005",)),
    )
    article = Article(
        title=HEADLINE,
        byline="A. Reporter",
        published="2024-03-11",
        path="harbour.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        blocks=blocks,
        sentences=sentences,
        notes=("The encoding was guessed.",),
        links=(Link("log", *span("cranes"), "javascript:alert(3)"),),
    )
    against = Contradiction(
        "X01",
        "quantity",
        "conflict",
        "headline",
        "quantity",
        ("C001", "C002"),
        ("C001", "C002"),
        (span("Forty berths"), span("38 berths")),
        f"The headline says Forty, Lund says 38. {EVIL}",
        "The harbour's register.",
    )
    quotation = Quotation("Q01", *span("“We never had foam on the pier, not one can of it,”"), speaker="Ida Lund", claims=("C004",))
    made = Worksheet(
        generator="factcheck test",
        article=article,
        claims=claims,
        contradictions=(against,),
        sources=(SourceRow("S01", "Ida Lund", "official", ("C002", "C003", "C004")),),
        quotations=(quotation,),
        columns=column_infos(COLUMNS),
        entries={
            "C002": {
                "status": "confirmed_as_said",
                "evidence": f"tape\nmin 3 {EVIL}",
                "note": "@home",
                "basis": "recording",
                "desk.risk": "privacy",
                "My own": "kept",
            },
            "C002.3": {"tick": "x"},
            "Q01": {"speaker_ok": "x"},
            "cover": {"draft": 'Second "draft" }</style>', "outside_pictures": "x"},
            "S01": {"reached": "telephone"},
            "X01": {"resolution": "38"},
            "N01": {"status": "wrong"},
        },
        added_claims=(AddedClaim("N01", f"The pier is new {EVIL}", 2),),
        contacts=({"who": "code 7", "answer": "-1"},),
        problems=(Problem("desk", "assessor", f"it broke {EVIL}", ("C003",)),),
    )
    assert invariant_breaches(made) == []
    return made


PRIORITIES = vocabulary.ids(vocabulary.PRIORITIES)
