//! The values that are neither lists nor objects: days, times, ids, numbers, codes of the charter.

use std::fmt;

use serde::{Serialize, Serializer};

use super::doubt::Doubt;
use super::field::{Read, ShowPerson};
use super::ids::{ids, named};
use super::known::{EntryKind, Known};
use super::personal_number::{self, Number, luhn};
use super::problem::Problem;
use crate::calendar::{Day, NoDay, NoTime, Slip, Time};
use crate::codes::{self, Code, Spelt, UnknownCode};
use crate::described::Expected;
use crate::path::Path;

ids! {
    /// The id of something, unique in the whole record.
    Id;
    /// A person; it needs no entry in `people`.
    PersonId unless nobody or somebody, listed;
    /// One of `organisations`.
    OrganisationId to Organisation, listed;
    /// One of `groups`.
    GroupId to Group, listed;
    /// One of `meetings`.
    MeetingId to Meeting;
    /// One of `routines`.
    RoutineId to Routine;
    /// One of `activity_plans`.
    ActivityPlanId to ActivityPlan;
    /// An organisation or a group.
    ActorId to Organisation | Group, listed;
    /// An activity or a matter.
    TopicId to Activity | Matter;
}

impl Read for String {
    const EXPECTED: Expected = Expected::Text;

    fn from_text(text: &str) -> Result<Self, Problem> {
        Ok(text.to_owned())
    }

    fn settle(&mut self, _: &Known<'_>) -> Result<(), Problem> {
        refuse_personal_number(self)
    }
}

/// Reading refuses them; a record that was written in Rust is met here.
fn refuse_personal_number(text: &str) -> Result<(), Problem> {
    personal_number::find(text).map_or(Ok(()), |number| Err(Problem::PersonalNumber(number)))
}

impl Read for Day {
    const EXPECTED: Expected = Expected::Day;

    fn from_text(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or_else(|| Problem::BadDay(text.to_owned()))
    }

    fn days(&self, path: Path, show: &mut dyn FnMut(Path, Day)) {
        show(path, *self);
    }
}

impl Read for Time {
    const EXPECTED: Expected = Expected::Time;

    fn from_text(text: &str) -> Result<Self, Problem> {
        Self::parse(text).map_err(|error| match error {
            NoTime::Offset => Problem::OffsetInTime(text.to_owned()),
            NoTime::Malformed => Problem::BadTime(text.to_owned()),
        })
    }

    fn days(&self, path: Path, show: &mut dyn FnMut(Path, Day)) {
        show(path, self.day());
    }
}

/// A day, or a local time on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The time is not said.
    Day(Day),
    /// A local time.
    Time(Time),
}

impl Moment {
    /// The day.
    #[must_use]
    pub fn day(self) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Time(time) => time.day(),
        }
    }

    /// The local time, where it is said.
    #[must_use]
    pub fn time(self) -> Option<Time> {
        match self {
            Self::Day(_) => None,
            Self::Time(time) => Some(time),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(out),
            Self::Time(time) => time.fmt(out),
        }
    }
}

impl Read for Moment {
    const EXPECTED: Expected = Expected::Time;

    fn from_text(text: &str) -> Result<Self, Problem> {
        if text.contains(['T', ':']) || NoDay::of(text).slip == Some(Slip::ClockTime) {
            Time::from_text(text).map(Self::Time)
        } else {
            Day::from_text(text).map(Self::Day)
        }
    }

    fn days(&self, path: Path, show: &mut dyn FnMut(Path, Day)) {
        show(path, self.day());
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Day(day) => day.serialize(to),
            Self::Time(time) => time.serialize(to),
        }
    }
}

/// A calendar year, 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Year(pub i32);

impl Read for Year {
    const EXPECTED: Expected = Expected::Number;

