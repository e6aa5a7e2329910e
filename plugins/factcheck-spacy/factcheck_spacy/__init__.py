"""Names and sources by a spaCy pipeline that is installed already. Adds what ours did not find, changes nothing, downloads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.model.article import Article
from factcheck.model.attribution import Attribution
from factcheck.model.claim_parts import Detail
from factcheck.model.errors import FactcheckError
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import Attributor, DetailFinder, Plugin, Setting

if TYPE_CHECKING:
    from factcheck_spacy.pipeline import Parsed

PLUGIN = Plugin(
    title="spaCy",
    settings=(
        Setting("model", "", "an installed pipeline by its name, or the folder of one; 'blank:en' knows words only", user_only=True),
        Setting("patterns", "", "a file of patterns for spaCy's entity ruler (JSON Lines): names that the desk knows"),
    ),
)
_LAST = 900
"""Behind ours: the first attribution wins, and only what nobody found is added."""


def _parsed(ctx: Context) -> Parsed:
    """The article as the pipeline reads it, once."""
    from factcheck_spacy.pipeline import parse

    return ctx.once("spacy.parsed", lambda: parse(ctx.article, ctx.settings["model"], ctx.settings["patterns"]))


def find_names(article: Article, ctx: Context) -> Iterable[Detail]:
    """Persons, organizations and places that stand where nothing was found before.

    Raises:
        FactcheckError: spaCy, the pipeline or the patterns cannot be used; told once, here.
    """
    from factcheck_spacy.names import names

    parsed = _parsed(ctx)
    if parsed.error:
        raise FactcheckError(parsed.error)
    return names(parsed.docs, article, ctx.earlier)


def find_sources(article: Article, ctx: Context) -> Iterable[Attribution]:
    """The subjects of verbs of saying, for words that nobody has a source for."""
    from factcheck_spacy.sources import sources

    return sources(_parsed(ctx).docs, article, ctx.earlier, ctx.lexicons["cues"]["verbs"])


def _on(settings: Mapping[str, Any]) -> bool:
    return bool(settings["model"] or settings["patterns"])


@hookimpl
def register_detail_finders(settings: Mapping[str, Any]) -> list[DetailFinder]:
    """Names; none while neither a pipeline nor patterns are named."""
    record = DetailFinder(
        id="names",
        title="Names by spaCy",
        source="the spaCy pipeline's entities (OntoNotes and CoNLL labels)",
        priority=_LAST,
        find=find_names,
    )
    return [record] if _on(settings) else []


@hookimpl
def register_attributors(settings: Mapping[str, Any]) -> list[Attributor]:
    """Sources; none while neither a pipeline nor patterns are named."""
    record = Attributor(
        id="sources",
        title="Sources by spaCy",
        source="the spaCy pipeline's parse: nsubj and ccomp of a cue verb (Universal Dependencies and ClearNLP labels)",
        priority=_LAST,
        find=find_sources,
    )
    return [record] if _on(settings) else []
