//! Närområdesgrupper – NOSAM i Lerum och Alingsås: what they plan, and who carries it out.

mod p_nos_3_goals;
mod p_nos_4_activity_plans;
mod p_nos_7_separate_document;
mod p_nos_8_line_organisations;

use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_nos_3_goals::RULE,
    &p_nos_4_activity_plans::RULE,
    &p_nos_7_separate_document::RULE,
    &p_nos_8_line_organisations::RULE,
];
