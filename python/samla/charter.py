# Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict


class Bilingual(TypedDict):
    """The same in both languages."""

    # In Swedish.
    sv: str
    # In English.
    en: str


class Document(TypedDict):
    """A document that clauses stand in."""

    # The letter that its clause ids begin with.
    code: str
    # Its title.
    title: Bilingual


class Municipality(TypedDict):
    """A municipality."""

    # Four digits.
    code: str
    # Its name.
    name: str

# A period, both days included.
Dated = TypedDict(
    "Dated",
    {
        # First day.
        "from": "NotRequired[str | None]",
        # Last day, included.
        "to": "NotRequired[str | None]",
    },
)


class Listed(TypedDict):
    """An entry of a list of codes."""

    # The code in records.
    code: str
    # Swedish name.
    sv: str
    # English name.
    en: str
    # Other spellings, compared without case, hyphens, spaces and accents.
    aliases: NotRequired[list[str]]
    # When it is in force.
    valid: NotRequired[Dated]


class Board(TypedDict):
    """A political board."""

    # The code in records.
    code: str
    # Its name.
    name: str
    # Other spellings.
    aliases: NotRequired[list[str]]
    # Municipality or region.
    principal: Principal
    # The municipality of a municipal board.
    municipality: NotRequired[str | None]
    # When it is in force.
    valid: NotRequired[Dated]

Principal: TypeAlias = Literal[
    "municipality",
    "region",
    "none",
]


class BoardSeat(TypedDict):
    """How many of one function each board sends."""

    # Functions that count.
    functions: list[MemberFunction]
    # Least and greatest number, both included.
    number: Between
    # What the seats are called.
    name: Bilingual

MemberFunction: TypeAlias = Literal[
    "operations_manager",
    "unit_manager",
    "department_manager",
    "care_unit_manager",
    "clinic_manager",
    "other_manager",
    "head_of_administration",
    "mas",
    "mar",
    "mla",
    "public_health_coordinator",
    "process_leader",
    "subregional_coordinator",
    "nsph_representative",
    "board_chair",
    "board_vice_chair",
    "elected_representative",
    "social_coordinator",
    "other",
]

# A range of whole numbers, both ends included.
Between = TypedDict(
    "Between",
    {
        # Least.
        "from": "int",
        # Greatest.
        "to": "int",
    },
)


class Seat(TypedDict):
    """Who must sit in a kind of group."""

    # The rule that judges it.
    rule: str
    # The kind of group.
    group: GroupKind
    # What it is called in findings, in the definite form where the language has one.
    name: Bilingual
    # How many are needed.
    quota: Quota
    # Functions that fill it.
    functions: list[MemberFunction]
    # May another manager's title fill it, with a warning?
    other_managers: NotRequired[bool]
    # Does the mandate of a head of administration fill it, whatever the function?
    by_mandate: NotRequired[bool]
    # Statuses that fill it.
    statuses: NotRequired[list[MemberStatus]]
    # Kinds of organisations that fill it. An empty list: any.
    organisations: NotRequired[list[OrganisationKind]]
    # The entry in the list of parties that must be represented.
    party: NotRequired[str | None]
    # Must the organisation be the group's own municipality's?
    own_municipality: NotRequired[bool]
    # The side that the organisation must be on.
    side: NotRequired[Principal | None]
    # The form of provision that the organisation must have.
    provider: NotRequired[Provider | None]
    # The target groups that the membership is limited to. An empty list: it is not limited.
    target_groups: NotRequired[list[str]]
    # When it is in force.
    valid: NotRequired[Dated]

GroupKind: TypeAlias = Literal[
    "nosam",
    "coordination_group",
    "political_group",
    "theme_group",
]


class QuotaEachUnit(TypedDict):
    """One for each unit of this kind in the municipality."""

    # One for each unit of this kind in the municipality.
    each_unit: OrganisationKind


class QuotaAtLeast(TypedDict):
    """At least so many."""

    # At least so many.
    at_least: int


class QuotaBetween(TypedDict):
    """So many, both ends included."""

    # So many, both ends included.
    between: Between

# How many of a seat there must be.
Quota: TypeAlias = 'QuotaEachUnit | QuotaAtLeast | QuotaBetween | Literal["each_municipality"]'

