// Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

export type CompleteKind =
  | "care_centre"
  | "rehab_unit"
  | "private_lov";

/** A recess, both days included. */
export interface Recess {
  /** First day. */
  from: string | Date;
  /** Last day, included. */
  to: string | Date;
  /** Why there is a recess. */
  reason?: string;
}

/** An organisation or unit that sends representatives. */
export interface Organisation {
  /** The organisation's id, unique in the whole record. */
  id: string;
  /** The name of the organisation. */
  name?: string;
  /** What kind of organisation it is. */
  kind: OrganisationKind;
  /** Municipality or region. Absent: that of the organisation above it. */
  principal?: Principal;
  /** Public, or private under LOV. Absent: public. */
  provider?: Provider;
  /** Whose a municipal body is, or where a care centre or rehab unit lies. */
  municipality?: string;
  /** Id of the organisation above it. */
  part_of?: string;
  /** Its entry in the charter's lists of parties and boards. Absent: matched by name. */
  listed_as?: ListedAs;
  /**
   * Ten digits, a hyphen before the last four allowed. That of a sole trader is a personal identity
   * number and is refused.
   */
  organisation_number?: string;
  /** The unit's id in the HSA directory. */
  hsa_id?: string;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
}

export type OrganisationKind =
  | "care_centre"
  | "rehab_unit"
  | "municipal_primary_care"
  | "social_services"
  | "pupil_health"
  | "municipal_administration"
  | "municipal_service"
  | "dental_care"
  | "hospital"
  | "regional_primary_care"
  | "regionhalsan"
  | "habilitation_and_health"
  | "regional_administration"
  | "political_board"
  | "user_organisation"
  | "support_office"
  | "other";

export type Principal =
  | "municipality"
  | "region"
  | "none";

export type Provider =
  | "public"
  | "private_lov";

export type ListedAs =
  | "regional_primary_care"
  | "regionhalsan"
  | "habilitation_and_health"
  | "dental_care"
  | "sjukhusen_i_vaster"
  | "alingsas_lasarett"
  | "sodra_alvsborgs_sjukhus"
  | "municipal_primary_care"
  | "social_services"
  | "pupil_health"
  | "delregional_namnd_vastra"
  | "B01"
  | "B02"
  | "B03"
  | "B04"
  | "B05"
  | "B06"
  | "B07"
  | "B08"
  | "B09"
  | "B10"
  | "B11"
  | "B12";

/** A person by name. */
export interface Person {
  /** The person's id, used everywhere else. */
  id: string;
  /** Shown only when asked for. */
  name?: string;
  /** Is the person's identity protected? Then the name is never shown. */
  protected?: boolean;
}

/** A group of the collaboration: a NOSAM, the coordination group, the political group or a theme group. */
export interface Group {
  /** The group's id, unique in the whole record. */
  id: string;
  /** What kind of group it is. */
  kind: GroupKind;
  /** The name of the group. */
  name?: string;
  /** The municipality that the group belongs to. */
  municipality?: string;
  /** Id of the group that steers it. */
  steered_by?: string;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
  /** The day on which the group was closed. */
  closed_on?: string | Date;
  /** What the group is to do. */
  assignment?: string;
  /** Why the group was formed. */
  need?: string;
  /** Ordinary members, co-opted ones, support and deputies. */
  members?: Member[];
  /** Terms of chairs and vice chairs. */
  offices?: Office[];
  /** Seats known to be empty. */
  vacancies?: Vacancy[];
}

export type GroupKind =
  | "nosam"
  | "coordination_group"
  | "political_group"
  | "theme_group";

