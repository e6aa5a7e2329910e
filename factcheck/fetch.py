"""Gets an article from an address, because the user gave that address on the command line; nothing else ever does.

One page, no cookies, no scripts, within limits. Everything that can go wrong is one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from factcheck.model.errors import FactcheckError
from factcheck.plugin.records import Source
from factcheck.version import __version__

LARGEST = 20 * 1024 * 1024
"""Bytes; a longer answer is refused."""
PATIENCE = 20.0
"""Seconds without a byte after which the server is given up, and three times that for the whole."""
REDIRECTS = 5
SUFFIXES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""What an answer's type is read as."""


def is_address(name: str) -> bool:
    """Whether a name on the command line is a web address.

    >>> is_address("https://example.org/a"), is_address("draft.txt"), is_address("ftp://example.org/a")
    (True, False, False)
    """
    return name.lower().startswith(("https://", "http://"))


def file_name(address: str, suffix: str = "") -> str:
    """A file's name for an address, of harmless letters only.

    >>> file_name("https://example.org/news/dam%20bursts.html?x=../../etc"), file_name("https://example.org/")
    ('dam-bursts.html', 'example.org')
    """
    parts = urlsplit(address)
    last = PurePosixPath(unquote(parts.path)).name or parts.hostname or "article"
    stem = re.sub(r"[^\w.]+", "-", PurePosixPath(last).stem if suffix else last).strip("-.")[:80] or "article"
    return stem + suffix


def fetch(address: str) -> Source:
    """Get one address.

    Returns:
        The answer's bytes, named so that the right reader takes them, with the charset that the server declared.
    Raises:
        FactcheckError: no answer, an error, too large, too slow, too many redirects, a type that no reader takes.
    """
    import threading

    answers: list[Source | Exception] = []

    def work() -> None:
        try:
            answers.append(_fetched(address))
        except Exception as error:  # noqa: BLE001 - raised again below, where the command can say it
            answers.append(error)

    thread = threading.Thread(target=work, daemon=True)  # names that are looked up and heads that trickle in know no limit of their own
    thread.start()
    thread.join(3 * PATIENCE)
    if not answers:
        raise FactcheckError("takes too long", address, "save the article and give the file")
    if isinstance(answers[0], Exception):
        raise answers[0]
    return answers[0]


def _fetched(address: str) -> Source:
    import http.client
    import time
    import urllib.error
    import urllib.request

    opener = urllib.request.build_opener(_redirects())
    headers = {"User-Agent": f"factcheck/{__version__}", "Accept": ", ".join(SUFFIXES), "Accept-Encoding": "identity"}
    begun = time.monotonic()
    try:
        if not urlsplit(address).hostname:
            raise FactcheckError("is no address", address, "give it as https://host/path")
        request = urllib.request.Request(address, headers=headers)
        with opener.open(request, timeout=PATIENCE) as answer:
            pieces, size = [], 0
            while piece := answer.read1(65_536):  # what is there: a server that drips must not keep us from looking at the clock
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST:
                    raise FactcheckError(f"is larger than {LARGEST // 1024**2} MB", address, "save the article and give the file")
                if time.monotonic() - begun > 3 * PATIENCE:
                    raise FactcheckError("takes too long", address, "save the article and give the file")
            if answer.length:
                raise FactcheckError(f"broke off {answer.length:,} bytes before its end", address, "try again")
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
            final = answer.geturl()
    except urllib.error.HTTPError as error:
        error.close()
        hint = "it wants a login or refuses programs: save the page and give the file" if error.code in (401, 403, 429, 451) else "check it"
        raise FactcheckError(f"the server answered {error.code} {error.reason}", address, hint) from None
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        why = getattr(error, "reason", None) or error
        raise FactcheckError(f"cannot be fetched: {why}", address, "check the address and the connection") from None
    known = PurePosixPath(urlsplit(final).path).suffix.lower()
    suffix = SUFFIXES.get(kind) or (known if known in SUFFIXES.values() else "")
    if not suffix:
        raise FactcheckError(f"is {kind}, which is no article", address, "give the address of the article itself")
    return Source(file_name(final, suffix), b"".join(pieces), charset=charset)


def _redirects() -> Any:
    import urllib.request

    class Redirects(urllib.request.HTTPRedirectHandler):
        """A few, and never from an encrypted address to an open one."""

        max_redirections = REDIRECTS
        max_repeats = 2

        def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
            if not is_address(newurl) or (req.full_url.lower().startswith("https://") and not newurl.lower().startswith("https://")):
                raise FactcheckError("sends on to an address that is not safe", req.full_url, "save the page and give the file")
            return super().redirect_request(req, fp, code, msg, headers, newurl)

    return Redirects()
