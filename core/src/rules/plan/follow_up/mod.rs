//! Uppföljning: the activity plans that the collaboration is followed up against.

mod p_upp_1_coordination_group_plans;
mod p_upp_2_follow_up;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::index::Context;
use crate::path::Path;
use crate::record::{ActivityPlan, Group, Id, Period, Ref};
use crate::rules::Rule;
use crate::rules::judge::{Part, Told, Verdict};
use crate::words;
use crate::words::Param;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[&p_upp_1_coordination_group_plans::RULE, &p_upp_2_follow_up::RULE];

/// A plan that is adopted so many days after its first day covers the days before, too.
const ADOPTION_DAYS: i64 = 92;

/// How far the adopted activity plans of a group cover the days that they should.
pub(super) struct Cover<'a> {
    /// The days to be covered.
    pub(super) days: Span,
    /// The adopted plans, and what may be one.
    pub(super) plans: Vec<Counted<'a>>,
    /// What no plan covers, not even one that cannot be told or may still be adopted.
    pub(super) gaps: Vec<Span>,
    /// Do the plans that certainly count cover every day?
    pub(super) full: bool,
    /// From this day on there is a gap, unless a plan is adopted.
    pub(super) due: Option<Day>,
    /// May there be more plans than can be read?
    pub(super) hidden: bool,
    /// What is missing to tell which plans count, and on which days.
    pub(super) untold: Option<Lacks>,
}

/// The days of a plan that counts or may count, or that may still be adopted.
pub(super) struct Counted<'a> {
    plan: Ref<'a, ActivityPlan>,
    /// Does it certainly count?
    pub(super) counts: bool,
    /// The days that it certainly covers.
    pub(super) certain: Option<Span>,
    /// The days that it may cover.
    pub(super) possible: Option<Span>,
    /// The days that it certainly covers once it is adopted, which there is time for.
    awaited: Option<Span>,
    /// The days that it may cover once it is adopted.
    pub(super) awaitable: Option<Span>,
}

impl<'a> Counted<'a> {
    /// The days of a plan that is the group's `own`, and what is missing to tell them or whether it counts.
    fn of(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>, own: Answer) -> (Self, Option<Lacks>) {
        let adopted = cx.is_adopted(plan);
        let counts = own.clone().and(|| adopted.clone());
        let period = plan.period().get();
        let (certain, possible) = match &period {
            Ok(dates) => (dates.certain(), dates.possible()),
            Err(_) => (None, Span::default()),
        };
        let mut counted = Self {
            plan,
            counts: counts.is_yes(),
            certain: None,
            possible: None,
            awaited: None,
            awaitable: None,
        };
        let mut lacks = vec![counts.clone().told().err(), period.and_then(|dates| dates.span()).err()];
        let first = possible.from.map(|from| from.plus_days(ADOPTION_DAYS));
        if !counts.is_no() {
            let on = plan.adopted_on().known().copied();
            let in_time = |on: Day| first.is_some_and(|last| on <= last);
            counted.possible = match on {
                Some(on) if in_time(on) => Some(possible),
                Some(on) => possible.overlap(Self::since(on, &plan)),
                None => Some(possible),
            };
            let sure = match on.unwrap_or(cx.as_of) {
                on if in_time(on) => certain,
                _ if certain.is_some_and(|days| days.until != possible.until) => None,
                on => certain.and_then(|days| days.overlap(Span { from: Some(on), until: None })),
            };
            if on.is_none() && !in_time(cx.as_of) {
                lacks.push(plan.adopted_on().read().err());
            }
            counted.certain = sure.filter(|_| counts.is_yes());
        }
        if !own.is_no() && !adopted.is_yes() {
            lacks.push(own.clone().told().err());
            let told =
                plan.period().get().and_then(|dates| dates.from().optional().map(Option::<&Day>::copied));
            let runs = |from: Day| from <= cx.as_of && cx.as_of <= from.plus_days(ADOPTION_DAYS);
            match told {
                Ok(from) if from.is_some_and(runs) => {
                    counted.awaitable = Some(possible);
                    counted.awaited = certain.filter(|_| own.is_yes());
                }
                Ok(_) => {}
                Err(_) => {
                    let from = Some(cx.as_of.plus_days(-ADOPTION_DAYS));
                    counted.awaitable = possible.overlap(Span { from, until: None });
                }
            }
        }
        (counted, lacks.into_iter().flatten().reduce(Lacks::and))
    }

    /// The days that a plan may cover that was adopted on this day, not soon after its first.
    ///
    /// Where its first day cannot be read it may have been so long before.
    fn since(on: Day, plan: &Ref<'a, ActivityPlan>) -> Span {
        let told = plan.period().get().and_then(|dates| dates.from().optional().map(|_| ()));
        let from = if told.is_ok() { on } else { on.plus_days(-ADOPTION_DAYS) };
        Span { from: Some(from), until: None }
    }

    /// The first day of the plan and the day on which it was adopted, where that was later but soon enough.
    fn late(&self) -> Option<(Day, Day)> {
        let from = self.certain.and_then(|days| days.from)?;
        let on = *self.plan.adopted_on().known()?;
        (from < on && on <= from.plus_days(ADOPTION_DAYS)).then_some((from, on))
    }
}

