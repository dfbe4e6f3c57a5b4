// From JavaScript values to what the library takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";

import { dayText, documentBytes, optionsText } from "../js/input.js";

const text = (record) => new TextDecoder().decode(documentBytes("record", record));

// Every zone in turn, since a day that is right in one may be wrong in the next.
for (const zone of ["Europe/Stockholm", "Pacific/Auckland", "America/Los_Angeles", "UTC"]) {
  test(`a Date is its local calendar day in ${zone}`, () => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      for (const date of [new Date(2024, 2, 1), new Date(2024, 2, 1, 23, 59), new Date(2024, 0, 1, 0, 0)]) {
        const day = date.getMonth() === 0 ? "2024-01-01" : "2024-03-01";
        assert.equal(text({ on: date }), `{"on":"${day}"}`);
        assert.equal(optionsText({ asOf: date }), `{"as_of":"${day}"}`);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
}

test("a date from another window is a date", () => {
  assert.equal(text({ on: vm.runInNewContext("new Date(2024, 2, 1)") }), '{"on":"2024-03-01"}');
});

test("what JSON cannot hold goes in as its name", () => {
  assert.equal(text({ a: NaN, b: -Infinity, c: new Date(NaN) }), '{"a":"NaN","b":"-Infinity","c":"Invalid Date"}');
});

test("what is undefined is left out, as form libraries mean it", () => {
  assert.equal(text({ a: undefined, b: null, c: "" }), '{"b":null,"c":""}');
});

test("maps and sets are refused instead of being emptied", () => {
  assert.throws(() => text({ groups: new Map([["a", 1]]) }), /`groups` is a Map/);
  assert.throws(() => text({ groups: new Set([1]) }), /`groups` is a Set/);
});

test("text and bytes go on unchanged", () => {
  assert.equal(text('{"a": 1, "a": 2}'), '{"a": 1, "a": 2}');
  const bytes = new Uint8Array([0xff]);
  assert.equal(documentBytes("record", bytes), bytes);
});

test("the day is today if it is left out", () => {
  const before = dayText(new Date());
  const { as_of } = JSON.parse(optionsText({}));
  assert(before <= as_of && as_of <= dayText(new Date()));
});

test("a day that is no day is refused", () => {
  assert.throws(() => optionsText({ asOf: new Date(NaN) }), /asOf is/);
  assert.throws(() => optionsText({ asOf: 20241231 }), /asOf is/);
});

test("a language that does not exist is refused", () => {
  assert.throws(() => optionsText({ lang: "fi" }), /lang is/);
});

test("options that are given reach the library", () => {
  const given = { asOf: "2024-12-31", charter: { a: "ö" }, readings: { "A-19": "none" }, subjects: "all", lang: "sv" };
  const { asOf: as_of, lang, ...rest } = given;
  assert.deepEqual(JSON.parse(optionsText(given)), { as_of, ...rest });
});

test("a charter as text keeps its text", () => {
  assert.match(optionsText({ charter: '{"a": 1, "a": 1.0}' }), /"charter":\{"a": 1, "a": 1\.0\}/);
});

test("a charter that is not JSON is an error in both languages", () => {
  for (const charter of ["{", '{},"subjects":"all"']) {
    assert.throws(() => optionsText({ charter, lang: "sv" }), (error) => error.name === "SamlaError" && error.message === error.sv);
  }
});
