//! The days ahead: what will be broken within the horizon if nothing is added to the record.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Rule;
use super::judge::{Desk, Thing, duty};
use crate::calendar::{Day, Span};
use crate::charter::Charter;
use crate::codes::Outcome;
use crate::index::Context;
use crate::path::Path;
use crate::record::Read as _;
use crate::report::{RuleVerdict, Subject, SubjectVerdict, Upcoming};

/// Days are looked at one by one as far as this ahead: ten years.
const FARTHEST: i64 = 3660;

/// The duties ahead: those that the rules `announced` themselves, and whatever else is not broken today and
/// will be on a day within the horizon by what the record says already.
///
/// Only days on which something can turn are looked at: tomorrow, those that the record and the charter name, the
/// first day of each half-year, and those that a rule announces, each as if the record were complete until then.
/// Between two of them the first day is sought on which a breach begins.
pub(crate) fn duties<'a>(
    cx: &Context<'a>,
    only: Option<Thing<'a>>,
    rules: &[&'static Rule],
    verdicts: &[RuleVerdict],
    announced: Vec<Upcoming>,
) -> Vec<Upcoming> {
    let Some(horizon) = cx.options.horizon else { return announced };
    // A duty carries the first day that is too late.
    let last = cx.as_of.plus_days(horizon.clamp(-1, FARTHEST) + 1);
    let mut look = Look {
        days: turning_days(cx),
        ahead: Span::inclusive(Some(cx.as_of.plus_days(1)), Some(last)),
        broken: HashSet::new(),
        found: Vec::new(),
    };
    verdicts.iter().for_each(|verdict| drop(look.new_in(verdict)));
    look.days.extend(announced.iter().map(|duty| duty.due));
    let mut told = announced.clone();
    let mut before = cx.as_of;
    while let Some(day) = look.days.pop_first() {
        if !look.ahead.contains(day) {
            continue;
        }
        let mut then = cx.complete_on(day);
        then.options.horizon = Some(day.days_until(last) - 1);
        let mut desk = Desk::of(&then, only, Vec::new());
        for rule in rules {
            let verdict = desk.judge(rule, &then);
            for subject in look.new_in(&verdict) {
                let first = first_broken(cx, only, (rule, &subject), [before, day]);
                let same =
                    |duty: &&Upcoming| duty.rule == rule.id && duty.subject == subject && duty.due == first;
                let as_told = told.iter().find(same).cloned();
                let found = as_told.unwrap_or_else(|| duty(cx.charter, rule, subject, (first, None)));
                look.found.push(found);
            }
        }
        before = day;
        let (_, ahead) = desk.told();
        let ahead = ahead.unwrap_or_default();
        look.days.extend(ahead.iter().map(|duty| duty.due));
        told.extend(ahead);
    }
    let mut all = announced;
    let new: Vec<_> = look.found.into_iter().filter(|found| !all.contains(found)).collect();
    all.extend(new);
    let places: HashMap<&str, usize> =
        rules.iter().enumerate().map(|(place, rule)| (rule.id, place)).collect();
    all.sort_by_key(|duty| places.get(duty.rule).copied());
    all
}

/// The first day on which the rule breaks the subject: it does not on the first of these, and does on the last.
fn first_broken<'a>(
    cx: &Context<'a>,
    only: Option<Thing<'a>>,
    (rule, subject): (&'static Rule, &Subject),
    [mut whole, mut broken]: [Day; 2],
) -> Day {
    while whole.plus_days(1) < broken {
        let middle = whole.plus_days(whole.days_until(broken) / 2);
        let then = cx.complete_on(middle);
        let verdict = Desk::of(&then, only, Vec::new()).judge(rule, &then);
        let breaks = |it: &SubjectVerdict| it.outcome == Outcome::Broken && it.subject == *subject;
        if verdict.subjects.iter().any(breaks) { broken = middle } else { whole = middle }
    }
    broken
}

/// What is known while one day after the other is looked at.
struct Look {
    /// Those still to be looked at.
    days: BTreeSet<Day>,
    ahead: Span,
    /// What was broken so far, by rule and subject.
    broken: HashSet<(&'static str, String)>,
    found: Vec<Upcoming>,
}

impl Look {
    /// The subjects that are broken for the first time.
    fn new_in(&mut self, verdict: &RuleVerdict) -> Vec<Subject> {
        let broken = verdict.subjects.iter().filter(|subject| subject.outcome == Outcome::Broken);
        let new = broken.filter(|it| self.broken.insert((verdict.rule, it.subject.to_string())));
        new.map(|it| it.subject.clone()).collect()
    }
}

/// The days on which something begins, and those after which something has ended.
fn turning_days(cx: &Context<'_>) -> BTreeSet<Day> {
    // A record that does not reach today does so tomorrow, as it is read here.
    let mut days = BTreeSet::from([cx.as_of.plus_days(1)]);
    cx.record.item.days(Path::ROOT, &mut |_, day| days.extend([day, day.plus_days(1)]));
    for span in spans(cx.charter) {
        days.extend(span.from.into_iter().chain(span.until));
    }
    let years = cx.as_of.year()..=cx.as_of.plus_days(FARTHEST + 1).year();
    days.extend(years.flat_map(|year| [Day::new(year, 1, 1), Day::new(year, 7, 1)]).flatten());
    days
}

/// The days on which what the charter says is in force.
fn spans(charter: &Charter) -> impl Iterator<Item = Span> {
    let rules = charter.rules.values().map(|setting| setting.valid.span());
    let seats = charter.seats.iter().map(|seat| seat.valid.span());
    let boards = charter.boards.iter().map(|board| board.valid.span());
    let parties = charter.parties.iter().map(|party| party.valid.span());
    let targets = charter.target_groups.iter().map(|target| target.valid.span());
    rules.chain(seats).chain(boards).chain(parties).chain(targets).chain([charter.plan.span()])
}
