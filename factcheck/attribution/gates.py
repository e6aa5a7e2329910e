"""Which candidates stay: contents cut at the next frame, subjects that can speak, nested cues only where they truly report.

The order matters: gates need contents, because nesting decides (design study).
"""

from __future__ import annotations

from factcheck.attribution.candidates import Candidate, Range
from factcheck.attribution.heads import head_token
from factcheck.attribution.page import Page, Sent
from factcheck.attribution.subjects import Subject
from factcheck.model.patterns import compiled

STRONG = frozenset(("that", "quote", "clause", "wh"))
_AGENTS = ("ers", "ors", "ians", "ees", "ants")
"""Endings of nouns for those who do something, in the plural (Quirk et al. 1985, I.31-36)."""
_NOT = frozenset(("not", "never", "didn't", "hasn't", "haven't", "hadn't", "doesn't", "don't", "wouldn't"))
_OWN_VERB = compiled(r"[^RHscIJ,;q]*[nNM]r?x")
"""What follows "about" with a verb of its own: the cue was a participle."""
_IT_CLASSES = frozenset(("say", "claim", "confirm", "deny", "admit", "warn", "document"))


def subject_class(page: Page, c: Candidate) -> str:
    """pronoun, it, relative, name, person, body, document, thing or none."""
    return "none" if c.subject is None else _class_of(page, c.subject)


def _class_of(page: Page, s: Subject) -> str:
    if s.kind in ("pronoun", "relative", "it"):
        if s.kind == "relative":
            return "relative" if page.lower[s.first] == "who" else "that"
        return s.kind
    tags, lower = page.masked, page.lower
    head = head_token(tags, s.first, s.last)
    word = lower[head]
    if tags[head] == "S":
        word = word.removesuffix("'s").removesuffix("'")
    if s.kind == "bare":
        return (
            "person"
            if word in page.nouns.vague or tags[head] == "M" or word in ("both", "one", "each", "another", "two", "no")
            else "thing"
        )
    kind = page.nouns.kind(word)
    if kind:
        return kind
    if word in page.cues.words["partitive"] and lower[head + 1 : head + 2] == ["of"] and head + 2 < s.last:
        return _class_of(page, Subject(head + 2, s.last, "phrase", s.extent))  # "a number of teachers"
    if (tags[head] in "NS" and page.words[head][:1].isupper()) or page.words[head].isupper():
        return "name"
    part = next((i for i in range(s.first + 1, head) if tags[i] == "g" and tags[i - 1] in "nN"), None)
    if part is not None and page.nouns.kind(lower[part - 1]):
        return page.nouns.kind(lower[part - 1])  # "a union representing nurses"
    if s.kind == "list" and any(t == "N" for t in tags[s.first : s.last]):
        return "name"
    if any(page.nouns.kind(lower[i]) == "person" for i in range(s.first, min(s.last, head + 1))):
        return "person"
    return "person" if word.endswith(_AGENTS) and word not in page.cues.words["no_agents"] else "thing"


