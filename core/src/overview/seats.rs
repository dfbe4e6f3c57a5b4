//! Seats with the periods in which they are filled or empty.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::name;
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::{BoardMembers, Charter, Quota, Seat};
use crate::codes::{GroupKind, OfficeKind, Outcome};
use crate::index::Context;
use crate::lang::Both;
use crate::path::Pointer;
use crate::record::{Group, Organisation, OrganisationId, Period as _, Ref};
use crate::report::{Key, Subject};
use crate::rules::judge::{Desk, SeatVerdict};
use crate::rules::plan::political_group::BOARD_SEATS;
use crate::rules::{self, Rule};

/// One seat (plats): one of a group's composition by the charter, for one unit where each has its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatOverview {
    /// The rule that asks for it.
    pub rule: &'static str,
    /// What that rule calls it: a subject of its verdict.
    pub subject: Subject,
    /// What people call it, with the unit, municipality, board or group that it is for.
    pub label: Both<String>,
    /// What it is for, when that is something else than the group itself.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub whose: Option<Whose>,
    /// How it was filled, in order of days; days on which there was no such seat are in no period.
    pub periods: Vec<SeatPeriod>,
}

/// What a seat is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// A unit with a seat of its own: the id of an organisation.
    Organisation(String),
    /// A municipality: its code.
    Municipality(String),
    /// A political board: its code in the charter.
    Board(String),
    /// An office in another group.
    Office {
        /// The id of the group.
        group: String,
        /// The office.
        office: String,
    },
}

/// Days on which a seat stayed as it was.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatPeriod {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Is the seat filled?
    pub state: State,
    /// The ids of those who sit there. In a seat that is not filled: who sits there all the same, but not
    /// as the rule asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// Why the seat is vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The recorded vacancy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Pointer>,
    /// What would settle it, when it cannot be told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
    /// The rule, or `record`, that is the root cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'static str>,
}

/// Whether a seat is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As its rule asks.
    Filled,
    /// Whether it is cannot be told.
    Unknown,
    /// It is not, and a vacancy is recorded.
    Vacant,
    /// It is not, and no vacancy is recorded.
    Open,
}

/// What asks for a seat.
#[derive(Clone, Copy)]
enum Source<'a> {
    Seat(&'a Seat),
    ExOfficio,
    Boards,
}

/// The rules on the seats of a kind of group, in their order.
fn sources(charter: &Charter, kind: GroupKind) -> Vec<(&'static Rule, Source<'_>)> {
    let source = |rule: &Rule| {
        let seat = charter.seats.iter().find(|seat| seat.group == kind && seat.rule == rule.id);
        let ex_officio = || charter.ex_officio.iter().any(|it| it.group == kind && it.rule == rule.id);
        let boards = kind == GroupKind::PoliticalGroup && rule.id == BOARD_SEATS.id;
        seat.map(Source::Seat)
            .or_else(|| ex_officio().then_some(Source::ExOfficio))
            .or_else(|| boards.then_some(Source::Boards))
    };
    rules::all().filter_map(|rule| Some((rule, source(rule)?))).collect()
}

/// Every seat of a group, each rule asked once for every stretch of days without a change.
pub(super) fn of<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: GroupKind,
    from: Day,
    until: Day,
) -> Vec<SeatOverview> {
    let sources = sources(cx.charter, kind);
    if sources.is_empty() {
        return Vec::new();
    }
    let days = change_days(cx, group, kind, from, until);
    let alone = cx.only(group);
    let views: Vec<Context<'a>> = days.iter().map(|day| alone.on_day(*day)).collect();
    let last_days = days.iter().skip(1).chain([&until]).map(|next| next.plus_days(-1));
    let last_days: Vec<Day> = last_days.collect();
    let mut all = Vec::new();
    for (rule, source) in sources {
        let mut seats: Vec<SeatOverview> = Vec::new();
        let mut places: BTreeMap<Subject, usize> = BTreeMap::new();
        for (view, to) in views.iter().zip(&last_days) {
            for verdict in Desk::seats(rule, view) {
                let Some(period) = period(&verdict, view.as_of, *to) else { continue };
                let place = *places.entry(verdict.subject.clone()).or_insert_with(|| {
                    let (label, whose) = called(cx, source, &verdict);
                    let subject = verdict.subject.clone();
                    seats.push(SeatOverview { rule: rule.id, subject, label, whose, periods: Vec::new() });
                    seats.len() - 1
                });
                add(&mut seats[place].periods, period);
            }
        }
        all.append(&mut seats);
    }
    all
}

