//! The embedded examples: one invented year of SAMLA, kept well and kept with an office's ordinary mistakes.

use crate::calendar::Day;
use crate::lang::{Both, Lang};

/// An embedded record.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// Its name, for `samla example NAME`.
    pub name: &'static str,
    /// The record, as JSON text.
    pub json: &'static str,
    says: Both,
}

/// Every example, the one without mistakes first.
pub const ALL: &[Example] = &[
    Example {
        name: "good",
        json: include_str!("example/good.json"),
        says: Both {
            sv: "ett påhittat år då allt sköttes som det ska",
            en: "an invented year in which everything was done as it should",
        },
    },
    Example {
        name: "faulty",
        json: include_str!("example/faulty.json"),
        says: Both { sv: "samma år med vanliga misstag", en: "the same year with ordinary mistakes" },
    },
];

impl Example {
    /// What it shows.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &'static str {
        self.says.of(lang)
    }
}

/// The example of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Example> {
    ALL.iter().find(|example| example.name == name)
}

/// The day from which the examples are judged: the last of 2024.
///
/// # Panics
/// Never: the calendar has that day.
#[must_use]
pub fn as_of() -> Day {
    Day::new(2024, 12, 31).expect("a day of the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_record_and_found_by_its_name() {
        for example in ALL {
            assert!(crate::Record::read(example.json.as_bytes()).is_ok(), "{}", example.name);
            assert_eq!(find(example.name).map(|it| it.name), Some(example.name));
        }
        assert!(find("best").is_none());
    }
}
