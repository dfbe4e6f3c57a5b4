//! On which side a chair or vice chair is, and the day on which that changed.

use super::{counts, holding, may_hold, memberships};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::index::{Context, Side, Sides, Term, Terms};
use crate::record::{Group, Member, Organisation, Period, PersonId, Ref};

/// The side of the holder of a term, on `day`.
pub(super) fn side_of_term<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    term: Term<'a>,
    day: Day,
) -> Result<Side, Lacks> {
    sides_of_term(cx, group, term, day)?.told()
}

/// The sides on which the holder of a term may be, on `day`.
///
/// Who is no ordinary member is told by the rule on both offices. The organisation of the term decides as long as
/// the holder represents it, or one below or above it; else the home organisation does.
pub(super) fn sides_of_term<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    term: Term<'a>,
    day: Day,
) -> Result<Sides, Lacks> {
    let person = term.office.person().read()?.as_str();
    if !may_hold(cx, group, person, day).told()? {
        let office = *term.office.office().read()?;
        return Err(cx.terms(group, office).not_one_each(Span::on(day)));
    }
    let named = match term.office.organisation().optional() {
        Ok(named) => named.and_then(|id| cx.organisation(id)),
        Err(lacks) => return Ok(Sides::any(lacks)),
    };
    if let Some(lacks) = contradicted(cx, group, term, named, day) {
        return Ok(Sides::any(lacks));
    }
    let of_member = by_membership(cx, group, person, day);
    let Some(named) = named.filter(|_| of_member.told() != Ok(Side::None)) else { return Ok(of_member) };
    Ok(match represents(cx, group, person, named, day) {
        Answer::Yes => cx.sides_of(named),
        Answer::No => of_member,
        Answer::Unknown(lacks) => of_member.or(cx.sides_of(named)).lacking(lacks),
    })
}

/// What the record says in two ways: the holder is on two sides at once and no organisation is named, or the one that
/// is named is none that the holder ever represented.
fn contradicted<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    term: Term<'a>,
    named: Option<Ref<'a, Organisation>>,
    day: Day,
) -> Option<Lacks> {
    let person = term.office.person().known()?.as_str();
    match named {
        None => cx.two_sides(group, person, day),
        Some(named) => {
            let never = cx.ever_represented(group, person, named).is_no();
            never.then(|| Lacks::unreadable(term.office.organisation().path))
        }
    }
}

/// The sides of the memberships by which a person may hold an office, up to the first that certainly lets it.
fn by_membership<'a>(cx: &Context<'a>, group: Ref<'a, Group>, person: &'a str, day: Day) -> Sides {
    let reading = cx.charter.readings.who_may_chair;
    let mut sides = Sides::default();
    for member in memberships(group, person) {
        match member.runs_on(day).and(|| counts(member, reading)) {
            Answer::No => {}
            Answer::Yes => return sides.or(cx.sides(member)),
            Answer::Unknown(lacks) => sides = sides.or(cx.sides(member)).lacking(lacks),
        }
    }
    sides
}

/// Does a person represent an organisation in the group, or one below or above it?
fn represents<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    person: &'a str,
    named: Ref<'a, Organisation>,
    day: Day,
) -> Answer {
    let reading = cx.charter.readings.who_may_chair;
    Answer::any(memberships(group, person).map(|member| {
        member.runs_on(day).and(|| counts(member, reading)).and(|| cx.represents(member, named))
    }))
}

/// Does the side of the term turn on how private providers are read?
pub(super) fn is_private<'a>(cx: &Context<'a>, group: Ref<'a, Group>, term: Term<'a>, day: Day) -> bool {
    let Some(person) = term.office.person().known().map(PersonId::as_str) else { return false };
    let named = term.office.organisation().known().and_then(|id| cx.organisation(id));
    let named = named.filter(|named| represents(cx, group, person, *named, day).is_yes());
    let home = || cx.home(holding(cx, group, person, day)?).ok()?;
    named.or_else(home).is_some_and(|organisation| cx.is_private(organisation).is_yes())
}

/// The days after the first of `days` on which a membership of the group begins, or has just ended.
pub(super) fn turning_days(group: Ref<'_, Group>, days: Span) -> Vec<Day> {
    let ends = |member: Ref<'_, Member>| {
        [member.from().known().copied(), member.to().known().map(|to| to.plus_days(1))]
    };
    let mut turns: Vec<Day> = group.members().items().flat_map(ends).flatten().collect();
    turns.retain(|day| days.contains(*day) && days.from != Some(*day));
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// A chair who came over to another side during the term.
pub(super) struct Change {
    /// The first day on which that may be so.
    pub(super) since: Day,
    /// The first day on which it certainly is; what is missing where none is certain.
    pub(super) on: Result<Day, Lacks>,
}

/// The change of employer by which a chair has another side than on the first day of the term.
///
/// Who had no side, or is no ordinary member, has none to change.
pub(super) fn changed<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    chairs: &Terms<'a>,
    term: Term<'a>,
) -> Option<Change> {
    let first = term.from?;
    let person = term.office.person().known()?;
    let side = sides_of_term(cx, group, term, first).ok()?;
    if side.told() == Ok(Side::None) {
        return None;
    }
    let mut change: Option<Change> = None;
    let mut note = |day: Day, told: Result<(), Lacks>| {
        let change = change.get_or_insert(Change { since: day, on: Err(Lacks::default()) });
        match (told, &mut change.on) {
            (Ok(()), on @ Err(_)) => *on = Ok(day),
            (Err(more), Err(lacks)) => *lacks = std::mem::take(lacks).and(more),
            _ => {}
        }
    };
    if let (Err(lacks), true) = (side.told(), unclear_membership(cx, group, person.as_str(), first)) {
        // A membership on no known days may have changed it at any time.
        note(first, Err(lacks));
    }
    for day in turning_days(group, Span { from: Some(first), until: Some(cx.as_of.plus_days(1)) }) {
        let fit = chairs.runs_on(&term, day).and(|| may_hold(cx, group, person.as_str(), day));
        let judged = cx.since_complete(Ok(day)).and(|| cx.had_ended(group, day).not());
        if fit.is_no() || judged.is_no() {
            continue;
        }
        let told = fit.and(|| judged).told().map(|_| ());
        match sides_of_term(cx, group, term, day) {
            Ok(then) if then.equals(&side) => {}
            Ok(then) if !then.meets(&side) => note(day, told),
            Ok(then) => note(day, then.told().and(side.told()).map(|_| ())),
            Err(lacks) => note(day, Err(lacks)),
        }
    }
    change
}

/// May one of the memberships by which a person holds an office not be one?
fn unclear_membership<'a>(cx: &Context<'a>, group: Ref<'a, Group>, person: &'a str, day: Day) -> bool {
    let reading = cx.charter.readings.who_may_chair;
    let answers =
        memberships(group, person).map(|member| member.runs_on(day).and(|| counts(member, reading)));
    answers.filter(|answer| !answer.is_no()).take_while(|answer| !answer.is_yes()).next().is_some()
}
