"""Every id of the trade with its title and meaning, once. Code, headings, schema and docs take them from here.

Closed lists: block kinds, levels, priorities, quotation, severities, scopes, source types, anonymity, directness.
Open lists: claim kinds, detail kinds, flags, contradiction kinds, statuses, routes; a plugin declares its own terms
(``plugin.term``) on the record that emits them.
"""

from __future__ import annotations

from factcheck.model.light import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """An id with the words people see.

    Args:
        id: as it stands in records and JSON; a plugin's is ``plugin.term``.
        title: as people read it.
        meaning: one line for legends and help.
    """

    id: str
    title: str
    meaning: str


def _terms(*rows: tuple[str, str, str]) -> tuple[Term, ...]:
    return tuple(Term(*row) for row in rows)


BLOCK_KINDS = _terms(
    ("headline", "Headline", "the title over the article"),
    ("standfirst", "Standfirst", "the summary under the headline"),
    ("byline", "Byline", "who wrote it"),
    ("dateline", "Dateline", "place and day at the top"),
    ("paragraph", "Paragraph", "running text"),
    ("quotation", "Quotation", "a block that is quoted as a whole"),
    ("comment", "Comment", "an editor's comment on a republished text"),
    ("update", "Update", "added after publication"),
    ("correction", "Correction", "mends what was published"),
    ("caption", "Caption", "words under a picture"),
    ("list_item", "List item", "one item of a list"),
    ("table", "Table", "a row of a table"),
    ("boilerplate", "Boilerplate", "navigation, share lines, related articles"),
)
LEVELS = _terms(
    ("verifiable", "Verifiable", "records, measurements, documents or witnesses can settle it"),
    ("partly", "Partly", "experience, motive or judgement is mixed in: ask, corroborate, check the premises"),
    ("not_verifiable", "Not verifiable", "opinion or prediction; its premises and, when quoted, its words still are"),
)
PRIORITIES = _terms(
    ("high", "High", "check first; at most a quarter of the rows"),
    ("medium", "Medium", "check"),
    ("low", "Low", "check when the rest is done"),
)
QUOTATION = _terms(
    ("direct", "Direct", "the source's own words in quotation marks"),
    ("indirect", "Indirect", "reported in the author's words"),
    ("mixed", "Mixed", "reported, with quoted words inside"),
)
SEVERITIES = _terms(
    ("conflict", "Conflict", "both cannot be right"),
    ("discrepancy", "Discrepancy", "they differ in degree: about 100, over 100"),
    ("disputed", "Disputed", "two attributed sources disagree: the story, not an error"),
    ("superseded", "Superseded", "an update says so"),
    ("inconsistent_spelling", "Inconsistent spelling", "one name, several spellings"),
)
SCOPES = _terms(
    ("claim", "Claim", "inside one claim"),
    ("local", "Local", "neighbouring sentences"),
    ("article", "Article", "anywhere in the article"),
    ("headline", "Headline", "headline, standfirst or caption against the body"),
)
SOURCE_TYPES = _terms(
    ("named_person", "Named person", "a person with a name and no office"),
    ("official", "Official", "a person who speaks for an office"),
    ("organization", "Organization", "a company, group or agency"),
    ("government", "Government", "a state, ministry or authority"),
    ("military", "Military", "armed forces and their commands"),
    ("document", "Document", "a report, record, statement or law"),
    ("media", "Media", "another outlet"),
    ("social_media", "Social media", "a post or account"),
    ("witness", "Witness", "someone who was there"),
    ("expert", "Expert", "someone asked for what they know"),
    ("anonymous", "Anonymous", "not named"),
    ("author", "Author", "the author in the first person"),
)
ANONYMITY = _terms(
    ("described", "Described", "'a senior official who attended the meeting'"),
    ("bare", "Bare", "'an official', 'a source'"),
    ("vague", "Vague", "'some', 'critics', 'it is believed'"),
)
DIRECTNESS = _terms(
    ("own_interview", "Own interview", "said to this outlet"),
    ("statement", "Statement", "a press statement, conference or post"),
    ("other_outlet", "Other outlet", "said to another outlet"),
    ("document", "Document", "read in a document"),
    ("unknown", "Unknown", "the article does not say"),
)
CLAIM_KINDS = _terms(
    ("event", "Event", "something happened"),
    ("quantity", "Quantity", "a number of something"),
    ("quotation", "Quotation", "words in quotation marks"),
    ("attribution", "Attribution", "that somebody said, reported or released something"),
    ("date_time", "Date or time", "when it was"),
    ("place", "Place", "where it is or was"),
    ("identity_title", "Identity or title", "who somebody is, their post"),
    ("comparison_superlative", "Comparison or superlative", "more, most, first, only"),
    ("cause", "Cause", "what led to what"),
    ("definition_law", "Definition or law", "what something is by definition or law"),
    ("prediction", "Prediction", "what will or would be"),
    ("intention_motive", "Intention or motive", "what somebody wants, plans or means"),
    ("personal_experience", "Personal experience", "what somebody felt or saw"),
    ("opinion", "Opinion", "a judgement"),
    ("other", "Other", "none of these"),
)
DETAIL_KINDS = _terms(
    ("name", "Name", "a name of another kind: a work, treaty, product"),
    ("person", "Person", "a person's name"),
    ("organization", "Organization", "a body's name"),
    ("place", "Place", "a place's name"),
    ("title", "Title", "a rank, post or profession"),
    ("age", "Age", "how old"),
    ("number", "Number", "a bare number or count"),
    ("quantity", "Quantity", "a number with its unit"),
    ("money", "Money", "an amount of money"),
    ("percent", "Percent", "a share or change in percent, or points"),
    ("date", "Date", "a day, month, year or period"),
    ("time", "Time", "a time of day"),
    ("duration", "Duration", "how long"),
    ("superlative", "Superlative", "first, largest, only"),
    ("quotation", "Quotation", "quoted words"),
    ("link", "Link", "an address"),
)
FLAGS = _terms(
    ("unnamed", "Unnamed source", "the source has no name"),
    ("single_source", "Single source", "one origin stands behind it"),
    ("plural_for_one", "Plural for one", "'sources' where one is shown"),
    ("second_hand", "Second hand", "the source cites somebody else"),
    ("unattributed_number", "Unattributed number", "nobody is named for a number"),
    ("interested_party", "Interested party", "the source has a stake in it"),
    ("accusation", "Accusation", "somebody is accused"),
    ("crime", "Crime", "a crime is stated"),
    ("court_stage", "Court stage", "accused, charged, convicted: keep apart"),
    ("private_person", "Private person", "a person without public office"),
    ("minor", "Minor", "somebody under 18"),
    ("no_reply", "No reply", "the accused side's answer is not in the article"),
    ("time_bound", "Time-bound", "true only now: check again at close"),
    ("quote_edited", "Quotation edited", "brackets or an ellipsis inside a quotation"),
    ("quote_unbalanced", "Quotation unbalanced", "a quotation mark is missing"),
    ("translated", "Translated", "the words were spoken in another language"),
    ("missing_referent", "Missing referent", "a pronoun or short form refers to nothing named"),
    ("undefined_superlative", "Undefined superlative", "first, largest: of what, by whose count"),
    ("long_extract", "Long extract", "a long passage from one source: permission"),
)
CONTRADICTION_KINDS = _terms(
    ("quantity", "Quantity", "the same thing, another number"),
    ("date", "Date", "the same event, another time or order"),
    ("polarity", "Polarity", "said and denied by a negation"),
    ("opposite", "Opposite", "two outcomes that exclude each other"),
    ("denial", "Denial", "stated here, denied there"),
    ("attribute", "Attribute", "one person, body or place, two attributes"),
    ("arithmetic", "Arithmetic", "the figures do not add up"),
    ("calendar", "Calendar", "weekday and date do not meet"),
    ("conversion", "Conversion", "two units, not the same amount"),
    ("name", "Name", "one name, several spellings"),
)
RELATIONS = _terms(
    ("plan", "the plan", "the other says what was planned, this one what came of it"),
    ("outcome", "what came of it", "the other says what came of what is planned here"),
    ("denial", "a denial", "the other denies what is said here, or a part of it"),
    ("denied", "what is denied", "the other says what is denied here"),
    ("part", "a part of it", "the other gives a part of the number here"),
    ("whole", "the whole", "the other gives the number of which this is a part"),
    ("counts", "the counts behind it", "the other gives the counts that this percentage comes from"),
    ("share", "as a percentage", "the other gives the percentage that these counts yield"),
    ("exact", "the exact figure", "the other gives the same number exactly"),
    ("rounded", "rounded", "the other gives the same number rounded, or as about, over or under"),
    ("other_time", "another time", "the same is counted for another time"),
    ("other_scope", "another scope", "the same is counted for another place or group"),
)
"""What another claim is to the one that it has to be read with, the most telling first."""

