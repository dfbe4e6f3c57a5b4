//! Ordförandeskapet: who chairs NOSAM, for how long, and who comes next.

mod membership;
mod n_ord_1_both_offices;
mod n_ord_2_alternation;
mod n_ord_3_term_length;
mod n_ord_4_succession;
mod n_ord_5_opposite_sides;
mod shared_day;
mod sides;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::WhoMayChair;
use crate::codes::{GroupKind, MemberFunction, OfficeKind};
use crate::index::{Case, Context, Side, Term, Terms, group_case, group_subject, has_function, is_ordinary};
use crate::path::Path;
use crate::record::{Group, Member, Office, Period, Ref, Vacancy};
use crate::report::Key;
use crate::rules::Rule;
pub(crate) use n_ord_3_term_length::Limits;
use sides::side_of_term;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_ord_1_both_offices::RULE,
    &n_ord_2_alternation::RULE,
    &n_ord_3_term_length::RULE,
    &n_ord_4_succession::RULE,
    &n_ord_5_opposite_sides::RULE,
];

/// The rules on a new chair and its term.
pub(crate) const SUCCESSION: &[&Rule] = &[
    &n_ord_2_alternation::RULE,
    &n_ord_3_term_length::RULE,
    &n_ord_4_succession::RULE,
    &n_ord_5_opposite_sides::RULE,
];

/// Two chair terms in a row.
#[derive(Clone)]
struct Handover<'a> {
    group: Ref<'a, Group>,
    /// Of two that began together nobody can tell which one the later follows.
    before: Result<Term<'a>, Lacks>,
    after: Term<'a>,
    /// First day of the later term.
    day: Day,
}

impl<'a> Handover<'a> {
    /// The earlier term.
    fn before(&self) -> Result<Term<'a>, Lacks> {
        self.before.clone()
    }

    /// The first day of the earlier term, or the last on which it can be looked at.
    fn first_day(&self) -> Result<Day, Lacks> {
        self.before()?.from.map_or_else(|| self.eve(), Ok)
    }

    /// The last day before the later term on which the earlier one ran.
    fn eve(&self) -> Result<Day, Lacks> {
        let eve = self.day.plus_days(-1);
        Ok(self.before()?.span()?.to().map_or(eve, |to| to.min(eve)))
    }

    /// Did somebody say why the order was broken: of the later term itself, or why the earlier was cut short?
    ///
    /// A reason that cannot be read is a reason, too.
    fn reason(&self, cx: &Context<'a>) -> Option<Option<&'a String>> {
        let before = self.before.as_ref().ok().copied();
        let cut = before.filter(|before| n_ord_3_term_length::is_cut_short(cx, self.group, before));
        given_reason([Some(self.after), cut].into_iter().flatten())
    }
}

/// The reason that one of the terms gives; one that cannot be read is a reason, too.
fn given_reason<'a>(terms: impl Iterator<Item = Term<'a>> + Clone) -> Option<Option<&'a String>> {
    let mut reasons = terms.map(|term| term.office.reason()).filter(|reason| !reason.is_absent());
    let known = reasons.clone().find_map(|reason| reason.known());
    known.map(Some).or_else(|| reasons.next().map(|_| None))
}

/// The chair term before one; of two that began together nobody can tell which one it follows.
fn term_before<'a>(chairs: &Terms<'a>, term: &Term<'a>) -> Option<Result<Term<'a>, Lacks>> {
    let (before, others) = chairs.before(term).split_first()?;
    let Some(other) = others.iter().find(|other| other.holder() != before.holder()) else {
        return Some(Ok(*before));
    };
    let both = chairs.certain(before).zip(chairs.certain(other)).and_then(|(one, two)| one.overlap(two));
    Some(Err(chairs.not_one_each(both.unwrap_or_default())))
}

/// Every hand-over of the chair in the judged days, named by the first day of the later term.
fn handovers<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Handover<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let terms = cx.terms(group, OfficeKind::Chair);
        // A row that cannot be placed may be a hand-over of its own.
        let unplaced = terms.unplaced();
        if let Some(lacks) = &unplaced {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks.clone()) });
        }
        for after in terms.list.iter().skip(1) {
            let at = after.office.path;
            let Some(day) = after.from else {
                let lacks = Lacks::absent(after.office.from().path);
                cases.push(Case { subject: group_subject(group), at, thing: Err(lacks) });
                continue;
            };
            let Some(before) = term_before(&terms, after) else { continue };
            // A group that has ended has no chair to take turns.
            let judged = cx.since_complete(Ok(day)).and(|| cx.had_ended(group, day).not());
            let thing = match (judged.told(), &unplaced) {
                (Ok(false), _) => continue,
                (Err(lacks), _) => Err(lacks),
                (Ok(true), Some(lacks)) => Err(lacks.clone()),
                (Ok(true), None) => Ok(Handover { group, before, after: *after, day }),
            };
            cases.push(group_case(group, Key::Day(day), at, thing));
        }
    }
    cases
}

/// The memberships of a person in a group, the one that began first before the others.
fn memberships<'a>(group: Ref<'a, Group>, person: &'a str) -> impl Iterator<Item = Ref<'a, Member>> {
    let is_of = |member: &Ref<'a, Member>| member.person().known().is_some_and(|id| id.as_str() == person);
    let mut rows: Vec<_> = group.members().items().filter(is_of).collect();
    // Of two at once the earlier decides until it ends, in whatever order the rows stand.
    rows.sort_by_key(|member| (member.from().known().is_none(), member.from().known().copied()));
    rows.into_iter()
}

