# Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

CompleteKind: TypeAlias = Literal[
    "care_centre",
    "rehab_unit",
    "private_lov",
]

# A recess, both days included.
Recess = TypedDict(
    "Recess",
    {
        # First day.
        "from": "str | date",
        # Last day, included.
        "to": "str | date",
        # Why there is a recess.
        "reason": "NotRequired[str]",
    },
)

# An organisation or unit that sends representatives.
Organisation = TypedDict(
    "Organisation",
    {
        # The organisation's id, unique in the whole record.
        "id": "str",
        # The name of the organisation.
        "name": "NotRequired[str]",
        # What kind of organisation it is.
        "kind": "OrganisationKind",
        # Municipality or region. Absent: that of the organisation above it.
        "principal": "NotRequired[Principal]",
        # Public, or private under LOV. Absent: public.
        "provider": "NotRequired[Provider]",
        # Whose a municipal body is, or where a care centre or rehab unit lies.
        "municipality": "NotRequired[str]",
        # Id of the organisation above it.
        "part_of": "NotRequired[str]",
        # Its entry in the charter's lists of parties and boards. Absent: matched by name.
        "listed_as": "NotRequired[ListedAs]",
        # Ten digits, a hyphen before the last four allowed. That of a sole trader is a personal
        # identity number and is refused.
        "organisation_number": "NotRequired[str]",
        # The unit's id in the HSA directory.
        "hsa_id": "NotRequired[str]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
    },
)

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

Principal: TypeAlias = Literal[
    "municipality",
    "region",
    "none",
]

Provider: TypeAlias = Literal[
    "public",
    "private_lov",
]

ListedAs: TypeAlias = Literal[
    "regional_primary_care",
    "regionhalsan",
    "habilitation_and_health",
    "dental_care",
    "sjukhusen_i_vaster",
    "alingsas_lasarett",
    "sodra_alvsborgs_sjukhus",
    "municipal_primary_care",
    "social_services",
    "pupil_health",
    "delregional_namnd_vastra",
    "B01",
    "B02",
    "B03",
    "B04",
    "B05",
    "B06",
    "B07",
    "B08",
    "B09",
    "B10",
    "B11",
    "B12",
]


class Person(TypedDict):
    """A person by name."""

    # The person's id, used everywhere else.
    id: str
    # Shown only when asked for.
    name: NotRequired[str]
    # Is the person's identity protected? Then the name is never shown.
    protected: NotRequired[bool]

# A group of the collaboration: a NOSAM, the coordination group, the political group or a theme
# group.
Group = TypedDict(
    "Group",
    {
        # The group's id, unique in the whole record.
        "id": "str",
        # What kind of group it is.
        "kind": "GroupKind",
        # The name of the group.
        "name": "NotRequired[str]",
        # The municipality that the group belongs to.
        "municipality": "NotRequired[str]",
        # Id of the group that steers it.
        "steered_by": "NotRequired[str]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
        # The day on which the group was closed.
        "closed_on": "NotRequired[str | date]",
        # What the group is to do.
        "assignment": "NotRequired[str]",
        # Why the group was formed.
        "need": "NotRequired[str]",
        # Ordinary members, co-opted ones, support and deputies.
        "members": "NotRequired[list[Member]]",
        # Terms of chairs and vice chairs.
        "offices": "NotRequired[list[Office]]",
        # Seats known to be empty.
        "vacancies": "NotRequired[list[Vacancy]]",
    },
)

GroupKind: TypeAlias = Literal[
    "nosam",
    "coordination_group",
    "political_group",
    "theme_group",
]

# One person in one group, from one day to another.
Member = TypedDict(
    "Member",
    {
        # The person's id.
        "person": "str",
        # Those that the person represents here. The first is the home organisation.
        "organisations": "NotRequired[list[str]]",
        # The person's functions in the home organisation.
        "functions": "NotRequired[list[MemberFunction]]",
        # Has the person the same mandate to decide as a head of administration?
        "mandate": "NotRequired[bool]",
        # How the person belongs to the group. Absent: ordinary.
        "status": "NotRequired[MemberStatus]",
        # User, where the member takes part on behalf of users.
        "category": "NotRequired[MemberCategory]",
        # Target groups that the membership is limited to. Absent: all.
        "target_groups": "NotRequired[list[TargetGroup]]",
        # Id of the organisation or group that appointed the person.
        "appointed_by": "NotRequired[str]",
        # The day on which the person was appointed.
        "appointed_on": "NotRequired[str | date]",
        # Why a co-opted person is here.
        "need": "NotRequired[str]",
        # Id of the activity or matter that a co-opted person is here for.
        "linked_to": "NotRequired[str]",
        # Does the person only act in its function?
        "acting": "NotRequired[bool]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
    },
)

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

