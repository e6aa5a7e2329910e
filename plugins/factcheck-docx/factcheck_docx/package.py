"""A document as bytes that depend on its content only: fixed days in its properties, its comments and its zip. Knows no worksheet."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

from docx.document import Document

EPOCH = datetime.datetime(1980, 1, 1)  # the first day that a zip can say
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (section 2.2, Char), and the carriage return."""


def plain(text: str) -> str:
    """Text that XML can hold; what it cannot is shown as U+FFFD.

    >>> plain("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n"))


def packed(document: Document) -> bytes:
    """The document as a file."""
    properties = document.core_properties
    properties.created = properties.modified = EPOCH
    properties.last_modified_by, properties.revision = "", 1
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, EPOCH.timetuple()[:6])
            part.compress_type, part.create_system, part.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            made.writestr(part, given.read(name))
    return out.getvalue()
