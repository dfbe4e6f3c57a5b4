//! The collaboration plan, heading by heading.

mod coordination_group;
mod follow_up;
mod nosam_groups;
mod political_group;

use super::Rule;

/// The rules of each heading, in the order of the plan.
pub(super) const RULES: &[&[&Rule]] = &[follow_up::RULES, coordination_group::RULES, nosam_groups::RULES, political_group::RULES];
