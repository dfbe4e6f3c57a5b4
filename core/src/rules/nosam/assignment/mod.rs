//! Uppdrag: what NOSAM is there to do.

mod n_upd_2_routine_follow_up;
mod n_upd_3_proposals;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&n_upd_2_routine_follow_up::RULE, &n_upd_3_proposals::RULE];
