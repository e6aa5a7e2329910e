"""Superlatives and claims of rank: "the highest point", "second lowest", "the first woman", "never before". Judges none of them."""

from __future__ import annotations

from factcheck.details.reading import Figure, Reading, Stretch, reading
from factcheck.model.article import Article
from factcheck.model.claim_parts import Detail
from factcheck.plugin import hookimpl
from factcheck.plugin.context import Context
from factcheck.plugin.records import DetailFinder, must, must_not

_LISTS = (
    "irregular",
    "not_superlative",
    "rank",
    "strong",
    "ranked_after",
    "not_after_first",
    "not_after_last",
    "ordinals",
    "not_before",
    "no_noun",
)
_DETERMINERS = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this"))


class _Finder:
    def __init__(self, r: Reading) -> None:
        lex = r.ctx.lexicons
        self.r = r
        self.words = {k: lex.words("superlatives", k) for k in _LISTS}
        self.phrases: dict[str, list[list[str]]] = {}
        for p in sorted(lex["superlatives"]["phrases"], key=len, reverse=True):
            self.phrases.setdefault(p.split()[0], []).append(p.split())
        est, stop = {"most"}, self.words["not_superlative"]
        for w in set(r.lower):
            if w.endswith("est") and 5 <= len(w) < 20 and w not in stop and w.isalpha():
                est.add(w)
        self.forms = est | self.words["irregular"]
        self.triggers = self.forms | self.words["rank"] | set(self.phrases)

    def find(self) -> list[Figure]:
        out: list[Figure] = []
        lower, triggers = self.r.lower, self.triggers
        for s in self.r.stretches:
            at = s.first
            for i in [k for k in range(s.first, s.stop) if lower[k] in triggers]:
                if i < at:
                    continue
                f = self._at(i, s)
                if f is not None and (not out or f.start >= out[-1].stop):
                    out.append(f)
                    at = f.stop
        return out

    def _at(self, i: int, s: Stretch) -> Figure | None:
        lower = self.r.lower
        for words in self.phrases.get(lower[i], ()):
            if lower[i : i + len(words)] == words and i + len(words) <= s.stop and words != ["the", "only"]:
                return Figure("superlative", i, i + len(words))
        if lower[i] in self.forms:
            return self._form(i, s)
        if lower[i] in self.words["rank"]:
            return self._rank(i, s)
        return None

    def _form(self, i: int, s: Stretch) -> Figure | None:
        """A superlative form with "the", an ordinal before it and the noun after it."""
        lower = self.r.lower
        before = lower[i - 1] if i > s.first else ""
        stop = i + 1
        if lower[i] in ("most", "least"):
            if before == "at" or (before not in _DETERMINERS and before not in self.words["ordinals"] and not before.endswith("'s")):
                return None
            if stop < s.stop and lower[stop].isalpha() and lower[stop] not in ("of", "in", "to", "the"):
                stop += 1
        elif lower[i] in ("best", "worst") and before in self.words["not_before"] and not (stop < s.stop and lower[stop].isalpha()):
            return None
        start = i
        if start > s.first and (lower[start - 1] in self.words["ordinals"] or lower[start - 1] == "single"):
            start -= 1
        elif start - 1 > s.first and lower[start - 1] == "-" and lower[start - 2] in self.words["ordinals"]:
            start -= 2
        if start > s.first and lower[start - 1] in ("the", "very"):
            start -= 1
        return Figure("superlative", start, self._noun(stop, s))

    def _noun(self, i: int, s: Stretch) -> int:
        """The token after the noun that follows, where it follows directly."""
        lower = self.r.lower
        if (
            i < s.stop
            and lower[i].isalpha()
            and len(lower[i]) > 2
            and lower[i] not in self.words["no_noun"]
            and not lower[i].endswith("ly")
        ):
            return i + 1
        return i

    def _rank(self, i: int, s: Stretch) -> Figure | None:
        """ "the first woman", "the only bridge", "a record 40 days"."""
        lower, words = self.r.lower, self.words
        before = lower[i - 1] if i > s.first else ""
        after = lower[i + 1] if i + 1 < s.stop else ""
        strong = lower[i] in words["strong"]
        if not strong and before not in words["ranked_after"] and not before.endswith("'s"):
            return None
        if not strong and not (after[:1].isalnum() and after not in self.words["no_noun"]):
            return None
        if (lower[i] == "first" and after in words["not_after_first"]) or (lower[i] == "last" and after in words["not_after_last"]):
            return None
        start = i - 1 if before in _DETERMINERS else i
        return Figure("superlative", start, i + 2 if not strong else self._noun(i + 1, s))


def _find(article: Article, ctx: Context) -> list[Detail]:
    r = reading(ctx)
    return [r.detail(f) for f in _Finder(r).find()]


@hookimpl
def register_detail_finders() -> list[DetailFinder]:
    """Superlatives and claims of rank."""
    return [
        DetailFinder(
            id="superlative",
            title="Superlatives and claims of rank",
            find=_find,
            source="Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), ch. 13; lexicon/superlatives.toml",
            examples=(
                must("It is the highest point of the island.", "the highest point"),
                must("They had the second lowest score.", "the second lowest score"),
                must("She was the first woman on the board.", "the first woman"),
                must("Most people stayed, but the most seriously hurt were flown out.", "the most seriously hurt"),
                must_not("At least the forest was of interest to the guest last week."),
            ),
        )
    ]
