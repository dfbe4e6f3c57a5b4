//! Kommunikation: theme groups, support, and what stands on the website.

mod p_kom_10_one_place;
mod p_kom_3_need;
mod p_kom_4_end_date;
mod p_kom_5_assignment;
mod p_kom_6_process_leader;
mod p_kom_7_notes;
mod p_kom_8_member_list;
mod p_kom_9_activity_plans;

use crate::answer::Answer;
use crate::index::{Case, Context, case_of};
use crate::record::{ActivityPlan, Group, GroupKind, Id, Period, Ref};
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

/// Every group that the record is about.
fn all_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.judged_groups().map(case_of).collect()
}

/// Every theme group.
fn theme_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::ThemeGroup).collect()
}

/// Is the group at work on the as-of day, that of its closing included?
fn is_active<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Answer {
    let open = || group.closed_on().optional().map(|day| day.is_none_or(|day| cx.as_of <= *day)).into();
    group.runs_on(cx.as_of).and(open)
}

/// Every activity plan; in an extract, those of its groups.
fn activity_plans<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, ActivityPlan>>> {
    let is_judged = |plan: &Ref<'a, ActivityPlan>| {
        let is = |id: &str| cx.judged_groups().any(|group| group.id().known().map(Id::as_str) == Some(id));
        cx.record.about().is_absent() || plan.owners().items().any(|owner| is(owner.item.as_str()))
    };
    cx.record.activity_plans().items().filter(is_judged).map(case_of).collect()
}
