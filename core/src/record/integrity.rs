//! The integrity rules that look at readable values together: D-3, D-5, D-6 and D-8 to D-10, and waivers.
//!
//! They are told beside the reading problems, but make nothing unreadable. What cannot be read is never
//! taken for a duplicate or a stranger.

mod times;

use crate::codes::{MemberStatus, OfficeKind};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use super::after_end::after_their_end;
use super::{
    Decision, Doubt, Group, GroupId, Id, List, Meeting, MeetingId, Member, OrganisationId, Period, Placed,
    Problem, Record, Ref, View, spellings, terms,
};
use crate::calendar::{Day, Span};
use crate::charter::Charter;
use crate::codes::MeetingStatus;
use crate::path::{Path, Related, Step};

/// Everything suspicious in a settled record, in no order.
pub(crate) fn problems(record: &Record, charter: &Charter, as_of: Day, names: bool) -> Vec<Placed> {
    let record = Ref { item: record, path: Path::ROOT };
    let mut found = Found::default();
    days_before_the_beginning(record, charter.founded, &mut found);
    done_after_the_as_of_day(record, as_of, &mut found);
    rows_twice(record, &mut found);
    organisations_twice(record, &mut found);
    spellings::look(record, charter, names, &mut found);
    activities_outside_their_plan(record, &mut found);
    raised_after_their_decision(record, &mut found);
    of_ended_organisations(record, as_of, &mut found);
    times::outside_their_meeting(record, &mut found);
    strangers(record, &mut found);
    waivers(record, as_of, &mut found);
    after_the_plan(record, charter, as_of, &mut found);
    after_their_end(record, as_of, &mut |at, doubt| found.at(at, doubt));
    found.0
}

#[derive(Default)]
pub(super) struct Found(Vec<Placed>);

impl Found {
    pub(super) fn at(&mut self, path: Path, doubt: Doubt) {
        self.0.push(Placed { problem: Problem::Doubtful(doubt), at: path.into(), related: Vec::new() });
    }

    pub(super) fn beside(&mut self, path: Path, doubt: Doubt, earlier: Path) {
        let related = vec![Related { at: earlier.into(), role: "earlier" }];
        self.0.push(Placed { problem: Problem::Doubtful(doubt), at: path.into(), related });
    }
}

// ── D-5 ──

/// Organisations, routines that others adopted, and what the plan rests on can be older than the collaboration.
fn days_before_the_beginning(record: Ref<'_, Record>, founded: Day, found: &mut Found) {
    use super::Read as _;
    record.item.days(record.path, &mut |path, day| {
        let can_be_older = matches!(
            path.steps(),
            [Step::Key("organisations"), ..]
                | [Step::Key("routines"), _, Step::Key("adopted_on")]
                | [Step::Key("plans"), _, Step::Key("foundation"), ..]
        );
        if day < founded && !can_be_older {
            found.at(path, Doubt::TooEarly { day, founded });
        }
    });
}

/// What was done on a day, and a meeting said to be held, cannot lie ahead; first and last days can be a plan.
fn done_after_the_as_of_day(record: Ref<'_, Record>, as_of: Day, found: &mut Found) {
    use super::Read as _;
    record.item.days(record.path, &mut |path, day| {
        let done = matches!(path.steps(), [.., Step::Key(key)] if *key == "on" || key.ends_with("_on"));
        if done && day > as_of {
            found.at(path, Doubt::TooLate { day, as_of });
        }
    });
    for meeting in record.meetings().items() {
        let day = meeting.start().known().map(|start| start.day()).filter(|day| *day > as_of);
        if let (Some(MeetingStatus::Held), Some(day)) = (meeting.status().known(), day) {
            found.at(meeting.start().path, Doubt::TooLate { day, as_of });
        }
    }
}

