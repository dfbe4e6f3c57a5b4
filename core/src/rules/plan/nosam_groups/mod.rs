//! Närområdesgrupper – NOSAM i Lerum och Alingsås: what they plan, and who carries it out.

mod p_nos_3_goals;
mod p_nos_4_activity_plans;
mod p_nos_7_separate_document;
mod p_nos_8_line_organisations;

use crate::index::{Case, Context, subject_of};
use crate::record::{Activity, ActivityPlan, GroupKind, Ref};
use crate::report::Key;
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &p_nos_3_goals::RULE,
    &p_nos_4_activity_plans::RULE,
    &p_nos_7_separate_document::RULE,
    &p_nos_8_line_organisations::RULE,
];

/// An activity and the plan that it stands in.
type Planned<'a> = (Ref<'a, ActivityPlan>, Ref<'a, Activity>);

/// The activities in the plans of judged groups of these kinds.
fn activities<'a>(cx: &Context<'a>, kinds: &'static [GroupKind]) -> Vec<Case<'a, Planned<'a>>> {
    let of_plan = |plan: Ref<'a, ActivityPlan>| {
        let subject = subject_of(plan);
        plan.activities().items().map(move |activity| {
            let key = activity.id().known().map_or(Key::Whole, |id| Key::Name(id.as_str()));
            Case { subject: subject.with(key), at: activity.path, thing: (plan, activity) }
        })
    };
    cx.activity_plans_of(kinds).flat_map(of_plan).collect()
}
