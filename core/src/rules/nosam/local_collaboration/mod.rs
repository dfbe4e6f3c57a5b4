//! Inledningen: local collaboration in every municipality, and what it works with.

mod n_all_2_every_municipality;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&n_all_2_every_municipality::RULE];
