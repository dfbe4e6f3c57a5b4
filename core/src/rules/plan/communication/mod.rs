//! Kommunikation: theme groups, support, and what stands on the website.

mod p_kom_10_one_place;
mod p_kom_3_need;
mod p_kom_4_end_date;
mod p_kom_5_assignment;
mod p_kom_6_process_leader;
mod p_kom_7_notes;
mod p_kom_8_member_list;
mod p_kom_9_activity_plans;

use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::GroupKind;
use crate::index::{Case, Context, InTime, case_of};
use crate::record::{ActivityPlan, Group, Ref};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_kom_3_need::RULE,
    &p_kom_4_end_date::RULE,
    &p_kom_5_assignment::RULE,
    &p_kom_6_process_leader::RULE,
    &p_kom_7_notes::RULE,
    &p_kom_8_member_list::RULE,
    &p_kom_9_activity_plans::RULE,
    &p_kom_10_one_place::RULE,
];

/// What is put out on a day that is said, against the day by which it is due.
enum PutOut {
    InTime,
    Late,
    /// To come, while there is time.
    NotYet,
    /// To come, and the time is out.
    Never,
    Untold(Lacks),
}

fn put_out(cx: &Context<'_>, on: Day, due: &InTime) -> PutOut {
    match (due.holds(on.min(cx.as_of)), on <= cx.as_of) {
        (Answer::Yes, true) => PutOut::InTime,
        (Answer::No, true) => PutOut::Late,
        (Answer::Yes, false) => PutOut::NotYet,
        (Answer::No, false) => PutOut::Never,
        (Answer::Unknown(lacks), _) => PutOut::Untold(lacks),
    }
}

/// Every group that the record is about, of whatever kind that can be read.
fn all_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.judged_groups().filter(|group| group.kind().known().is_some()).map(case_of).collect()
}

/// Every theme group.
fn theme_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::ThemeGroup).collect()
}

/// Every activity plan that is judged.
fn activity_plans<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, ActivityPlan>>> {
    cx.judged_plans().map(case_of).collect()
}
