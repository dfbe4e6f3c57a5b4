//! Samordningsgruppen: what it decides, and who sits in it.

mod p_sg_1_overarching_matters;
mod p_sg_2_direction;
mod p_sg_3_municipal_heads;
mod p_sg_4_regional_heads;
mod p_sg_5_private_providers;
mod p_sg_6_nosam_chairs;

use crate::answer::Answer;
use crate::codes::GroupKind;
use crate::index::{Case, Context, case_of};
use crate::record::{Decision, Matter, Ref};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_sg_1_overarching_matters::RULE,
    &p_sg_2_direction::RULE,
    &p_sg_3_municipal_heads::RULE,
    &p_sg_4_regional_heads::RULE,
    &p_sg_5_private_providers::RULE,
    &p_sg_6_nosam_chairs::RULE,
];

/// Every matter that has a decision; in an extract, those that one of its groups decided.
fn decided_matters<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Matter>>> {
    let is_judged = |matter: &Ref<'a, Matter>| match matter.decision().get() {
        Ok(decision) => !cx.judges_decision(decision).is_no(),
        Err(_) => true,
    };
    let matters = cx.record.matters().items().filter(|matter| !matter.decision().is_absent());
    matters.filter(is_judged).map(case_of).collect()
}

/// Did a group of this kind decide, alone or with others?
fn decided_by<'a>(cx: &Context<'a>, decision: Ref<'a, Decision>, kind: GroupKind) -> Answer {
    decision.groups().any(|group| cx.is_of_kind(group.item.as_str(), kind))
}

/// Did a group of this kind decide, or was the matter handed on to one?
fn decided_by_or_referred_to<'a>(cx: &Context<'a>, decision: Ref<'a, Decision>, kind: GroupKind) -> Answer {
    decided_by(cx, decision, kind).or(|| match decision.referred_to().optional() {
        Ok(None) => Answer::No,
        Ok(Some(group)) => cx.is_of_kind(group.as_str(), kind),
        Err(lacks) => Answer::Unknown(lacks),
    })
}
