//! The collaboration plan, heading by heading.

use super::Rule;

/// The rules of each heading, in the order of the plan.
pub(super) const RULES: &[&[&Rule]] = &[];
