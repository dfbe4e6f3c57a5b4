//! Activity plans: which are adopted, and whose they are.

use super::{Case, Context, case_of, subject_of};
use crate::answer::{Answer, Lacks};
use crate::codes::{ActivityPlanStatus, GroupKind};
use crate::record::{Activity, ActivityPlan, Dates, Period, Plan, Ref, View};
use crate::report::Key;

impl<'a> Context<'a> {
    /// Was the activity plan adopted on the as-of day or before? A day of adoption says so, too.
    pub(crate) fn is_adopted(&self, plan: Ref<'a, ActivityPlan>) -> Answer {
        let by_now = || match plan.adopted_on().optional() {
            Ok(Some(day)) => (*day <= self.as_of).into(),
            Ok(None) => Answer::Unknown(Lacks::absent(plan.status().path)),
            Err(lacks) => Answer::Unknown(lacks),
        };
        match plan.status().optional() {
            Ok(Some(ActivityPlanStatus::Adopted)) if plan.adopted_on().is_absent() => Answer::Yes,
            Ok(None | Some(ActivityPlanStatus::Adopted)) => by_now(),
            Ok(Some(ActivityPlanStatus::Draft)) => Answer::No,
            Err(lacks) => Answer::Unknown(lacks).and(by_now),
        }
    }

    /// Is the activity plan a draft, or to be adopted after the as-of day? Where nobody said, it is none.
    pub(crate) fn is_draft(&self, plan: Ref<'a, ActivityPlan>) -> Answer {
        let to_come =
            || plan.adopted_on().optional().map(|day| day.is_some_and(|day| *day > self.as_of)).into();
        match plan.status().optional() {
            Ok(Some(ActivityPlanStatus::Draft)) => Answer::Yes,
            Ok(None | Some(ActivityPlanStatus::Adopted)) => to_come(),
            Err(lacks) => Answer::Unknown(lacks).or(to_come),
        }
    }

    /// Does a plan with this period belong to the charter's years? One that lies wholly outside them is another
    /// plan, the one before or the next; one without a period belongs to them.
    pub(crate) fn of_these_years(&self, period: View<'a, Dates>) -> Answer {
        let ours = self.charter.plan.span();
        let dates = match period.optional() {
            Ok(None) => return Answer::Yes,
            Ok(Some(item)) => Ref { item, path: period.path },
            Err(lacks) => return Answer::Unknown(lacks),
        };
        if dates.possible().overlap(ours).is_none() {
            return Answer::No;
        }
        if dates.certain().is_some_and(|days| days.overlap(ours).is_some()) {
            return Answer::Yes;
        }
        dates.span().map(|_| true).into()
    }

    /// The collaboration plans that belong to the charter's years, or may.
    pub(crate) fn plans(&self) -> impl Iterator<Item = Case<'a, Ref<'a, Plan>>> {
        let plans = self.record.plans().items();
        plans.filter(|plan| !self.of_these_years(plan.period()).is_no()).map(case_of)
    }

    /// The activity plans that are judged: every one, in an extract those that one of its groups owns.
    pub(crate) fn judged_plans(&self) -> impl Iterator<Item = Ref<'a, ActivityPlan>> {
        let everything = self.is_whole();
        let plans = self.record.activity_plans().items();
        plans.filter(move |plan| {
            everything || plan.owners().items().any(|owner| self.is_judged(owner.item.as_str()))
        })
    }

    /// Does a NOSAM own the activity plan, alone or with others?
    pub(crate) fn is_of_nosam(&self, plan: Ref<'a, ActivityPlan>) -> Answer {
        plan.owners().any(|owner| self.is_of_kind(owner.item.as_str(), GroupKind::Nosam))
    }

    /// The activities of the plans that are judged and may belong to the charter's years; of a plan, where its
    /// activities cannot be told.
    pub(crate) fn activities(&self) -> Vec<Case<'a, Planned<'a>>> {
        let of_plan = |plan: Ref<'a, ActivityPlan>| {
            let subject = subject_of(plan);
            let ours = self.of_these_years(plan.period());
            if ours.is_no() {
                return Vec::new();
            }
            let ours = ours.told().map(drop);
            let told = plan.activities().items().map(|activity| {
                let key = activity.id().known().map_or(Key::Whole, |id| Key::Name(id.as_str()));
                let thing = Planned { plan, activity: ours.clone().map(|()| activity) };
                Case { subject: subject.with(key), at: activity.path, thing }
            });
            let untold = plan.activities().unread().map(|lacks| {
                let thing = Planned { plan, activity: Err(lacks) };
                Case { subject, at: plan.path, thing }
            });
            told.chain(untold).collect()
        };
        self.judged_plans().flat_map(of_plan).collect()
    }
}

/// An activity and the plan that it stands in.
pub(crate) struct Planned<'a> {
    pub(crate) plan: Ref<'a, ActivityPlan>,
    /// The activity, or why those of the plan, or its years, cannot be told.
    pub(crate) activity: Result<Ref<'a, Activity>, Lacks>,
}