/// How a seat is filled by what its rule says; `None` when there is no such seat.
fn period(verdict: &SeatVerdict, from: Day, to: Day) -> Option<SeatPeriod> {
    // An office that nobody holds leaves its seat empty, and is told by another rule.
    let elsewhere = verdict.lacks.cause().filter(|_| verdict.lacks.places().next().is_none());
    let state = match (verdict.outcome, &verdict.vacancy) {
        (Outcome::NotApplicable | Outcome::NotDue, _) => return None,
        (Outcome::Holds, _) => State::Filled,
        (Outcome::Undetermined, _) if elsewhere.is_none() => State::Unknown,
        (Outcome::Undetermined | Outcome::Waived | Outcome::Broken, Some(_)) => State::Vacant,
        (Outcome::Undetermined | Outcome::Waived | Outcome::Broken, None) => State::Open,
    };
    let vacancy = verdict.vacancy.as_ref().filter(|_| state == State::Vacant);
    let unknown = state == State::Unknown;
    Some(SeatPeriod {
        from,
        to,
        state,
        people: verdict.people.clone(),
        reason: vacancy.and_then(|(_, reason)| reason.clone()),
        at: vacancy.map(|(at, _)| (*at).into()),
        lacks: if unknown { verdict.lacks.places().cloned().collect() } else { Vec::new() },
        because: if unknown { verdict.lacks.cause() } else { elsewhere },
    })
}

/// Adds a period, or prolongs the last one when nothing has changed.
fn add(periods: &mut Vec<SeatPeriod>, next: SeatPeriod) {
    match periods.last_mut() {
        Some(last)
            if last.to.plus_days(1) == next.from
                && *last == (SeatPeriod { from: last.from, to: last.to, ..next.clone() }) =>
        {
            last.to = next.to;
        }
        _ => periods.push(next),
    }
}

/// The first days of the periods in which nothing about the seats of the group changes.
fn change_days<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: GroupKind,
    from: Day,
    until: Day,
) -> Vec<Day> {
    let mut days = BTreeSet::from([from]);
    let mut add = |span: Result<Span, Lacks>, first: Option<Day>, last: Option<Day>| {
        // One day that can be read still changes something.
        let span = span.unwrap_or(Span::inclusive(first, last));
        days.extend(span.from.into_iter().chain(span.until).filter(|day| from < *day && *day < until));
    };
    macro_rules! of {
        ($thing:expr) => {
            add($thing.span(), $thing.first().known().copied(), $thing.last().known().copied())
        };
    }
    of!(group);
    add(cx.life(group), None, group.closed_on().known().copied());
    group.members().items().for_each(|row| of!(row));
    cx.vacancies(group).for_each(|row| of!(row));
    group.offices().items().for_each(|row| of!(row));
    let charter = cx.charter;
    let seats = charter.seats.iter().filter(|seat| seat.group == kind).map(|seat| seat.valid);
    let parties = charter.parties.iter().map(|party| party.valid);
    let boards = charter.boards.iter().map(|board| board.valid);
    let rules = charter.rules.values().map(|rule| rule.valid);
    for valid in seats.chain(parties).chain(boards).chain(rules) {
        add(Ok(valid.span()), None, None);
    }
    for seats in charter.ex_officio.iter().filter(|seats| seats.group == kind) {
        add(Ok(Span { from: Some(charter.readings.ex_officio_from), until: None }), None, None);
        for of in cx.record.groups().items().filter(|of| of.kind().known() == Some(&seats.of)) {
            of!(of);
            of.offices().items().for_each(|row| of!(row));
            cx.vacancies(of).for_each(|row| of!(row));
        }
    }
    for unit in cx.record.organisations().items().filter(|unit| may_matter(cx, group, kind, *unit)) {
        of!(unit);
    }
    // A member fills nothing when its organisations have ended.
    for id in group.members().items().flat_map(|row| row.organisations().items()) {
        cx.organisation(id.item).into_iter().for_each(|organisation| of!(organisation));
    }
    days.into_iter().collect()
}

