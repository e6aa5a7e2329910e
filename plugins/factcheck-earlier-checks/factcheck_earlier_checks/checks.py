"""One remembered check, and which rows of a worksheet become one. Keeps no contacts, notes or sources: they are confidential."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace

from factcheck.model import vocabulary
from factcheck.model.claim import Claim, fingerprint
from factcheck.model.worksheet import Worksheet
from factcheck.worksheet.progress import is_done

_TOKEN = re.compile(r"\w+(?:[.,:'’]\w+)*")
_BRACKETS = str.maketrans("", "", "[]")


@dataclass(frozen=True, slots=True)
class Check:
    """A finished row; all text, "" where nothing was typed.

    Args:
        fingerprint: of ``text``, as of a claim.
        text: the claim, with its reading's words where it has one.
        status: id of the vocabulary, or a plugin's.
        evidence, link, initials, date: as a person typed them; the date ISO.
        article: title of the article, else the name of its file.
        number: in the memory; 0 before it is kept.
    """

    fingerprint: str
    text: str
    status: str
    evidence: str = ""
    link: str = ""
    initials: str = ""
    date: str = ""
    article: str = ""
    number: int = 0

    @property
    def digest(self) -> str:
        """SHA-256 of everything: the same check is kept once."""
        return hashlib.sha256("\0".join(map(str, astuple(replace(self, number=0)))).encode("utf-8")).hexdigest()


def words(text: str) -> list[str]:
    """The words of a text, case-folded.

    >>> words("The ferry’s 1,200 seats")
    ['the', 'ferry’s', '1,200', 'seats']
    """
    return [w.casefold() for w in _TOKEN.findall(text)]


def spoken(claim: Claim) -> str:
    """The words that a claim is remembered by: its reading without brackets, so that "she" has her name."""
    return clean((claim.reading or claim.text).translate(_BRACKETS))


def clean(text: str) -> str:
    """One line that every database takes: no NUL, no half characters."""
    return " ".join(text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8").split())


def title_of(sheet: Worksheet) -> str:
    """What an article is remembered by."""
    return clean(sheet.article.title or sheet.article.path or "")


def checks(sheet: Worksheet) -> Iterator[Check]:
    """The finished rows: those that a person closed with a finding. "Nothing to check" is none."""
    own = [(c.id, spoken(c)) for c in sheet.claims] + [(a.id, clean(a.text)) for a in sheet.added_claims]
    for row, text in own:
        entry = sheet.entries.get(row, {})
        if is_done(entry) and entry["status"] != "nothing_to_check" and text:
            status, evidence, link, initials, date = (clean(entry.get(k, "")) for k in ("status", "evidence", "link", "initials", "date"))
            yield Check(fingerprint(text), text, status, evidence, link, initials, date, title_of(sheet))


def told(check: Check) -> str:
    """A check in one line.

    >>> told(Check("", "It rained", "wrong", link="https://example.org/r", initials="KB", date="2026-05-02"))
    'checked 2026-05-02 by KB: Wrong — https://example.org/r'
    """
    who = "".join((f" {check.date}" if check.date else "", f" by {check.initials}" if check.initials else ""))
    shows = check.link or check.evidence
    return f"checked{who}: {vocabulary.title(vocabulary.STATUSES, check.status)}" + (f" — {shows}" if shows else "")
