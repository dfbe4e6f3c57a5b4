// Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

/** The same in both languages. */
export interface Bilingual {
  /** In Swedish. */
  sv: string;
  /** In English. */
  en: string;
}

/** A document that clauses stand in. */
export interface Document {
  /** The letter that its clause ids begin with. */
  code: string;
  /** Its title. */
  title: Bilingual;
}

/** A municipality. */
export interface Municipality {
  /** Four digits. */
  code: string;
  /** Its name. */
  name: string;
}

/** A period, both days included. */
export interface Dated {
  /** First day. */
  from?: string | null;
  /** Last day, included. */
  to?: string | null;
}

/** An entry of a list of codes. */
export interface Listed {
  /** The code in records. */
  code: string;
  /** Swedish name. */
  sv: string;
  /** English name. */
  en: string;
  /** Other spellings, compared without case, hyphens, spaces and accents. */
  aliases?: string[];
  /** When it is in force. */
  valid?: Dated;
}

/** A political board. */
export interface Board {
  /** The code in records. */
  code: string;
  /** Its name. */
  name: string;
  /** Other spellings. */
  aliases?: string[];
  /** Municipality or region. */
  principal: Principal;
  /** The municipality of a municipal board. */
  municipality?: string | null;
  /** When it is in force. */
  valid?: Dated;
}

export type Principal =
  | "municipality"
  | "region"
  | "none";