OrganisationKind: TypeAlias = Literal[
    "care_centre",
    "rehab_unit",
    "municipal_primary_care",
    "social_services",
    "pupil_health",
    "municipal_administration",
    "municipal_service",
    "dental_care",
    "hospital",
    "regional_primary_care",
    "regionhalsan",
    "habilitation_and_health",
    "regional_administration",
    "political_board",
    "user_organisation",
    "support_office",
    "other",
]

MemberStatus: TypeAlias = Literal[
    "ordinary",
    "co_opted",
    "support",
    "deputy",
]

Provider: TypeAlias = Literal[
    "public",
    "private_lov",
]


class ExOfficio(TypedDict):
    """Seats in one kind of group that belong to the holders of offices in another."""

    # The rule that judges them.
    rule: str
    # The kind of group that holds the offices.
    of: GroupKind
    # The offices.
    offices: list[OfficeKind]
    # The kind of group that holds the seats.
    group: GroupKind

OfficeKind: TypeAlias = Literal[
    "chair",
    "vice_chair",
]


class Chair(TypedDict):
    """The chair of a NOSAM."""

    # The sides that may hold the chair, in turn when there are several.
    sides: list[Principal]
    # Length of a term in months.
    term_months: int
    # Does the vice chair take over?
    vice_takes_over: bool


class Meetings(TypedDict):
    """When and how NOSAM meets."""

    # Length in minutes.
    minutes: Between
    # Distance in ISO weeks.
    weeks: Between
    # Offices whose holders attend the whole meeting.
    whole_meeting_offices: list[OfficeKind]
    # Functions that attend the whole meeting.
    whole_meeting_functions: list[MemberFunction]
    # Minutes that may be missing at the most.
    whole_meeting_tolerance: int


class Reserved(TypedDict):
    """Kinds of matters that another group than NOSAM decides."""

    # Who decides them.
    to: GroupKind
    # Kinds of matters.
    kinds: list[MatterKind]
    # Economic matters, too?
    economic: bool

MatterKind: TypeAlias = Literal[
    "operational",
    "direction",
    "overarching_strategic",
    "collaboration_document",
    "other",
]


class Foundation(TypedDict):
    """The political decision that the plan rests on."""

    # Who decided.
    by: GroupKind
    # In which year.
    year: int


class Deadlines(TypedDict):
    """Days of grace that no reading names."""

    # Days from the opening of a unit in which its seat may be empty.
    new_unit: int
    # Days from adoption in which an activity plan is published.
    activity_plan: int
    # Days after a change in which a group's published list may be out of date. Absent: that is a
    # remark.
    member_list: NotRequired[int | None]


class Placeholders(TypedDict):
    """Words that are written where there is nothing to write, compared without case, spaces, hyphens, full stops and accents."""

    # What stands in the place of a person where there is none; digits at the end do not count.
    people: NotRequired[list[str]]
    # What is written as a reason or an assignment without saying anything; a text without a letter
    # or digit never says anything.
    texts: NotRequired[list[str]]