MemberStatus: TypeAlias = Literal[
    "ordinary",
    "co_opted",
    "support",
    "deputy",
]

MemberCategory: TypeAlias = Literal["user"]

TargetGroup: TypeAlias = Literal[
    "children_and_youth",
    "mental_health_and_substance_use",
    "older_people",
    "all",
]

# One term of a chair or vice chair.
Office = TypedDict(
    "Office",
    {
        # Chair or vice chair.
        "office": "OfficeKind",
        # The holder's id.
        "person": "str",
        # Id of the one who holds the office, when the person only stands in on those days.
        "standing_in_for": "NotRequired[str]",
        # Id of the organisation that the holder represented. Absent: the home organisation on the
        # first day.
        "organisation": "NotRequired[str]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: the day before the next term of the same office, or still
        # running.
        "to": "NotRequired[str | date]",
        # Id of the group that elected the holder.
        "elected_by": "NotRequired[str]",
        # The day on which the holder was elected.
        "elected_on": "NotRequired[str | date]",
        # Why the term was cut short or the order broken.
        "reason": "NotRequired[str]",
        # Does the holder only act in the office?
        "acting": "NotRequired[bool]",
    },
)

OfficeKind: TypeAlias = Literal[
    "chair",
    "vice_chair",
]

# A seat known to be empty.
Vacancy = TypedDict(
    "Vacancy",
    {
        # Id of the organisation whose seat is empty.
        "organisation": "NotRequired[str]",
        # The function that is missing.
        "function": "NotRequired[MemberFunction]",
        # The office that is vacant.
        "office": "NotRequired[OfficeKind]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
        # Why the seat is empty.
        "reason": "NotRequired[str]",
    },
)


class Meeting(TypedDict):
    """A meeting of one or several groups."""

    # The meeting's id, unique in the whole record.
    id: str
    # Ids of those that meet. A joint meeting counts for each.
    groups: list[str]
    # What kind of meeting it is. Absent: ordinary.
    kind: NotRequired[MeetingKind]
    # Planned, held or cancelled. Absent: held when its end, or else its start, is not after the day
    # judged from.
    status: NotRequired[MeetingStatus]
    # The day and local time at which it starts, or the day alone. With the day alone the cadence
    # can be judged, the length cannot.
    start: NotRequired[str]
    # The day and local time at which it ends.
    end: NotRequired[str]
    # The times for which one group or one target group was called. Who is not named was called to
    # the whole meeting.
    hours: NotRequired[list[Hours]]
    # The target groups that met in it. Absent: those named under hours.
    blocks: NotRequired[list[TargetGroup]]
    # Who was there.
    attendance: NotRequired[list[Attendance]]
    # The notes of the meeting.
    notes: NotRequired[list[Note]]

MeetingKind: TypeAlias = Literal[
    "ordinary",
    "extra",
    "check_in",
    "planning",
    "joint",
]

MeetingStatus: TypeAlias = Literal[
    "planned",
    "held",
    "cancelled",
]

# From when to when one group or one target group was called to a meeting.
Hours = TypedDict(
    "Hours",
    {
        # Id of the group. Absent: all that meet.
        "group": "NotRequired[str]",
        # The target group. Absent: all of them.
        "target_group": "NotRequired[TargetGroup]",
        # The day and local time at which they begin. Absent: with the meeting.
        "from": "NotRequired[str]",
        # The day and local time at which they end. Absent: with the meeting.
        "to": "NotRequired[str]",
    },
)

