"""Registers the attributor by cues, quotations, labels and carry-over."""

from __future__ import annotations

from factcheck.attribution.find import find
from factcheck.plugin import hookimpl
from factcheck.plugin.records import Attributor, must, must_not


@hookimpl
def register_attributors() -> list[Attributor]:
    """Who says what, by the cue lexicon."""
    return [
        Attributor(
            id="cues",
            title="sources by cue words, quotations and speaker labels",
            source="PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018): source, cue and content; Quirk et al. (1985) ch. 14 and 16",
            find=find,
            examples=(
                must("The harbour master said that the crane was unsafe.", "harbour master"),
                must("“We lost two boats,” said Edna Quill, the harbour master.", "Edna Quill"),
                must("According to the port authority, nine ships were late.", "port authority"),
                must("Nine ships were late, the port authority said on Monday.", "port authority"),
                must_not("The harbour was built in 1902 and has nine cranes."),
                must_not("The statement was short."),
            ),
        )
    ]