/** One person in one group, from one day to another. */
export interface Member {
  /** The person's id. */
  person: string;
  /** Those that the person represents here. The first is the home organisation. */
  organisations?: string[];
  /** The person's functions in the home organisation. */
  functions?: MemberFunction[];
  /** Has the person the same mandate to decide as a head of administration? */
  mandate?: boolean;
  /** How the person belongs to the group. Absent: ordinary. */
  status?: MemberStatus;
  /** User, where the member takes part on behalf of users. */
  category?: MemberCategory;
  /** Target groups that the membership is limited to. Absent: all. */
  target_groups?: TargetGroup[];
  /** Id of the organisation or group that appointed the person. */
  appointed_by?: string;
  /** The day on which the person was appointed. */
  appointed_on?: string | Date;
  /** Why a co-opted person is here. */
  need?: string;
  /** Id of the activity or matter that a co-opted person is here for. */
  linked_to?: string;
  /** Does the person only act in its function? */
  acting?: boolean;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
}

export type MemberFunction =
  | "operations_manager"
  | "unit_manager"
  | "department_manager"
  | "care_unit_manager"
  | "clinic_manager"
  | "other_manager"
  | "head_of_administration"
  | "mas"
  | "mar"
  | "mla"
  | "public_health_coordinator"
  | "process_leader"
  | "subregional_coordinator"
  | "nsph_representative"
  | "board_chair"
  | "board_vice_chair"
  | "elected_representative"
  | "social_coordinator"
  | "other";

export type MemberStatus =
  | "ordinary"
  | "co_opted"
  | "support"
  | "deputy";

export type MemberCategory =
  | "user";

export type TargetGroup =
  | "children_and_youth"
  | "mental_health_and_substance_use"
  | "older_people"
  | "all";

/** One term of a chair or vice chair. */
export interface Office {
  /** Chair or vice chair. */
  office: OfficeKind;
  /** The holder's id. */
  person: string;
  /** Id of the one who holds the office, when the person only stands in on those days. */
  standing_in_for?: string;
  /** Id of the organisation that the holder represented. Absent: the home organisation on the first day. */
  organisation?: string;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: the day before the next term of the same office, or still running. */
  to?: string | Date;
  /** Id of the group that elected the holder. */
  elected_by?: string;
  /** The day on which the holder was elected. */
  elected_on?: string | Date;
  /** Why the term was cut short or the order broken. */
  reason?: string;
  /** Does the holder only act in the office? */
  acting?: boolean;
}

export type OfficeKind =
  | "chair"
  | "vice_chair";

/** A seat known to be empty. */
export interface Vacancy {
  /** Id of the organisation whose seat is empty. */
  organisation?: string;
  /** The function that is missing. */
  function?: MemberFunction;
  /** The office that is vacant. */
  office?: OfficeKind;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
  /** Why the seat is empty. */
  reason?: string;
}

/** A meeting of one or several groups. */
export interface Meeting {
  /** The meeting's id, unique in the whole record. */
  id: string;
  /** Ids of those that meet. A joint meeting counts for each. */
  groups: string[];
  /** What kind of meeting it is. Absent: ordinary. */
  kind?: MeetingKind;
  /**
   * Planned, held or cancelled. Absent: held when its end, or else its start, is not after the day
   * judged from.
   */
  status?: MeetingStatus;
  /**
   * The day and local time at which it starts, or the day alone. With the day alone the cadence can
   * be judged, the length cannot.
   */
  start?: string;
  /** The day and local time at which it ends. */
  end?: string;
  /**
   * The times for which one group or one target group was called. Who is not named was called to
   * the whole meeting.
   */
  hours?: Hours[];
  /** The target groups that met in it. Absent: those named under hours. */
  blocks?: TargetGroup[];
  /** Who was there. */
  attendance?: Attendance[];
  /** The notes of the meeting. */
  notes?: Note[];
}

export type MeetingKind =
  | "ordinary"
  | "extra"
  | "check_in"
  | "planning"
  | "joint";

export type MeetingStatus =
  | "planned"
  | "held"
  | "cancelled";

