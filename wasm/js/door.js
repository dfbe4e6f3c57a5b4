// The library's door for JSON text, and the instance of WebAssembly behind it.
//
// The module travels inside `dist/module.js` as text and is compiled at the first call.

import { base64 } from "../dist/module.js";
import { __wbg_reset_state, check, initSync } from "../dist/samla.js";
import { SamlaError } from "./error.js";

let started = false;

/** The report as JSON text, from the record's bytes and the options as JSON text. */
export function judge(record, options, lang) {
  if (!started) {
    initSync({ module: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) });
    started = true;
  }
  try {
    return check(record, options);
  } catch (thrown) {
    // The library's own errors come as text. Anything else is a trap, and leaves the memory in the
    // middle of something; the compiled module is sound, so the next call gets a new instance.
    if (typeof thrown === "string") throw new SamlaError(JSON.parse(thrown), lang);
    __wbg_reset_state();
    throw new Error("Internal error in samla, not in the record; the next call starts afresh", { cause: thrown });
  }
}
