//! P-KOM-9: adopted activity plans are published.

use super::{PutOut, put_out};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::codes::Severity;
use crate::index::{Context, InTime};
use crate::path::Path;
use crate::record::{ActivityPlan, Id, Ref};
use crate::report::Subject;
use crate::rules::judge::Verdict;
use crate::rules::key_days::{Days, entry_at};
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-KOM-9",
    subject: "activity_plans/AP",
    severities: [Error, Warning, Info],
    key_days: (key_days),
    partition_by: Record,
    reads: [activity_plans],
    each: super::activity_plans,
    sv: {
        norm: "Fastställda aktivitetsplaner finns på SAMLA:s hemsida",
        due: "Aktivitetsplanen ska ha publicerats",
        why: "Alla kan följa vad grupperna har bestämt sig för.",
        reading: "En fastställd plan ska publiceras senast 35 dagar efter att den fastställdes, den 35:e \
            inräknad. Senare är en varning; är den ännu inte ute när tiden har gått är det ett fel. En \
            webbadress utan dag räcker, med en anmärkning. Sägs varken dag eller webbadress går det inte att \
            avgöra när tiden är ute. Utkast prövas inte. Inget annat måste publiceras (A-32).",
        example: "Planen fastställdes 2024-01-15 och publicerades 2024-02-20, en dag för sent: varning.",
    },
    en: {
        norm: "Adopted activity plans are on SAMLA's website",
        due: "The activity plan is to be published",
        why: "Everybody can follow what the groups have settled on.",
        reading: "An adopted plan is published within 35 days of its adoption, the 35th included. Later is a \
            warning; a plan that is not out when the time has passed is an error. An address without a day \
            is enough, with a remark. Without day and address it cannot be told once the time is out. Drafts \
            are not judged. Nothing else must be published (A-32).",
        example: "The plan was adopted on 2024-01-15 and published on 2024-02-20, one day late: a warning.",
    },
}

/// The day of adoption, and the one on which the plan was to be published.
fn key_days<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    let plan = entry_at(cx.record.activity_plans(), at);
    let adopted = plan.and_then(|plan| plan.adopted_on().known().copied());
    let both = |day: Day| [day, day.plus_days(cx.charter.deadlines.activity_plan)];
    adopted.into_iter().flat_map(both).collect()
}

/// Judges one plan.
fn check<'a>(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !cx.is_adopted(plan).told()? {
        return Ok(());
    }
    let due = plan.adopted_on().read().copied();
    let in_time = due.map(|day| InTime::on(day.plus_days(cx.charter.deadlines.activity_plan)));
    let at = plan.published_on().path;
    let Some(&published) = plan.published_on().optional()? else {
        if plan.url().optional()?.is_some() {
            let words = words! { plan = id_of(plan);
            sv: "Aktivitetsplanen {plan} har en webbadress men ingen publiceringsdag",
            en: "The activity plan {plan} has an address but no day of publication" };
            verdict.remarks(plan.path, words);
            verdict.holds();
            return Ok(());
        }
        return match in_time {
            Ok(in_time) if cx.as_of <= in_time.latest => {
                verdict.not_due(in_time.latest.plus_days(1));
                Ok(())
            }
            _ => Err(Lacks::absent(at)),
        };
    };
    let in_time = in_time?;
    match put_out(cx, published, &in_time) {
        PutOut::InTime => verdict.holds(),
        PutOut::NotYet => verdict.not_due(in_time.latest.plus_days(1)),
        PutOut::Late => {
            let words = words! { plan = id_of(plan), published = published, last = in_time.latest;
            sv: "Aktivitetsplanen {plan} publicerades {published}, den skulle ha publicerats senast {last}",
            en: "The activity plan {plan} was published on {published}, it was due by {last}" };
            verdict.breaks(Severity::Warning, at, words);
        }
        PutOut::Never => {
            let words = words! { plan = id_of(plan), published = published, last = in_time.latest;
            sv: "Aktivitetsplanen {plan} har {published} som publiceringsdag, den skulle ha publicerats senast {last}",
            en: "The activity plan {plan} has {published} as its day of publication, it was due by {last}" };
            verdict.breaks(Severity::Error, at, words);
        }
        PutOut::Untold(lacks) => return Err(lacks),
    }
    Ok(())
}

fn id_of(plan: Ref<'_, ActivityPlan>) -> Param {
    Param::Id(plan.id().known().map_or_else(String::new, Id::to_string))
}
