//! Representation i NOSAM: who sits there, for whom, and who may be called in.

mod n_rep_10_dental_care;
mod n_rep_11_alingsas_lasarett;
mod n_rep_12_public_health_coordinator;
mod n_rep_13_process_leader;
mod n_rep_14_subregional_coordinator;
mod n_rep_15_nsph;
mod n_rep_4_deputies;
mod n_rep_5_care_centres;
mod n_rep_6_rehab_units;
mod n_rep_7_municipal_primary_care;
mod n_rep_8_mas_and_mar;
mod n_rep_9_municipal_operations;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_rep_4_deputies::RULE,
    &n_rep_5_care_centres::RULE,
    &n_rep_6_rehab_units::RULE,
    &n_rep_7_municipal_primary_care::RULE,
    &n_rep_8_mas_and_mar::RULE,
    &n_rep_9_municipal_operations::RULE,
    &n_rep_10_dental_care::RULE,
    &n_rep_11_alingsas_lasarett::RULE,
    &n_rep_12_public_health_coordinator::RULE,
    &n_rep_13_process_leader::RULE,
    &n_rep_14_subregional_coordinator::RULE,
    &n_rep_15_nsph::RULE,
];
