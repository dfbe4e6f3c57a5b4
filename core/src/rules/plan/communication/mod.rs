//! Kommunikation: theme groups, support, and what stands on the website.

mod p_kom_7_notes;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_kom_7_notes::RULE];
