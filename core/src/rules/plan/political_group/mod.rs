//! Politiska samrådsgruppen: how often it meets, what it follows up, and who sits in it.

mod p_pol_1_yearly_meeting;
mod p_pol_3_follow_up_of_goals;
mod p_pol_6_board_representatives;
mod p_pol_7_listed_boards;

use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, Entry, group_subject};
use crate::path::Path;
use crate::record::{Group, List, OrganisationId, Ref, View};
use crate::report::Key;
use crate::rules::Rule;
use crate::rules::judge::Verdict;
use crate::rules::yearly::{Series, Year, cases};
use crate::words::Words;

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

/// A group that existed for less of a year than this owes nothing for it.
const LEAST_MONTHS: u32 = 6;

/// The years of each political group in which it owes what `series` holds.
fn years<'a>(
    cx: &Context<'a>,
    series: impl Fn(Ref<'a, Group>) -> Series,
) -> Vec<Case<'a, Result<Year, Lacks>>> {
    let owed = |group| {
        let life = cx.life(group)?;
        let (years, untold) = series(group).years(cx)?;
        let years = years.into_iter().filter(|year| year.has_months_of(life, LEAST_MONTHS));
        Ok((years.map(|year| (Key::Year(year.year), year)).collect(), untold))
    };
    let groups = cx.groups(GroupKind::PoliticalGroup);
    groups.flat_map(|group| cases(group_subject(group), group.path, owed(group))).collect()
}

/// Judges one year; `words` are given how many there were and how many there should be.
fn judge_year<'a>(
    cx: &Context<'a>,
    year: &Year,
    at: Path,
    words: impl FnOnce(i64, i64) -> Words,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    year.judge(cx, verdict, |verdict| {
        let words = words(year.count, cx.charter.readings.political_yearly);
        verdict.breaks(Severity::Advice, at, words).reading("A-13")
    })
}
