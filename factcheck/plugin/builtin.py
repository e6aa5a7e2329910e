"""The built-in features by module name, as strings: nothing is imported until a manager is made.

A new feature is a module with ``@hookimpl`` functions and one line here.
"""

from __future__ import annotations

LANGUAGE = ("factcheck.plugin.lexicons",)
READERS = (
    "factcheck.readers.plain",
    "factcheck.readers.markdown",
    "factcheck.readers.web",
    "factcheck.readers.word",
    "factcheck.readers.pdf",
    "factcheck.readers.opendocument",
    "factcheck.readers.rtf",
    "factcheck.readers.email",
)
DETAILS = (
    "factcheck.details.names",
    "factcheck.details.title",
    "factcheck.details.figures",
    "factcheck.details.superlative",
    "factcheck.details.quotation",
    "factcheck.details.link",
)
ATTRIBUTION = ("factcheck.attribution.attributor",)
CLAIMS = ("factcheck.claims.dateline", "factcheck.claims.tables", "factcheck.claims.extract")
CONTRADICTIONS = (
    "factcheck.contradictions.quantity",
    "factcheck.contradictions.trend",
    "factcheck.contradictions.votes",
    "factcheck.contradictions.results",
    "factcheck.contradictions.scale",
    "factcheck.contradictions.hours",
    "factcheck.contradictions.links",
    "factcheck.contradictions.offices",
    "factcheck.contradictions.profile",
    "factcheck.contradictions.traits",
    "factcheck.contradictions.story",
    "factcheck.contradictions.statuses",
    "factcheck.contradictions.headline",
    "factcheck.contradictions.zero",
    "factcheck.contradictions.lacking",
    "factcheck.contradictions.correction",
    "factcheck.contradictions.date",
    "factcheck.contradictions.once",
    "factcheck.contradictions.order",
    "factcheck.contradictions.polarity",
    "factcheck.contradictions.opposite",
    "factcheck.contradictions.state",
    "factcheck.contradictions.outcome",
    "factcheck.contradictions.statements",
    "factcheck.contradictions.intent",
    "factcheck.contradictions.control",
    "factcheck.contradictions.denial",
    "factcheck.contradictions.rebuttal",
    "factcheck.contradictions.admission",
    "factcheck.contradictions.attribute",
    "factcheck.contradictions.arithmetic",
    "factcheck.contradictions.partition",
    "factcheck.contradictions.sums",
    "factcheck.contradictions.wholes",
    "factcheck.contradictions.growth",
    "factcheck.contradictions.years_between",
    "factcheck.contradictions.changed_by",
    "factcheck.contradictions.part_of",
    "factcheck.contradictions.times_each",
    "factcheck.contradictions.born_in",
    "factcheck.contradictions.age",
    "factcheck.contradictions.calendar",
    "factcheck.contradictions.conversion",
    "factcheck.contradictions.likened",
    "factcheck.contradictions.dated",
    "factcheck.contradictions.name",
    "factcheck.contradictions.parts",
    "factcheck.contradictions.same_figure",
    "factcheck.contradictions.plan",
    "factcheck.contradictions.answered",
    "factcheck.contradictions.shares",
)
ASSESSMENT = (
    "factcheck.assessment.level",
    "factcheck.assessment.flags.sourcing",
    "factcheck.assessment.flags.legal",
    "factcheck.assessment.flags.people",
    "factcheck.assessment.flags.wording",
    "factcheck.assessment.flags.quotations",
    "factcheck.assessment.routes",
    "factcheck.assessment.priority",
)
WORKSHEET = ("factcheck.worksheet.columns",)
FORMATS = (
    "factcheck.formats.excel",
    "factcheck.formats.html",
    "factcheck.formats.json_format",
    "factcheck.formats.csv_format",
    "factcheck.formats.markdown",
)

ANALYSIS = (*LANGUAGE, *READERS, *DETAILS, *ATTRIBUTION, *CLAIMS, *CONTRADICTIONS, *ASSESSMENT)
"""What reading an article needs."""

OUTPUT = (*WORKSHEET, *FORMATS)
"""What writing a worksheet and reading it back needs."""

MODULES = (*ANALYSIS, *OUTPUT)