/// May the first and last day of the organisation change which seats there are in the group?
fn may_matter<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: GroupKind,
    unit: Ref<'a, Organisation>,
) -> bool {
    let seats = || cx.charter.seats.iter().filter(|seat| seat.group == kind);
    let of_kind = seats().any(|seat| match seat.quota {
        Quota::EachUnit(kind) => unit.kind().known().is_none_or(|known| *known == kind),
        Quota::EachMunicipality | Quota::AtLeast(_) | Quota::Between(_) => seat.provider.is_some(),
    });
    let elsewhere = || match (group.municipality().known(), cx.municipality(unit)) {
        (Some(own), Ok(code)) => own != code,
        _ => false,
    };
    of_kind && !elsewhere()
}

/// What people call a seat, and what it is for.
fn called(cx: &Context<'_>, source: Source<'_>, verdict: &SeatVerdict) -> (Both<String>, Option<Whose>) {
    let (of, office) = match &verdict.subject.key {
        Key::Name(of) => (Some(of.as_str()), ""),
        Key::Pair(group, office) => (Some(group.as_str()), office.as_str()),
        Key::Whole | Key::Day(_) | Key::Year(_) | Key::HalfYear(..) | Key::Person(..) => (None, ""),
    };
    let named = |name: &Both<String>, of: &Both<String>| {
        Both::each(|lang| format!("{}, {}", name.of(lang), of.of(lang)))
    };
    let same = |name: &str| Both::each(|_| name.to_owned());
    match (source, of) {
        (Source::Seat(seat), None) => match &seat.quota {
            // What keeps the list of units from being told.
            Quota::EachUnit(_) => {
                let others = Both { sv: "fler enheter".into(), en: "further units".into() };
                (named(&seat.name, &others), None)
            }
            Quota::EachMunicipality | Quota::AtLeast(_) | Quota::Between(_) => (seat.name.clone(), None),
        },
        (Source::Seat(seat), Some(of)) => match &seat.quota {
            Quota::EachMunicipality => (
                named(&seat.name, &same(cx.charter.municipality(of))),
                Some(Whose::Municipality(of.to_owned())),
            ),
            Quota::EachUnit(_) | Quota::AtLeast(_) | Quota::Between(_) => {
                let unit = cx.organisation(&OrganisationId::from(of));
                let name = unit.and_then(|unit| unit.name().known());
                (
                    named(&seat.name, &same(name.map_or(of, String::as_str))),
                    Some(Whose::Organisation(of.to_owned())),
                )
            }
        },
        (Source::ExOfficio, _) => {
            let (group, code) = (of.unwrap_or_default(), office);
            let office = OfficeKind::ALL.iter().find(|office| office.code() == code);
            let office =
                office.map_or_else(|| same(code), |office| Both::each(|lang| office.label(lang).into()));
            let label = cx.group(group).map_or_else(|| same(group), |group| name(cx, group));
            let whose = Whose::Office { group: group.to_owned(), office: code.to_owned() };
            (named(&office, &label), Some(whose))
        }
        (Source::Boards, None) => {
            (Both { sv: "gruppens ordförande".into(), en: "chair of the group".into() }, None)
        }
        (Source::Boards, Some(code)) => {
            let board = cx.charter.boards.iter().find(|board| board.code == code);
            let board = board.map_or(code, |board| board.name.as_str());
            (named(&board_seats(cx), &same(board)), Some(Whose::Board(code.to_owned())))
        }
    }
}

