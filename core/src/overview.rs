//! The overview (överblick): seats with the periods in which they are filled or empty, chairs with their
//! sides, meetings with the recesses between them. Every picture is drawn from it.
//!
//! It judges nothing itself: a rule on a seat is asked day by day, wherever something changes, and says
//! whether the seat is filled and who sits in it.
//!
//! ```
//! use samla::overview::State;
//! use samla::{Charter, Record, example, overview};
//!
//! let record = Record::read(samla::json::example("good")?.as_bytes())?;
//! let overview = overview(&record, &Charter::samla_2023(), example::as_of());
//! let nosam = overview.groups.iter().find(|group| group.group == "nosam-alingsas").expect("the group");
//! assert!(nosam.seats.iter().all(|seat| seat.periods.last().expect("a period").state == State::Filled));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::lang::Both;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::{Between, BoardMembers, Charter, Quota, Seat};
use crate::codes::{GroupKind, MeetingKind, MeetingStatus, OfficeKind, Outcome};
pub use crate::index::Side;
use crate::index::{Context, life};
use crate::lang::Lang;
use crate::path::Pointer;
use crate::record::{Group, Id, Meeting, Moment, Organisation, OrganisationId, Period as _, Record, Ref};
use crate::report::Options;
use crate::rules::judge::{Desk, SeatVerdict};
use crate::rules::nosam::chair::{self, Break, BreakOf};
use crate::rules::nosam::meetings::{counts_as_ordinary, n_mot_2_cadence};
use crate::rules::plan::political_group::BOARD_SEATS;
use crate::rules::{self, Rule};
use crate::settled::Settled;

/// Who sat where, who chaired and when they met, up to one day. Every period has both its days included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overview {
    /// The first day drawn of any group; `None` when there is no group to draw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The day that it is seen from, and the last one drawn.
    pub as_of: Day,
    /// The charter.
    pub charter: String,
    /// Holidays that the meeting cadence does not count.
    pub recesses: Vec<Recess>,
    /// The judged groups, in the order of the record.
    pub groups: Vec<GroupOverview>,
}

/// A recess (uppehåll) whose days can be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recess {
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it stands.
    pub at: Pointer,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupOverview {
    /// Its id.
    pub group: String,
    /// What kind of group it is.
    pub kind: GroupKind,
    /// What it is called: its own name, or one made of its kind.
    pub name: Both<String>,
    /// Where it stands.
    pub at: Pointer,
    /// The first day drawn: the later of its own first day and the day from which the record knows of it.
    pub from: Day,
    /// The last day drawn: its own, or the as-of day.
    pub to: Day,
    /// Its seats by the charter, in the order of the rules.
    pub seats: Vec<SeatOverview>,
    /// The terms of its chairs and vice chairs that have begun, in order.
    pub offices: Vec<TermOverview>,
    /// Where the line of chairs and vice chairs of a NOSAM is broken.
    pub breaks: Vec<BreakOverview>,
    /// Its meetings in the order of their days, those without a day first.
    pub meetings: Vec<MeetingOverview>,
    /// Days without an ordinary meeting, longer than the cadence of NOSAM allows.
    pub gaps: Vec<GapOverview>,
    /// The weeks from one ordinary meeting of a NOSAM to the next, both ends right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Between>,
    /// What cannot be placed in time: terms of office that cannot be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
}

/// One seat (plats): one of a group's composition by the charter, for one unit where each has its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeatOverview {
    /// The rule that asks for it.
    pub rule: &'static str,
    /// What that rule calls it: a subject of its verdict.
    pub subject: String,
    /// What people call it, with the unit, municipality, board or group that it is for.
    pub label: Both<String>,
    /// What it is for, when that is something else than the group itself.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub whose: Option<Whose>,
    /// How it was filled, in order of days; days on which there was no such seat are in no period.
    pub periods: Vec<Period>,
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
pub struct Period {
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

/// One term of a chair or vice chair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TermOverview {
    /// The office.
    pub office: OfficeKind,
    /// The id of the holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// The side of the holder on the first day, where it can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day: the recorded one, or the day before the next term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// The last day, when it cannot be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
    /// Where it stands.
    pub at: Pointer,
}

/// Where the line of holders of an office is broken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakOverview {
    /// What is wrong.
    pub kind: BreakKind,
    /// The office.
    pub office: OfficeKind,
    /// First day; of the later term when the side stays the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// How many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// The side that stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// The smallest existing thing to mend.
    pub at: Pointer,
}

