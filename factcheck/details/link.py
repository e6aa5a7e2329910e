"""Addresses in the text: web, mail, @handles. Opens none of them."""

from __future__ import annotations

from factcheck.details.reading import reading
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not


def _find(article: Article, ctx: Context) -> list[Detail]:
    r = reading(ctx)
    dull = [(b.start, b.end) for b in article.blocks if b.kind == "boilerplate"]
    return [Detail("link", article.text[a:b], a, b) for a, b in r.links if not any(s <= a < e for s, e in dull)]


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """Web and mail addresses, handles."""
    return [
        DetailFinder(
            id="link",
            title="Addresses",
            source="RFC 3986 (URI), RFC 5322 sec. 3.4.1 (mail addresses), as written in running text",
            find=_find,
            examples=(
                must("The plan is at https://example.org/plan (in Dutch).", "https://example.org/plan"),
                must("The plan was sent to desk@example.org in June.", "desk@example.org"),
                must_not("Nobody came.They left at 3.45."),
            ),
        )
    ]
