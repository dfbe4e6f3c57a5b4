//! Writing a record in Rust: what turns into a field with `.into()`, and a list with `.collect()`.
//!
//! A text becomes what the same text in JSON would: blank is absent, and what cannot be read, or holds a
//! personal identity number, is unreadable and a finding of the check.

use super::field::{Field, List, Read};
use super::{Moment, Year};
use crate::calendar::{Day, Time};

/// Whatever the field holds, read from the text.
impl<T: Read> From<&str> for Field<T> {
    fn from(text: &str) -> Self {
        Self::from_text(text)
    }
}

/// `None`: nobody said.
impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Known)
    }
}

impl From<Day> for Field<Moment> {
    fn from(day: Day) -> Self {
        Self::Known(Moment::Day(day))
    }
}

impl From<Time> for Field<Moment> {
    fn from(time: Time) -> Self {
        Self::Known(Moment::Time(time))
    }
}

/// A year outside 1 to 9999 is unreadable.
impl From<i32> for Field<Year> {
    fn from(year: i32) -> Self {
        Year::from_number(Some(year.into())).map_or_else(Self::unreadable, Self::Known)
    }
}

/// A known list, from anything that its items can be made of.
impl<T, U: Into<Field<T>>, const N: usize> From<[U; N]> for Field<List<T>> {
    fn from(items: [U; N]) -> Self {
        items.into_iter().collect()
    }
}

/// What an item of a list can be made of: anything but a field, since a `Vec` of fields is a list already.
#[doc(hidden)]
pub trait ListItem {}
impl<T: Read> ListItem for T {}
impl ListItem for &str {}

/// A known list, from anything that its items can be made of.
impl<T, U: ListItem + Into<Field<T>>> From<Vec<U>> for Field<List<T>> {
    fn from(items: Vec<U>) -> Self {
        items.into_iter().collect()
    }
}

/// A known list, from anything that its items can be made of.
impl<T, U: Into<Field<T>>> FromIterator<U> for Field<List<T>> {
    fn from_iter<I: IntoIterator<Item = U>>(items: I) -> Self {
        Self::Known(items.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::Charter;
    use crate::codes::{GroupKind, MemberFunction};
    use crate::record::problem::Problem;
    use crate::record::{Group, Member, PersonId, Record, TargetGroup};

    #[test]
    fn a_record_written_in_rust_is_the_record_that_its_json_would_be() {
        let record = Record {
            groups: [Group {
                id: "nosam-a".into(),
                kind: GroupKind::Nosam.into(),
                members: ["kim", "robin"]
                    .map(|person| Member {
                        person: person.into(),
                        organisations: ["vc-norr"].into(),
                        functions: [MemberFunction::OperationsManager].into(),
                        from: Day::new(2024, 2, 1).into(),
                        ..Member::default()
                    })
                    .into(),
                ..Group::default()
            }]
            .into(),
            ..Record::default()
        };
        let json = serde_json::to_vec(&record).expect("JSON");
        assert_eq!(Record::read(&json), Ok(record));
    }

    #[test]
    fn a_bad_text_is_unreadable_and_a_blank_one_is_absent() {
        assert!(matches!(Field::<Day>::from("2024-02-30"), Field::Unreadable(_)));
        assert_eq!(Field::<Day>::from(" "), Field::Absent);
        assert_eq!(Field::<Day>::from("2024-02-29"), Field::Known(Day::new(2024, 2, 29).expect("a day")));
        assert!(matches!(Field::<Year>::from(10_000), Field::Unreadable(_)));
        assert_eq!(Field::<Year>::from(9999), Field::Known(Year(9999)));
        assert_eq!(Field::<GroupKind>::from("nosam"), Field::Known(GroupKind::Nosam));
        let Field::Unreadable(fault) = Field::<GroupKind>::from("Samordningsgrupp") else {
            panic!("no code")
        };
        let Problem::UnknownCode(unknown) = fault.problem else { panic!("another problem") };
        assert_eq!(unknown.meant.map(|meant| meant.code).as_deref(), Some("coordination_group"));
    }

    #[test]
    fn a_list_is_made_of_an_array_a_vec_or_an_iterator() {
        let of_array: Field<List<PersonId>> = ["kim", "robin"].into();
        assert_eq!(of_array, vec!["kim", "robin"].into());
        assert_eq!(of_array, vec![PersonId::from("kim"), PersonId::from("robin")].into());
        assert_eq!(of_array, vec![Field::from("kim"), Field::from("robin")].into());
        assert_eq!(of_array, ["kim", "robin"].into_iter().collect());
    }

    /// Published by Skatteverket for tests.
    const PERSON: &str = "19121212-1212";

    #[test]
    fn a_personal_identity_number_is_refused_however_it_came_into_the_record() {
        assert!(matches!(Field::<PersonId>::from(PERSON), Field::Unreadable(_)));
        let group = Group {
            id: Field::Known(PERSON.into()),
            name: Field::Known(PERSON.to_owned()),
            members: [Member { target_groups: [TargetGroup::from(PERSON)].into(), ..Member::default() }]
                .into(),
            ..Group::default()
        };
        let record = Record { groups: [group].into(), ..Record::default() };
        let report = crate::check(&record, &Charter::samla_2023(), Day::new(2024, 12, 31).expect("a day"));
        let text = serde_json::to_string(&report).expect("JSON");
        assert!(!text.contains(PERSON));
        let refused = report.findings.iter().filter(|it| text_of(it).contains("ersonal identity number"));
        assert_eq!(refused.count(), 3);
    }

    fn text_of(finding: &crate::report::Finding) -> String {
        finding.words.say(crate::lang::Lang::En)
    }
}