/// What breaks the line of holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BreakKind {
    /// Nobody held the office.
    Gap,
    /// Two people held it.
    Overlap,
    /// The chair stayed on one side from one term to the next.
    SameSide,
}

/// One meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeetingOverview {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// What kind of meeting, where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeetingKind>,
    /// Was it held, seen from the as-of day? Absent where it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<MeetingStatus>,
    /// Its length, where start and end are known as times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// ISO weeks since the held ordinary or joint meeting before, of such a meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<i64>,
    /// Does a recess lie between that meeting and this one?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recess: Option<bool>,
    /// Where it stands.
    pub at: Pointer,
}

/// Days without an ordinary meeting, longer than the cadence allows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapOverview {
    /// The day of the meeting before, or the one from which the weeks are counted.
    pub from: Day,
    /// The day of the next meeting; `None`: none until the as-of day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// ISO weeks from the one to the other, or to the as-of day.
    pub weeks: i64,
    /// The smallest existing thing to mend.
    pub at: Pointer,
}

/// Draws up who sat where, who chaired and when they met, up to `as_of`.
///
/// A pure function: the same record, charter and day give the same overview.
#[must_use]
pub fn overview(record: &Record, charter: &Charter, as_of: Day) -> Overview {
    Settled::of(record, charter).overview(as_of)
}

impl Settled<'_> {
    /// Draws up who sat where, who chaired and when they met, up to `as_of`.
    #[must_use]
    pub fn overview(&self, as_of: Day) -> Overview {
        let cx = self.context(as_of, Options::default());
        let groups: Vec<GroupOverview> =
            cx.judged_groups().filter_map(|group| of_group(&cx, group)).collect();
        let recesses = cx.record.recesses().items().filter_map(|recess| {
            let span = recess.span().ok()?;
            let reason = recess.reason().known().cloned();
            Some(Recess { from: span.from, to: span.to(), reason, at: recess.path.into() })
        });
        Overview {
            from: groups.iter().map(|group| group.from).min(),
            as_of,
            charter: self.charter().id.clone(),
            recesses: recesses.collect(),
            groups,
        }
    }
}

/// One group; none when its kind cannot be read, or it begins after the as-of day.
fn of_group<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<GroupOverview> {
    let kind = *group.kind().known()?;
    let (from, until) = drawn(cx, group)?;
    let (offices, lacks) = terms(cx, group);
    let nosam = kind == GroupKind::Nosam;
    Some(GroupOverview {
        group: id_of(group),
        kind,
        name: name(cx, group),
        at: group.path.into(),
        from,
        to: until.plus_days(-1),
        seats: seats(cx, group, kind, from, until),
        offices,
        breaks: if nosam { breaks(cx, group) } else { Vec::new() },
        meetings: meetings(cx, group),
        gaps: if nosam { gaps(cx, group) } else { Vec::new() },
        weeks: nosam.then_some(cx.charter.meetings.weeks),
        lacks,
    })
}

fn id_of(group: Ref<'_, Group>) -> String {
    group.id().known().map_or_else(String::new, Id::to_string)
}

/// What a group is called.
fn name(cx: &Context<'_>, group: Ref<'_, Group>) -> Both<String> {
    if let Some(name) = group.name().known() {
        return Both { sv: name.clone(), en: name.clone() };
    }
    match (group.kind().known(), group.municipality().known()) {
        (Some(GroupKind::Nosam), Some(code)) => {
            let name = format!("NOSAM {}", cx.charter.municipality(code));
            Both { sv: name.clone(), en: name }
        }
        (Some(kind), _) => {
            let named = |lang| format!("{} `{}`", kind.label(lang), id_of(group));
            Both { sv: named(Lang::Sv), en: named(Lang::En) }
        }
        (None, _) => Both { sv: id_of(group), en: id_of(group) },
    }
}

// ── Days ──

/// The first day drawn of a group, and the first one after.
///
/// It begins with the group, but not before the record knows of it: what nobody said about earlier days
/// means nothing.
fn drawn<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<(Day, Day)> {
    let after = cx.as_of.plus_days(1);
    let end = life(group).ok().and_then(|life| life.until).map_or(after, |end| end.min(after));
    let complete_from = cx.complete_from().ok().flatten();
    let known = complete_from.or_else(|| first_entry(cx, group));
    let own = group.from().known().copied();
    let from = match (own, known) {
        (Some(own), Some(known)) if own <= cx.as_of => own.max(known),
        (own, known) => own.or(known).unwrap_or(cx.as_of),
    };
    // A record that knows of the group only from some later day on still shows that day.
    let from = if own.is_none_or(|own| own <= cx.as_of) { from.min(cx.as_of) } else { from };
    (from < end).then_some((from, end))
}

