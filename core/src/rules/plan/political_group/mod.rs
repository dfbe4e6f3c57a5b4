//! Politiska samrådsgruppen: how often it meets, what it follows up, and who sits in it.

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[];