def trim(page: Page, sent: Sent, candidates: list[Candidate]) -> None:
    """Cuts each content at the frame of a later, coordinated cue."""
    tags = page.masked
    for n, c in enumerate(candidates):
        for later in candidates[n + 1 :]:
            if later.position in ("after", "around"):
                stop = later.contents[0][0] if later.contents else later.frame[0]
                if c.cue_at[1] <= stop:
                    continue
                c.contents = [_cut(r, later.frame[0]) if r[0] < later.frame[0] < r[1] else r for r in c.contents]
                continue
            if later.cue_at == c.cue_at:
                continue
            if later.how == "quote" and not later.inherits and c.how != "quote" and tags[later.frame[0] - 1 : later.frame[0]] == ",":
                c.contents = [_cut(r, later.frame[0] - 1) if r[0] < later.frame[0] < r[1] else r for r in c.contents]
                continue  # "Asked about X's claim that …, Y said, “…”"
            if later.subject is not None and later.subject.extent[0] <= c.cue_at[0] < later.subject.extent[1]:
                c.contents = [_cut(r, later.subject.extent[1] - 1) for r in c.contents]  # "X, who knew that …, said"
                continue
            start = later.clause_start if later.clause_start >= 0 else later.frame[0]
            before = tags[start - 1] if start > sent.start else "."
            earlier = tags[start - 2] if start > sent.start + 1 else "."
            joined = (
                (before == "c" and page.lower[start - 1] != "or" and (earlier in ',;-"' or (later.inherits and later.subject is c.subject)))
                or before in ";"
                or (before == "s" and earlier == ",")
            )
            part = later.cue.part == "verb" and later.inherits and before in ',-"' and tags[later.cue_at[0]] == "g"
            if joined or part:
                at = start - 1 if before in ',-;cs"' else start
                while at > sent.start and tags[at - 1] in ",;-c":
                    at -= 1
                if part and before == '"':
                    at = start
                c.contents = [_cut(r, at) if r[0] < at < r[1] else r for r in c.contents]
    for c in candidates:
        if c.how == "that" and c.contents and c.frame[1] == c.contents[0][0] - 1:
            c.frame = (c.frame[0], c.contents[0][0])  # the connecting "that" belongs to the frame
        c.contents = [_tidy(page, r) for r in c.contents if r[1] > r[0]]
        c.contents = [r for r in c.contents if r[1] > r[0]]


def _cut(content: Range, at: int) -> Range:
    return (content[0], max(content[0], min(content[1], at)))


def _tidy(page: Page, content: Range) -> Range:
    first, last = content
    tags = page.masked
    while last > first and tags[last - 1] in ",;:-(":
        last -= 1
    while first < last and tags[first] in ",;:-).":
        first += 1
    return (first, last)