NOTHING_TO_CHECK = _terms(
    ("question", "Question", "asks and states nothing"),
    ("call_to_action", "Call to action", "asks the reader or somebody to act"),
    ("sarcasm", "Sarcasm", "means something else than it says"),
    ("navigation", "Navigation", "share lines, credits, references"),
    ("opinion_only", "Opinion only", "a judgement without a fact in it"),
    ("transition", "Transition", "leads over to the next statement"),
    ("fragment", "Fragment", "no statement of its own"),
    ("byline", "Byline", "names the author"),
    ("dateline", "Dateline", "place and day of the article"),
    ("heading", "Heading", "a label over a part"),
    ("frame_only", "Attribution only", "says who speaks; the statement follows"),
    ("left_out", "Left out", "its rows are not in this extract of the worksheet"),
)
STATUSES = _terms(
    ("not_checked", "Not checked", "nobody has looked yet"),
    ("in_progress", "In progress", "somebody is on it"),
    ("confirmed", "Confirmed", "the substance is right"),
    ("confirmed_as_said", "Confirmed as said", "only that the source said it"),
    ("confirmed_with_change", "Confirmed with change", "right once the wording is changed"),
    ("wrong", "Wrong", "it is not so"),
    ("cannot_verify", "Cannot verify", "tried, and found no way"),
    ("nothing_to_check", "Nothing to check", "states nothing that can be checked"),
)
WAITING_FOR = _terms(
    ("author", "Author", ""),
    ("source", "Source", ""),
    ("document", "Document", ""),
    ("expert", "Expert", ""),
    ("lawyer", "Lawyer", ""),
    ("editor", "Editor", ""),
)
BASIS = _terms(
    ("recording", "Recording", ""),
    ("primary_document", "Primary document", ""),
    ("person_asked", "Person asked", ""),
    ("own_calculation", "Own calculation", ""),
    ("two_secondary", "Two independent secondary", ""),
    ("one_secondary", "One secondary", ""),
    ("authors_notes", "Author's notes", ""),
    ("none", "None", ""),
)
DECIDED = _terms(
    ("stet", "Stet", "let it stand"),
    ("change", "Change", "as proposed"),
    ("soften", "Attribute or soften", ""),
    ("cut", "Cut", "take it out"),
)
ROW_CHECK = _terms(
    ("right", "Right", ""),
    ("wrong_source", "Wrong source", ""),
    ("wrong_reading", "Wrong reading", ""),
    ("split", "Split", ""),
    ("join", "Join", ""),
    ("not_a_claim", "Not a claim", ""),
    ("agree", "Agree", "nothing to check, indeed"),
    ("make_a_row", "Make a row", "it should be checked"),
)