# One person at one meeting.
Attendance = TypedDict(
    "Attendance",
    {
        # The person's id.
        "person": "str",
        # Was the person present from start to end?
        "whole": "NotRequired[bool]",
        # The day and local time at which the person came.
        "from": "NotRequired[str]",
        # The day and local time at which the person left.
        "to": "NotRequired[str]",
        # Id of the person whose place was taken.
        "standing_in_for": "NotRequired[str]",
    },
)


class Note(TypedDict):
    """What was written down about a meeting."""

    # The target groups that it covers.
    target_groups: NotRequired[list[TargetGroup]]
    # Id of the person who wrote it.
    written_by: NotRequired[str]
    # The day on which it was written.
    written_on: NotRequired[str | date]
    # The day on which it was published.
    published_on: NotRequired[str | date]
    # Where it can be read.
    url: NotRequired[str]


class Matter(TypedDict):
    """A matter that is raised, anchored and decided."""

    # The matter's id, unique in the whole record.
    id: str
    # What the matter is about.
    title: NotRequired[str]
    # What kind of matter it is.
    kind: NotRequired[MatterKind]
    # Does it concern several principals?
    common: NotRequired[bool]
    # Is it of an economic character?
    economic: NotRequired[bool]
    # The target groups that it concerns.
    target_groups: NotRequired[list[TargetGroup]]
    # The day on which it was raised.
    raised_on: NotRequired[str | date]
    # Id of the meeting at which it was raised. Its day counts unless `raised_on` is given.
    raised_at: NotRequired[str]
    # Ids of the organisations that brought it. They may have anchored it before.
    raised_by: NotRequired[list[str]]
    # Where, when and by whom it was anchored.
    anchorings: NotRequired[list[Anchoring]]
    # The decision on the matter.
    decision: NotRequired[Decision]

MatterKind: TypeAlias = Literal[
    "operational",
    "direction",
    "overarching_strategic",
    "collaboration_document",
    "other",
]


class Anchoring(TypedDict):
    """That a matter was talked through: where, by whom and when."""

    # Ids of the organisations in which it was anchored.
    organisations: NotRequired[list[str]]
    # Does it hold for all organisations with an ordinary seat that day?
    everyone: NotRequired[bool]
    # Id of the group in which it was anchored.
    group: NotRequired[str]
    # Id of the person who anchored it.
    person: NotRequired[str]
    # The day on which it was anchored.
    on: str | date
    # What the organisation thought. Absent: it supports the matter.
    position: NotRequired[Position]

Position: TypeAlias = Literal[
    "supports",
    "opposes",
    "abstains",
]


class Decision(TypedDict):
    """What was decided on a matter, by whom and how."""

    # Ids of the groups that decided. Several decided jointly.
    groups: list[str]
    # The day of the decision. Absent: the day of `meeting`.
    on: NotRequired[str | date]
    # Id of the meeting at which it was decided.
    meeting: NotRequired[str]
    # How the group came to its decision.
    form: NotRequired[DecisionForm]
    # Why the group agreed that no anchoring was needed.
    anchoring_waived: NotRequired[str]
    # Objections, reservations and abstentions. Absent with a consensus: there were none.
    objections: NotRequired[list[Objection]]
    # Ids of the persons who were present.
    present: NotRequired[list[str]]
    # Id of the group that the matter was passed on to.
    referred_to: NotRequired[str]
    # What the organisations do about the decision.
    implementation: NotRequired[list[Implementation]]

DecisionForm: TypeAlias = Literal[
    "consensus",
    "unanimous_vote",
    "majority_vote",
]


class Objection(TypedDict):
    """One person's objection, reservation or abstention."""

    # The person's id.
    person: str
    # What kind of objection it is.
    kind: ObjectionKind

ObjectionKind: TypeAlias = Literal[
    "objection",
    "reservation",
    "abstention",
]


class Implementation(TypedDict):
    """What one organisation does about a decision."""

    # The organisation's id.
    organisation: str
    # Who is responsible, in free text.
    responsible: NotRequired[str]
    # How far it has come, in free text.
    status: NotRequired[str]


