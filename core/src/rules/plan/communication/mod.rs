//! Kommunikation: theme groups, support, and what stands on the website.

mod p_kom_10_one_place;
mod p_kom_3_need;
mod p_kom_4_end_date;
mod p_kom_5_assignment;
mod p_kom_6_process_leader;
mod p_kom_7_notes;
mod p_kom_8_member_list;
mod p_kom_9_activity_plans;

use crate::answer::Lacks;
use crate::index::{Case, Context, life};
use crate::record::{Group, GroupKind, Ref};
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

/// The theme groups.
fn theme_groups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Group>>> {
    cx.group_cases(GroupKind::ThemeGroup).collect()
}

/// Has the group begun on the as-of day?
fn has_begun(cx: &Context<'_>, group: Ref<'_, Group>) -> Result<bool, Lacks> {
    Ok(group.from().optional()?.is_none_or(|from| *from <= cx.as_of))
}

/// Does the group exist on the as-of day?
fn is_active(cx: &Context<'_>, group: Ref<'_, Group>) -> Result<bool, Lacks> {
    Ok(life(group)?.contains(cx.as_of))
}