impl<'a> Cover<'a> {
    /// Where to mend the first gap: the plan after it, or the list of plans.
    pub(super) fn at(&self, cx: &Context<'_>) -> Path {
        let after = self.gaps.first().and_then(|gap| gap.until);
        let next = self
            .plans
            .iter()
            .find(|plan| after.is_some() && plan.certain.and_then(|days| days.from) == after);
        next.map_or(cx.record.activity_plans().path, |next| next.plan.period().path)
    }

    /// Does no plan of the group certainly count on any of these days?
    fn is_none(&self) -> bool {
        let here = |days: Span| days.overlap(self.days).is_some();
        !self.plans.iter().any(|plan| plan.counts && plan.certain.is_some_and(here))
    }

    /// Tells which days no plan covers, those apart that a waiver does. Without any plan it is the day judged from
    /// that has none.
    pub(super) fn missing(
        &self,
        cx: &Context<'a>,
        verdict: &mut Verdict<'a>,
        tell: impl for<'v> Fn(Vec<Span>, &'v mut Verdict<'a>) -> Told<'v>,
    ) {
        let today = Span::inclusive(Some(cx.as_of), Some(cx.as_of));
        let now = self.gaps.iter().any(|gap| gap.contains(cx.as_of));
        let none = self.is_none();
        // Where there may be a plan, neither that day nor the others can be told to be all that lack one.
        let unclear = none && self.untold.is_some() && !now;
        if none && !unclear || unclear && !verdict.day_by_day(&[today]).iter().all(Part::is_waived) {
            tell(self.gaps.clone(), verdict).of_now();
            return;
        }
        let (waived, left): (Vec<Part>, Vec<Part>) =
            verdict.day_by_day(&self.gaps).into_iter().partition(Part::is_waived);
        for parts in [waived, left] {
            if !parts.is_empty() {
                tell(parts.iter().map(|part| part.days).collect(), verdict).lasts(&parts);
            }
        }
    }

    /// Every day is covered; days before a late adoption, which no other plan covers, are worth a remark.
    pub(super) fn holds(&self, verdict: &mut Verdict<'a>) {
        verdict.holds();
        for counted in &self.plans {
            let Some((from, on)) = counted.late() else { continue };
            let others = self.plans.iter().filter(|other| other.plan.path != counted.plan.path);
            let others: Vec<Span> = others.filter_map(|other| other.possible).collect();
            let before = Span { from: Some(from), until: Some(on) }.overlap(self.days);
            if before.is_none_or(|days| days.gaps(&others).is_empty()) {
                continue;
            }
            let id = counted.plan.id().known().map_or_else(String::new, Id::to_string);
            let words = words! { plan = Param::Id(id), from = from, on = on;
            sv: "Aktivitetsplanen {plan} gäller från {from} och fastställdes {on}, dagarna dessförinnan räknas \
                som täckta",
            en: "The activity plan {plan} applies from {from} and was adopted on {on}, the days before count as \
                covered" };
            verdict.remarks(counted.plan.adopted_on().path, words);
        }
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
    let all = cx.record.activity_plans();
    all.read()?;
    let mut untold = all.unread();
    let mut plans = Vec::new();
    for plan in all.items() {
        let own = own(plan);
        if own.is_no() || cx.of_these_years(plan.period()).is_no() {
            continue;
        }
        let (counted, lacks) = Counted::of(cx, plan, own);
        if counted.possible.is_some() || counted.awaitable.is_some() {
            untold = untold.into_iter().chain(lacks).reduce(Lacks::and);
        }
        plans.push(counted);
    }
    let (first, undated) = begins(cx, group);
    let Some(start) = cx.complete_from()?.or(first) else {
        return untold.into_iter().chain(undated).reduce(Lacks::and).map_or(Ok(None), Err);
    };
    let judged = Span { from: Some(start), until: Some(cx.as_of.plus_days(1)) };
    let lived = cx.charter.plan.span().overlap(cx.life(group)?);
    let Some(days) = lived.and_then(|lived| lived.overlap(judged)) else { return Ok(None) };
    let gaps = |of: &[fn(&Counted<'a>) -> Option<Span>]| {
        days.gaps(&of.iter().flat_map(|of| plans.iter().filter_map(of)).collect::<Vec<_>>())
    };
    let hidden = all.unread().is_some();
    let full = gaps(&[|plan| plan.certain]).is_empty();
    let later = !hidden
        && !gaps(&[|plan| plan.possible]).is_empty()
        && gaps(&[|plan| plan.certain, |plan| plan.awaited]).is_empty();
    let last = plans.iter().filter_map(|plan| plan.awaited?.from).min();
    let due = last.filter(|_| later).map(|from| from.plus_days(ADOPTION_DAYS + 1));
    let gaps = if hidden { Vec::new() } else { gaps(&[|plan| plan.possible, |plan| plan.awaitable]) };
    for plan in &mut plans {
        // A plan for other days is as good as none.
        plan.counts &= plan.possible.is_some_and(|possible| possible.overlap(days).is_some());
    }
    Ok(Some(Cover { days, plans, gaps, full, due, hidden, untold }))
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
