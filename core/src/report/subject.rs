//! What is judged, named by ids.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::calendar::Day;
use crate::described::Named;

/// What is judged several times within one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Key<T = String> {
    /// The thing itself.
    #[default]
    Whole,
    /// A code or an id within it.
    Name(T),
    /// A day within it.
    Day(Day),
    /// A calendar year of it.
    Year(i32),
    /// A half of a calendar year of it, as `2024-H1`.
    HalfYear(i32, u8),
    /// An id and a code within it, as `NOSAM:chair`.
    Pair(T, T),
    /// A person and the first day, where there is one.
    Person(T, Option<Day>),
}

/// What is judged, named by ids: `groups/nosam-a`, `groups/pol#B03`, `#1489`. It is written as this text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Subject<T = String> {
    /// The section of the record that it stands in; empty for what the charter lists.
    pub section: T,
    /// The id of the thing in it.
    pub id: Option<T>,
    /// Which of several within the thing.
    pub key: Key<T>,
}

impl<T> Subject<T> {
    /// The thing `id` of `section`.
    pub(crate) fn of(section: T, id: Option<T>) -> Self {
        Self { section, id, key: Key::Whole }
    }

    /// One of several within it.
    pub(crate) fn with(self, key: Key<T>) -> Self {
        Self { key, ..self }
    }
}

impl Subject<&str> {
    /// The same with texts of its own.
    pub(crate) fn owned(self) -> Subject {
        let key = match self.key {
            Key::Whole => Key::Whole,
            Key::Name(name) => Key::Name(name.to_owned()),
            Key::Day(day) => Key::Day(day),
            Key::Year(year) => Key::Year(year),
            Key::HalfYear(year, half) => Key::HalfYear(year, half),
            Key::Pair(id, code) => Key::Pair(id.to_owned(), code.to_owned()),
            Key::Person(person, day) => Key::Person(person.to_owned(), day),
        };
        Subject { section: self.section.to_owned(), id: self.id.map(str::to_owned), key }
    }
}

/// What names a thing among its like, where it is told within another.
impl<'a> From<Named<'a>> for Key<&'a str> {
    fn from(named: Named<'a>) -> Self {
        match (named.id, named.who, named.day) {
            (Some(id), ..) => Self::Name(id),
            (None, Some(who), day) => Self::Person(who, day),
            (None, None, Some(day)) => Self::Day(day),
            (None, None, None) => Self::Whole,
        }
    }
}

/// Subjects compare as their texts do.
impl<T: AsRef<str>> PartialEq for Subject<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<T: AsRef<str>> Eq for Subject<T> {}

impl<T: AsRef<str>> PartialOrd for Subject<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: AsRef<str>> Ord for Subject<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.to_string().cmp(&other.to_string())
    }
}

impl<T: AsRef<str>> fmt::Display for Subject<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.section.as_ref())?;
        if let Some(id) = &self.id {
            write!(out, "/{}", id.as_ref())?;
        }
        match &self.key {
            Key::Whole => Ok(()),
            Key::Name(name) | Key::Person(name, None) => write!(out, "#{}", name.as_ref()),
            Key::Day(day) => write!(out, "#{day}"),
            Key::Year(year) => write!(out, "#{year}"),
            Key::HalfYear(year, half) => write!(out, "#{year}-H{half}"),
            Key::Pair(id, code) => write!(out, "#{}:{}", id.as_ref(), code.as_ref()),
            Key::Person(person, Some(day)) => write!(out, "#{}:{day}", person.as_ref()),
        }
    }
}

impl<T: AsRef<str>> Serialize for Subject<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Subject {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        "[a-c/#:0-9-]{1,4}"
    }

    fn day() -> impl Strategy<Value = Day> {
        (0i64..800).prop_map(|days| Day::parse("2023-01-01").expect("a day").plus_days(days))
    }

    fn subject() -> impl Strategy<Value = Subject> {
        let key = prop_oneof![
            Just(Key::Whole),
            text().prop_map(Key::Name),
            day().prop_map(Key::Day),
            (990i32..1010).prop_map(Key::Year),
            (2023i32..2025, 1u8..=2).prop_map(|(year, half)| Key::HalfYear(year, half)),
            (text(), text()).prop_map(|(id, code)| Key::Pair(id, code)),
            (text(), proptest::option::of(day())).prop_map(|(person, day)| Key::Person(person, day)),
        ];
        (text(), proptest::option::of(text()), key).prop_map(|(section, id, key)| Subject {
            section,
            id,
            key,
        })
    }

    proptest! {
        #[test]
        fn subjects_compare_as_their_texts_do(one in subject(), other in subject()) {
            prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
            prop_assert_eq!(one == other, one.to_string() == other.to_string());
        }
    }

    #[test]
    fn two_forms_of_one_text_are_one_subject() {
        let plan = |key| Subject::of("plans", Some("p")).with(key);
        assert_eq!(plan(Key::Pair("NOSAM", "chair")), plan(Key::Name("NOSAM:chair")));
        assert_eq!(plan(Key::Year(2024)).to_string(), "plans/p#2024");
        assert_ne!(plan(Key::Year(2024)), plan(Key::HalfYear(2024, 1)));
    }
}
