//! P-KOM-9: adopted activity plans are published.

use crate::answer::Lacks;
use crate::codes::Severity;
use crate::index::Context;
use crate::record::{ActivityPlan, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-KOM-9",
    severities: [Error, Info],
    partition_by: Record,
    each: super::activity_plans,
    sv: {
        norm: "Fastställda aktivitetsplaner finns på SAMLA:s hemsida",
        why: "Alla kan följa vad grupperna har bestämt sig för.",
        reading: "En fastställd plan ska publiceras senast 35 dagar efter att den fastställdes, den 35:e \
            inräknad. Senare, eller en dag som ännu inte har kommit när tiden är ute, är ett fel. Sägs ingen \
            dag går det inte att avgöra när tiden är ute. Utkast prövas inte. Inget annat måste publiceras \
            (A-32).",
        example: "Planen fastställdes 2024-01-15 och publicerades 2024-02-20, en dag för sent: fel.",
    },
    en: {
        norm: "Adopted activity plans are on SAMLA's website",
        why: "Everybody can follow what the groups have settled on.",
        reading: "An adopted plan is published within 35 days of its adoption, the 35th included. Later, or \
            a day still to come when the time is out, is an error. Without a day it cannot be told once the \
            time is out. Drafts are not judged. Nothing else must be published (A-32).",
        example: "The plan was adopted on 2024-01-15 and published on 2024-02-20, one day late: an error.",
    },
}

/// Judges one plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.is_adopted(plan).told()? {
        return Ok(());
    }
    let last = plan.adopted_on().optional()?.map(|day| day.plus_days(cx.charter.deadlines.activity_plan));
    let at = plan.published_on().path;
    let Some(&published) = plan.published_on().optional()? else {
        return match last {
            Some(last) if cx.as_of <= last => {
                verdict.not_due(last.plus_days(1));
                Ok(())
            }
            _ => Err(Lacks::absent(at)),
        };
    };
    let Some(last) = last else { return Err(Lacks::absent(plan.adopted_on().path)) };
    if published.min(cx.as_of) > last {
        verdict.breaks(
            Severity::Error,
            at,
            words! { published = published, last = last;
            sv: "Aktivitetsplanens publiceringsdag är {published}, den skulle ha publicerats senast {last}",
            en: "The activity plan's day of publication is {published}, it was due by {last}" },
        );
    } else if published > cx.as_of {
        verdict.not_due(last.plus_days(1));
    } else {
        verdict.holds();
    }
    Ok(())
}
