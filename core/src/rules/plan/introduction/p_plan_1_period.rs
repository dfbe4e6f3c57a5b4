//! P-PLAN-1: the years that the plan covers.

use crate::answer::Lacks;
use crate::codes::Severity;
use crate::index::{Case, Context, subject_of};
use crate::record::{ActivityPlan, Period, Plan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-PLAN-1",
    severities: [Error, Warning, Info],
    partition_by: Record,
    part: Plan,
    each: plans_and_activity_plans,
    sv: {
        norm: "Samverkansplanen gäller från och med 2023 till och med 2026",
        why: "Alla räknar med samma år, när mål sätts och aktiviteter planeras.",
        reading: "En samverkansplan ska börja den 1 januari 2023 och sluta den 31 december 2026; varje annan \
            dag är ett fel, för första och sista dagen var för sig. En aktivitetsplan får börja tidigast den \
            1 januari 2023 och sluta senast den 31 december 2026, båda dagarna inräknade, annars blir det en \
            varning. Saknas en dag går det inte att avgöra. Att målen kan läsas som giltiga en kortare tid \
            (A-01) ändrar inte planens egen tid.",
        example: "En aktivitetsplan gäller till och med den 31 januari 2027: en varning.",
    },
    en: {
        norm: "The collaboration plan covers the years 2023 to 2026",
        why: "Everybody counts on the same years when goals are set and activities planned.",
        reading: "A collaboration plan begins on 1 January 2023 and ends on 31 December 2026; any other day \
            is an error, for the first and the last day separately. An activity plan begins on 1 January \
            2023 at the earliest and ends on 31 December 2026 at the latest, both days included, or else \
            there is a warning. Without one of the days it cannot be told. That the goals can be read as \
            valid for a shorter time (A-01) does not alter the plan's own time.",
        example: "An activity plan runs until 31 January 2027: a warning.",
    },
}

/// What has a period.
enum Of<'a> {
    Plan(Ref<'a, Plan>),
    ActivityPlan(Ref<'a, ActivityPlan>),
}

fn plans_and_activity_plans<'a>(cx: &Context<'a>) -> Vec<Case<'a, Of<'a>>> {
    let plans = cx.record.plans().items().map(|plan| Case {
        subject: subject_of(plan),
        at: plan.path,
        thing: Of::Plan(plan),
    });
    let activity_plans = cx.judged_plans().map(|plan| Case {
        subject: subject_of(plan),
        at: plan.path,
        thing: Of::ActivityPlan(plan),
    });
    plans.chain(activity_plans).collect()
}

/// Judges one plan or activity plan.
fn check<'a>(cx: &Context<'a>, of: Of<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let asked = cx.charter.plan;
    let (period, whole) = match of {
        Of::Plan(plan) => (plan.period().get()?, true),
        Of::ActivityPlan(plan) => (plan.period().get()?, false),
    };
    let mut lacks = Lacks::default();
    match (asked.from, period.first().read()) {
        (None, _) => {}
        (Some(_), Err(more)) => lacks = lacks.and(more),
        (Some(first), Ok(from)) if whole && *from != first => {
            let words = words! { from = *from, first = first;
            sv: "Planen börjar {from}, den gäller från {first}",
            en: "The plan begins on {from}, it is valid from {first}" };
            verdict.breaks(Severity::Error, period.first().path, words);
        }
        (Some(first), Ok(from)) if *from < first => {
            let words = words! { from = *from, first = first;
            sv: "Aktivitetsplanen börjar {from}, före samverkansplanens första dag {first}",
            en: "The activity plan begins on {from}, before the first day of the collaboration plan, {first}" };
            verdict.breaks(Severity::Warning, period.first().path, words);
        }
        (Some(_), Ok(_)) => {}
    }
    match (asked.to, period.last().read()) {
        (None, _) => {}
        (Some(_), Err(more)) => lacks = lacks.and(more),
        (Some(last), Ok(to)) if whole && *to != last => {
            let words = words! { to = *to, last = last;
            sv: "Planen slutar {to}, den gäller till och med {last}",
            en: "The plan ends on {to}, it is valid until {last}" };
            verdict.breaks(Severity::Error, period.last().path, words);
        }
        (Some(last), Ok(to)) if last < *to => {
            let words = words! { to = *to, last = last;
            sv: "Aktivitetsplanen slutar {to}, efter samverkansplanens sista dag {last}",
            en: "The activity plan ends on {to}, after the last day of the collaboration plan, {last}" };
            verdict.breaks(Severity::Warning, period.last().path, words);
        }
        (Some(_), Ok(_)) => {}
    }
    if !lacks.is_empty() {
        return Err(lacks);
    }
    verdict.holds();
    Ok(())
}
