//! N-PLAN-2: the plan holds its focus areas.

use crate::answer::Lacks;
use crate::charter::Activities;
use crate::index::Context;
use crate::record::{Plan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-PLAN-2",
    subject: "plans/P",
    severities: [Info],
    key_days: Remarks,
    partition_by: Record,
    reads: [plans],
    each: Context::plans,
    sv: {
        norm: "Samverkansplanen innehåller sina fokusområden",
        why: "NOSAM tar fram sina aktiviteter ur fokusområdena.",
        reading: "Planen har minst ett prioriterat mål; fokusområden är de prioriterade målen, och \
            strategier krävs inte (A-05). Aktiviteterna ligger utanför planen. Läses texten tvärtom ska \
            planen själv innehålla dem (A-11). Brister ger en anmärkning, aldrig mer.",
        example: "Planen har en tom lista över mål: en anmärkning.",
    },
    en: {
        norm: "The plan holds its focus areas",
        why: "NOSAM draws its activities from the focus areas.",
        reading: "The plan has at least one prioritised goal; focus areas are the prioritised goals, and \
            strategies are not required (A-05). Activities lie outside the plan. Where the text is read the \
            other way the plan itself holds them (A-11). What is missing gives a remark and never more.",
        example: "The plan's list of goals is empty: a remark.",
    },
}

/// Judges one plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, Plan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    cx.of_these_years(plan.period()).told()?;
    let mut lacks = Lacks::default();
    if plan.goals().items().next().is_none() {
        match plan.goals().all() {
            Ok(_) => {
                let told = verdict.remarks(
                    plan.goals().path,
                    words! { ;
                    sv: "Planen nämner inget prioriterat mål",
                    en: "The plan names no prioritised goal" },
                );
                told.reading("A-05");
            }
            Err(more) => lacks = lacks.and(more),
        }
    }
    if cx.charter.readings.activities == Activities::Inside {
        match plan.contains_activities().read() {
            Ok(true) => {}
            Ok(false) => {
                let told = verdict.remarks(
                    plan.contains_activities().path,
                    words! { ;
                    sv: "Planen innehåller inte sina aktiviteter",
                    en: "The plan does not hold its activities" },
                );
                told.reading("A-11");
            }
            Err(more) => lacks = lacks.and(more),
        }
    }
    if lacks.is_empty() {
        verdict.holds();
        return Ok(());
    }
    Err(lacks)
}
