//! Politiska samrådsgruppen: how often it meets, what it follows up, and who sits in it.

mod p_pol_6_board_representatives;

use crate::answer::Answer;
use crate::index::{Context, Entry};
use crate::record::{List, OrganisationId, View};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_pol_6_board_representatives::RULE];

/// Does one of these organisations stand for an entry of `list` that holds to `question`?
fn stands_for<'a>(
    cx: &Context<'a>,
    organisations: View<'a, List<OrganisationId>>,
    list: &[Entry<'a>],
    question: impl Fn(&Entry<'a>) -> bool,
) -> Answer {
    organisations.any(|id| match cx.organisation(id.item) {
        Some(organisation) => cx.listed(organisation, list).map(|entry| entry.is_some_and(&question)).into(),
        None => Answer::No,
    })
}
