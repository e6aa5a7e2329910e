"""Quotations, with their marks: a quotation is ticked once as a whole. Never decides who speaks."""

from __future__ import annotations

from factcheck.language.quotes import outer, quotations
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not


def _find(article: Article, ctx: Context) -> list[Detail]:
    spans = [(b.start, b.end) for b in article.blocks if b.kind != "boilerplate"] or [(0, len(article.text))]
    out = []
    for start, end in spans:
        for q in outer(quotations(article.text, start, end)):
            words = article.text[q.start : q.end]
            at = q.start + len(words) - len(words.lstrip())  # one without its opening mark begins with the paragraph
            words = words.strip()
            if article.text[q.inner_start : q.inner_end].strip():
                out.append(Detail("quotation", words, at, at + len(words)))
    return out


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """Quotations in every style of marks."""
    return [
        DetailFinder(
            id="quotation",
            title="Quotations",
            source="Chicago Manual of Style, 13.30-13.37 (quotation marks, several paragraphs)",
            find=_find,
            examples=(
                must("She called it “a fair price” twice.", "“a fair price”"),
                must("He said 'not now' and left.", "'not now'"),
                must_not("The dogs' owner didn't come."),
            ),
        )
    ]
