//! Seats (platser): who must sit in a group on the as-of day, and who does.
//!
//! The charter says which seats there are; [`places`] lists them for one rule, [`sits`] tells who fills one,
//! and [`judge`] says it. A rule's file keeps its texts, its own boundaries and what is special.

mod fill;
mod places;
mod say;

use crate::charter::{Quota, Seat};
use crate::codes::{MemberFunction, OrganisationKind, Severity};
use crate::record::{Group, Organisation, Ref};
pub(crate) use fill::{Sits, by_its_own_title, fills, is_own, may_be_said_vacant, sits, sits_in};
pub(crate) use places::{all_in, in_force, is_unit, places};
pub(crate) use say::{acting, filled, judge, other_manager, people, too_few};

/// Titles of managers (chefer).
pub(crate) const MANAGERS: &[MemberFunction] = &[
    MemberFunction::OperationsManager,
    MemberFunction::UnitManager,
    MemberFunction::DepartmentManager,
    MemberFunction::CareUnitManager,
    MemberFunction::ClinicManager,
    MemberFunction::OtherManager,
    MemberFunction::HeadOfAdministration,
];

/// A seat of the charter in one group, on the as-of day.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) group: Ref<'a, Group>,
    pub(crate) seat: &'a Seat,
    /// The titles that fill it: those of the seat, or fewer.
    pub(crate) functions: &'a [MemberFunction],
    /// The kinds of organisations that fill it: those of the seat, or fewer; none: any.
    pub(crate) kinds: &'a [OrganisationKind],
    pub(crate) origin: Origin<'a>,
    /// How grave it is that nobody sits there.
    pub(crate) severity: Severity,
}

