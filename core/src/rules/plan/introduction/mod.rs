//! Inledningen: which area and which years the plan covers, and for whom.

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[];