/// After the plan's last day the rules go on, which is said once.
fn after_the_plan(record: Ref<'_, Record>, charter: &Charter, as_of: Day, found: &mut Found) {
    if let Some(last) = charter.plan.to.filter(|last| *last < as_of) {
        let about = record.about();
        let at = if about.is_absent() { record.path } else { about.path };
        found.at(at, Doubt::OutsidePlanPeriod { last, as_of });
    }
}

// ── D-3 ──

/// A row for the same person and seat as another, on some of the same days.
fn rows_twice(record: Ref<'_, Record>, found: &mut Found) {
    for group in record.groups().items() {
        let members =
            group.members().items().filter_map(|row| Some((seat(row)?, row.span().ok()?, row.path)));
        overlaps(members, |(person, ..)| person, found);
        overlaps(office_terms(group), |(person, _)| person, found);
    }
}

/// Whose seat a row is about; `None` where that cannot be told.
type Seat<'a> = (&'a str, Vec<&'a str>, Vec<&'static str>, MemberStatus, Vec<&'a str>);

fn seat<'a>(row: Ref<'a, Member>) -> Option<Seat<'a>> {
    Some((
        row.person().known()?.as_str(),
        sorted(row.organisations(), |id| id.as_str())?,
        sorted(row.functions(), |function| function.code())?,
        row.status().or(MemberStatus::Ordinary).ok()?,
        sorted(row.target_groups(), |group| group.as_str())?,
    ))
}

fn sorted<'a, T, N: Ord>(list: View<'a, List<T>>, name: impl Fn(&'a T) -> N) -> Option<Vec<N>> {
    let mut names: Vec<N> = list.all_or_none().ok()?.into_iter().map(|item| name(item.item)).collect();
    names.sort();
    Some(names)
}

/// The terms of a group's offices whose holder and days can be read.
fn office_terms<'a>(group: Ref<'a, Group>) -> impl Iterator<Item = ((&'a str, OfficeKind), Span, Path)> {
    OfficeKind::ALL.iter().flat_map(move |office| {
        let rows = group.offices().items().filter(|row| row.office().known() == Some(office));
        let rows = rows.filter(|row| row.standing_in_for().is_absent());
        let readable = terms(rows).into_iter().filter(|(row, _)| row.span().is_ok());
        readable.filter_map(|(row, days)| Some(((row.person().known()?.as_str(), *office), days, row.path)))
    })
}

fn overlaps<'a, S: Eq + Hash>(
    rows: impl Iterator<Item = (S, Span, Path)>,
    person: impl Fn(&S) -> &&'a str,
    found: &mut Found,
) {
    let mut seats: HashMap<S, Vec<(Span, Path)>> = HashMap::new();
    for (seat, span, path) in rows {
        seats.entry(seat).or_default().push((span, path));
    }
    for (seat, mut rows) in seats {
        rows.sort_by_key(|(span, _)| span.from);
        // The row so far that runs longest.
        let mut longest = rows[0];
        for (span, path) in rows.into_iter().skip(1) {
            if longest.0.overlap(span).is_some() {
                found.beside(path, Doubt::DuplicateRow((*person(&seat)).to_owned()), longest.1);
            }
            if span.until.is_none_or(|until| longest.0.until.is_some_and(|longest| longest < until)) {
                longest = (span, path);
            }
        }
    }
}

// ── D-8 ──

/// Two organisations with one HSA-id.
///
/// An organisation number is that of the legal person, which a whole region or municipality shares.
fn organisations_twice(record: Ref<'_, Record>, found: &mut Found) {
    let hsa_ids = record.organisations().items().filter_map(|it| {
        Some((it.hsa_id().known()?.trim().to_uppercase(), it.id().known(), it.hsa_id().path))
    });
    twice(hsa_ids, Doubt::DuplicateOrganisation, found);
}

