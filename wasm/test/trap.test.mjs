// A trap, which the library should never give, made here by an instance whose function traps.

import assert from "node:assert/strict";
import { test } from "node:test";

import { check } from "../js/index.js";

test("after a trap the next call gets a new instance of the same module", (t) => {
  const { Instance, Module } = WebAssembly;
  let instances = 0;
  let modules = 0;
  t.after(() => Object.assign(WebAssembly, { Instance, Module }));
  WebAssembly.Module = class extends Module {
    constructor(...words) {
      super(...words);
      modules += 1;
    }
  };
  WebAssembly.Instance = function (...words) {
    const instance = new Instance(...words);
    instances += 1;
    if (instances > 1) return instance;
    const trap = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    return { exports: { ...instance.exports, check: trap } };
  };

  assert.throws(() => check({}, { asOf: "2024-12-31" }), (error) => {
    assert.match(error.message, /Internal error in samla/);
    return error.cause instanceof WebAssembly.RuntimeError;
  });
  assert.equal(typeof check({}, { asOf: "2024-12-31" }).json, "string");
  assert.deepEqual({ instances, modules }, { instances: 2, modules: 1 });
});
