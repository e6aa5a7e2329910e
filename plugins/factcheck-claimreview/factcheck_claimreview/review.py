"""Makes ClaimReview records of rows, and says what a row still lacks for one. Reads the worksheet, changes nothing.

The properties are those of https://schema.org/ClaimReview; required are those that search engines ask for: ``claimReviewed``,
``reviewRating`` with words, ``url``, and here also who reviews.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model import vocabulary
from factcheck.model.claim import Claim
from factcheck.model.worksheet import Worksheet

RATED = ("confirmed", "confirmed_with_change", "wrong", "cannot_verify")
"""The statuses that say something of the substance. "Confirmed as said" does not: only that the source said it."""
EVIDENCE = ("evidence", "link", "archived", "locator")
PEOPLE = ("named_person", "official", "witness", "expert", "author")
CONTEXT = "https://schema.org"


def missing(claim: Claim, sheet: Worksheet, settings: Mapping[str, Any]) -> list[str]:
    """What a row still lacks, in words; empty where it can be published.

    Args:
        settings: ``publisher``, ``publisher_url``, ``url``: of the plugin.
    """
    entry = sheet.entries.get(claim.id, {})
    status = entry.get("status", "not_checked")
    lacks = []
    if status not in RATED:
        lacks.append(f"a finding on the substance (it is “{vocabulary.title(vocabulary.STATUSES, status)}”)")
    elif not any(entry.get(key, "").strip() for key in EVIDENCE):
        lacks.append("evidence")
    if not entry.get("date") and status in RATED:
        lacks.append("the date of the check")
    if not settings["publisher"]:
        lacks.append("the setting publisher: who reviews")
    if not (settings["url"] or sheet.article.url):
        lacks.append("the setting url: where the review is published")
    return lacks


def reviews(sheet: Worksheet, settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A record for each row that lacks nothing, in the worksheet's order."""
    for claim in sheet.claims:
        if not missing(claim, sheet, settings):
            yield _review(claim, sheet, settings)


def _review(claim: Claim, sheet: Worksheet, settings: Mapping[str, Any]) -> dict[str, Any]:
    entry = sheet.entries[claim.id]
    url = settings["url"] or sheet.article.url
    publisher = {"@type": "Organization", "name": settings["publisher"]}
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": _words(entry["status"], settings)}
    if entry.get("change"):
        rating["ratingExplanation"] = entry["change"]
    return {
        "@type": "ClaimReview",
        "url": f"{url}#{claim.id}",
        "datePublished": entry["date"],
        "author": {**publisher, "url": settings["publisher_url"]} if settings["publisher_url"] else publisher,
        "claimReviewed": claim.reading or claim.text,
        "itemReviewed": _claim(claim, sheet),
        "reviewRating": rating,
        **({"citation": cited} if (cited := [entry[k] for k in ("link", "archived") if entry.get(k)]) else {}),
    }


def _words(status: str, settings: Mapping[str, Any]) -> str:
    return str(settings["ratings"].get(status) or vocabulary.title(vocabulary.STATUSES, status))


def _claim(claim: Claim, sheet: Worksheet) -> dict[str, Any]:
    a = claim.attribution
    out: dict[str, Any] = {"@type": "Claim", "text": claim.text}
    if a is not None and not a.ambiguity and a.source_type != "anonymous":  # an unsure or unnamed source is nobody's name
        out["author"] = {"@type": "Person" if a.source_type in PEOPLE else "Organization", "name": a.source}
    if sheet.article.published:
        out["datePublished"] = sheet.article.published
    appearance = {"@type": "Article", "headline": sheet.article.title, "url": sheet.article.url}
    if any(appearance[k] for k in ("headline", "url")):
        out["appearance"] = {k: v for k, v in appearance.items() if v}
    return out
