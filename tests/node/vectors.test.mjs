// WebAssembly gives the bytes that Rust gives, for every case in the file named by SAMLA_VECTORS.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { judge } from "../../wasm/js/door.js";
import { SamlaError } from "../../wasm/js/index.js";

const cases = readFileSync(process.env.SAMLA_VECTORS, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));

test("there is at least one case", () => {
  assert.notEqual(cases.length, 0);
});

for (const each of cases) {
  test(`WebAssembly says what Rust says: ${each.name}`, () => {
    const kinds = ["report", "report_sha256", "error"].filter((kind) => kind in each);
    assert.equal(kinds.length, 1, "a case has either a report, in full or as its SHA-256, or an error");
    const [kind, said] = answer(each);
    assert.equal(kind, kinds[0], said);
    sameText(said, each[kind]);
  });
}

function answer({ record, options, report_sha256 }) {
  try {
    const report = judge(new TextEncoder().encode(record), options);
    if (report_sha256 === undefined) return ["report", report];
    return ["report_sha256", createHash("sha256").update(report).digest("hex")];
  } catch (error) {
    if (error instanceof SamlaError) return ["error", error.en];
    throw error;
  }
}

// A report is one long line; what matters is where it parts from the other.
function sameText(here, rust) {
  if (here === rust) return;
  let at = 0;
  while (at < here.length && here[at] === rust[at]) at += 1;
  const near = (text) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  assert.fail(`differs from character ${at}\n  Rust        ${near(rust)}\n  WebAssembly ${near(here)}`);
}
