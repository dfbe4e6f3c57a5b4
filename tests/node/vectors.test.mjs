// WebAssembly gives the bytes that Rust gives, for every case in the file named by SAMLA_VECTORS.

import assert from "node:assert/strict";
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
    assert.notEqual("report" in each, "error" in each, "a case has either a report or an error");
    const [kind, said] = answer(each);
    assert.equal(kind, "error" in each ? "error" : "report", said);
    sameText(said, each[kind]);
  });
}

function answer({ record, options }) {
  try {
    return ["report", judge(new TextEncoder().encode(record), options)];
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
