// From JavaScript values to the bytes and the text that the library takes.

import { SamlaError } from "./error.js";

const names = ["asOf", "charter", "lang", "readings", "subjects"];

/** The UTF-8 bytes of a document: an object, JSON text or bytes already. */
export function documentBytes(what, value) {
  if (value instanceof Uint8Array) return value;
  return new TextEncoder().encode(documentText(what, value));
}

/** The options as JSON text; what is left out stays out, except the day, which is then today. */
export function optionsText(options) {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`samla has no option \`${unknown}\`; the options are ${names.join(", ")}`);
  if (options.lang !== undefined && options.lang !== "sv" && options.lang !== "en") {
    throw new TypeError('lang is "sv" or "en"');
  }
  const members = [`"as_of":${JSON.stringify(asOfText(options.asOf ?? new Date()))}`];
  if (options.charter !== undefined) members.push(`"charter":${charterText(options.charter, options.lang)}`);
  for (const name of ["readings", "subjects"]) {
    if (options[name] !== undefined) members.push(`"${name}":${JSON.stringify(options[name])}`);
  }
  return `{${members.join(",")}}`;
}

/** The calendar day where the program runs. toISOString would give the day in Greenwich. */
export function dayText(date) {
  const number = (value, width) => String(value).padStart(width, "0");
  return `${number(date.getFullYear(), 4)}-${number(date.getMonth() + 1, 2)}-${number(date.getDate(), 2)}`;
}

function documentText(what, value) {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null) return JSON.stringify(value, plain);
  throw new TypeError(`${what} is an object, JSON text or a Uint8Array, not ${value === null ? "null" : typeof value}`);
}

// JSON.stringify has already called toJSON on `value`, so the original is read from its holder.
function plain(key, value) {
  const original = this[key];
  // What JSON cannot hold goes in as its name, `NaN` or `Invalid Date`, and is reported as a bad
  // value where it stands. Form libraries make both out of half-written fields.
  if (isDate(original)) return Number.isNaN(original.getTime()) ? String(original) : dayText(original);
  if (typeof original === "number" && !Number.isFinite(original)) return String(original);
  // These would become {} without a word.
  if (original instanceof Map || original instanceof Set) {
    throw new TypeError(`\`${key}\` is a ${original.constructor.name}; a record holds plain objects and arrays`);
  }
  return value;
}

function asOfText(day) {
  if (typeof day === "string") return day;
  if (isDate(day) && !Number.isNaN(day.getTime())) return dayText(day);
  throw new TypeError("asOf is a day as text or a valid Date");
}

function charterText(charter, lang) {
  const text = charter instanceof Uint8Array ? new TextDecoder().decode(charter) : documentText("charter", charter);
  // The text goes on as it was written, so that the library sees repeated keys; it is parsed here
  // only to be sure that it is one JSON value and cannot run over into other options.
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new SamlaError({ sv: `Regelverket är inte JSON: ${cause.message}`, en: `The charter is not JSON: ${cause.message}` }, lang);
  }
  return text;
}

// Not instanceof: a date may come from another window.
function isDate(value) {
  return Object.prototype.toString.call(value) === "[object Date]";
}
