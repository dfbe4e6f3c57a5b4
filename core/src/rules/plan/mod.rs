//! The collaboration plan, heading by heading.

mod communication;
mod coordination_group;
mod follow_up;
mod introduction;
mod nosam_groups;
mod organisation;
pub(crate) mod political_group;
mod revision;

use super::Rule;

/// The rules of each heading, in the order of the plan.
pub(super) const RULES: &[&[&Rule]] = &[
    introduction::RULES,
    follow_up::RULES,
    organisation::RULES,
    coordination_group::RULES,
    nosam_groups::RULES,
    political_group::RULES,
    revision::RULES,
    communication::RULES,
];