STATUS_SIGNS = {
    "not_checked": "☐",
    "in_progress": "…",
    "confirmed": "✔",
    "confirmed_as_said": "“✔”",
    "confirmed_with_change": "✎",
    "wrong": "✘",
    "cannot_verify": "?",
    "nothing_to_check": "–",
}
"""A sign beside each status word, readable without colour."""

_TYPED_SIGNS = {
    "✓": "✔",
    '"✔"': "“✔”",
    '"✓"': "“✔”",
    "“✓”": "“✔”",
    "✗": "✘",
    "✕": "✘",
    "-": "–",
    "—": "–",
    "...": "…",
    "□": "☐",
}
"""Signs as a keyboard or another program writes them."""

DONE = frozenset({"confirmed", "confirmed_as_said", "confirmed_with_change", "wrong", "cannot_verify", "nothing_to_check"})
"""Statuses that close a row; ``confirmed`` only with evidence."""

LISTS: dict[str, tuple[Term, ...]] = {
    "block kind": BLOCK_KINDS,
    "level": LEVELS,
    "priority": PRIORITIES,
    "quotation": QUOTATION,
    "severity": SEVERITIES,
    "scope": SCOPES,
    "source type": SOURCE_TYPES,
    "anonymity": ANONYMITY,
    "directness": DIRECTNESS,
    "claim kind": CLAIM_KINDS,
    "detail kind": DETAIL_KINDS,
    "flag": FLAGS,
    "contradiction kind": CONTRADICTION_KINDS,
    "relation": RELATIONS,
    "nothing to check": NOTHING_TO_CHECK,
    "status": STATUSES,
    "waiting for": WAITING_FOR,
    "basis": BASIS,
    "decided": DECIDED,
    "row check": ROW_CHECK,
}
"""Every list by its name."""

CLOSED = ("block kind", "level", "priority", "quotation", "severity", "source type")


def ids(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """The ids of a list, in order."""
    return tuple(t.id for t in terms)


def titles(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """The titles of a list, in order."""
    return tuple(t.title for t in terms)


def title(terms: tuple[Term, ...], id_: str) -> str:
    """The words people see for an id; the id itself where a plugin's term is not in the list.

    >>> title(FLAGS, "no_reply")
    'No reply'
    """
    return next((t.title for t in terms if t.id == id_), id_)


def id_of(terms: tuple[Term, ...], words: str) -> str | None:
    """The id for what somebody typed: an id or a title, in any case, with or without its sign.

    >>> id_of(STATUSES, " confirmed as said ")
    'confirmed_as_said'
    >>> id_of(STATUSES, "?"), id_of(STATUSES, "OK")
    ('cannot_verify', None)
    """
    folded = " ".join(words.casefold().replace("_", " ").split())
    sign = _TYPED_SIGNS.get(folded, folded)
    for term in terms:
        names = {term.id.replace("_", " "), term.title.casefold()}
        if sign and sign == STATUS_SIGNS.get(term.id):
            return term.id
        if folded in names or any(
            folded in (f"{STATUS_SIGNS.get(term.id, '')} {n}".casefold(), f"{n} {STATUS_SIGNS.get(term.id, '')}".casefold()) for n in names
        ):
            return term.id
    return None
