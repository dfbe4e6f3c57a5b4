// The JSON Schemas, beside the module of WebAssembly and not in it: who needs none loads none. A single one
// is imported by its name, `samla/schemas/record.07`.

import charter07 from "../dist/schemas/charter.07.js";
import charter202012 from "../dist/schemas/charter.2020-12.js";
import record07 from "../dist/schemas/record.07.js";
import record202012 from "../dist/schemas/record.2020-12.js";
import report07 from "../dist/schemas/report.07.js";
import report202012 from "../dist/schemas/report.2020-12.js";

const schemas = {
  "2020-12": { charter: charter202012, record: record202012, report: report202012 },
  "07": { charter: charter07, record: record07, report: report07 },
};

/** The JSON Schema of a record, a report or a charter; a fresh object at every call. */
export function jsonSchema(name, { draft = "2020-12" } = {}) {
  const ofDraft = Object.hasOwn(schemas, draft) ? schemas[draft] : undefined;
  if (ofDraft === undefined) throw new TypeError(`draft is ${Object.keys(schemas).map((each) => `"${each}"`).join(" or ")}`);
  if (!Object.hasOwn(ofDraft, name)) throw new TypeError("the schemas are record, report and charter");
  return structuredClone(ofDraft[name]);
}