/** From when to when one group or one target group was called to a meeting. */
export interface Hours {
  /** Id of the group. Absent: all that meet. */
  group?: string;
  /** The target group. Absent: all of them. */
  target_group?: TargetGroup;
  /** The day and local time at which they begin. Absent: with the meeting. */
  from?: string;
  /** The day and local time at which they end. Absent: with the meeting. */
  to?: string;
}

/** One person at one meeting. */
export interface Attendance {
  /** The person's id. */
  person: string;
  /** Was the person present from start to end? */
  whole?: boolean;
  /** The day and local time at which the person came. */
  from?: string;
  /** The day and local time at which the person left. */
  to?: string;
  /** Id of the person whose place was taken. */
  standing_in_for?: string;
}

/** What was written down about a meeting. */
export interface Note {
  /** The target groups that it covers. */
  target_groups?: TargetGroup[];
  /** Id of the person who wrote it. */
  written_by?: string;
  /** The day on which it was written. */
  written_on?: string | Date;
  /** The day on which it was published. */
  published_on?: string | Date;
  /** Where it can be read. */
  url?: string;
}

/** A matter that is raised, anchored and decided. */
export interface Matter {
  /** The matter's id, unique in the whole record. */
  id: string;
  /** What the matter is about. */
  title?: string;
  /** What kind of matter it is. */
  kind?: MatterKind;
  /** Does it concern several principals? */
  common?: boolean;
  /** Is it of an economic character? */
  economic?: boolean;
  /** The target groups that it concerns. */
  target_groups?: TargetGroup[];
  /** The day on which it was raised. */
  raised_on?: string | Date;
  /** Id of the meeting at which it was raised. Its day counts unless `raised_on` is given. */
  raised_at?: string;
  /** Ids of the organisations that brought it. They may have anchored it before. */
  raised_by?: string[];
  /** Where, when and by whom it was anchored. */
  anchorings?: Anchoring[];
  /** The decision on the matter. */
  decision?: Decision;
}

export type MatterKind =
  | "operational"
  | "direction"
  | "overarching_strategic"
  | "collaboration_document"
  | "other";

/** That a matter was talked through: where, by whom and when. */
export interface Anchoring {
  /** Ids of the organisations in which it was anchored. */
  organisations?: string[];
  /** Does it hold for all organisations with an ordinary seat that day? */
  everyone?: boolean;
  /** Id of the group in which it was anchored. */
  group?: string;
  /** Id of the person who anchored it. */
  person?: string;
  /** The day on which it was anchored. */
  on: string | Date;
  /** What the organisation thought. Absent: it supports the matter. */
  position?: Position;
}

export type Position =
  | "supports"
  | "opposes"
  | "abstains";

/** What was decided on a matter, by whom and how. */
export interface Decision {
  /** Ids of the groups that decided. Several decided jointly. */
  groups: string[];
  /** The day of the decision. Absent: the day of `meeting`. */
  on?: string | Date;
  /** Id of the meeting at which it was decided. */
  meeting?: string;
  /** How the group came to its decision. */
  form?: DecisionForm;
  /** Why the group agreed that no anchoring was needed. */
  anchoring_waived?: string;
  /** Objections, reservations and abstentions. Absent with a consensus: there were none. */
  objections?: Objection[];
  /** Ids of the persons who were present. */
  present?: string[];
  /** Id of the group that the matter was passed on to. */
  referred_to?: string;
  /** What the organisations do about the decision. */
  implementation?: Implementation[];
}

export type DecisionForm =
  | "consensus"
  | "unanimous_vote"
  | "majority_vote";

/** One person's objection, reservation or abstention. */
export interface Objection {
  /** The person's id. */
  person: string;
  /** What kind of objection it is. */
  kind: ObjectionKind;
}

export type ObjectionKind =
  | "objection"
  | "reservation"
  | "abstention";

/** What one organisation does about a decision. */
export interface Implementation {
  /** The organisation's id. */
  organisation: string;
  /** Who is responsible, in free text. */
  responsible?: string;
  /** How far it has come, in free text. */
  status?: string;
}

