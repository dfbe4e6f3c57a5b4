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
pub(super) struct Cover {
    /// The days to be covered.
    pub(super) days: Span,
    /// The adopted plans, and what may be one.
    pub(super) plans: Vec<Counted>,
    /// What no plan covers, not even one that cannot be told.
    pub(super) gaps: Vec<Span>,
    /// Do the plans that certainly count cover every day?
    pub(super) full: bool,
    /// What is missing to tell which plans count, and on which days.
    pub(super) untold: Option<Lacks>,
}

/// The days of a plan that counts or may count.
pub(super) struct Counted {
    /// The place of its days.
    at: Path,
    /// Does it certainly count?
    pub(super) counts: bool,
    /// The days that it certainly covers.
    pub(super) certain: Option<Span>,
    /// The days that it may cover.
    pub(super) possible: Span,
}

impl Cover {
    /// Where to mend the first gap: the plan after it, or the list of plans.
    pub(super) fn at(&self, cx: &Context<'_>) -> Path {
        let after = self.gaps.first().and_then(|gap| gap.until);
        let next = self
            .plans
            .iter()
            .find(|plan| after.is_some() && plan.certain.and_then(|days| days.from) == after);
        next.map_or(cx.record.activity_plans().path, |plan| plan.at)
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
) -> Result<Option<Cover>, Lacks> {
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
        let period = plan.period().get();
        let days = period.as_ref().map_err(Clone::clone).and_then(|period| period.span());
        for lacks in [counts.clone().told().err(), days.err()].into_iter().flatten() {
            lack(lacks);
        }
        let period = period.ok();
        plans.push(Counted {
            at: plan.period().path,
            counts: counts.is_yes(),
            certain: period.filter(|_| counts.is_yes()).and_then(|period| period.certain()),
            possible: period.map_or_else(Span::default, |period| period.possible()),
        });
    }
    if all.unread().is_some() {
        plans.push(Counted { at: all.path, counts: false, certain: None, possible: Span::default() });
    }
    let Some(start) = cx.complete_from()?.or(first) else {
        return untold.into_iter().chain(undated).reduce(Lacks::and).map_or(Ok(None), Err);
    };
    let judged = Span { from: Some(start), until: Some(cx.as_of.plus_days(1)) };
    let lived = cx.charter.plan.span().overlap(life(group)?);
    let Some(days) = lived.and_then(|lived| lived.overlap(judged)) else { return Ok(None) };
    let certain: Vec<Span> = plans.iter().filter_map(|plan| plan.certain).collect();
    let possible: Vec<Span> = plans.iter().map(|plan| plan.possible).collect();
    let (full, gaps) = (days.gaps(&certain).is_empty(), days.gaps(&possible));
    Ok(Some(Cover { days, plans, gaps, full, untold }))
}
