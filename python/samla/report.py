# Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict


class Receipt(TypedDict):
    """What was judged, by what and from when."""

    # Version of samla.
    samla: str
    # Id of the charter.
    charter: str
    # SHA-256 of the compact charter in force.
    charter_sha256: str
    # SHA-256 of the bytes handed in. Absent for a typed record.
    record_sha256: NotRequired[str]
    # The day judged from.
    as_of: str
    # The youngest day on record, where the day judged from lies far after it.
    youngest: NotRequired[str]


class Counts(TypedDict):
    """How many findings of each severity, and rules of each outcome."""

    # Broken obligations, and values that could not be read.
    error: int
    # Obligations probably broken.
    warning: int
    # Recommendations not followed.
    advice: int
    # Remarks.
    info: int
    # Findings covered by a waiver, counted nowhere else.
    waived: int
    # Rules by outcome.
    rules: OutcomeCounts


class OutcomeCounts(TypedDict):
    """Rules, or subjects, by outcome."""

    # How many have the outcome `not_applicable`.
    not_applicable: int
    # How many have the outcome `not_due`.
    not_due: int
    # How many have the outcome `holds`.
    holds: int
    # How many have the outcome `undetermined`.
    undetermined: int
    # How many have the outcome `waived`.
    waived: int
    # How many have the outcome `broken`.
    broken: int


class RuleVerdict(TypedDict):
    """What a report says of one rule."""

    # The rule.
    rule: str
    # The clauses that it judges.
    clauses: list[str]
    # The worst outcome of its subjects.
    outcome: Outcome
    # Its subjects by outcome.
    counts: OutcomeCounts
    # The subjects that the report lists.
    subjects: list[SubjectVerdict]

Outcome: TypeAlias = Literal[
    "not_applicable",
    "not_due",
    "holds",
    "undetermined",
    "waived",
    "broken",
]


class SubjectVerdict(TypedDict):
    """What a report says of one subject."""

    # What was judged, named by ids.
    subject: str
    # Where it stands.
    at: str
    # What came out.
    outcome: Outcome
    # The fields that would settle it.
    lacks: NotRequired[list[str]]
    # The day from which it would be broken.
    due: NotRequired[str]
    # The rule, or `record`, that is the root cause.
    because: NotRequired[str]


class Finding(TypedDict):
    """One finding."""

    # The rule, or `record` for a reading problem.
    rule: str
    # The clauses that it rests on; none for a reading problem.
    clauses: list[str]
    # How grave it is.
    severity: Severity
    # Broken, waived or, for a remark, holds.
    outcome: Outcome
    # What was judged, named by ids.
    subject: str
    # The smallest existing thing to mend.
    at: str
    # The same place, key by key.
    path: list[str | int]
    # Other places that it rests on.
    related: list[Related]
    # The values that the sentences use, by name.
    params: dict[str, Any]
    # The sentence in Swedish, without a full stop.
    sv: str
    # The sentence in English, without a full stop.
    en: str
    # The reading that it depends on.
    reading: NotRequired[str]
    # The days of which a waiver must cover one to cover the finding.
    key_days: NotRequired[list[str]]
    # The days on which it lasts. A waiver covers those of them that it includes.
    lasts: NotRequired[list[Lasts]]
    # The waiver that covers it.
    waiver: NotRequired[str]

Severity: TypeAlias = Literal[
    "info",
    "advice",
    "warning",
    "error",
]


class Related(TypedDict):
    """Another place of the record that a finding rests on."""

    # The place.
    at: str
    # What it is to the finding.
    role: str

# From the first day to the last, both included. One that is absent is open.
Lasts = TypedDict(
    "Lasts",
    {
        # The first day.
        "from": "NotRequired[str]",
        # The last day.
        "to": "NotRequired[str]",
    },
)


class Upcoming(TypedDict):
    """A duty that will be due within the horizon."""

    # The rule.
    rule: str
    # Whose duty it is.
    subject: str
    # The day from which it would be broken.
    due: str
    # What is to be done, and by which day, in Swedish.
    sv: str
    # What is to be done, and by which day, in English.
    en: str


class Report(TypedDict):
    """What a check says."""

    # What was judged.
    receipt: Receipt
    # The sums.
    counts: Counts
    # Every rule, in the order of the documents.
    verdicts: list[RuleVerdict]
    # The findings, in the promised order.
    findings: list[Finding]
    # What will be due, soonest first. Absent without a horizon.
    upcoming: NotRequired[list[Upcoming]]
    # How many clauses no rule judges.
    unchecked: int
