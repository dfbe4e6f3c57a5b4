//! Representation i NOSAM: who sits there, for whom, and who may be called in.

mod n_rep_13_process_leader;
mod n_rep_15_nsph;
mod n_rep_4_deputies;
mod n_rep_5_care_centres;
mod n_rep_8_mas_and_mar;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_rep_4_deputies::RULE,
    &n_rep_5_care_centres::RULE,
    &n_rep_8_mas_and_mar::RULE,
    &n_rep_13_process_leader::RULE,
    &n_rep_15_nsph::RULE,
];
