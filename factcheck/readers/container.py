"""Opens zipped documents (Word, OpenDocument) within limits, and parses their XML without entities. Never writes a member to disk."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from factcheck.model.errors import FactcheckError

LARGEST = 256 * 1024 * 1024
"""Bytes that all members together may have when unpacked; a long book has a hundredth of it."""
MEMBERS = 5_000


class Container:
    """A zipped document: its members as bytes or parsed XML."""

    def __init__(self, data: bytes, where: str, what: str) -> None:
        """
        Args:
            data: the file.
            where: its name, for messages.
            what: what it should be: "Word document".
        Raises:
            FactcheckError: no zip, broken, encrypted, or larger than the limits.
        """
        self.where, self.what = where, what
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            hint = "it may be cut off, or an older format under this name: save it again"
            raise FactcheckError(f"is no {what}: {error}", where, hint) from None
        infos = self.zip.infolist()
        if len(infos) > MEMBERS or sum(i.file_size for i in infos) > LARGEST:
            raise FactcheckError(f"unpacks to more than {LARGEST // 1024**2} MB", where, "save the article's text alone")
        if any(i.flag_bits & 1 for i in infos):
            raise FactcheckError("is protected by a password", where, "save a copy without one")

    def read(self, name: str) -> bytes | None:
        """A member, or None where there is none.

        Raises:
            FactcheckError: it is damaged, or larger than it says.
        """
        try:
            with self.zip.open(name) as member:
                data = member.read(LARGEST + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise FactcheckError(f"is damaged at {name}: {error}", self.where, "open it and save it again") from None
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in ("zlib", "lzma", "bz2", "struct"):
                raise
            raise FactcheckError(f"is damaged at {name}: {error}", self.where, "open it and save it again") from None
        if len(data) > LARGEST:
            raise FactcheckError(f"unpacks to more than {LARGEST // 1024**2} MB", self.where, "save the article's text alone")
        return data

    def xml(self, name: str) -> Any:
        """A member as a parsed tree, or None where there is none. Entities and document types are refused.

        Raises:
            FactcheckError: it is no XML, or holds an entity.
        """
        from xml.etree.ElementTree import ParseError

        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring

        data = self.read(name)
        if data is None:
            return None
        try:
            return fromstring(data, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise FactcheckError(f"is no {self.what}: {name}: {error}", self.where, "open it and save it again") from None
