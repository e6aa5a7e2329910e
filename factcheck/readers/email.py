"""Reads a saved e-mail: its words, plain if it has them, else its page; subject, sender and day from its head. Opens no attachment.

The letter's plain text goes the way of pasted mail (``mail``), its HTML the way of a web page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factcheck.model.article import Article
from factcheck.model.errors import FactcheckError
from factcheck.model.patterns import compiled
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Reader, Source
from factcheck.readers import plain, web
from factcheck.readers.assemble import where

if TYPE_CHECKING:
    from email.message import EmailMessage

_FLOWS = compiled(r"(?<!\n--) \r?\n(?=[^>\r\n])")  # not behind "-- ", which begins a signature, nor into a quotation
_LONGEST = 1_000
"""Characters of a field of the head that are looked at; a line of it has at most 998 (RFC 5322, 2.1.1)."""
_HEADERS = ("From", "Date", "Subject")


def read(source: Source, settings: Mapping[str, Any]) -> Article:
    """An article from a saved e-mail (.eml).

    Args:
        source: the file's name and bytes.
        settings: of the plain text reader.
    Raises:
        FactcheckError: it is no e-mail, or holds no text.
    """
    try:
        return _article(source, settings)
    except RecursionError:
        raise FactcheckError("holds parts inside parts without end", where(source), "save the letter's text alone") from None


def _article(source: Source, settings: Mapping[str, Any]) -> Article:
    from email import message_from_bytes, policy
    from email.utils import parseaddr

    class Short(policy.EmailPolicy):
        """Cuts fields of the head that are longer than any: to take one apart costs the square of its length, and more."""

        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            """Name and words of a field."""
            name, words = super().header_source_parse(sourcelines)
            return name, words[:_LONGEST]

    short: Any = Short()
    message: EmailMessage = message_from_bytes(source.data, policy=short)
    if not any(_header(message, h) for h in _HEADERS):
        raise FactcheckError(
            "is no e-mail: it has no head with From, Date or Subject", where(source), "save it again from the mail program"
        )
    body = message.get_body(("plain", "html"))
    words = _content(body)
    if not words.strip():
        raise FactcheckError("holds no text", where(source), "save the attachment and give that")
    day = _day(message)
    subject = " ".join(str(_header(message, "Subject") or "").split())
    made = dataclasses.replace(source, published=source.published or day)
    if body is not None and body.get_content_type() == "text/html":
        article = web.article(made, words, [])
    else:
        text = f"{subject}\n\n{words}" if subject and not words.lstrip().startswith(subject) else words
        article = plain.read(dataclasses.replace(made, data=text.encode("utf-8"), charset="utf-8"), settings)
    attached = [a.get_filename() for a in message.iter_attachments() if a.get_filename()]
    told = f"Attachments were not read: {', '.join(map(str, attached[:5]))}." if attached else None
    name = parseaddr(str(_header(message, "From") or ""))[0]
    notes = (*article.notes, told) if told else article.notes
    return dataclasses.replace(article, title=article.title or subject or None, byline=article.byline or name or None, notes=notes)


def _content(body: Any) -> str:
    """The text of a part; a charset that nobody knows is read as Latin-1."""
    text = _decoded(body) if body is not None else ""
    flowed = body is not None and str(body.get_param("format", "")).lower() == "flowed"
    return unflowed(text, delsp=str(body.get_param("delsp", "")).lower() == "yes") if flowed else text


def unflowed(text: str, *, delsp: bool = False) -> str:
    """A text whose paragraphs go on where a line ends in a space, with each on one line (RFC 3676, 4).

    Args:
        delsp: the space was only added to say so.

    >>> unflowed("The dam \\nburst. \\nNobody\\nfled.\\n-- \\nAnn")
    'The dam burst. Nobody\\nfled.\\n-- \\nAnn'
    """
    return _FLOWS.sub("" if delsp else " ", text)


def _decoded(body: Any) -> str:
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError, ValueError):
        payload = body.get_payload(decode=True)
        return payload.decode("latin-1") if isinstance(payload, bytes) else ""


def _header(message: EmailMessage, name: str) -> Any:
    """A header as the library reads it; None where there is none, or one that makes the library stumble."""
    try:
        return message[name]
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return None


def _day(message: EmailMessage) -> str | None:
    found = _header(message, "Date")
    return found.datetime.date().isoformat() if found is not None and found.datetime is not None else None


@hookimpl
def register_readers() -> list[Reader]:
    """Saved e-mails."""
    return [Reader(id="eml", title="E-mail", suffixes=(".eml",), read=read, source="RFC 5322, RFC 2045")]