/** A collaboration plan with its adoptions and revisions. */
export interface Plan {
  /** The plan's id, unique in the whole record. */
  id: string;
  /** The period for which the plan is in force. */
  period?: Dates;
  /** The political decision that the plan rests on. */
  foundation?: GroupDay;
  /** The groups that adopted the plan, and when. */
  adoptions?: GroupDay[];
  /** The goals that the plan gives priority. */
  goals?: Goal[];
  /** The plan's strategies, one text for each. */
  strategies?: string[];
  /** Does the plan itself hold activities? */
  contains_activities?: boolean;
  /** The document, by name or number. */
  document?: string;
  /** Revisions and updates of the plan. */
  revisions?: Revision[];
  /** Decisions not to revise in a year. */
  exemptions?: Exemption[];
}

/** A period, both days included. */
export interface Dates {
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
}

/** What a group did on a day: decided, adopted, was informed. */
export interface GroupDay {
  /** The group's id. */
  group: string;
  /** The day on which it happened. */
  on: string | Date;
}

export type Goal =
  | "trust"
  | "continuity_and_coordination"
  | "health_promotion_and_prevention"
  | "mobile_care";

/** A revision or update of a plan. */
export interface Revision {
  /** The revision's id, unique in the whole record. */
  id?: string;
  /** Revision or update. */
  kind?: RevisionKind;
  /** Ids of the groups that decided. */
  decided_by?: string[];
  /** The day of the decision. */
  on: string | Date;
  /** The groups that were informed, and when. */
  informed?: GroupDay[];
}

export type RevisionKind =
  | "revision"
  | "update";

/** A decision not to revise the plan in one year. */
export interface Exemption {
  /** The year that it is about. */
  year: number;
  /** Ids of the groups that decided. */
  decided_by: string[];
  /** The day of the decision. */
  on: string | Date;
  /** Why the plan is not revised. */
  reason?: string;
}

/** The activity plan of one or several groups. */
export interface ActivityPlan {
  /** The plan's id, unique in the whole record. */
  id: string;
  /** Ids of the groups whose plan it is. */
  owners: string[];
  /** The period for which the plan is in force. */
  period?: Dates;
  /** The day on which the plan was adopted. */
  adopted_on?: string | Date;
  /** Draft or adopted. Absent: adopted when `adopted_on` is given. */
  status?: ActivityPlanStatus;
  /** The document, by name or number. */
  document?: string;
  /** Where it can be read. */
  url?: string;
  /** The day on which the plan was published. */
  published_on?: string | Date;
  /** The activities of the plan. */
  activities?: Activity[];
}

export type ActivityPlanStatus =
  | "draft"
  | "adopted";

/** One activity of an activity plan. */
export interface Activity {
  /** The activity's id, unique in the whole record. */
  id: string;
  /** What is to be done. */
  title?: string;
  /** How far the activity has come. */
  status?: ActivityStatus;
  /** First day. */
  from?: string | Date;
  /** The goals that the activity serves. */
  goals?: Goal[];
  /** The target groups that it concerns; `all` counts for every one. */
  target_groups?: TargetGroup[];
  /** Ids of the organisations or groups that are responsible. */
  responsible?: string[];
}

export type ActivityStatus =
  | "proposed"
  | "decided"
  | "ongoing"
  | "done"
  | "dropped";

/** What one group told another, in summary. Individual cases do not belong here. */
export interface GroupReport {
  /** The report's id, unique in the whole record. */
  id?: string;
  /** What kind of report it is. */
  kind: ReportKind;
  /** Id of the group that reports. */
  from_group?: string;
  /** Ids of the groups, when several report together. */
  from_groups?: string[];
  /** Id of the group that is told. */
  to_group?: string;
  /** The day on which it was handed over. */
  on: string | Date;
  /** The period that it covers. */
  period?: Dates;
  /** Ids of the persons who reported. */
  reporters?: string[];
  /** Ids of the activity plans that a follow-up is held against. */
  activity_plans?: string[];
  /** The goals that it speaks of. */
  goals?: Goal[];
  /** Id of the routine that it follows. */
  routine?: string;
  /** Was there nothing to report? */
  nil?: boolean;
  /** What went well and why, in summary. */
  success_factors?: string;
  /** What needs to be developed, in summary. */
  development_needs?: string;
  /** Faults that lie in the system and not in single persons, in summary. */
  systemic_faults?: string;
}