/// What the people of one board are called together.
fn board_seats(cx: &Context<'_>) -> Both<String> {
    let seats = &cx.charter.board_seats;
    match cx.charter.readings.board_members {
        BoardMembers::PerBody => Both::each(|lang| {
            let names: Vec<&str> = seats.iter().map(|seat| seat.name.of(lang).as_str()).collect();
            names.join(lang.of(" och ", " and "))
        }),
        BoardMembers::GroupChair | BoardMembers::PerBodyTotal => {
            Both { sv: "representanter".into(), en: "representatives".into() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overview::Overview;
    use crate::overview::tests::drawn;

    /// The periods of the first seat of a rule, one a line.
    fn told(overview: &Overview, rule: &str) -> Vec<String> {
        let seats = overview.groups.iter().flat_map(|group| &group.seats);
        let mut seats = seats.filter(|seat| seat.rule == rule);
        let seat = seats.next().unwrap_or_else(|| panic!("no seat of {rule} in {overview:#?}"));
        let period = |period: &SeatPeriod| {
            let SeatPeriod { from, to, state, .. } = period;
            let state = format!("{state:?}").to_lowercase();
            let mut says = format!("{from} {to} {state} {}", period.people.join(" "));
            period.lacks.iter().for_each(|at| says += &format!(" {at}"));
            says += period.reason.as_deref().unwrap_or_default();
            says.trim_end().to_owned()
        };
        seat.periods.iter().map(period).collect()
    }

    /// The seat of the process leader in a NOSAM that the record knows from 2024-01-01.
    fn leader(members: &str, more: &str) -> Vec<String> {
        let overview = drawn(&format!(
            r#"{{"complete_from": "2024-01-01", "complete_to": "2024-12-31",
                "groups": [{{"id": "a", "kind": "nosam", "municipality": "1489",
                "members": [{members}] {more}}}]}}"#
        ));
        told(&overview, "N-REP-13")
    }

    fn row(person: &str, days: &str) -> String {
        format!(r#"{{"person": "{person}", "functions": ["process_leader"], "status": "support"{days}}}"#)
    }

    #[test]
    fn one_day_without_anybody_is_a_period_of_its_own() {
        let rows = [row("kim", r#", "to": "2024-03-10""#), row("lo", r#", "from": "2024-03-12""#)];
        let told = leader(&rows.join(","), "");
        assert_eq!(
            told,
            [
                "2024-01-01 2024-03-10 filled kim",
                "2024-03-11 2024-03-11 open",
                "2024-03-12 2024-12-31 filled lo"
            ]
        );
    }

    #[test]
    fn a_hand_over_from_day_to_day_leaves_nothing_open() {
        let rows = |next: &str| {
            [row("kim", r#", "to": "2024-03-10""#), row(next, r#", "from": "2024-03-11""#)].join(",")
        };
        assert_eq!(
            leader(&rows("lo"), ""),
            ["2024-01-01 2024-03-10 filled kim", "2024-03-11 2024-12-31 filled lo"]
        );
        assert_eq!(leader(&rows("kim"), ""), ["2024-01-01 2024-12-31 filled kim"], "the same person goes on");
    }

    #[test]
    fn both_hold_the_seat_on_a_day_that_both_rows_include() {
        let rows = [row("kim", r#", "to": "2024-03-10""#), row("lo", r#", "from": "2024-03-10""#)];
        assert_eq!(leader(&rows.join(","), "")[1], "2024-03-10 2024-03-10 filled kim lo");
    }

    #[test]
    fn the_leap_day_is_a_day() {
        assert_eq!(
            leader(&row("kim", r#", "from": "2024-02-29", "to": "2024-02-29""#), ""),
            ["2024-01-01 2024-02-28 open", "2024-02-29 2024-02-29 filled kim", "2024-03-01 2024-12-31 open"]
        );
    }

    #[test]
    fn a_recorded_vacancy_is_told_with_its_reason() {
        let vacancies = r#", "vacancies": [
            {"function": "process_leader", "from": "2024-05-01", "to": "2024-05-31", "reason": "sjuk"}]"#;
        assert_eq!(
            leader(&row("kim", r#", "to": "2024-04-30""#), vacancies),
            [
                "2024-01-01 2024-04-30 filled kim",
                "2024-05-01 2024-05-31 vacant sjuk",
                "2024-06-01 2024-12-31 open"
            ]
        );
        assert_eq!(leader(&row("kim", ""), vacancies), ["2024-01-01 2024-12-31 filled kim"]);
    }

    #[test]
    fn a_day_that_cannot_be_read_leaves_the_seat_untold_where_it_matters() {
        let rows = [row("kim", r#", "to": "2024-03-10""#), row("lo", r#", "from": "2024-02-30""#)];
        assert_eq!(
            leader(&rows.join(","), ""),
            ["2024-01-01 2024-03-10 filled kim", "2024-03-11 2024-12-31 unknown  /groups/0/members/1/from"]
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let overview = drawn(r#"{"groups": [{"id": "a", "kind": "nosam", "municipality": "1489"}]}"#);
        assert_eq!(told(&overview, "N-REP-13"), ["2024-12-31 2024-12-31 unknown  /groups/0/members"]);
        assert_eq!(told(&overview, "N-REP-5"), ["2024-12-31 2024-12-31 unknown  /complete /organisations"]);
    }

    #[test]
    fn a_unit_has_its_seat_from_the_day_it_opens_to_the_day_it_closes() {
        let overview = drawn(
            r#"{"complete": ["care_centre"], "complete_from": "2024-01-01", "complete_to": "2024-12-31",
                "organisations": [
                {"id": "vc", "kind": "care_centre", "municipality": "1489", "from": "2024-03-01", "to": "2024-06-30"}
            ], "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "members": [
                {"person": "kim", "organisations": ["vc"], "functions": ["operations_manager"], "from": "2024-03-05"}
            ]}]}"#,
        );
        assert_eq!(
            told(&overview, "N-REP-5"),
            ["2024-03-01 2024-03-04 open", "2024-03-05 2024-06-30 filled kim"]
        );
    }

    #[test]
    fn another_title_leaves_the_seat_open_and_names_who_sits_there() {
        let overview = drawn(
            r#"{"complete_from": "2024-01-01", "complete_to": "2024-12-31", "organisations": [
                {"id": "tand", "kind": "dental_care", "principal": "region"}
            ], "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "members": [
                {"person": "kim", "organisations": ["tand"], "functions": ["unit_manager"]}
            ]}]}"#,
        );
        assert_eq!(told(&overview, "N-REP-10"), ["2024-01-01 2024-12-31 open kim"]);
    }

    #[test]
    fn an_ex_officio_seat_follows_the_office() {
        let overview = drawn(
            r#"{"complete_from": "2024-01-01", "complete_to": "2024-12-31", "groups": [
                {"id": "a", "kind": "nosam", "municipality": "1489",
                 "offices": [{"office": "chair", "person": "kim", "to": "2024-03-31"},
                             {"office": "chair", "person": "lo", "from": "2024-05-01"}],
                 "vacancies": [{"office": "chair", "from": "2024-04-11", "to": "2024-04-30", "reason": "val"}]},
                {"id": "sg", "kind": "coordination_group", "members": [{"person": "kim"}]}]}"#,
        );
        assert_eq!(
            told(&overview, "P-SG-6"),
            [
                "2024-01-01 2024-03-31 filled kim",
                "2024-04-01 2024-04-10 open",
                "2024-04-11 2024-04-30 vacant val",
                "2024-05-01 2024-12-31 open"
            ]
        );
    }
}
