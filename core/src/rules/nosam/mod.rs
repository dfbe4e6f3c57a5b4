//! The assignment of NOSAM, heading by heading.

mod chair;
mod meetings;
mod representation;

use super::Rule;

/// The rules of each heading, in the order of the assignment.
pub(super) const RULES: &[&[&Rule]] = &[representation::RULES, chair::RULES, meetings::RULES];
