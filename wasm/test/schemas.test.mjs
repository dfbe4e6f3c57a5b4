// The schemas travel beside the module: the committed files, by a function or one by one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { jsonSchema } from "samla/schemas";
import record07 from "samla/schemas/record.07";

const committed = (name, draft) =>
  readFileSync(new URL(`../../schemas/${name}.${draft}.json`, import.meta.url), "utf8");

for (const name of ["record", "report", "charter"]) {
  for (const draft of ["2020-12", "07"]) {
    test(`the schema of the ${name} in draft ${draft} is the committed one, in its order`, () => {
      assert.equal(`${JSON.stringify(jsonSchema(name, { draft }), null, 2)}\n`, committed(name, draft));
    });
  }
}

test("draft 2020-12 is the usual one, and what one caller changes no other sees", () => {
  const schema = jsonSchema("record");
  assert.equal(schema.$id, "urn:samla:schema:record:2020-12");
  schema.properties = {};
  assert.notDeepEqual(jsonSchema("record").properties, {});
  assert.deepEqual(record07, jsonSchema("record", { draft: "07" }));
});

test("an unknown name or draft is the programmer's mistake", () => {
  assert.throws(() => jsonSchema("roster"), TypeError);
  assert.throws(() => jsonSchema("toString"), TypeError);
  assert.throws(() => jsonSchema("record", { draft: "4" }), TypeError);
});
