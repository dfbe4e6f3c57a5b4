//! Samordningsgruppen: what it decides, and who sits in it.

mod p_sg_6_nosam_chairs;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_sg_6_nosam_chairs::RULE];
