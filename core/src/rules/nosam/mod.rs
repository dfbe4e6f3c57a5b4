//! The assignment of NOSAM, heading by heading.

mod chair;
mod decisions;
mod follow_up;
mod meetings;

use super::Rule;

/// The rules of each heading, in the order of the assignment.
pub(super) const RULES: &[&[&Rule]] = &[decisions::RULES, chair::RULES, meetings::RULES, follow_up::RULES];