def keep(page: Page, sent: Sent, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that pass every gate, the one with the widest content first."""
    kept: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.position not in ("after", "around"), c.passive)):
        if c.contents and _passes(page, sent, c, kept):
            kept.append(c)
    return sorted(kept, key=lambda c: (-sum(r[1] - r[0] for r in c.contents), c.cue_at))


def _voiced(page: Page, c: Candidate) -> bool:
    """Whether a light verb makes a noun an act of speech or feeling: "issued a warning about", "have doubts about"."""
    verb = c.cue_at[0] - 1
    while verb > c.frame[0] and page.masked[verb] in "DnrMNe" and page.lower[verb] not in page.cues.words["light"]:
        verb -= 1
    word = page.lower[verb]
    if word in ("have", "has", "had"):
        return c.cue.cue_class in ("believe", "deny")
    return word in page.cues.words["light"]


def _judged(page: Page, sent: Sent, at: int) -> bool:
    """Whether an infinitive only says how easily something is said: "too early to tell whether", "hard to say how many"."""
    words = page.lower
    return at - 2 >= sent.start and words[at - 1] == "to" and words[at - 2] in page.cues.words["judging"]


def _disagrees(page: Page, c: Candidate) -> bool:
    """Whether a singular subject stands before a base form: no verb then, as in the headline "A Curious Plan to …"."""
    subject, at = c.subject, c.cue_at[0]
    if (
        subject is None
        or c.inherits
        or c.position != "before"
        or c.cue_at[1] != at + 1
        or page.lower[at] != c.cue.lemma
        or subject.last != at
    ):
        return False
    if c.cue.lemma in page.cues.words["unchanged"] or "of" in page.lower[subject.first : subject.last]:
        return False
    return page.lower[subject.first] in ("a", "an", "this", "each", "every", "another") and "c" not in page.masked[subject.first : at]


def _open(page: Page, sent: Sent, subject: int) -> bool:
    """Whether it is a question that somebody says it: "unclear whether the board would find that"."""
    return subject > sent.start and page.lower[subject - 1] == "whether"


def _passes(page: Page, sent: Sent, c: Candidate, kept: list[Candidate]) -> bool:
    who = subject_class(page, c)
    cue = c.cue
    if c.inherits and _judged(page, sent, c.cue_at[0]):
        return False
    if c.position == "before" and c.subject is not None and _open(page, sent, c.subject.extent[0]):
        return False
    if cue.lemma == "concede" and set(page.lower[slice(*c.contents[0])]) & page.cues.words["conceded"]:
        return False  # a goal
    if cue.lemma == "weigh" and page.masked[c.contents[0][0]] == "M":
        return False  # "weighs 90 kilos"
    if cue.part == "verb" and c.subject is not None and _disagrees(page, c):
        return False
    if c.how == "about" and _OWN_VERB.match(page.masked, *c.contents[0]):
        return False  # "Residents worried about the smell might move"
    if cue.part == "adjective" and who in ("thing", "it", "document", "that"):
        return False  # "The outline seems clear: the hall must go"
    inside = any(r[0] <= c.cue_at[0] < r[1] for k in kept for r in k.contents)
    if inside and not (cue.lemma in page.cues.words["nested"] and c.how in STRONG):
        return False  # nested cues are right a third of the time unless they report speech (design study)
    if (
        c.position == "before"
        and c.subject is not None
        and not c.inherits
        and c.bringer is None
        and c.subject.first > sent.start
        and page.masked[c.subject.first - 1] in "Hg"
    ):
        return False  # a clause that depends on another verb
    if c.position == "noun" and c.how != "that" and not (c.how == "about" and _voiced(page, c)):
        return False
    if c.how in ("noun", "obj-inf") and cue.cue_class == "document":
        return who in ("document", "it")
    if c.how == "inf" and c.subject is not None and c.subject.kind == "relative":
        return False
    if c.how == "inf" and cue.cue_class == "deny" and page.lower[min(c.contents[0][0] + 1, sent.end - 1)] in page.cues.words["answering"]:
        return False  # "declined to comment": the article's own note on its reporting
    silent = page.cues.words["silent"] if c.how not in ("that", "wh") else page.cues.words["untold"]
    if cue.lemma in silent and any(page.lower[i] in _NOT for i in range(*c.cue_at)):
        return False  # "did not respond to a request", "would not say how many": the article's own note, too
    if cue.lemma in page.cues.words["attended"] and c.subject is not None and "M" in page.masked[c.subject.first : c.subject.last]:
        return False  # "8,300 fans watched the match": a count of those who came
    if c.how == "about" and cue.lemma in ("speak", "talk") and page.lower[c.contents[0][0]] in page.cues.words["no_topics"]:
        return False  # "spoke on condition of anonymity"
    if who == "none":
        return c.passive
    if who == "relative" and c.subject is not None and c.subject.first == sent.start:
        return False  # "Who would want it?"
    if who == "pronoun" and c.subject is not None and page.lower[c.subject.first] == "you":
        return False  # the reader, or the one who is asked
    if cue.part == "phrase":
        return True
    if c.how == "quote":
        return True
    if cue.lemma in page.cues.words["rough"] and who == "body":
        return False
    if who in ("pronoun", "relative", "name", "person", "body"):
        return True
    if who == "it" and c.how == "inf":
        return True  # "the company it wants to buy": only a body has a will
    if who == "it" and c.how == "noun":
        return cue.cue_class in ("say", "claim", "document") and cue.lemma not in page.cues.words["rough"]
    if who == "it":
        return cue.cue_class in _IT_CLASSES and cue.part == "verb" and (c.how in STRONG)
    if who == "document":
        return cue.cue_class in ("document", "say", "claim", "confirm", "admit", "warn", "deny") and (
            c.how in STRONG or cue.cue_class == "document" or cue.lemma in page.cues.words["written"]
        )
    if who == "that":
        if c.how == "noun":
            return cue.cue_class in ("say", "claim", "ask") and cue.lemma not in page.cues.words["rough"]
        return c.how in ("that", "quote") or (c.how in STRONG and cue.lemma in page.cues.words["written"])
    return (cue.lemma in ("say", "tell", "add") and c.how in STRONG) or (
        c.how == "that" and cue.cue_class in ("say", "claim", "admit", "deny", "warn", "document", "confirm")
    )