class Plan(TypedDict):
    """A collaboration plan with its adoptions and revisions."""

    # The plan's id, unique in the whole record.
    id: str
    # The period for which the plan is in force.
    period: NotRequired[Dates]
    # The political decision that the plan rests on.
    foundation: NotRequired[GroupDay]
    # The groups that adopted the plan, and when.
    adoptions: NotRequired[list[GroupDay]]
    # The goals that the plan gives priority.
    goals: NotRequired[list[Goal]]
    # The plan's strategies, one text for each.
    strategies: NotRequired[list[str]]
    # Does the plan itself hold activities?
    contains_activities: NotRequired[bool]
    # The document, by name or number.
    document: NotRequired[str]
    # Revisions and updates of the plan.
    revisions: NotRequired[list[Revision]]
    # Decisions not to revise in a year.
    exemptions: NotRequired[list[Exemption]]

# A period, both days included.
Dates = TypedDict(
    "Dates",
    {
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
    },
)


class GroupDay(TypedDict):
    """What a group did on a day: decided, adopted, was informed."""

    # The group's id.
    group: str
    # The day on which it happened.
    on: str | date

Goal: TypeAlias = Literal[
    "trust",
    "continuity_and_coordination",
    "health_promotion_and_prevention",
    "mobile_care",
]


class Revision(TypedDict):
    """A revision or update of a plan."""

    # The revision's id, unique in the whole record.
    id: NotRequired[str]
    # Revision or update.
    kind: NotRequired[RevisionKind]
    # Ids of the groups that decided.
    decided_by: NotRequired[list[str]]
    # The day of the decision.
    on: str | date
    # The groups that were informed, and when.
    informed: NotRequired[list[GroupDay]]

RevisionKind: TypeAlias = Literal[
    "revision",
    "update",
]


class Exemption(TypedDict):
    """A decision not to revise the plan in one year."""

    # The year that it is about.
    year: int
    # Ids of the groups that decided.
    decided_by: list[str]
    # The day of the decision.
    on: str | date
    # Why the plan is not revised.
    reason: NotRequired[str]


class ActivityPlan(TypedDict):
    """The activity plan of one or several groups."""

    # The plan's id, unique in the whole record.
    id: str
    # Ids of the groups whose plan it is.
    owners: list[str]
    # The period for which the plan is in force.
    period: NotRequired[Dates]
    # The day on which the plan was adopted.
    adopted_on: NotRequired[str | date]
    # Draft or adopted. Absent: adopted when `adopted_on` is given.
    status: NotRequired[ActivityPlanStatus]
    # The document, by name or number.
    document: NotRequired[str]
    # Where it can be read.
    url: NotRequired[str]
    # The day on which the plan was published.
    published_on: NotRequired[str | date]
    # The activities of the plan.
    activities: NotRequired[list[Activity]]

ActivityPlanStatus: TypeAlias = Literal[
    "draft",
    "adopted",
]

# One activity of an activity plan.
Activity = TypedDict(
    "Activity",
    {
        # The activity's id, unique in the whole record.
        "id": "str",
        # What is to be done.
        "title": "NotRequired[str]",
        # How far the activity has come.
        "status": "NotRequired[ActivityStatus]",
        # First day.
        "from": "NotRequired[str | date]",
        # The goals that the activity serves.
        "goals": "NotRequired[list[Goal]]",
        # The target groups that it concerns; `all` counts for every one.
        "target_groups": "NotRequired[list[TargetGroup]]",
        # Ids of the organisations or groups that are responsible.
        "responsible": "NotRequired[list[str]]",
    },
)

ActivityStatus: TypeAlias = Literal[
    "proposed",
    "decided",
    "ongoing",
    "done",
    "dropped",
]


class GroupReport(TypedDict):
    """What one group told another, in summary. Individual cases do not belong here."""

    # The report's id, unique in the whole record.
    id: NotRequired[str]
    # What kind of report it is.
    kind: ReportKind
    # Id of the group that reports.
    from_group: NotRequired[str]
    # Ids of the groups, when several report together.
    from_groups: NotRequired[list[str]]
    # Id of the group that is told.
    to_group: NotRequired[str]
    # The day on which it was handed over.
    on: str | date
    # The period that it covers.
    period: NotRequired[Dates]
    # Ids of the persons who reported.
    reporters: NotRequired[list[str]]
    # Ids of the activity plans that a follow-up is held against.
    activity_plans: NotRequired[list[str]]
    # The goals that it speaks of.
    goals: NotRequired[list[Goal]]
    # Id of the routine that it follows.
    routine: NotRequired[str]
    # Was there nothing to report?
    nil: NotRequired[bool]
    # What went well and why, in summary.
    success_factors: NotRequired[str]
    # What needs to be developed, in summary.
    development_needs: NotRequired[str]
    # Faults that lie in the system and not in single persons, in summary.
    systemic_faults: NotRequired[str]

