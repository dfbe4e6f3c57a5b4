//! The collaboration plan, heading by heading.

mod communication;

use super::Rule;

/// The rules of each heading, in the order of the plan.
pub(super) const RULES: &[&[&Rule]] = &[communication::RULES];
