// Drawn up from the descriptions in core/src; `cargo xtask bless` rewrites it.

/** What was judged, by what and from when. */
export interface Receipt {
  /** Version of samla. */
  samla: string;
  /** Id of the charter. */
  charter: string;
  /** SHA-256 of the compact charter in force. */
  charter_sha256: string;
  /** SHA-256 of the bytes handed in. Absent for a typed record. */
  record_sha256?: string;
  /** The day judged from. */
  as_of: string;
  /** The youngest day on record, where the day judged from lies far after it. */
  youngest?: string;
}

/** How many findings of each severity, and rules of each outcome. */
export interface Counts {
  /** Broken obligations, and values that could not be read. */
  error: number;
  /** Obligations probably broken. */
  warning: number;
  /** Recommendations not followed. */
  advice: number;
  /** Remarks. */
  info: number;
  /** Findings covered by a waiver, counted nowhere else. */
  waived: number;
  /** Rules by outcome. */
  rules: OutcomeCounts;
}

/** Rules, or subjects, by outcome. */
export interface OutcomeCounts {
  /** How many have the outcome `not_applicable`. */
  not_applicable: number;
  /** How many have the outcome `not_due`. */
  not_due: number;
  /** How many have the outcome `holds`. */
  holds: number;
  /** How many have the outcome `undetermined`. */
  undetermined: number;
  /** How many have the outcome `waived`. */
  waived: number;
  /** How many have the outcome `broken`. */
  broken: number;
}

/** What a report says of one rule. */
export interface RuleVerdict {
  /** The rule. */
  rule: string;
  /** The clauses that it judges. */
  clauses: string[];
  /** The worst outcome of its subjects. */
  outcome: Outcome;
  /** Its subjects by outcome. */
  counts: OutcomeCounts;
  /** The subjects that the report lists. */
  subjects: SubjectVerdict[];
}

export type Outcome =
  | "not_applicable"
  | "not_due"
  | "holds"
  | "undetermined"
  | "waived"
  | "broken";

/** What a report says of one subject. */
export interface SubjectVerdict {
  /** What was judged, named by ids. */
  subject: string;
  /** Where it stands. */
  at: string;
  /** What came out. */
  outcome: Outcome;
  /** The fields that would settle it. */
  lacks?: string[];
  /** The day from which it would be broken. */
  due?: string;
  /** The rule, or `record`, that is the root cause. */
  because?: string;
}

/** One finding. */
export interface Finding {
  /** The rule, or `record` for a reading problem. */
  rule: string;
  /** The clauses that it rests on; none for a reading problem. */
  clauses: string[];
  /** How grave it is. */
  severity: Severity;
  /** Broken, waived or, for a remark, holds. */
  outcome: Outcome;
  /** What was judged, named by ids. */
  subject: string;
  /** The smallest existing thing to mend. */
  at: string;
  /** The same place, key by key. */
  path: (string | number)[];
  /** Other places that it rests on. */
  related: Related[];
  /** The values that the sentences use, by name. */
  params: { [key: string]: unknown };
  /** The sentence in Swedish, without a full stop. */
  sv: string;
  /** The sentence in English, without a full stop. */
  en: string;
  /** The reading that it depends on. */
  reading?: string;
  /** The days of which a waiver must cover one to cover the finding. */
  key_days?: string[];
  /** The days on which it lasts. A waiver covers those of them that it includes. */
  lasts?: Lasts[];
  /** The waiver that covers it. */
  waiver?: string;
}

export type Severity =
  | "info"
  | "advice"
  | "warning"
  | "error";

/** Another place of the record that a finding rests on. */
export interface Related {
  /** The place. */
  at: string;
  /** What it is to the finding. */
  role: string;
}

/** From the first day to the last, both included. One that is absent is open. */
export interface Lasts {
  /** The first day. */
  from?: string;
  /** The last day. */
  to?: string;
}

/** A duty that will be due within the horizon. */
export interface Upcoming {
  /** The rule. */
  rule: string;
  /** Whose duty it is. */
  subject: string;
  /** The day from which it would be broken. */
  due: string;
  /** What is to be done, and by which day, in Swedish. */
  sv: string;
  /** What is to be done, and by which day, in English. */
  en: string;
}

/** What a check says. */
export interface Report {
  /** What was judged. */
  receipt: Receipt;
  /** The sums. */
  counts: Counts;
  /** Every rule, in the order of the documents. */
  verdicts: RuleVerdict[];
  /** The findings, in the promised order. */
  findings: Finding[];
  /** What will be due, soonest first. Absent without a horizon. */
  upcoming?: Upcoming[];
  /** How many clauses no rule judges. */
  unchecked: number;
}
