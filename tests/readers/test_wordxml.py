"""What mammoth passes over in Word's XML is read all the same, once."""

from __future__ import annotations

import pytest

from factcheck.plugin.manager import Manager
from tests.readers import documents as d
from tests.readers.test_documents import read

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
NEW_BOX = f'<w:drawing><x:wsp xmlns:x="urn:x"><x:txbx><w:txbxContent>{d.par("In the box.")}</w:txbxContent></x:txbx></x:wsp></w:drawing>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f'<w:fldSimple w:instr="DATE">{d.run("5 May")}</w:fldSimple>', "It was 5 May then."),
        (f"<m:oMath {MATH}><m:r><m:t>5+3</m:t></m:r></m:oMath>", "It was 5+3 then."),
        (f"<w:r><w:ruby><w:rt>{d.run('up')}</w:rt><w:rubyBase>{d.run('base')}</w:rubyBase></w:ruby></w:r>", "It was base then."),
        (f"<w:r><mc:AlternateContent {MC}><mc:Choice>{NEW_BOX}</mc:Choice></mc:AlternateContent></w:r>", "It was then.\n\nIn the box."),
        (f"<w:r>{NEW_BOX}</w:r>", "It was then.\n\nIn the box."),
        (
            f"<w:r><mc:AlternateContent {MC}><mc:Choice>{NEW_BOX}</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{d.par('In the box.')}"
            "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            "It was then.\n\nIn the box.",
        ),
        ("<w:r><w:t>ev</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "It was ever then."),
    ],
)
def test_no_words_of_a_word_document_are_lost(builtin_manager: Manager, inside: str, text: str) -> None:
    assert read(builtin_manager, "a.docx", d.docx(d.par(d.run("It was "), inside, d.run(" then.")))).text == text