/// Does a membership let its holder chair?
fn counts(member: Ref<'_, Member>, reading: WhoMayChair) -> Answer {
    match reading {
        WhoMayChair::OrdinaryWithSide => is_ordinary(member),
        WhoMayChair::AnyoneButProcessLeader => {
            // Who says no function is no process leader.
            let functions = member.functions();
            if functions.is_absent() {
                return Answer::Yes;
            }
            has_function(member, &[MemberFunction::ProcessLeader]).not()
        }
    }
}

/// May the holder of a term chair on `day`: is it an ordinary member then?
fn may_hold<'a>(cx: &Context<'a>, group: Ref<'a, Group>, person: &str, day: Day) -> Answer {
    let reading = cx.charter.readings.who_may_chair;
    group.members().any(|member| {
        member
            .person()
            .is(|id| id.as_str() == person)
            .and(|| member.runs_on(day))
            .and(|| counts(member, reading))
    })
}

/// The membership by which a person holds an office on `day`.
fn holding<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    person: &'a str,
    day: Day,
) -> Option<Ref<'a, Member>> {
    let reading = cx.charter.readings.who_may_chair;
    memberships(group, person)
        .find(|member| member.runs_on(day).is_yes() && counts(*member, reading).is_yes())
}

/// The vacancies recorded for an office.
fn vacancies<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    office: OfficeKind,
) -> impl Iterator<Item = Ref<'a, Vacancy>> {
    cx.vacancies(group).filter(move |vacancy| vacancy.office().known() == Some(&office))
}

/// The vacancy recorded for an office in these days; of several the first.
fn vacancy_in<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    office: OfficeKind,
    days: Span,
) -> Option<(Ref<'a, Vacancy>, Span)> {
    let some = vacancies(cx, group, office).filter_map(|vacancy| {
        let span = vacancy.span().ok()?;
        span.overlap(days).map(|_| (vacancy, span))
    });
    some.min_by_key(|(_, span)| (span.from, span.until.is_none(), span.until))
}

// ── For the overview ──

/// Where the line of holders of an office is broken.
pub(crate) enum Break {
    /// Nobody held it.
    Gap,
    /// Two held it.
    Overlap,
    /// The chair stayed on this side.
    SameSide(Side),
}

/// A break, on which days, and the place to mend.
pub(crate) struct BreakOf {
    pub(crate) office: OfficeKind,
    pub(crate) what: Break,
    pub(crate) days: Span,
    pub(crate) at: Path,
}

/// Every certain break in the line of chairs and vice chairs of a NOSAM, in the judged days.
pub(crate) fn breaks<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<BreakOf> {
    let mut breaks = Vec::new();
    for office in [OfficeKind::Chair, OfficeKind::ViceChair] {
        let terms = cx.terms(group, office);
        let days = cx.life(group).and_then(|life| cx.office_days(group, office, &terms.list, life));
        let Ok(Some(days)) = days else { continue };
        for gap in n_ord_1_both_offices::empty_days(&terms, days) {
            let next = terms.list.iter().find(|term| term.from.is_some() && term.from == gap.until);
            let at = next.map_or(group.offices().path, |term| term.office.path);
            breaks.push(BreakOf { office, what: Break::Gap, days: gap, at });
        }
        for pair in n_ord_1_both_offices::doubled(&terms, days) {
            let (one, two) = (pair.earlier.office.person().known(), pair.later.office.person().known());
            if one.is_some() && two.is_some() && one != two {
                let at = pair.later.office.path;
                breaks.push(BreakOf { office, what: Break::Overlap, days: pair.both, at });
            }
        }
    }
    if cx.charter.chair.sides.len() > 1 {
        for handover in handovers(&cx.only(group)).into_iter().filter_map(|case| case.thing.ok()) {
            if n_ord_2_alternation::alternates(cx, &handover) == Ok(false)
                && let Ok(side) = side_of_term(cx, group, handover.after, handover.day)
            {
                let days = Span { from: Some(handover.day), until: Some(handover.day.plus_days(1)) };
                let at = handover.after.office.path;
                breaks.push(BreakOf { office: OfficeKind::Chair, what: Break::SameSide(side), days, at });
            }
        }
    }
    breaks.sort_by_key(|it| (it.days.from, it.office));
    breaks
}

/// The side of the holder on the first day of the term.
///
/// # Errors
/// Where it cannot be told, whatever the reason: N-ORD-2 tells that.
pub(crate) fn side<'a>(cx: &Context<'a>, group: Ref<'a, Group>, term: Term<'a>) -> Result<Side, Lacks> {
    let day = term.from.or_else(|| Some(term.span().ok()?.to()?.min(cx.as_of))).unwrap_or(cx.as_of);
    side_of_term(cx, group, term, day).map_err(|_| Lacks::because("N-ORD-2"))
}

/// The rows of a group that say whom they stand in for.
fn stand_in_rows<'a>(group: Ref<'a, Group>) -> impl Iterator<Item = Ref<'a, Office>> {
    group.offices().items().filter(|row| !row.standing_in_for().is_absent())
}
