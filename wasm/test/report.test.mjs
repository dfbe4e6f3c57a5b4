// What a report and a schema answer, from texts that stand in for the library's.

import assert from "node:assert/strict";
import { test } from "node:test";

import { makeReport, issuesOf } from "../js/report.js";

const finding = (severity, outcome = "broken", path = ["groups", 0]) => ({ rule: "N-ORD-2", severity, outcome, path, sv: "En mening", en: "A sentence" });

function report(findings, outcome = "holds") {
  const error = findings.filter((each) => each.severity === "error" && each.outcome === "broken").length;
  return makeReport(JSON.stringify({ counts: { error }, verdicts: [{ rule: "N-ORD-2", outcome }], findings }));
}

test("a report without errors is ok", () => {
  assert.equal(report([]).ok, true);
  assert.equal(report([finding("warning")], "broken").ok, true);
  assert.equal(report([finding("error", "waived")], "waived").ok, true);
});

test("a report with an error is not ok", () => {
  assert.equal(report([finding("error")], "broken").ok, false);
});

test("a report in which nothing was judged is not ok", () => {
  assert.equal(report([], "not_applicable").ok, false);
});

test("an unknown key alone is not a judgement", () => {
  assert.equal(report([finding("info", "holds")], "not_applicable").ok, false);
});

test("only errors that no waiver covers are issues", () => {
  const findings = [finding("error"), finding("error", "waived"), finding("warning"), finding("info", "holds")];
  assert.deepEqual(issuesOf(report(findings), "en"), [{ message: "A sentence", path: ["groups", 0], finding: finding("error") }]);
});

test("that nothing was judged is an issue", () => {
  assert.deepEqual(issuesOf(report([], "not_applicable"), "en"), [{ message: "Nothing was checked: the record holds nothing that a rule applies to" }]);
});

test("an issue speaks the language asked for", () => {
  assert.equal(issuesOf(report([finding("error")]), "sv")[0].message, "En mening");
});

test("a finding about the whole record gives an issue without a path", () => {
  assert(!("path" in issuesOf(report([finding("error", "broken", [])]), "en")[0]));
});