/// Whom somebody in a seat must come from, beside what the seat itself says.
#[derive(Clone, Copy)]
pub(crate) enum Origin<'a> {
    Anywhere,
    /// The group's own municipality.
    OwnMunicipality,
    /// The municipality with this code.
    Municipality(&'a str),
    Unit(Ref<'a, Organisation>),
}

impl<'a> Place<'a> {
    /// The seat itself in a group.
    pub(crate) fn of(group: Ref<'a, Group>, seat: &'a Seat) -> Self {
        let origin = if seat.own_municipality { Origin::OwnMunicipality } else { Origin::Anywhere };
        let (functions, kinds) = (seat.functions.as_slice(), seat.organisations.as_slice());
        Self { group, seat, functions, kinds, origin, severity: Severity::Error }
    }

    /// The least number of people that fill it.
    fn least(&self) -> usize {
        match self.seat.quota {
            Quota::AtLeast(least) => least,
            Quota::Between(between) => usize::try_from(between.from).unwrap_or(0),
            Quota::EachUnit(_) | Quota::EachMunicipality => 1,
        }
    }

    fn unit(&self) -> Option<Ref<'a, Organisation>> {
        match self.origin {
            Origin::Unit(unit) => Some(unit),
            Origin::Anywhere | Origin::OwnMunicipality | Origin::Municipality(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;
    use crate::charter::{Between, Charter};
    use crate::index::Context;
    use crate::record::Record;
    use crate::report::Options;

    /// What the first place of `rule` comes to, in a charter changed by `change`.
    fn first_place(change: impl Fn(&mut Seat), rule: &str, record: &str) -> Option<String> {
        let mut charter = Charter::samla_2023();
        charter.seats.iter_mut().filter(|seat| seat.rule == rule).for_each(change);
        let mut record = Record::read(record.as_bytes()).expect("a record");
        let vacated = record.settle_all(&charter);
        let as_of = Day::new(2024, 12, 31).expect("a day");
        let cx = Context::new(&record, &vacated, &charter, as_of, Options::default());
        let place = places(&cx, crate::rules::find(rule)?).into_iter().next()?.thing;
        let place = place.expect("a place that can be told");
        Some(match sits(&cx, &place) {
            Ok(Sits::Filled(members)) => format!("filled by {}", members.len()),
            Ok(Sits::OtherTitle(_)) => String::from("another title"),
            Ok(Sits::TooFew(number)) => format!("too few: {number}"),
            Err(lacks) => lacks.places().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        })
    }

    fn coordination(members: &str) -> String {
        format!(
            r#"{{"organisations": [
                {{"id": "kommunen", "kind": "municipal_administration", "principal": "municipality",
                  "municipality": "1489"}},
                {{"id": "regionen", "kind": "regional_administration", "principal": "region"}},
                {{"id": "privat", "kind": "care_centre", "principal": "region", "provider": "private_lov"}}
            ], "groups": [{{"id": "sg", "kind": "coordination_group", "members": [{members}]}}]}}"#
        )
    }

    fn told(rule: &str, members: &str) -> String {
        first_place(|_| {}, rule, &coordination(members)).expect("a place")
    }

    #[test]
    fn a_charter_without_the_seat_has_no_place() {
        let ended = |seat: &mut Seat| seat.valid.to = Day::new(2024, 12, 30);
        assert_eq!(first_place(ended, "P-SG-4", &coordination("")), None);
        let last_day = |seat: &mut Seat| seat.valid.to = Day::new(2024, 12, 31);
        assert_eq!(first_place(last_day, "P-SG-4", &coordination("")).as_deref(), Some("too few: 0"));
    }

    #[test]
    fn as_many_people_as_the_quota_says_fill_a_seat() {
        let two = |seat: &mut Seat| seat.quota = Quota::AtLeast(2);
        let row = |person: &str| format!(r#"{{"person": "{person}", "organisations": ["privat"]}}"#);
        let sits = |people: &[&str]| {
            let rows: Vec<String> = people.iter().map(|person| row(person)).collect();
            first_place(two, "P-SG-5", &coordination(&rows.join(", "))).expect("a place")
        };
        assert_eq!(sits(&["kim"]), "too few: 1");
        assert_eq!(sits(&["kim", "kim"]), "too few: 1", "one person with two rows");
        assert_eq!(sits(&["kim", "lo"]), "filled by 2");
        let between = |seat: &mut Seat| seat.quota = Quota::Between(Between { from: 1, to: 2 });
        let one = coordination(&row("kim"));
        assert_eq!(first_place(between, "P-SG-5", &one).as_deref(), Some("filled by 1"));
    }

    #[test]
    fn the_mandate_of_a_head_of_administration_fills_a_seat_that_takes_it() {
        let sits = |more: &str| {
            told("P-SG-3", &format!(r#"{{"person": "kim", "organisations": ["kommunen"], {more}}}"#))
        };
        assert_eq!(sits(r#""functions": ["head_of_administration"]"#), "filled by 1");
        assert_eq!(sits(r#""functions": ["unit_manager"], "mandate": true"#), "filled by 1");
        assert_eq!(sits(r#""mandate": true"#), "filled by 1");
        assert_eq!(sits(r#""functions": ["unit_manager"], "mandate": false"#), "too few: 0");
        assert_eq!(sits(r#""functions": ["unit_manager"]"#), "/groups/0/members/0/mandate");
        assert_eq!(sits(r#""functions": ["mas"]"#), "too few: 0");
        assert_eq!(sits(r#""mandate": false"#), "/groups/0/members/0/functions");
    }

    #[test]
    fn side_municipality_and_form_of_provision_decide_where_the_seat_says_so() {
        let head = |organisation: &str| {
            format!(
                r#"{{"person": "kim", "organisations": ["{organisation}"],
                    "functions": ["head_of_administration"]}}"#
            )
        };
        assert_eq!(told("P-SG-3", &head("kommunen")), "filled by 1");
        assert_eq!(told("P-SG-3", &head("regionen")), "too few: 0");
        assert_eq!(told("P-SG-4", &head("regionen")), "filled by 1");
        assert_eq!(told("P-SG-4", &head("kommunen")), "too few: 0");
        assert_eq!(told("P-SG-4", &head("privat")), "too few: 0", "a private provider fills P-SG-5 only");
        assert_eq!(told("P-SG-5", &head("privat")), "filled by 1");
        assert_eq!(told("P-SG-5", &head("regionen")), "too few: 0");
    }
}
