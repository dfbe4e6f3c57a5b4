//! P-NOS-7: the activities stand in a document of their own.

use crate::answer::Lacks;
use crate::charter::Activities;
use crate::codes::Severity;
use crate::index::Context;
use crate::record::{ActivityPlan, Plan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-NOS-7",
    subject: "plans/P",
    severities: [Warning, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [plans, activity_plans],
    each: Context::plans,
    sv: {
        norm: "Aktiviteterna står i ett eget dokument, skilt från samverkansplanen",
        why: "Aktiviteter ändras under tiden, planen gör det inte. I var sitt dokument kan de leva i var sin takt.",
        reading: "Samverkansplanen innehåller inga aktiviteter, och ingen aktivitetsplan är samma dokument; \
            annars ges en varning. Är det inte sagt om planen innehåller aktiviteter, eller vilka dokumenten \
            är, kan det inte avgöras. Läses uppdragsbeskrivningen före planen gäller det omvända, och då \
            prövas inget här (A-11).",
        example: "Samverkansplanen och aktivitetsplanen har samma dokumentnummer: en varning.",
    },
    en: {
        norm: "The activities stand in a document of their own, apart from the collaboration plan",
        why: "Activities change on the way, the plan does not. In two documents each can live at its own pace.",
        reading: "The collaboration plan holds no activities, and no activity plan is the same document; \
            otherwise there is a warning. Where nobody said whether the plan holds activities, or which \
            documents they are, it cannot be told. Where the assignment is read before the plan the opposite \
            applies, and nothing is judged here (A-11).",
        example: "The collaboration plan and the activity plan have the same document number: a warning.",
    },
}

/// Judges one collaboration plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, Plan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match cx.charter.readings.activities {
        Activities::Outside => {}
        Activities::Inside => return Ok(()),
    }
    cx.of_these_years(plan.period()).told()?;
    let inside = plan.contains_activities();
    if inside.known() == Some(&true) {
        verdict
            .breaks(
                Severity::Warning,
                inside.path,
                words! { ;
                sv: "Samverkansplanen innehåller aktiviteter, de hör hemma i ett eget dokument",
                en: "The collaboration plan holds activities, they belong in a document of their own" },
            )
            .reading("A-11");
        return Ok(());
    }
    let same = |activities: Ref<'a, ActivityPlan>| {
        let document = activities.document().read();
        let same = || document.and_then(|own| Ok(plan.document().read()?.trim() == own.trim())).into();
        cx.of_these_years(activities.period()).and(same)
    };
    let all = cx.record.activity_plans();
    if let Some(activities) = all.items().find(|activities| same(*activities).is_yes()) {
        let document = activities.document().known().cloned().unwrap_or_default();
        verdict
            .breaks(
                Severity::Warning,
                activities.document().path,
                words! { document = Param::Text(document);
                sv: "Aktivitetsplanen är samma dokument som samverkansplanen, {document}",
                en: "The activity plan is the same document as the collaboration plan, {document}" },
            )
            .related(plan.document().path, "plan")
            .reading("A-11");
        return Ok(());
    }
    if inside.is(|inside| !inside).and(|| all.any(same).not()).told()? {
        verdict.holds();
    }
    Ok(())
}
