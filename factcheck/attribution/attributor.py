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
                # verbs: coordinated, participial, infinitive, impersonal, predicative, of judgement, feeling, intention and topic
                must("Edna Quill said the crane fell and warned that the quay would follow.", "Edna Quill"),
                must("Edna Quill left the meeting, adding that the quay was lost.", "Edna Quill"),
                must("Edna Quill went on to explain why the quay was closed.", "Edna Quill"),
                must("Edna Quill was quoted as saying that the quay was lost.", "Edna Quill"),
                must("Edna Quill called the quay a ruin.", "Edna Quill"),
                must_not("Edna Quill called the office by phone."),
                must("Edna Quill castigated the council over the quay.", "Edna Quill"),
                must("Edna Quill resented that the quay was closed.", "Edna Quill"),
                must("Edna Quill vowed to close the quay.", "Edna Quill"),
                must_not("Edna Quill declined to comment."),
                must("Edna Quill discussed the state of the quay.", "Edna Quill"),
                must_not("The ferry pressed on to the quay."),
                # asides, days and receivers before the content
                must("Edna Quill said after the meeting she would resign.", "Edna Quill"),
                must("Edna Quill called on Friday for an inquiry.", "Edna Quill"),
                must("The harbour board this month rejected the plan.", "harbour board"),
                must_not("The harbour board met this month."),
                # documents, bodies and groups as sources
                must("A survey by the union shows that half of the crew is ill.", "A survey by the union"),
                must("A union representing dockers endorsed the plan.", "A union representing dockers"),
                must("A number of dockers fear that the crane will fail.", "A number of dockers"),
                must_not("The crane shows rust on its arm."),
                # nouns, adjectives, light verbs
                must("Edna Quill's claim that the crane was safe was wrong.", "Edna Quill"),
                must("Edna Quill issued a warning about the crane.", "Edna Quill"),
                must("Edna Quill made it clear that the crane was unsafe.", "Edna Quill"),
                must("Edna Quill is confident that the crane is safe.", "Edna Quill"),
                must_not("The claim was settled in court."),
                must_not("It is clear that the crane fell."),
                # quotations, labels, signatures
                must("Edna Quill was calm. “We lost two boats,” she said. “They were old.”", "Edna Quill"),
                must("“The quay is lost.” ― Edna Quill", "Edna Quill"),
                must("As Edna Quill put it, the crane was a disaster.", "Edna Quill"),
                must_not("The ship was called “Endeavour of the North”."),
                must_not("The harbour was built in 1902 and has nine cranes."),
                must_not("The statement was short."),
            ),
        )
    ]
