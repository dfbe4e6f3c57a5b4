//! What is judged, named by ids.

use std::fmt;

use crate::calendar::Day;

/// What is judged several times within one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key<'a> {
    /// The thing itself.
    Whole,
    /// A code or an id within it.
    Name(&'a str),
    /// A day within it.
    Day(Day),
    /// A calendar year of it.
    Year(i32),
    /// A half of a calendar year of it, as `2024-H1`.
    HalfYear(i32, u8),
    /// An id and a code within it, as `NOSAM:chair`.
    Pair(&'a str, &'a str),
    /// A person and the first day, where there is one.
    Person(&'a str, Option<Day>),
}

/// What is judged, named by ids: `groups/nosam-a`, `groups/pol#B03`, `#1489`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Subject<'a> {
    pub(crate) section: &'static str,
    pub(crate) id: Option<&'a str>,
    pub(crate) key: Key<'a>,
}

impl<'a> Subject<'a> {
    /// The thing `id` of `section`.
    pub(crate) fn of(section: &'static str, id: Option<&'a str>) -> Self {
        Self { section, id, key: Key::Whole }
    }

    /// One of several within it.
    pub(crate) fn with(self, key: Key<'a>) -> Self {
        Self { key, ..self }
    }
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.section)?;
        if let Some(id) = self.id {
            write!(out, "/{id}")?;
        }
        match self.key {
            Key::Whole => Ok(()),
            Key::Name(name) => write!(out, "#{name}"),
            Key::Day(day) => write!(out, "#{day}"),
            Key::Year(year) => write!(out, "#{year}"),
            Key::HalfYear(year, half) => write!(out, "#{year}-H{half}"),
            Key::Pair(a, b) => write!(out, "#{a}:{b}"),
            Key::Person(person, None) => write!(out, "#{person}"),
            Key::Person(person, Some(day)) => write!(out, "#{person}:{day}"),
        }
    }
}
