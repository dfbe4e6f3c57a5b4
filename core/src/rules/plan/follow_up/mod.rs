//! Uppföljning: the activity plans that the collaboration is followed up against.

mod p_upp_1_coordination_group_plans;
mod p_upp_2_follow_up;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::index::{Context, life};
use crate::path::Path;
use crate::record::{ActivityPlan, Group, Id, Period, Ref};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_upp_1_coordination_group_plans::RULE, &p_upp_2_follow_up::RULE];

/// How far the adopted activity plans of a group cover the days that they should.
pub(super) struct Cover<'a> {
    /// The days to be covered.
    pub(super) days: Span,
    /// The adopted plans with their days.
    pub(super) plans: Vec<(Ref<'a, ActivityPlan>, Span)>,
    /// The days of plans of which nobody can tell whether they count.
    pub(super) possible: Vec<Span>,
    /// What no plan covers, not even one that cannot be told.
    pub(super) gaps: Vec<Span>,
    /// Do the plans that certainly count cover every day?
    pub(super) full: bool,
    /// Why the possible plans cannot be told.
    pub(super) untold: Option<Lacks>,
}

impl Cover<'_> {
    /// Where to mend the first gap: the plan after it, or the list of plans.
    pub(super) fn at(&self, cx: &Context<'_>) -> Path {
        let after = self.gaps.first().and_then(|gap| gap.until);
        let next = self.plans.iter().find(|(_, days)| after.is_some() && days.from == after);
        next.map_or(cx.record.activity_plans().path, |(plan, _)| plan.period().path)
    }
}

/// Is the group among the owners of the plan?
pub(super) fn is_owner<'a>(plan: Ref<'a, ActivityPlan>, group: Ref<'a, Group>) -> Answer {
    let id = group.id().known().map_or("", Id::as_str);
    plan.owners().any(|owner| (owner.item.as_str() == id).into())
}

/// The cover of a group by the plans that are its `own`; `None` when no days are judged.
pub(super) fn cover<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    own: impl Fn(Ref<'a, ActivityPlan>) -> Answer,
) -> Result<Option<Cover<'a>>, Lacks> {
    let past = Span { from: None, until: Some(cx.as_of.plus_days(1)) };
    if cx.charter.plan.span().overlap(past).is_none() {
        return Ok(None);
    }
    let all = cx.record.activity_plans();
    all.read()?;
    let mut untold = all.unread();
    let mut lack = |lacks: Lacks| untold = Some(untold.take().unwrap_or_default().and(lacks));
    let mut first: Option<Day> = None;
    // What may begin the series on no known day.
    let mut undated: Option<Lacks> = None;
    let mut plans = Vec::new();
    let mut possible = Vec::new();
    for plan in all.items() {
        match is_owner(plan, group) {
            Answer::No => continue,
            Answer::Yes => {
                let from = plan.period().get().ok().and_then(|period| period.from().known().copied());
                let begins = from.or(plan.adopted_on().known().copied());
                if begins.is_none() && !cx.is_adopted(plan).is_no() {
                    undated = Some(undated.unwrap_or_default().and(Lacks::absent(plan.period().path)));
                }
                first = [first, begins].into_iter().flatten().min();
            }
            Answer::Unknown(lacks) if !cx.is_adopted(plan).is_no() => {
                undated = Some(undated.unwrap_or_default().and(lacks));
            }
            Answer::Unknown(_) => {}
        }
        let counts = own(plan).and(|| cx.is_adopted(plan));
        if counts.is_no() {
            continue;
        }
        match (counts.told(), plan.period().get().and_then(|period| period.span())) {
            (Ok(_), Ok(days)) => plans.push((plan, days)),
            (Err(lacks), Ok(days)) => {
                possible.push(days);
                lack(lacks);
            }
            (_, Err(lacks)) => {
                let period = plan.period().known();
                let from = period.and_then(|period| period.from.known().copied());
                let until = period.and_then(|period| period.to.known().map(|to| to.plus_days(1)));
                possible.push(Span { from, until });
                lack(lacks);
            }
        }
    }
    if all.unread().is_some() {
        possible.push(Span::default());
    }
    let Some(start) = cx.complete_from()?.or(first) else {
        return untold.into_iter().chain(undated).reduce(Lacks::and).map_or(Ok(None), Err);
    };
    let judged = Span { from: Some(start), until: Some(cx.as_of.plus_days(1)) };
    let lived = cx.charter.plan.span().overlap(life(group)?);
    let Some(days) = lived.and_then(|lived| lived.overlap(judged)) else { return Ok(None) };
    let certain: Vec<Span> = plans.iter().map(|(_, days)| *days).collect();
    let full = days.gaps(&certain).is_empty();
    let gaps = days.gaps(&[certain, possible.clone()].concat());
    Ok(Some(Cover { days, plans, possible, gaps, full, untold }))
}