fn twice<'a, K: Eq + Hash>(
    things: impl Iterator<Item = (K, Option<&'a Id>, Path)>,
    doubt: fn(String) -> Doubt,
    found: &mut Found,
) {
    let mut known: HashMap<K, (&Id, Path)> = HashMap::new();
    for (name, id, path) in things {
        let Some(id) = id else { continue };
        match known.entry(name) {
            Entry::Occupied(first) => {
                let (id, earlier) = first.get();
                found.beside(path, doubt(id.to_string()), *earlier);
            }
            Entry::Vacant(place) => {
                place.insert((id, path));
            }
        }
    }
}

// ── D-10 ──

/// An activity that begins before the first or after the last day of its activity plan.
fn activities_outside_their_plan(record: Ref<'_, Record>, found: &mut Found) {
    for plan in record.activity_plans().items() {
        let Ok(period) = plan.period().get().and_then(|period| period.span()) else { continue };
        for activity in plan.activities().items() {
            let from = activity.from();
            if let Some(day) = from.known().copied().filter(|day| !period.contains(*day)) {
                found.at(from.path, Doubt::OutsideItsPlan { day, period });
            }
        }
    }
}

/// The days of the meetings that have one, by their ids.
fn days_of_meetings<'a>(record: Ref<'a, Record>) -> HashMap<&'a str, Day> {
    let day =
        |meeting: Ref<'a, Meeting>| Some((meeting.id().known()?.as_str(), meeting.start().known()?.day()));
    record.meetings().items().filter_map(day).collect()
}

/// The day said, or else that of the meeting; `None` where neither can be told.
fn day_or_that_of(
    day: View<'_, Day>,
    meeting: View<'_, MeetingId>,
    meetings: &HashMap<&str, Day>,
) -> Option<Day> {
    match day.optional().ok()? {
        Some(day) => Some(*day),
        None => meetings.get(meeting.known()?.as_str()).copied(),
    }
}

/// A matter whose decision came before the day on which it was raised.
fn raised_after_their_decision(record: Ref<'_, Record>, found: &mut Found) {
    let meetings = days_of_meetings(record);
    for matter in record.matters().items() {
        let Ok(decision) = matter.decision().get() else { continue };
        let raised = day_or_that_of(matter.raised_on(), matter.raised_at(), &meetings);
        let decided = day_or_that_of(decision.on(), decision.meeting(), &meetings);
        if let (Some(raised), Some(decided)) = (raised, decided)
            && decided < raised
        {
            found.at(matter.raising(), Doubt::RaisedAfterDecision { raised, decided });
        }
    }
}

/// A membership that runs on, by the as-of day, after each of its organisations has ended.
fn of_ended_organisations(record: Ref<'_, Record>, as_of: Day, found: &mut Found) {
    let organisations = record.organisations().items();
    let last_days: HashMap<&str, Option<Day>> = organisations
        .filter_map(|it| Some((it.id().known()?.as_str(), it.to().optional().ok()?.copied())))
        .collect();
    for row in record.groups().items().flat_map(|group| group.members().items()) {
        let (Some(person), Ok(span)) = (row.person().known(), row.span()) else { continue };
        let Ok(organisations) = row.organisations().all() else { continue };
        // One that is there, or whose last day cannot be read, may be whom the member speaks for.
        let last = |id: &Ref<'_, OrganisationId>| last_days.get(id.item.as_str()).copied().flatten();
        let Some(lasts) = organisations.iter().map(last).collect::<Option<Vec<Day>>>() else { continue };
        let Some(last) = lasts.into_iter().max() else { continue };
        let after = Span { from: Some(last.plus_days(1)), until: Some(as_of.plus_days(1)) };
        if last < as_of && span.overlap(after).is_some() {
            found.at(row.path, Doubt::OrganisationEnded { person: person.as_str().to_owned(), last });
        }
    }
}

// ── D-6 ──

/// Who has been in a group, and when: members whatever their status, and holders of offices.
struct Roster<'a> {
    rows: HashMap<&'a str, Vec<Span>>,
    /// Can every row be read, so that absence from it tells something?
    whole: bool,
}

