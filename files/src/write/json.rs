//! JSON text: one value and a line's end.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Filed, Format, Told};

/// Compact; of several a list of `{file, …}`.
pub(super) const fn of_file<T: Told>() -> Format<T> {
    Format {
        name: "json",
        alone: |filed, _| line(filed.told),
        beside: |filed, _| text(filed),
        around: ["[", ",", "]\n"],
    }
}

/// Compact.
pub(super) const fn compact<T: Serialize + ?Sized>() -> Format<T> {
    Format::plain("json", |filed, _| line(filed.told))
}

/// Indented, for those who write one of their own.
pub(super) const fn indented<T: Serialize>() -> Format<T> {
    Format::plain("json", |filed, _| {
        let mut bytes = serde_json::to_vec_pretty(filed.told).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    })
}

impl<T: Told> Serialize for Filed<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(Some(2))?;
        object.serialize_entry("file", &self.file)?;
        object.serialize_entry(T::KEY, self.told)?;
        object.end()
    }
}

pub(super) fn line<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut bytes = text(value);
    bytes.push(b'\n');
    bytes
}

fn text<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    // What is written here has text keys only, so that writing it cannot fail.
    serde_json::to_vec(value).unwrap_or_default()
}
