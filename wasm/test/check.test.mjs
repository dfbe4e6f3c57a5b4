// What the JavaScript half does before and after the library: types, options, errors, the report.

import assert from "node:assert/strict";
import { test } from "node:test";

import { check, SamlaError, schema } from "../js/index.js";

const asOf = "2024-12-31";

test("an object, its text and its bytes give one report", () => {
  const report = check({ namn: "Åsa" }, { asOf });
  assert.equal(check('{"namn":"Åsa"}', { asOf }).json, report.json);
  assert.equal(check(new TextEncoder().encode('{"namn":"Åsa"}'), { asOf }).json, report.json);
});

test("the report is the parsed text, and the text is not enumerable", () => {
  const report = check({}, { asOf });
  assert.deepEqual({ ...report }, JSON.parse(report.json));
  assert.equal(JSON.stringify(report), JSON.stringify(JSON.parse(report.json)));
});

for (const record of ["", "[]", '{"half": ', new Uint8Array([0xff])]) {
  test(`a record that cannot be read is an error in both languages: ${JSON.stringify(record)}`, () => {
    for (const lang of ["sv", "en"]) {
      assert.throws(
        () => check(record, { asOf, lang }),
        (error) => error instanceof SamlaError && error.sv !== error.en && error.message === error[lang],
      );
    }
  });
}

test("without a language errors speak English", () => {
  assert.throws(() => check("", { asOf }), (error) => error.message === error.en);
});

for (const record of [undefined, null, 1, true, () => {}]) {
  test(`a record of another type is refused by name: ${record}`, () => {
    assert.throws(() => check(record, { asOf }), /record is an object, JSON text or a Uint8Array, not (undefined|null|number|boolean|function)/);
  });
}

test("an option that does not exist is refused by name", () => {
  assert.throws(() => check({}, { as_of: asOf }), /no option `as_of`/);
  assert.throws(() => schema({ as_of: asOf }), /no option `as_of`/);
});

test("the answer to a standard schema is never a promise", () => {
  const { validate, version, vendor } = schema({ asOf })["~standard"];
  assert.deepEqual([version, vendor], [1, "samla"]);
  assert(!(validate(undefined) instanceof Promise));
});

for (const value of [undefined, null, [], "half a thought"]) {
  test(`a value that is no record gives one issue without a path: ${JSON.stringify(value)}`, () => {
    const { issues } = schema({ asOf })["~standard"].validate(value);
    assert.equal(issues.length, 1);
    assert.equal(typeof issues[0].message, "string");
    assert(!("path" in issues[0]));
  });
}
