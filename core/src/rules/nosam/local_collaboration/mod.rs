//! Inledningen: local collaboration in every municipality, and what it works with.

mod n_akt_2_target_groups;
mod n_all_2_every_municipality;
mod n_plan_1_adoption;
mod n_plan_2_contents;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_all_2_every_municipality::RULE,
    &n_plan_1_adoption::RULE,
    &n_plan_2_contents::RULE,
    &n_akt_2_target_groups::RULE,
];
