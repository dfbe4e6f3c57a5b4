// What the validators of form builders and of the open make of the committed schemas.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createAjv } from "@jsonforms/core";
import validator, { customizeValidator } from "@rjsf/validator-ajv8";
import { retrieveSchema } from "@rjsf/utils";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const schema = (name, draft) => read(`schemas/${name}.${draft}.json`);
const example = (name) => read(`core/src/example/${name}.json`);

/** A small record in good order, and what spoils it at which place. */
const good = {
  organisations: [{ id: "vc-norr", kind: "care_centre", principal: "region", municipality: "1489" }],
  groups: [
    {
      id: "nosam-alingsas",
      kind: "nosam",
      from: "2023-01-01",
      members: [{ person: "kim", organisations: ["vc-norr"], functions: ["operations_manager"], mandate: false }],
    },
  ],
  meetings: [{ id: "m", groups: ["nosam-alingsas"], start: "2024-03-05T13:00", end: "2024-03-05T15:30" }],
};
const bad = [
  ["a day of another form", "/groups/0/from", (record) => (record.groups[0].from = "5 mars 2024")],
  ["a day that is not in the calendar", "/groups/0/from", (record) => (record.groups[0].from = "2023-02-29")],
  ["an unknown code", "/groups/0/kind", (record) => (record.groups[0].kind = "nosams")],
  ["a missing kind", "/groups/0", (record) => delete record.groups[0].kind],
  ["a text in place of a list", "/groups/0/members", (record) => (record.groups[0].members = "kim")],
  ["a time with an offset", "/meetings/0/start", (record) => (record.meetings[0].start = "2024-03-05T13:00Z")],
  ["a key that is spelt wrong", "/groups/0/members/0", (record) => (record.groups[0].members[0].funktions = [])],
  ["a text in place of a flag", "/groups/0/members/0/mandate", (record) => (record.groups[0].members[0].mandate = "ja")],
];

/** Each validator: the places of what it finds in a record. */
const validators = {
  "RJSF's": () => {
    const form = schema("record", "07");
    return (record) => {
      const { errors, validationError } = validator.rawValidation(form, record);
      assert.equal(validationError, undefined);
      return (errors ?? []).map((error) => error.instancePath);
    };
  },
  "JSON Forms'": () => placesOf(createAjv().compile(schema("record", "07"))),
  "Ajv's, draft 2020-12, strict,": () => {
    const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true });
    addFormats.default(ajv);
    ajv.addVocabulary(["x-sv", "x-unit"]);
    return placesOf(ajv.compile(schema("record", "2020-12")));
  },
};

function placesOf(validate) {
  return (record) => (validate(record) ? [] : validate.errors.map((error) => error.instancePath));
}

for (const [whose, make] of Object.entries(validators)) {
  const places = make();

  test(`${whose} validator takes good records`, () => {
    assert.deepEqual(places(good), []);
    assert.deepEqual(places(example("good")), []);
    assert.deepEqual(places({ $schema: "https://example.se/record.json" }), []);
    assert.deepEqual(places({}), []);
  });

  test(`${whose} validator finds in the faulty example what the reader finds of its shape`, () => {
    // The reader also finds what no schema can: references, repeated ids, order, suspicious days.
    const told = read("core/src/example/faulty-findings.json").filter((each) => each.rule === "record");
    const found = [...new Set(places(example("faulty")))];
    assert.equal(found.length, 3);
    // A wrong key is told at the key by the reader and at its object by a validator.
    for (const at of found) assert.ok(told.some((each) => each.at === at || each.at.startsWith(`${at}/`)), at);
  });

  for (const [what, at, spoil] of bad) {
    test(`${whose} validator finds ${what}`, () => {
      const record = structuredClone(good);
      spoil(record);
      assert.deepEqual([...new Set(places(record))], [at]);
    });
  }
}

test("every draft of every schema compiles without a warning", () => {
  const warnings = [];
  const logger = { log() {}, warn: (text) => warnings.push(text), error: (text) => warnings.push(text) };
  for (const name of ["record", "report", "charter"]) {
    const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, logger });
    addFormats.default(ajv);
    ajv.addVocabulary(["x-sv", "x-unit"]);
    ajv.compile(schema(name, "2020-12"));
    createAjv({ logger }).compile(schema(name, "07"));
  }
  assert.deepEqual(warnings, []);
});

test("RJSF resolves the form's schema without a reference, and shows `$schema` only where it stands", () => {
  const form = schema("record", "07");
  const resolved = retrieveSchema(customizeValidator(), form, form, {});
  assert.ok(!("$schema" in resolved.properties));
  assert.deepEqual(Object.keys(resolved.properties).slice(0, 3), ["about", "complete", "complete_from"]);
  const member = form.properties.groups.items.properties.members.items;
  assert.equal(member.properties.to["x-sv"].title, "T.o.m.");
  assert.deepEqual(member.required, ["person"]);
});