/// The first day that the record says anything about the group.
fn first_entry<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<Day> {
    let members = group.members().items().filter_map(|it| it.from().known().copied());
    let offices = group.offices().items().filter_map(|it| it.from().known().copied());
    let vacancies = group.vacancies().items().filter_map(|it| it.from().known().copied());
    let meetings = cx.meetings_of(group).iter().filter_map(|it| cx.day_of(*it).ok());
    members.chain(offices).chain(vacancies).chain(meetings).min()
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
    add(life(group), None, group.closed_on().known().copied());
    group.members().items().for_each(|row| of!(row));
    group.vacancies().items().for_each(|row| of!(row));
    group.offices().items().for_each(|row| of!(row));
    let charter = cx.charter;
    let dated = |valid: crate::charter::Dated| Ok(valid.span());
    charter
        .seats
        .iter()
        .filter(|seat| seat.group == kind)
        .for_each(|seat| add(dated(seat.valid), None, None));
    charter.parties.iter().for_each(|party| add(dated(party.valid), None, None));
    charter.boards.iter().for_each(|board| add(dated(board.valid), None, None));
    charter.rules.values().for_each(|rule| add(dated(rule.valid), None, None));
    for seats in charter.ex_officio.iter().filter(|seats| seats.group == kind) {
        add(Ok(Span { from: Some(charter.readings.ex_officio_from), until: None }), None, None);
        for of in cx.record.groups().items().filter(|of| of.kind().known() == Some(&seats.of)) {
            of!(of);
            of.offices().items().for_each(|row| of!(row));
            of.vacancies().items().for_each(|row| of!(row));
        }
    }
    for unit in cx.record.organisations().items().filter(|unit| may_matter(cx, group, kind, *unit)) {
        of!(unit);
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

// ── Seats ──

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
fn seats<'a>(
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
        let mut places: HashMap<String, usize> = HashMap::new();
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
fn period(verdict: &SeatVerdict, from: Day, to: Day) -> Option<Period> {
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
    Some(Period {
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
fn add(periods: &mut Vec<Period>, next: Period) {
    match periods.last_mut() {
        Some(last)
            if last.to.plus_days(1) == next.from
                && *last == (Period { from: last.from, to: last.to, ..next.clone() }) =>
        {
            last.to = next.to;
        }
        _ => periods.push(next),
    }
}

/// What people call a seat, and what it is for.
fn called(cx: &Context<'_>, source: Source<'_>, verdict: &SeatVerdict) -> (Both<String>, Option<Whose>) {
    let of = verdict.of.as_deref();
    let named = |name: &Both<String>, of: &Both<String>| Both {
        sv: format!("{}, {}", name.sv, of.sv),
        en: format!("{}, {}", name.en, of.en),
    };
    let same = |name: &str| Both { sv: name.to_owned(), en: name.to_owned() };
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
            let (group, code) = (of.unwrap_or_default(), verdict.office.as_deref().unwrap_or_default());
            let office = OfficeKind::ALL.iter().find(|office| office.code() == code);
            let office = office.map_or_else(|| same(code), |office| both(*office));
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

fn both(office: OfficeKind) -> Both<String> {
    Both { sv: office.label(Lang::Sv).into(), en: office.label(Lang::En).into() }
}

/// What the people of one board are called together.
fn board_seats(cx: &Context<'_>) -> Both<String> {
    let seats = &cx.charter.board_seats;
    match cx.charter.readings.board_members {
        BoardMembers::PerBody => Both {
            sv: seats.iter().map(|seat| seat.name.sv.as_str()).collect::<Vec<_>>().join(" och "),
            en: seats.iter().map(|seat| seat.name.en.as_str()).collect::<Vec<_>>().join(" and "),
        },
        BoardMembers::GroupChair | BoardMembers::PerBodyTotal => {
            Both { sv: "representanter".into(), en: "representatives".into() }
        }
    }
}

// ── Offices ──

fn terms<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> (Vec<TermOverview>, Vec<Pointer>) {
    let mut lacks = Lacks::default();
    let mut all = Vec::new();
    for &office in OfficeKind::ALL {
        let terms = cx.terms(group, office);
        if let Some(unplaced) = terms.unplaced().filter(|_| !group.offices().is_absent()) {
            lacks = lacks.and(unplaced);
        }
        all.extend(terms.list.into_iter().map(|term| TermOverview {
            office,
            person: term.office.person().known().map(|person| person.as_str().to_owned()),
            side: chair::side(cx, group, term),
            from: term.from,
            to: term.until.filter(|_| !term.end_unknown).map(|until| until.plus_days(-1)),
            lacks: if term.end_unknown { vec![term.office.to().path.into()] } else { Vec::new() },
            at: term.office.path.into(),
        }));
    }
    (all, lacks.places().cloned().collect())
}

fn breaks<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<BreakOverview> {
    let of = |BreakOf { office, what, days, at }| {
        let (kind, side) = match what {
            Break::Gap => (BreakKind::Gap, None),
            Break::Overlap => (BreakKind::Overlap, None),
            Break::SameSide(side) => (BreakKind::SameSide, Some(side)),
        };
        let count = days.days().filter(|_| kind != BreakKind::SameSide);
        BreakOverview { kind, office, from: days.from, to: days.to(), days: count, side, at: at.into() }
    };
    chair::breaks(cx, group).into_iter().map(of).collect()
}

// ── Meetings ──

fn meetings<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<MeetingOverview> {
    let mut before: Option<Day> = None;
    let mut all = Vec::new();
    for meeting in cx.meetings_of(group).iter().copied() {
        let day = cx.day_of(meeting).ok();
        let counts = counts_as_ordinary(meeting).and(|| cx.held(meeting)).is_yes();
        let since = before.zip(day).filter(|_| counts);
        all.push(MeetingOverview {
            id: meeting.id().known().map(ToString::to_string),
            day,
            kind: meeting.kind().or(MeetingKind::Ordinary).ok(),
            status: status(cx, meeting),
            minutes: minutes(meeting),
            weeks: since.map(|(before, day)| before.iso_weeks_until(day)),
            recess: since.map(|(before, day)| n_mot_2_cadence::recess_between(cx, before, day)),
            at: meeting.path.into(),
        });
        before = day.filter(|_| counts).or(before);
    }
    all
}

fn status<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>) -> Option<MeetingStatus> {
    let held = cx.held(meeting).told().ok()?;
    Some(match meeting.status().known() {
        _ if held => MeetingStatus::Held,
        Some(MeetingStatus::Cancelled) => MeetingStatus::Cancelled,
        Some(MeetingStatus::Planned | MeetingStatus::Held) | None => MeetingStatus::Planned,
    })
}

fn minutes(meeting: Ref<'_, Meeting>) -> Option<i64> {
    match meeting.start().known()? {
        Moment::Time(start) => Some(start.minutes_until(*meeting.end().known()?)),
        Moment::Day(_) => None,
    }
}

fn gaps<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<GapOverview> {
    let of = |gap: n_mot_2_cadence::Gap| GapOverview {
        from: gap.from,
        to: gap.to,
        weeks: gap.from.iso_weeks_until(gap.to.unwrap_or(cx.as_of)),
        at: gap.at.into(),
    };
    n_mot_2_cadence::gaps(cx, group).into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn drawn(record: &str) -> Overview {
        let record = Record::read(record.as_bytes()).expect("a record");
        overview(&record, &Charter::samla_2023(), day("2024-12-31"))
    }

    /// The periods of the first seat of a rule, one a line.
    fn told(overview: &Overview, rule: &str) -> Vec<String> {
        let seats = overview.groups.iter().flat_map(|group| &group.seats);
        let mut seats = seats.filter(|seat| seat.rule == rule);
        let seat = seats.next().unwrap_or_else(|| panic!("no seat of {rule} in {overview:#?}"));
        let period = |period: &Period| {
            let Period { from, to, state, .. } = period;
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
            r#"{{"complete_from": "2024-01-01", "groups": [{{"id": "a", "kind": "nosam", "municipality": "1489",
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
        let vacancies = r#", "vacancies": [{"function": "process_leader", "from": "2024-05-01", "to": "2024-05-31", "reason": "sjuk"}]"#;
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
            r#"{"complete": ["care_centre"], "complete_from": "2024-01-01", "organisations": [
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
            r#"{"complete_from": "2024-01-01", "organisations": [
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
            r#"{"complete_from": "2024-01-01", "groups": [
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

    #[test]
    fn a_group_is_drawn_from_its_start_but_not_before_the_record_knows_of_it() {
        let from = |complete_from: &str, group: &str| {
            let record = format!(
                r#"{{{complete_from} "groups": [{{"id": "a", "kind": "nosam" {group},
                    "members": [{{"person": "kim", "from": "2024-02-01"}}]}}]}}"#
            );
            drawn(&record).groups.first().map(|group| (group.from.to_string(), group.to.to_string()))
        };
        let drawn = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        let complete = r#""complete_from": "2024-01-15","#;
        assert_eq!(from("", ""), drawn("2024-02-01", "2024-12-31"));
        assert_eq!(from("", r#", "from": "2017-09-01""#), drawn("2024-02-01", "2024-12-31"));
        assert_eq!(from(complete, r#", "from": "2017-09-01""#), drawn("2024-01-15", "2024-12-31"));
        assert_eq!(from(complete, r#", "from": "2024-03-01""#), drawn("2024-03-01", "2024-12-31"));
        assert_eq!(from("", r#", "to": "2024-06-30""#), drawn("2024-02-01", "2024-06-30"));
        assert_eq!(from("", r#", "closed_on": "2024-05-31""#), drawn("2024-02-01", "2024-05-31"));
        assert_eq!(from("", r#", "from": "2025-01-01""#), None, "it begins after the as-of day");
    }

    #[test]
    fn gaps_overlaps_and_a_side_that_stays_break_the_line_of_chairs() {
        let overview = drawn(
            r#"{"complete_from": "2023-01-01", "organisations": [{"id": "vc", "kind": "care_centre", "principal": "region"}],
                "groups": [{"id": "a", "kind": "nosam", "municipality": "1489",
                "members": [{"person": "kim", "organisations": ["vc"]}, {"person": "lo", "organisations": ["vc"]}],
                "offices": [{"office": "chair", "person": "kim", "from": "2023-01-01", "to": "2023-12-31"},
                            {"office": "chair", "person": "lo", "from": "2024-01-03"},
                            {"office": "vice_chair", "person": "lo", "from": "2023-01-01", "to": "2024-01-03"},
                            {"office": "vice_chair", "person": "kim", "from": "2024-01-03"}]}]}"#,
        );
        let group = &overview.groups[0];
        let breaks: Vec<String> = group
            .breaks
            .iter()
            .map(|it| format!("{:?} {} {:?} {:?}", it.kind, it.office.code(), it.from, it.days))
            .collect();
        assert_eq!(
            breaks,
            [
                "Gap chair Some(2024-01-01) Some(2)",
                "SameSide chair Some(2024-01-03) None",
                "Overlap vice_chair Some(2024-01-03) Some(1)"
            ]
        );
        assert_eq!(group.offices[0].side, Some(Side::Region));
    }

    #[test]
    fn a_long_way_between_meetings_is_a_gap_unless_a_recess_lies_between() {
        let gaps = |recesses: &str| {
            let overview = drawn(&format!(
                r#"{{"recesses": [{recesses}], "groups": [{{"id": "a", "kind": "nosam", "municipality": "1489"}}], "meetings": [
                    {{"id": "m1", "groups": ["a"], "start": "2024-10-01"}},
                    {{"id": "m2", "groups": ["a"], "start": "2024-10-15", "status": "cancelled"}},
                    {{"id": "m3", "groups": ["a"], "start": "2024-12-03T13:00", "end": "2024-12-03T15:00"}}]}}"#
            ));
            let group = overview.groups[0].clone();
            assert_eq!(group.meetings.iter().map(|it| it.weeks).collect::<Vec<_>>(), [None, None, Some(9)]);
            assert_eq!(group.meetings[1].status, Some(MeetingStatus::Cancelled));
            assert_eq!(group.meetings[2].minutes, Some(120));
            assert_eq!(group.meetings[2].recess, Some(!recesses.is_empty()));
            group.gaps.iter().map(|gap| (gap.from, gap.to, gap.weeks)).collect::<Vec<_>>()
        };
        assert_eq!(gaps(""), [(day("2024-10-01"), Some(day("2024-12-03")), 9)]);
        assert_eq!(gaps(r#"{"from": "2024-10-28", "to": "2024-11-03"}"#), []);
    }
}
