//! What the thing at a place of the record is called in findings that no rule tells.

use super::{Read, Record, is_section};
use crate::path::{Pointer, Token};

/// What the thing at or above a place is called: `section/id`, or the section, or `record`.
///
/// A thing without an id takes its parent's name and a key made of person (or organisation, or group) and
/// first day: `groups/nosam-a#kim:2024-01-01`, `recesses#2024-06-17`; one below the first level that has an id
/// takes that as its key: `plans/p#revision-1`.
pub(crate) fn subject_at(record: &Record, at: &Pointer) -> String {
    let Some(Token::Key(section)) = at.0.first() else { return String::from("record") };
    if !is_section(section) && !matches!(at.0.get(1), Some(Token::Index(_))) {
        return String::from("record");
    }
    let (mut thing, mut key, mut outermost) = (section.clone(), None, true);
    record.things(&at.0, &mut |named| {
        match named.id {
            Some(id) if outermost => thing = format!("{section}/{id}"),
            _ => key = key.take().or_else(|| named.key()),
        }
        outermost = false;
    });
    key.map_or_else(|| thing.clone(), |key| format!("{thing}#{key}"))
}
