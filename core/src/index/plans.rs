//! Activity plans: which are adopted, and whose they are.

use super::{Case, Context, subject_of};
use crate::answer::{Answer, Lacks};
use crate::codes::{ActivityPlanStatus, GroupKind};
use crate::record::{Activity, ActivityPlan, Ref};
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

    /// The activities of the plans that are judged; of a plan, where its activities cannot be told.
    pub(crate) fn activities(&self) -> Vec<Case<'a, Planned<'a>>> {
        let of_plan = |plan: Ref<'a, ActivityPlan>| {
            let subject = subject_of(plan);
            let told = plan.activities().items().map(move |activity| {
                let key = activity.id().known().map_or(Key::Whole, |id| Key::Name(id.as_str()));
                let thing = Planned { plan, activity: Ok(activity) };
                Case { subject: subject.with(key), at: activity.path, thing }
            });
            let untold = plan.activities().unread().map(move |lacks| {
                let thing = Planned { plan, activity: Err(lacks) };
                Case { subject, at: plan.path, thing }
            });
            told.chain(untold)
        };
        self.judged_plans().flat_map(of_plan).collect()
    }
}

/// An activity and the plan that it stands in.
pub(crate) struct Planned<'a> {
    pub(crate) plan: Ref<'a, ActivityPlan>,
    /// The activity, or why those of the plan cannot be told.
    pub(crate) activity: Result<Ref<'a, Activity>, Lacks>,
}
