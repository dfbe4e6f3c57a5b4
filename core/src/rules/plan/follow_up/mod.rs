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

impl Counted {
    /// The days of a plan, and what is missing to tell them or whether it counts.
    fn of(plan: Ref<'_, ActivityPlan>, counts: Answer) -> (Self, Option<Lacks>) {
        let period = plan.period().get();
        let days = period.clone().and_then(|period| period.span());
        let possible = period.as_ref().map_or_else(|_| Span::default(), |period| period.possible());
        let certain = period.ok().filter(|_| counts.is_yes()).and_then(|period| period.certain());
        let counted = Self { at: plan.period().path, counts: counts.is_yes(), certain, possible };
        (counted, [counts.told().err(), days.err()].into_iter().flatten().reduce(Lacks::and))
    }
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
    let mut plans = Vec::new();
    for plan in all.items() {
        if cx.of_these_years(plan.period()).is_no() {
            continue;
        }
        let counts = own(plan).and(|| cx.is_adopted(plan));
        if counts.is_no() {
            continue;
        }
        let (counted, lacks) = Counted::of(plan, counts);
        plans.push(counted);
        untold = untold.into_iter().chain(lacks).reduce(Lacks::and);
    }
    if all.unread().is_some() {
        plans.push(Counted { at: all.path, counts: false, certain: None, possible: Span::default() });
    }
    let (first, undated) = begins(cx, group);
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

/// The first day of the plans that a group owns, and what may begin on no known day.
fn begins<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> (Option<Day>, Option<Lacks>) {
    let mut first: Option<Day> = None;
    let mut undated: Option<Lacks> = None;
    let ours = |plan: &Ref<'a, ActivityPlan>| !cx.of_these_years(plan.period()).is_no();
    for plan in cx.record.activity_plans().items().filter(ours) {
        let lacks = match is_owner(plan, group) {
            Answer::No => continue,
            Answer::Yes => {
                let from = plan.period().get().ok().and_then(|period| period.from().known().copied());
                if let Some(day) = from.or(plan.adopted_on().known().copied()) {
                    first = first.into_iter().chain([day]).min();
                    continue;
                }
                Lacks::absent(plan.period().path)
            }
            Answer::Unknown(lacks) => lacks,
        };
        if !cx.is_adopted(plan).is_no() {
            undated = undated.into_iter().chain([lacks]).reduce(Lacks::and);
        }
    }
    (first, undated)
}