# How unclear points of the documents are read.
Readings = TypedDict(
    "Readings",
    {
        # Last day of the validity of the prioritised goals (the plan itself runs to 2026-12-31).
        "A-01": "str",
        # The political boards (Lerum: one body, or two).
        "A-02": "list[str]",
        # What the chair and the elected are counted for.
        "A-03": "BoardMembers",
        # Revision and update.
        "A-04": "RevisionAndUpdate",
        # Focus areas are the four prioritised goals; strategies are not required.
        "A-05": "FocusAreas",
        # Who may exempt a year from revision.
        "A-06": "ExemptsFromRevision",
        # Whose activity plans are required.
        "A-07": "ActivityPlanOwners",
        # Party list: who may, or who must, be in the coordination group.
        "A-08": "PartyList",
        # NOSAM is local, one a municipality.
        "A-09": "NosamLevel",
        # Activity plans of a NOSAM.
        "A-10": "ActivityPlans",
        # Activities outside or inside the plan.
        "A-11": "Activities",
        # Matters a NOSAM may decide.
        "A-12": "NosamDecides",
        # Least number of held meetings and follow-ups of the political group in a year.
        "A-13": "int",
        # Line implementation.
        "A-14": "LineImplementation",
        # Regionhälsan and Sjukhusen i väster in the list of boards mean their boards.
        "A-15": "BareBoardNames",
        # Present indicative that names who, what or how many is a duty.
        "A-16": "PresentIndicative",
        # Which care centres and rehab units.
        "A-17": "Units",
        # MAS and/or MAR.
        "A-18": "MasAndMar",
        # Side of a private provider under LOV.
        "A-19": "PrivateSide",
        # Basis of the one-year term.
        "A-20": "TermBasis",
        # Days by which a term may differ.
        "A-20.tolerance_days": "int",
        # Side of the vice chair.
        "A-21": "ViceSide",
        # Who may be chair.
        "A-22": "WhoMayChair",
        # First day on which NOSAM chairs and vice chairs sit in the coordination group.
        "A-23": "str",
        # Least number of private representatives in the coordination group.
        "A-24": "int",
        # Who counts for consensus.
        "A-25": "ConsensusOf",
        # Window and scope of anchoring.
        "A-26": "AnchoringWindow",
        # Whose decisions are to be anchored.
        "A-26.scope": "AnchoringScope",
        # Which matters are anchored in the coordination group.
        "A-27": "AnchoredInCoordinationGroup",
        # Deviation reports.
        "A-28": "DeviationReports",
        # Days after the half-year by which the deviation report is due.
        "A-28.grace_days": "int",
        # Last days of the half-year that no deviation report need cover, this many at most.
        "A-28.rest_days": "int",
        # Meeting cadence.
        "A-29": "Cadence",
        # Scheduled time, breaks included.
        "A-30": "MeetingTime",
        # Whole-meeting attendance.
        "A-31": "WholeMeeting",
        # Notes and lists are due this many days after the meeting, or by the next one that owes
        # notes if later.
        "A-32": "int",
        # Ban on deputies.
        "A-33": "DeputyBan",
        # Longest life of a theme group in months.
        "A-34": "NotRequired[int | None]",
        # The process leader is neutral support that fills its own seat.
        "A-35": "ProcessLeader",
        # Reporting back, evaluation, follow-up.
        "A-36": "YearlyReports",
        # Days after the end of the year by which its report back, evaluation and follow-up are due.
        "A-36.grace_days": "int",
        # Municipal operations that must each send a manager.
        "A-37": "list[OrganisationKind]",
        # Public-health coordinator.
        "A-38": "PublicHealthCoordinator",
        # Spelling: aliases, compared without case, hyphens, spaces and accents.
        "A-39": "Spelling",
        # First year judged for the yearly revision.
        "A-40": "int",
        # NOSAM chairs may sit in their own steering group.
        "A-42": "ChairsInSteeringGroup",
        # One person may fill several seats; a remark says so.
        "A-43": "SeveralSeats",
        # Days that the as-of day may lie after the youngest recorded day for the record to be
        # complete until then, when `complete_to` is not given.
        "A-44": "int",
        # In which organisation a matter must have been anchored.
        "A-45": "AnchoringLevel",
    },
)

BoardMembers: TypeAlias = Literal[
    "per_body",
    "group_chair",
    "per_body_total",
]

RevisionAndUpdate: TypeAlias = Literal[
    "separate",
    "same",
]

FocusAreas: TypeAlias = Literal["prioritised_goals"]

ExemptsFromRevision: TypeAlias = Literal[
    "either_group",
    "political_group",
]

ActivityPlanOwners: TypeAlias = Literal[
    "three_owners",
    "nosam_only",
]

PartyList: TypeAlias = Literal[
    "may",
    "must",
]

NosamLevel: TypeAlias = Literal["local"]

ActivityPlans: TypeAlias = Literal[
    "any_number",
    "one_per_target_group",
    "exactly_one",
]

Activities: TypeAlias = Literal[
    "outside",
    "inside",
]

NosamDecides: TypeAlias = Literal[
    "all_but_reserved",
    "operational_only",
]

LineImplementation: TypeAlias = Literal[
    "duty",
    "recommendation",
]

BareBoardNames: TypeAlias = Literal["boards"]

PresentIndicative: TypeAlias = Literal["duty"]

Units: TypeAlias = Literal[
    "public_and_private",
    "public_only",
]

