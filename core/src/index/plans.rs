//! Activity plans: which are adopted, and whose they are.

use super::Context;
use crate::answer::{Answer, Lacks};
use crate::record::{ActivityPlan, ActivityPlanStatus, GroupKind, Ref};

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

    /// The activity plans that a judged group of one of `kinds` owns, alone or with others.
    pub(crate) fn activity_plans_of(
        &self,
        kinds: &'static [GroupKind],
    ) -> impl Iterator<Item = Ref<'a, ActivityPlan>> {
        let plans = self.record.activity_plans().items();
        plans.filter(move |plan| {
            plan.owners().items().any(|id| kinds.iter().any(|kind| self.judges(id.item.as_str(), *kind)))
        })
    }
}
