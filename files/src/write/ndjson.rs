//! JSON lines: one object `{file, …}` a line, of one file, too.

use super::{Format, Told, json};

pub(super) const fn of_file<T: Told>() -> Format<T> {
    Format::plain("ndjson", |filed, _| json::line(filed))
}
