//! The collaboration plan, heading by heading.

mod coordination_group;
mod political_group;
mod revision;

use super::Rule;

/// The rules of each heading, in the order of the plan.
pub(super) const RULES: &[&[&Rule]] = &[coordination_group::RULES, political_group::RULES, revision::RULES];