ReportKind: TypeAlias = Literal[
    "deviation",
    "report_back",
    "evaluation",
    "follow_up",
]


class Proposal(TypedDict):
    """A proposal of one group to another."""

    # The proposal's id, unique in the whole record.
    id: NotRequired[str]
    # Id of the group that makes the proposal.
    from_group: str
    # Id of the group that it is made to.
    to_group: str
    # The day on which it was made.
    on: str | date


class Routine(TypedDict):
    """A common routine."""

    # The routine's id, unique in the whole record.
    id: str
    # The day on which it was adopted.
    adopted_on: NotRequired[str | date]
    # The day on which it was introduced.
    introduced_on: NotRequired[str | date]
    # The day on which it was last followed up. Absent: it was not.
    followed_up_on: NotRequired[str | date]


class Publication(TypedDict):
    """Something published about a group."""

    # What was published.
    kind: PublicationKind
    # Id of the group that it is about.
    group: str
    # The day on which it was published.
    on: str | date
    # Where it can be read.
    url: NotRequired[str]

PublicationKind: TypeAlias = Literal[
    "member_list",
    "other",
]

# A minuted, dated decision to deviate from a rule. What it covers stays in the report.
Waiver = TypedDict(
    "Waiver",
    {
        # The rule's id, as `samla clauses` lists it.
        "rule": "str",
        # What it covers, named as in a report, or what several names begin with before #. Absent:
        # everything that the rule judges.
        "subject": "NotRequired[str]",
        # First day. Absent: since before the records.
        "from": "NotRequired[str | date]",
        # Last day, included. Absent: still running.
        "to": "NotRequired[str | date]",
        # Ids of the groups that decided.
        "decided_by": "list[str]",
        # The day of the decision.
        "on": "str | date",
        # Why the deviation was decided.
        "reason": "str",
    },
)

# Everything that one check is handed. Every section may be left out.
Record = TypedDict(
    "Record",
    {
        # Groups that this record is an extract about: others are only referred to and not judged.
        # Absent: the whole of SAMLA.
        "about": "NotRequired[list[str]]",
        # Of which kinds `organisations` holds every one.
        "complete": "NotRequired[list[CompleteKind]]",
        # From this day on, absence of an entry means that it did not happen. Absent: each series
        # starts at its first entry.
        "complete_from": "NotRequired[str | date]",
        # What is absent after this day is not known. Absent: the record is complete to the as-of
        # day, if that lies at most 92 days after the youngest day on record, else to that day.
        "complete_to": "NotRequired[str | date]",
        # Holidays that the meeting cadence does not count. Absent: none.
        "recesses": "NotRequired[list[Recess]]",
        # Organisations and units.
        "organisations": "NotRequired[list[Organisation]]",
        # People by name. A person is its id everywhere else and needs no entry here.
        "people": "NotRequired[list[Person]]",
        # The groups of the collaboration, with members and chairs.
        "groups": "NotRequired[list[Group]]",
        # The meetings of the groups.
        "meetings": "NotRequired[list[Meeting]]",
        # Matters that were raised, anchored and decided.
        "matters": "NotRequired[list[Matter]]",
        # The collaboration plans, with adoptions and revisions.
        "plans": "NotRequired[list[Plan]]",
        # The activity plans of the groups.
        "activity_plans": "NotRequired[list[ActivityPlan]]",
        # What one group told another.
        "reports": "NotRequired[list[GroupReport]]",
        # Proposals that one group made to another.
        "proposals": "NotRequired[list[Proposal]]",
        # Common routines.
        "routines": "NotRequired[list[Routine]]",
        # What was published about the groups.
        "publications": "NotRequired[list[Publication]]",
        # Minuted decisions to deviate from a rule.
        "waivers": "NotRequired[list[Waiver]]",
        # The address of this schema, for editors that complete and correct.
        "$schema": "NotRequired[str]",
    },
)