export type ReportKind =
  | "deviation"
  | "report_back"
  | "evaluation"
  | "follow_up";

/** A proposal of one group to another. */
export interface Proposal {
  /** The proposal's id, unique in the whole record. */
  id?: string;
  /** Id of the group that makes the proposal. */
  from_group: string;
  /** Id of the group that it is made to. */
  to_group: string;
  /** The day on which it was made. */
  on: string | Date;
}

/** A common routine. */
export interface Routine {
  /** The routine's id, unique in the whole record. */
  id: string;
  /** The day on which it was adopted. */
  adopted_on?: string | Date;
  /** The day on which it was introduced. */
  introduced_on?: string | Date;
  /** The day on which it was last followed up. Absent: it was not. */
  followed_up_on?: string | Date;
}

/** Something published about a group. */
export interface Publication {
  /** What was published. */
  kind: PublicationKind;
  /** Id of the group that it is about. */
  group: string;
  /** The day on which it was published. */
  on: string | Date;
  /** Where it can be read. */
  url?: string;
}

export type PublicationKind =
  | "member_list"
  | "other";

/** A minuted, dated decision to deviate from a rule. What it covers stays in the report. */
export interface Waiver {
  /** The rule's id, as `samla clauses` lists it. */
  rule: string;
  /**
   * What it covers, named as in a report, or what several names begin with before #. Absent:
   * everything that the rule judges.
   */
  subject?: string;
  /** First day. Absent: since before the records. */
  from?: string | Date;
  /** Last day, included. Absent: still running. */
  to?: string | Date;
  /** Ids of the groups that decided. */
  decided_by: string[];
  /** The day of the decision. */
  on: string | Date;
  /** Why the deviation was decided. */
  reason: string;
}

/** Everything that one check is handed. Every section may be left out. */
export interface Record {
  /**
   * Groups that this record is an extract about: others are only referred to and not judged.
   * Absent: the whole of SAMLA.
   */
  about?: string[];
  /** Of which kinds `organisations` holds every one. */
  complete?: CompleteKind[];
  /**
   * From this day on, absence of an entry means that it did not happen. Absent: each series starts
   * at its first entry.
   */
  complete_from?: string | Date;
  /**
   * What is absent after this day is not known. Absent: the record is complete to the as-of day, if
   * that lies at most 92 days after the youngest day on record, else to that day.
   */
  complete_to?: string | Date;
  /** Holidays that the meeting cadence does not count. Absent: none. */
  recesses?: Recess[];
  /** Organisations and units. */
  organisations?: Organisation[];
  /** People by name. A person is its id everywhere else and needs no entry here. */
  people?: Person[];
  /** The groups of the collaboration, with members and chairs. */
  groups?: Group[];
  /** The meetings of the groups. */
  meetings?: Meeting[];
  /** Matters that were raised, anchored and decided. */
  matters?: Matter[];
  /** The collaboration plans, with adoptions and revisions. */
  plans?: Plan[];
  /** The activity plans of the groups. */
  activity_plans?: ActivityPlan[];
  /** What one group told another. */
  reports?: GroupReport[];
  /** Proposals that one group made to another. */
  proposals?: Proposal[];
  /** Common routines. */
  routines?: Routine[];
  /** What was published about the groups. */
  publications?: Publication[];
  /** Minuted decisions to deviate from a rule. */
  waivers?: Waiver[];
  /** The address of this schema, for editors that complete and correct. */
  "$schema"?: string;
}
