//! Inledningen: which area and which years the plan covers, and for whom.

mod p_all_1_municipalities;
mod p_mgp_1_both_principals;
mod p_plan_1_period;
mod p_plan_3_sectors;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_all_1_municipalities::RULE,
    &p_plan_1_period::RULE,
    &p_plan_3_sectors::RULE,
    &p_mgp_1_both_principals::RULE,
];
