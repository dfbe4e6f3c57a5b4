//! The WebAssembly half of the npm package `samla`: bytes and text in, text out.
//!
//! Everything a JavaScript reader would want to change (dates, errors, the report, Standard
//! Schema) is written in JavaScript, in `js/index.js`.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Judges the record and returns the report as JSON text.
///
/// # Errors
/// Throws JSON text with the members `sv` and `en`: a string, so that the caller can tell it from
/// a trap, which is always an object.
#[wasm_bindgen]
pub fn check(record: &[u8], options: &str) -> Result<String, JsValue> {
    samla::json::check(record, options)
        .map_err(|error| JsValue::from_str(&serde_json::to_string(&error.0).unwrap_or_default()))
}
