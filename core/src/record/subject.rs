//! What the thing at a place of the record is called in findings that no rule tells.

use serde_json::Value;

use crate::path::{Pointer, Token};

/// What the thing at or above a place is called: `section/id`, or the section, or `record`.
///
/// `whole` is the record as JSON. A thing without an id takes its parent's name and a key made of person
/// (or organisation, or group) and first day: `groups/nosam-a#kim:2024-01-01`, `recesses#2024-06-17`; one
/// below the first level that has an id takes that as its key: `plans/p#revision-1`.
pub(crate) fn subject_at(whole: &Value, at: &Pointer) -> String {
    let Some(Token::Key(section)) = at.0.first() else { return String::from("record") };
    let mut thing = &whole[section];
    if thing.is_null() && !matches!(at.0.get(1), Some(Token::Index(_))) {
        // An unknown key of the record, or a section that is unreadable as a whole.
        return if crate::record::is_section(section) { section.clone() } else { String::from("record") };
    }
    let mut subject = section.clone();
    for (depth, token) in at.0.iter().enumerate().skip(1) {
        thing = match token {
            Token::Key(key) => &thing[key],
            Token::Index(index) => &thing[*index as usize],
        };
        if matches!(token, Token::Key(_)) || !thing.is_object() {
            continue;
        }
        match (depth, thing["id"].as_str()) {
            (1, Some(id)) => subject = format!("{section}/{id}"),
            (_, Some(id)) => return format!("{subject}#{id}"),
            (_, None) => {
                if let Some(key) = key(thing) {
                    return format!("{subject}#{key}");
                }
            }
        }
    }
    subject
}

/// Person and first day of a thing without an id, or what it has of them.
fn key(thing: &Value) -> Option<String> {
    let first = |names: &[&str]| names.iter().find_map(|name| thing[name].as_str());
    let who = first(&["person", "organisation", "group", "from_group", "rule"]);
    // A time begins with its day.
    let day = first(&["from", "on", "written_on"]).and_then(|day| day.get(..10));
    match (who, day) {
        (Some(who), Some(day)) => Some(format!("{who}:{day}")),
        (who, day) => who.or(day).map(str::to_owned),
    }
}
