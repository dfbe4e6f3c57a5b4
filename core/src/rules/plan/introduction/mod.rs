//! Inledningen: which area and which years the plan covers, and for whom.

mod p_all_1_municipalities;
mod p_mgp_1_both_principals;
mod p_plan_1_period;
mod p_plan_3_sectors;

use crate::index::Context;
use crate::record::{ActivityPlan, GroupId, Id, Ref};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_all_1_municipalities::RULE,
    &p_plan_1_period::RULE,
    &p_plan_3_sectors::RULE,
    &p_mgp_1_both_principals::RULE,
];

/// Is it one of the record's own activity plans: in an extract, does one of its groups own it?
fn is_judged<'a>(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>) -> bool {
    let is = |id: &GroupId| {
        cx.judged_groups().any(|group| group.id().known().map(Id::as_str) == Some(id.as_str()))
    };
    cx.record.about().is_absent() || plan.owners().items().any(|owner| is(owner.item))
}
