import type { Charter } from "./charter.js";
import type { Record as Handed } from "./record.js";
import type { Finding, Report as Told } from "./report.js";

export type * as charter from "./charter.js";
export type * as record from "./record.js";
export type * from "./report.js";

/** A record or a charter: an object, JSON text or UTF-8 bytes. Its keys are those of `Known`. */
export type Document<Known extends object = object> = Known | object | string | Uint8Array;

export interface Options {
  /** The day judged from, `YYYY-MM-DD` or the local calendar day of a Date. Today if left out. */
  asOf?: string | Date;
  /** Overrides the charter that is built in. */
  charter?: Document<Charter>;
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
export function check(record: Document<Handed>, options?: Options): Report;

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

export type Path = Finding["path"];

/** The report as data, and two members that enumeration, JSON.stringify and copies do not see. */
export interface Report extends Told {
  /** The exact text that was parsed: the same bytes as in Rust, Python and the command line. Not enumerable. */
  readonly json: string;
  /** No error, and something was judged: an empty record is not in order, it is unchecked. Not enumerable. */
  readonly ok: boolean;
}

export interface Issue {
  readonly message: string;
  /** Left out when the finding concerns the record as a whole. */
  readonly path?: Path;
  /** The finding behind the message; left out when the value could not be read as a record, or held nothing to judge. */
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
