//! Organisering: which parties the collaboration consists of.

mod p_org_0_listed_parties;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_org_0_listed_parties::RULE];
