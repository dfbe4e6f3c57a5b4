// Checks the governance records of SAMLA, in a browser or in Node.
//
// Everything is synchronous, because form libraries throw away the answer of a validator that
// returns a promise: no network, no top-level await.

import { judge } from "./door.js";
import { SamlaError } from "./error.js";
import { documentBytes, optionsText } from "./input.js";
import { issuesOf, makeReport } from "./report.js";

export { SamlaError };

/** Judges a record and returns the report. */
export function check(record, options = {}) {
  return makeReport(judge(documentBytes("record", record), optionsText(options), options.lang));
}

/** Makes a validator that form libraries understand: https://standardschema.dev, version 1.1. */
export function schema(options = {}) {
  // A mistaken option is the programmer's, so it is thrown here and not at the user's first key.
  optionsText(options);
  return {
    "~standard": {
      version: 1,
      vendor: "samla",
      validate: (value) => {
        const issues = validate(value, options);
        return issues.length === 0 ? { value } : { issues };
      },
    },
  };
}

function validate(value, options) {
  let report;
  try {
    report = check(value, options);
  } catch (error) {
    // What a form holds is the user's, so a record that cannot be read is an issue like any other.
    if (error instanceof SamlaError || error instanceof TypeError) return [{ message: error.message }];
    throw error;
  }
  return issuesOf(report, options.lang ?? "en");
}