/** How many of one function each board sends. */
export interface BoardSeat {
  /** Functions that count. */
  functions: MemberFunction[];
  /** Least and greatest number, both included. */
  number: Between;
  /** What the seats are called. */
  name: Bilingual;
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

/** A range of whole numbers, both ends included. */
export interface Between {
  /** Least. */
  from: number;
  /** Greatest. */
  to: number;
}

/** Who must sit in a kind of group. */
export interface Seat {
  /** The rule that judges it. */
  rule: string;
  /** The kind of group. */
  group: GroupKind;
  /** What it is called in findings, in the definite form where the language has one. */
  name: Bilingual;
  /** How many are needed. */
  quota: Quota;
  /** Functions that fill it. */
  functions: MemberFunction[];
  /** May another manager's title fill it, with a warning? */
  other_managers?: boolean;
  /** Does the mandate of a head of administration fill it, whatever the function? */
  by_mandate?: boolean;
  /** Statuses that fill it. */
  statuses?: MemberStatus[];
  /** Kinds of organisations that fill it. An empty list: any. */
  organisations?: OrganisationKind[];
  /** The entry in the list of parties that must be represented. */
  party?: string | null;
  /** Must the organisation be the group's own municipality's? */
  own_municipality?: boolean;
  /** The side that the organisation must be on. */
  side?: Principal | null;
  /** The form of provision that the organisation must have. */
  provider?: Provider | null;
  /** The target groups that the membership is limited to. An empty list: it is not limited. */
  target_groups?: string[];
  /** When it is in force. */
  valid?: Dated;
}

export type GroupKind =
  | "nosam"
  | "coordination_group"
  | "political_group"
  | "theme_group";

/** One for each unit of this kind in the municipality. */
export interface QuotaEachUnit {
  /** One for each unit of this kind in the municipality. */
  each_unit: OrganisationKind;
}

/** At least so many. */
export interface QuotaAtLeast {
  /** At least so many. */
  at_least: number;
}

/** So many, both ends included. */
export interface QuotaBetween {
  /** So many, both ends included. */
  between: Between;
}

/** How many of a seat there must be. */
export type Quota =
  | QuotaEachUnit
  | "each_municipality"
  | QuotaAtLeast
  | QuotaBetween;

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

export type MemberStatus =
  | "ordinary"
  | "co_opted"
  | "support"
  | "deputy";

export type Provider =
  | "public"
  | "private_lov";

/** Seats in one kind of group that belong to the holders of offices in another. */
export interface ExOfficio {
  /** The rule that judges them. */
  rule: string;
  /** The kind of group that holds the offices. */
  of: GroupKind;
  /** The offices. */
  offices: OfficeKind[];
  /** The kind of group that holds the seats. */
  group: GroupKind;
}

export type OfficeKind =
  | "chair"
  | "vice_chair";

/** The chair of a NOSAM. */
export interface Chair {
  /** The sides that may hold the chair, in turn when there are several. */
  sides: Principal[];
  /** Length of a term in months. */
  term_months: number;
  /** Does the vice chair take over? */
  vice_takes_over: boolean;
}

/** When and how NOSAM meets. */
export interface Meetings {
  /** Length in minutes. */
  minutes: Between;
  /** Distance in ISO weeks. */
  weeks: Between;
  /** Offices whose holders attend the whole meeting. */
  whole_meeting_offices: OfficeKind[];
  /** Functions that attend the whole meeting. */
  whole_meeting_functions: MemberFunction[];
  /** Minutes that may be missing at the most. */
  whole_meeting_tolerance: number;
}

/** Kinds of matters that another group than NOSAM decides. */
export interface Reserved {
  /** Who decides them. */
  to: GroupKind;
  /** Kinds of matters. */
  kinds: MatterKind[];
  /** Economic matters, too? */
  economic: boolean;
}

export type MatterKind =
  | "operational"
  | "direction"
  | "overarching_strategic"
  | "collaboration_document"
  | "other";

/** The political decision that the plan rests on. */
export interface Foundation {
  /** Who decided. */
  by: GroupKind;
  /** In which year. */
  year: number;
}

/** Days of grace that no reading names. */
export interface Deadlines {
  /** Days from the opening of a unit in which its seat may be empty. */
  new_unit: number;
  /** Days from adoption in which an activity plan is published. */
  activity_plan: number;
  /** Days after a change in which a group's published list may be out of date. Absent: that is a remark. */
  member_list?: number | null;
}

/**
 * Words that are written where there is nothing to write, compared without case, spaces, hyphens,
 * full stops and accents.
 */
export interface Placeholders {
  /** What stands in the place of a person where there is none; digits at the end do not count. */
  people?: string[];
  /**
   * What is written as a reason or an assignment without saying anything; a text without a letter
   * or digit never says anything.
   */
  texts?: string[];
}

/** How unclear points of the documents are read. */
export interface Readings {
  /** Last day of the validity of the prioritised goals (the plan itself runs to 2026-12-31). */
  "A-01": string;
  /** The political boards (Lerum: one body, or two). */
  "A-02": string[];
  /** What the chair and the elected are counted for. */
  "A-03": BoardMembers;
  /** Revision and update. */
  "A-04": RevisionAndUpdate;
  /** Focus areas are the four prioritised goals; strategies are not required. */
  "A-05": FocusAreas;
  /** Who may exempt a year from revision. */
  "A-06": ExemptsFromRevision;
  /** Whose activity plans are required. */
  "A-07": ActivityPlanOwners;
  /** Party list: who may, or who must, be in the coordination group. */
  "A-08": PartyList;
  /** NOSAM is local, one a municipality. */
  "A-09": NosamLevel;
  /** Activity plans of a NOSAM. */
  "A-10": ActivityPlans;
  /** Activities outside or inside the plan. */
  "A-11": Activities;
  /** Matters a NOSAM may decide. */
  "A-12": NosamDecides;
  /** Least number of held meetings and follow-ups of the political group in a year. */
  "A-13": number;
  /** Line implementation. */
  "A-14": LineImplementation;
  /** Regionhälsan and Sjukhusen i väster in the list of boards mean their boards. */
  "A-15": BareBoardNames;
  /** Present indicative that names who, what or how many is a duty. */
  "A-16": PresentIndicative;
  /** Which care centres and rehab units. */
  "A-17": Units;
  /** MAS and/or MAR. */
  "A-18": MasAndMar;
  /** Side of a private provider under LOV. */
  "A-19": PrivateSide;
  /** Basis of the one-year term. */
  "A-20": TermBasis;
  /** Days by which a term may differ. */
  "A-20.tolerance_days": number;
  /** Side of the vice chair. */
  "A-21": ViceSide;
  /** Who may be chair. */
  "A-22": WhoMayChair;
  /** First day on which NOSAM chairs and vice chairs sit in the coordination group. */
  "A-23": string;
  /** Least number of private representatives in the coordination group. */
  "A-24": number;
  /** Who counts for consensus. */
  "A-25": ConsensusOf;
  /** Window and scope of anchoring. */
  "A-26": AnchoringWindow;
  /** Whose decisions are to be anchored. */
  "A-26.scope": AnchoringScope;
  /** Which matters are anchored in the coordination group. */
  "A-27": AnchoredInCoordinationGroup;
  /** Deviation reports. */
  "A-28": DeviationReports;
  /** Days after the half-year by which the deviation report is due. */
  "A-28.grace_days": number;
  /** Last days of the half-year that no deviation report need cover, this many at most. */
  "A-28.rest_days": number;
  /** Meeting cadence. */
  "A-29": Cadence;
  /** Scheduled time, breaks included. */
  "A-30": MeetingTime;
  /** Whole-meeting attendance. */
  "A-31": WholeMeeting;
  /**
   * Notes and lists are due this many days after the meeting, or by the next one that owes notes if
   * later.
   */
  "A-32": number;
  /** Ban on deputies. */
  "A-33": DeputyBan;
  /** Longest life of a theme group in months. */
  "A-34"?: number | null;
  /** The process leader is neutral support that fills its own seat. */
  "A-35": ProcessLeader;
  /** Reporting back, evaluation, follow-up. */
  "A-36": YearlyReports;
  /** Days after the end of the year by which its report back, evaluation and follow-up are due. */
  "A-36.grace_days": number;
  /** Municipal operations that must each send a manager. */
  "A-37": OrganisationKind[];
  /** Public-health coordinator. */
  "A-38": PublicHealthCoordinator;
  /** Spelling: aliases, compared without case, hyphens, spaces and accents. */
  "A-39": Spelling;
  /** First year judged for the yearly revision. */
  "A-40": number;
  /** NOSAM chairs may sit in their own steering group. */
  "A-42": ChairsInSteeringGroup;
  /** One person may fill several seats; a remark says so. */
  "A-43": SeveralSeats;
  /**
   * Days that the as-of day may lie after the youngest recorded day for the record to be complete
   * until then, when `complete_to` is not given.
   */
  "A-44": number;
  /** In which organisation a matter must have been anchored. */
  "A-45": AnchoringLevel;
}

export type BoardMembers =
  | "per_body"
  | "group_chair"
  | "per_body_total";

export type RevisionAndUpdate =
  | "separate"
  | "same";

export type FocusAreas =
  | "prioritised_goals";

export type ExemptsFromRevision =
  | "either_group"
  | "political_group";

export type ActivityPlanOwners =
  | "three_owners"
  | "nosam_only";

export type PartyList =
  | "may"
  | "must";

export type NosamLevel =
  | "local";

export type ActivityPlans =
  | "any_number"
  | "one_per_target_group"
  | "exactly_one";

export type Activities =
  | "outside"
  | "inside";

export type NosamDecides =
  | "all_but_reserved"
  | "operational_only";

export type LineImplementation =
  | "duty"
  | "recommendation";

export type BareBoardNames =
  | "boards";

export type PresentIndicative =
  | "duty";

export type Units =
  | "public_and_private"
  | "public_only";

export type MasAndMar =
  | "one_is_enough"
  | "both";

export type PrivateSide =
  | "region"
  | "none"
  | "own_side";

export type TermBasis =
  | "anniversary"
  | "calendar_year";

export type ViceSide =
  | "opposite"
  | "any";

export type WhoMayChair =
  | "ordinary_with_side"
  | "anyone_but_process_leader";

export type ConsensusOf =
  | "ordinary_with_side"
  | "present_only";

export type AnchoringWindow =
  | "inclusive"
  | "strictly_between";

export type AnchoringScope =
  | "nosam"
  | "all_groups";

export type AnchoredInCoordinationGroup =
  | "economic"
  | "all";

export type DeviationReports =
  | "half_yearly"
  | "when_needed";

export type Cadence =
  | "iso_weeks"
  | "days";

export type MeetingTime =
  | "scheduled";

export type WholeMeeting =
  | "duty"
  | "advice";

export type DeputyBan =
  | "appointed"
  | "appointed_and_stand_ins";

export type ProcessLeader =
  | "support";

export type YearlyReports =
  | "yearly_advice"
  | "no_existence_test";

export type PublicHealthCoordinator =
  | "own_municipality"
  | "any";

export type Spelling =
  | "aliases";

export type ChairsInSteeringGroup =
  | "allowed";

export type SeveralSeats =
  | "allowed";

export type AnchoringLevel =
  | "organisation_or_above"
  | "organisation";

/** What a charter says of one rule. */
export interface RuleSetting {
  /** Is it switched off? */
  off?: boolean;
  /** When it is in force. */
  valid?: Dated;
  /** Where it stands in this charter's own documents, and what it says there. */
  citation?: Citation | null;
}

/** Where a rule stands in a charter's own documents. */
export interface Citation {
  /** Code of the document. */
  document: string;
  /** The heading. */
  heading: string;
  /** The sentence or paragraph. */
  sentence: string;
  /** What it says, paraphrased. */
  says: Bilingual;
}

/** What the founding documents of one collaboration fix. */
export interface Charter {
  /** Its name in receipts. */
  id: string;
  /** What it stands for. */
  title: Bilingual;
  /** The documents that the clauses stand in. */
  documents: Document[];
  /** The municipalities, each of which has its NOSAM. */
  municipalities: Municipality[];
  /** First day of the collaboration; earlier days in a record are suspicious. */
  founded: string;
  /** The period of the plan, both days included. */
  plan: Dated;
  /** The goals that a record may name. */
  goals: Listed[];
  /** The target groups that a record may name. */
  target_groups: Listed[];
  /** Who may send ordinary members. */
  parties: Listed[];
  /** Boards; reading A-02 says which of them sit in the political group. */
  boards: Board[];
  /** What each board sends to the political group. */
  board_seats: BoardSeat[];
  /** The seats of each kind of group. */
  seats: Seat[];
  /** Seats that follow an office in another group. */
  ex_officio: ExOfficio[];
  /** The chair of a NOSAM. */
  chair: Chair;
  /** Kinds of groups in which no deputies are appointed. */
  no_deputies_in: GroupKind[];
  /** When and how NOSAM meets. */
  meetings: Meetings;
  /** Who decides which kinds of matters. */
  reserved: Reserved;
  /** The political decision that the plan rests on. */
  foundation?: Foundation | null;
  /** Deadlines with their grace, in days. */
  deadlines: Deadlines;
  /** What is written where there is nothing to write. Absent: the usual ones. */
  placeholders?: Placeholders;
  /** Hosts of the site on which everything is gathered. An empty list: any will do. */
  sites?: string[];
  /** How unclear points of the documents are read. */
  readings: Readings;
  /** What this charter says of single rules; a rule that is not here is in force all the time. */
  rules?: { [key: string]: RuleSetting };
}