MasAndMar: TypeAlias = Literal[
    "one_is_enough",
    "both",
]

PrivateSide: TypeAlias = Literal[
    "region",
    "none",
    "own_side",
]

TermBasis: TypeAlias = Literal[
    "anniversary",
    "calendar_year",
]

ViceSide: TypeAlias = Literal[
    "opposite",
    "any",
]

WhoMayChair: TypeAlias = Literal[
    "ordinary_with_side",
    "anyone_but_process_leader",
]

ConsensusOf: TypeAlias = Literal[
    "ordinary_with_side",
    "present_only",
]

AnchoringWindow: TypeAlias = Literal[
    "inclusive",
    "strictly_between",
]

AnchoringScope: TypeAlias = Literal[
    "nosam",
    "all_groups",
]

AnchoredInCoordinationGroup: TypeAlias = Literal[
    "economic",
    "all",
]

DeviationReports: TypeAlias = Literal[
    "half_yearly",
    "when_needed",
]

Cadence: TypeAlias = Literal[
    "iso_weeks",
    "days",
]

MeetingTime: TypeAlias = Literal["scheduled"]

WholeMeeting: TypeAlias = Literal[
    "duty",
    "advice",
]

DeputyBan: TypeAlias = Literal[
    "appointed",
    "appointed_and_stand_ins",
]

ProcessLeader: TypeAlias = Literal["support"]

YearlyReports: TypeAlias = Literal[
    "yearly_advice",
    "no_existence_test",
]

PublicHealthCoordinator: TypeAlias = Literal[
    "own_municipality",
    "any",
]

Spelling: TypeAlias = Literal["aliases"]

ChairsInSteeringGroup: TypeAlias = Literal["allowed"]

SeveralSeats: TypeAlias = Literal["allowed"]

AnchoringLevel: TypeAlias = Literal[
    "organisation_or_above",
    "organisation",
]


class RuleSetting(TypedDict):
    """What a charter says of one rule."""

    # Is it switched off?
    off: NotRequired[bool]
    # When it is in force.
    valid: NotRequired[Dated]
    # Where it stands in this charter's own documents, and what it says there.
    citation: NotRequired[Citation | None]


class Citation(TypedDict):
    """Where a rule stands in a charter's own documents."""

    # Code of the document.
    document: str
    # The heading.
    heading: str
    # The sentence or paragraph.
    sentence: str
    # What it says, paraphrased.
    says: Bilingual


class Charter(TypedDict):
    """What the founding documents of one collaboration fix."""

    # Its name in receipts.
    id: str
    # What it stands for.
    title: Bilingual
    # The documents that the clauses stand in.
    documents: list[Document]
    # The municipalities, each of which has its NOSAM.
    municipalities: list[Municipality]
    # First day of the collaboration; earlier days in a record are suspicious.
    founded: str
    # The period of the plan, both days included.
    plan: Dated
    # The goals that a record may name.
    goals: list[Listed]
    # The target groups that a record may name.
    target_groups: list[Listed]
    # Who may send ordinary members.
    parties: list[Listed]
    # Boards; reading A-02 says which of them sit in the political group.
    boards: list[Board]
    # What each board sends to the political group.
    board_seats: list[BoardSeat]
    # The seats of each kind of group.
    seats: list[Seat]
    # Seats that follow an office in another group.
    ex_officio: list[ExOfficio]
    # The chair of a NOSAM.
    chair: Chair
    # Kinds of groups in which no deputies are appointed.
    no_deputies_in: list[GroupKind]
    # When and how NOSAM meets.
    meetings: Meetings
    # Who decides which kinds of matters.
    reserved: Reserved
    # The political decision that the plan rests on.
    foundation: NotRequired[Foundation | None]
    # Deadlines with their grace, in days.
    deadlines: Deadlines
    # What is written where there is nothing to write. Absent: the usual ones.
    placeholders: NotRequired[Placeholders]
    # Hosts of the site on which everything is gathered. An empty list: any will do.
    sites: NotRequired[list[str]]
    # How unclear points of the documents are read.
    readings: Readings
    # What this charter says of single rules; a rule that is not here is in force all the time.
    rules: NotRequired[dict[str, RuleSetting]]
