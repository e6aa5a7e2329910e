"""What cannot be a source, whatever rule found it: the last check of every attribution.

A source is a name, a pronoun or a noun phrase inside one paragraph. Never mends a source: what is unsound has none.
"""

from __future__ import annotations

import re

from factcheck.model.light import dataclass
from factcheck.model.patterns import compiled


@dataclass(frozen=True, slots=True)
class Unsound:
    """One reason why words are no source.

    Args:
        id: a short name.
        source: where the rule comes from.
        words: pattern in the literal words of the source, or None.
        tags: pattern in their tags (``language/tags.py``), or None.
        unsound, sound: examples of sources that it refuses and that it lets pass.
    """

    id: str
    source: str
    words: re.Pattern[str] | None
    tags: re.Pattern[str] | None
    unsound: tuple[str, ...]
    sound: tuple[str, ...]


_HOUSE = "house rule"
RULES = (
    Unsound("no-letter", _HOUSE, compiled(r"[\W\d_]*\Z"), None, ("'", "41%", "8,300", "“", "– 3"), ("3M", "Ö", "41% of voters")),
    Unsound("blank-line", _HOUSE, compiled(r"(?s).*\n\s*\n"), None, ("Harbour\n\nEdna Quill", "Quay\n \nOtto"), ("Edna\nQuill",)),
    Unsound(
        "clock", _HOUSE, compiled(r"\d{1,2}[:.]\d{2}(?!\d)"), None, ("17:05 police", "9.40 Edna Quill"), ("17 dockers", "1,200 dockers")
    ),
    Unsound("label", _HOUSE, compiled(r"(?:Q|A|Q&A|Q and A|FAQ|TL;DR)\Z"), None, ("Q", "A", "FAQ"), ("Qatar", "AA", "a docker")),
    Unsound(
        "clause",
        "Quirk et al. (1985) ch. 17: a noun phrase ends in no finite verb",
        None,
        compiled(r"M[nN]{1,4}[eVx]\Z"),
        ("8,300 fans watched", "Nine boats sank"),
        ("Nine dockers", "Two of those asked", "both sides"),
    ),
    Unsound(
        "nobody",
        "Quirk et al. (1985) 6.45-48: universal and negative pronouns name nobody",
        compiled(r"(?i)(?:no[ -]one|nobody|none|every(?:one|body)|(?:not )?all)\Z"),
        None,
        ("No one", "nobody", "none", "Everyone", "all", "Not all"),
        ("all nine dockers", "None of the dockers", "everyone on the quay", "Allen"),
    ),
    Unsound(
        "pro-form",
        "Quirk et al. (1985) 6.14-20 and 17.13: a relative without its antecedent, and the reader who is addressed",
        compiled(r"(?i)(?:who|which|that|what|you(?:['’](?:d|re|ll|ve))?)\Z"),
        None,
        ("who", "which", "that", "you'd", "You’re"),
        ("those who came", "Whitby", "that ministry"),
    ),
    Unsound(
        "time",
        "Quirk et al. (1985) 8.52: nouns of time stand as adverbials before a verb",
        compiled(
            r"(?:(?i:that|this|last|next|the|one) )?(?:morning|afternoon|evening|night|day|week|month|year|summer|winter|spring|autumn)\Z"
        ),
        None,
        ("afternoon", "last week", "That night"),
        ("The Week", "Sunday Morning Group", "day care centre"),
    ),
    Unsound(
        "measure",
        _HOUSE,
        compiled(r"(?i)[\d,.]+ (?:pounds|kilos|kilograms|dollars|euros|degrees|miles|kilomet(?:er|re)s|met(?:er|re)s|tons|tonnes)\Z"),
        None,
        ("236 pounds", "1.5 tons"),
        ("236 dockers", "40 miles of beach owners"),
    ),
)
"""Every reason, each with examples that the tests try."""


def unsound(words: str, tags: str) -> str | None:
    """The id of the rule by which words are no source, or None.

    Args:
        words: the literal words, at any length.
        tags: their tags.
    """
    if not words.strip():
        return "no-letter"
    for rule in RULES:
        if (rule.words is not None and rule.words.match(words)) or (rule.tags is not None and rule.tags.search(tags)):
            return rule.id
    return None
