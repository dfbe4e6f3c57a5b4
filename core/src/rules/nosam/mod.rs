//! The assignment of NOSAM, heading by heading.

mod assignment;
pub(crate) mod chair;
pub(crate) mod decisions;
mod follow_up;
mod local_collaboration;
mod meetings;
pub(crate) mod representation;

use super::Rule;

/// The rules of each heading, in the order of the assignment.
pub(super) const RULES: &[&[&Rule]] = &[
    local_collaboration::RULES,
    assignment::RULES,
    representation::RULES,
    decisions::RULES,
    chair::RULES,
    meetings::RULES,
    follow_up::RULES,
];