    fn from_number(number: Option<i64>) -> Result<Self, Problem> {
        number
            .and_then(|number| i32::try_from(number).ok())
            .filter(|year| (1..=9999).contains(year))
            .map(Self)
            .ok_or(Problem::OutOfRange { from: 1, to: 9999 })
    }
}

/// Organisationsnummer: ten digits, a hyphen before the last four allowed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct OrganisationNumber(String);

impl OrganisationNumber {
    /// The ten digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Read for OrganisationNumber {
    const EXPECTED: Expected = Expected::Text;

    /// A third digit of 0 or 1 makes it a personal identity number, whatever the rest and however it is
    /// written: refused, not echoed.
    fn from_text(text: &str) -> Result<Self, Problem> {
        let bare = match text.split_once('-') {
            Some((head, tail)) if head.len() == 6 && tail.len() == 4 => format!("{head}{tail}"),
            _ => text.to_owned(),
        };
        let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
        let person = match digits.len() {
            10 => digits[2] < 2,
            12 => digits[4] < 2,
            _ => false,
        };
        if person {
            Err(Problem::PersonalNumber(Number::of(text.as_bytes())))
        } else if digits.len() == 10 && bare.len() == 10 && luhn(&digits) {
            Ok(Self(bare))
        } else {
            Err(Problem::BadOrganisationNumber(text.to_owned()))
        }
    }
}

impl<C: Code> Read for C {
    const EXPECTED: Expected = Expected::Code;

    fn from_text(text: &str) -> Result<Self, Problem> {
        codes::of(text).map_err(Problem::UnknownCode)
    }
}

/// Is `code` one of these?
fn known_code(code: &str, codes: Vec<Spelt<'_>>) -> Result<(), Problem> {
    if codes.iter().any(|known| known.code == code) {
        return Ok(());
    }
    Err(Problem::UnknownCode(UnknownCode::among(code, codes.into_iter())))
}

/// Declares a code whose list stands in the charter.
macro_rules! charter_codes {
    ($($(#[$doc:meta])* $name:ident in $list:ident;)+) => {
        $(
            named!($(#[$doc])* $name);

            impl Read for $name {
                const EXPECTED: Expected = Expected::Code;

                fn from_text(text: &str) -> Result<Self, Problem> {
                    Ok(text.into())
                }

                fn settle(&mut self, known: &Known<'_>) -> Result<(), Problem> {
                    refuse_personal_number(&self.0)?;
                    known_code(&self.0, known.charter.$list())
                }
            }
        )+
    };
}

charter_codes! {
    /// Målgrupp: one of the charter's target groups, or `all`.
    TargetGroup in target_groups_named;
    /// Mål: one of the charter's goals.
    Goal in goals_named;
    /// An entry of the charter's list of parties or boards.
    ListedAs in entries_named;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_number_has_ten_digits_and_a_check_digit() {
        assert!(OrganisationNumber::from_text("556036-0793").is_ok());
        assert!(OrganisationNumber::from_text("5560360793").is_ok());
        for text in ["556036-0794", "16556036-0793", "55603-60793", "556036 0793", "SE5560360793"] {
            assert_eq!(
                OrganisationNumber::from_text(text),
                Err(Problem::BadOrganisationNumber(text.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn a_third_digit_below_two_is_a_person() {
        for text in ["5510360793", "551036 0793", "19551036-0793"] {
            let refused = Err(Problem::PersonalNumber(Number::Personal));
            assert_eq!(OrganisationNumber::from_text(text), refused, "{text}");
        }
        let telephone = Err(Problem::PersonalNumber(Number::PerhapsTelephone));
        assert_eq!(OrganisationNumber::from_text("0701234567"), telephone);
    }

    #[test]
    fn a_year_is_a_whole_number_from_one_to_9999() {
        assert_eq!(Year::from_number(Some(9999)), Ok(Year(9999)));
        for number in [Some(0), Some(10_000), Some(i64::MIN), None] {
            assert!(Year::from_number(number).is_err(), "{number:?}");
        }
    }
}