impl<'a> Roster<'a> {
    fn of(group: Ref<'a, Group>) -> Self {
        let mut rows: HashMap<&str, Vec<Span>> = HashMap::new();
        let mut whole = group.members().unread().is_none() && group.offices().all_or_none().is_ok();
        let members = group.members().items().map(|row| (row.person(), row.span()));
        let offices = group.offices().items().map(|row| (row.person(), row.span()));
        for (person, span) in members.chain(offices) {
            match person.known() {
                // Days that cannot be read may be any days.
                Some(person) => rows.entry(person.as_str()).or_default().push(span.unwrap_or_default()),
                None => whole = false,
            }
        }
        Self { rows, whole }
    }

    /// Is it certain that the person had no part in the group on `day`, or ever when no day is said?
    fn knows_nothing_of(&self, person: &str, day: Option<Day>) -> bool {
        let spans = self.rows.get(person).map_or(&[] as &[Span], Vec::as_slice);
        self.whole && !spans.iter().any(|span| day.is_none_or(|day| span.contains(day)))
    }
}

/// Somebody who attends or decides without a part in any of the groups.
///
/// A stand-in is none, nor is who objects: N-REP-4 and N-FOR-2 speak of them.
fn strangers(record: Ref<'_, Record>, found: &mut Found) {
    let rosters: HashMap<&str, Roster<'_>> = record
        .groups()
        .items()
        .filter_map(|group| Some((group.id().known()?.as_str(), Roster::of(group))))
        .collect();
    let mut look = |groups: View<'_, List<GroupId>>, day: Option<Day>, persons: Vec<(&str, Path)>| {
        let Ok(groups) = groups.all() else { return };
        let rosters: Option<Vec<&Roster<'_>>> =
            groups.iter().map(|group| rosters.get(group.item.as_str())).collect();
        let Some(rosters) = rosters.filter(|rosters| !rosters.is_empty()) else { return };
        for (person, path) in persons {
            if rosters.iter().all(|roster| roster.knows_nothing_of(person, day)) {
                found.at(path, Doubt::NoMember(person.to_owned()));
            }
        }
    };
    let mut days: HashMap<&str, Option<Day>> = HashMap::new();
    for meeting in record.meetings().items() {
        let day = meeting.start().known().map(|start| start.day());
        if let Some(id) = meeting.id().known() {
            days.insert(id.as_str(), day);
        }
        look(meeting.groups(), day, attending(meeting));
    }
    for matter in record.matters().items() {
        let Ok(decision) = matter.decision().get() else { continue };
        let meeting = decision.meeting().known().and_then(|id| days.get(id.as_str()).copied().flatten());
        look(decision.groups(), decision.on().known().copied().or(meeting), deciding(decision));
    }
}

fn attending<'a>(meeting: Ref<'a, Meeting>) -> Vec<(&'a str, Path)> {
    let rows = meeting.attendance().items().filter(|row| row.standing_in_for().is_absent());
    rows.filter_map(|row| Some((row.person().known()?.as_str(), row.path))).collect()
}

fn deciding<'a>(decision: Ref<'a, Decision>) -> Vec<(&'a str, Path)> {
    decision.present().items().map(|person| (person.item.as_str(), person.path)).collect()
}

// ── Waivers ──

/// A waiver that nobody has limited, one that nobody decided, and one that was decided after its first day.
fn waivers(record: Ref<'_, Record>, as_of: Day, found: &mut Found) {
    for waiver in record.waivers().items() {
        let by = waiver.decided_by();
        if by.is_known_empty() {
            found.at(by.path, Doubt::UndecidedWaiver);
        }
        if let (Some(&from), Some(&on)) = (waiver.from().known(), waiver.on().known())
            && from < on
            && on <= as_of
        {
            found.at(waiver.on().path, Doubt::LateWaiver { from, on });
        }
        if waiver.from().is_absent() && waiver.to().is_absent() {
            found.at(waiver.path, Doubt::UndatedWaiver);
        }
    }
}
