/** A record or a charter: an object, JSON text or UTF-8 bytes. */
export type Document = object | string | Uint8Array;

export interface Options {
  /** The day judged from, `YYYY-MM-DD` or the local calendar day of a Date. Today if left out. */
  asOf?: string | Date;
  /** Overrides the charter that is built in. */
  charter?: Document;
  /** Chooses among the readings of a doubtful clause: `{ "A-19": "none" }`. */
  readings?: Record<string, string>;
  /** With `"all"` the verdicts also list the subjects that hold or that the rule does not concern. */
  subjects?: "all";
  /** The language of thrown messages and of the issues of `schema`. A report always holds both. `"en"` if left out. */
  lang?: "sv" | "en";
}

/**
 * Judges a record and returns the report.
 *
 * A `Date` in the record becomes its local calendar day. A moment of the day is written as text,
 * `2024-03-05T13:00`. `NaN`, `Infinity` and an invalid `Date` are reported where they stand.
 *
 * @throws {SamlaError} when the record cannot be read at all or an option's value is mistaken.
 * @throws {TypeError} when an argument is of a type that is not taken.
 */
export function check(record: Document, options?: Options): Report;

/**
 * Makes a validator for form libraries (Standard Schema 1.1).
 *
 * Its issues are the findings of severity `error` that no waiver covers, in the report's order; a
 * value without such findings comes back as it is. A value that cannot be read as a record gives
 * one issue without a path.
 */
export function schema(options?: Options): Schema;

/** The record could not be read, or an option is mistaken: there is no report. */
export class SamlaError extends Error {
  readonly name: "SamlaError";
  readonly sv: string;
  readonly en: string;
}

export type Severity = "error" | "warning" | "advice" | "info";
export type Outcome = "not_applicable" | "not_due" | "holds" | "undetermined" | "waived" | "broken";
export type Path = (string | number)[];

/** The report as data, and two members that enumeration, JSON.stringify and copies do not see. */
export interface Report {
  /** The exact text that was parsed: the same bytes as in Rust, Python and the command line. Not enumerable. */
  readonly json: string;
  /** No error, and something was judged: an empty record is not in order, it is unchecked. Not enumerable. */
  readonly ok: boolean;
  receipt: Receipt;
  counts: Counts;
  /** One for every rule, in the order of the documents. */
  verdicts: Verdict[];
  findings: Finding[];
  upcoming?: Upcoming[];
  unchecked: number;
}

export interface Receipt {
  samla: string;
  charter: string;
  charter_sha256: string;
  record_sha256: string;
  as_of: string;
}

export interface Counts extends Record<Severity, number> {
  waived: number;
  rules: Partial<Record<Outcome, number>>;
}

export interface Verdict {
  rule: string;
  clauses: string[];
  outcome: Outcome;
  counts: Partial<Record<Outcome, number>>;
  subjects: SubjectVerdict[];
}

export interface SubjectVerdict {
  subject: string;
  at: string;
  outcome: Outcome;
  /** JSON Pointers to what is missing, when the outcome is `undetermined`. */
  lacks?: string[];
  /** The day from which it would be broken, when the outcome is `not_due`. */
  due?: string;
  /** The rule whose breach leaves this one undetermined. */
  because?: string;
}

export interface Finding {
  rule: string;
  clauses: string[];
  severity: Severity;
  outcome: "broken" | "waived" | "holds";
  subject: string;
  /** JSON Pointer to the smallest existing thing to mend; `path` is the same place as tokens. */
  at: string;
  path: Path;
  related: { at: string; role: string }[];
  params: Record<string, unknown>;
  sv: string;
  en: string;
  reading?: string;
  waiver?: string;
  source?: { file: string; sheet?: string; row?: number; column?: string };
  repairs?: { sv: string; en: string; patch: object[] }[];
}

export interface Upcoming {
  rule: string;
  subject: string;
  due: string;
  sv: string;
  en: string;
}

export interface Issue {
  readonly message: string;
  /** Left out when the finding concerns the record as a whole. */
  readonly path?: Path;
  /** The finding behind the message; left out when the value could not be read as a record. */
  readonly finding?: Finding;
}

/** Standard Schema 1.1 (https://standardschema.dev), written out so that nothing need be installed. */
export interface Schema<Value = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "samla";
    readonly validate: (value: unknown) => { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}
