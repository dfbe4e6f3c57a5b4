//! Politiska samrådsgruppen: how often it meets, what it follows up, and who sits in it.

mod p_pol_1_yearly_meeting;
mod p_pol_3_follow_up_of_goals;
mod p_pol_6_board_representatives;
mod p_pol_7_listed_boards;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::index::{Case, Context, Entry, group_case, group_subject};
use crate::path::Path;
use crate::record::{Group, GroupKind, List, OrganisationId, Period, Ref, View};
use crate::report::{Key, Severity, Verdict, Words};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_pol_1_yearly_meeting::RULE,
    &p_pol_3_follow_up_of_goals::RULE,
    &p_pol_6_board_representatives::RULE,
    &p_pol_7_listed_boards::RULE,
];

/// The rule that judges whom each board sends.
pub(crate) const BOARD_SEATS: &Rule = &p_pol_6_board_representatives::RULE;

/// Does one of these organisations stand for an entry of `list` that holds to `question`?
fn stands_for<'a>(
    cx: &Context<'a>,
    organisations: View<'a, List<OrganisationId>>,
    list: &[Entry<'a>],
    question: impl Fn(&Entry<'a>) -> bool,
) -> Answer {
    organisations.any(|id| match cx.organisation(id.item) {
        Some(organisation) => cx.listed(organisation, list).map(|entry| entry.is_some_and(&question)).into(),
        None => Answer::No,
    })
}

/// One calendar year of a political group.
struct GroupYear<'a> {
    group: Ref<'a, Group>,
    year: i32,
    /// Does the record hold the whole year, so that absence counts?
    whole: bool,
}

/// The years of each political group from `complete_from`, or else from its first entry, to the as-of day.
///
/// A year of which the group existed less than six months is left out.
fn years<'a>(
    cx: &Context<'a>,
    entries: impl Fn(Ref<'a, Group>) -> Result<Vec<Day>, Lacks>,
) -> Vec<Case<'a, Result<GroupYear<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::PoliticalGroup) {
        let found = entries(group).and_then(|days| {
            let first = days.into_iter().filter(|day| *day <= cx.as_of).min();
            Ok((cx.complete_from()?.or(first), cx.complete_from()?, group.span()?))
        });
        let (first, complete_from, existed) = match found {
            Ok((Some(first), complete_from, existed)) => (first, complete_from, existed),
            Ok((None, ..)) => continue,
            Err(lacks) => {
                cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
                continue;
            }
        };
        for year in first.year()..=cx.as_of.year() {
            let Some(span) = calendar_year(year) else { continue };
            let half = |days: Span| match (days.from, days.until) {
                (Some(from), Some(until)) => from.plus_months(6) <= until,
                _ => false,
            };
            if !existed.overlap(span).is_some_and(half) {
                continue;
            }
            let whole = complete_from.is_none_or(|day| span.from.is_some_and(|from| day <= from))
                && span.from.is_some_and(|from| first <= from);
            let thing = Ok(GroupYear { group, year, whole });
            cases.push(group_case(group, Key::Year(year), group.path, thing));
        }
    }
    cases
}

fn calendar_year(year: i32) -> Option<Span> {
    Some(Span { from: Some(Day::new(year, 1, 1)?), until: Some(Day::new(year + 1, 1, 1)?) })
}

/// Judges whether enough of `entries` fall in a year.
fn judge_year<'a>(
    cx: &Context<'a>,
    of: &GroupYear<'a>,
    entries: impl Iterator<Item = Answer>,
    unread: Option<Lacks>,
    at: Path,
    words: impl FnOnce(i64, i64) -> Words,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let least = cx.charter.readings.political_yearly;
    let (mut sure, mut possible) = (0_i64, if unread.is_some() { i64::MAX } else { 0 });
    let mut lacks = unread.unwrap_or_default();
    for entry in entries {
        match entry {
            Answer::Yes => sure += 1,
            Answer::No => {}
            Answer::Unknown(more) => {
                possible = possible.saturating_add(1);
                lacks = lacks.and(more);
            }
        }
    }
    let ends = calendar_year(of.year).and_then(|span| span.until);
    if sure >= least {
        verdict.holds();
    } else if let Some(due) = ends.filter(|ends| cx.as_of < *ends) {
        verdict.not_due(due);
    } else if of.whole {
        if sure.saturating_add(possible) >= least {
            return Err(lacks);
        }
        verdict.breaks(Severity::Advice, at, words(sure, least)).reading("A-13");
    }
    Ok(())
}
