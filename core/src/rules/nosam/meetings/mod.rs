//! Mötesfrekvens: how long and how often NOSAM meets, who attends, what is written down.

mod n_mot_1_length;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&n_mot_1_length::RULE];
