//! P-NOS-8: line organisations carry out the activities decided on.

use crate::answer::{Answer, Lacks};
use crate::charter::LineImplementation;
use crate::codes::{ActivityStatus, Severity};
use crate::index::{Context, Planned, is_line};
use crate::record::{ActorId, OrganisationId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-NOS-8",
    subject: "activity_plans/AP#ACTIVITY",
    clauses: ["P-NOS-8", "P-POL-4"],
    severities: [Error, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [activity_plans],
    each: Context::activities,
    sv: {
        norm: "En linjeverksamhet ansvarar för varje beslutad aktivitet",
        why: "Samverkansgrupperna har ingen egen personal. Det som ingen verksamhet ansvarar för blir inte gjort.",
        reading: "En aktivitet som är beslutad, pågår eller är genomförd ska ha minst en ansvarig \
            linjeverksamhet; en räcker. Linje är alla slags organisationer utom stödkansli, politisk nämnd \
            och brukarorganisation. Bara grupper eller stöd som ansvariga, eller en tom lista, är ett fel. \
            Saknas uppgift om ansvariga eller om läget kan det inte avgöras. Föreslagna och strukna \
            aktiviteter prövas inte. Läser regelverket genomförandet som en rekommendation ges bara en \
            anmärkning (A-14).",
        example: "NOSAM Lerum står själv som ansvarig för en beslutad aktivitet: fel.",
    },
    en: {
        norm: "A line organisation answers for each activity decided on",
        why: "The collaboration groups have no staff. What no organisation answers for is not done.",
        reading: "An activity that is decided, ongoing or done has at least one line organisation \
            responsible for it; one is enough. Line is every kind of organisation but support offices, \
            political boards and user organisations. Only groups or support as responsible, or an empty \
            list, is an error. Where nobody said who is responsible or how far the activity has come it \
            cannot be told. Proposed and dropped activities are not judged. If the charter reads \
            implementation as a recommendation there is a remark only (A-14).",
        example: "NOSAM Lerum itself stands as responsible for an activity decided on: an error.",
    },
}

/// Judges one activity.
fn check<'a>(cx: &Context<'a>, planned: Planned<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let activity = planned.activity?;
    if matches!(activity.status().read()?, ActivityStatus::Proposed | ActivityStatus::Dropped) {
        return Ok(());
    }
    let responsible = activity.responsible();
    let in_line = |actor: Ref<'a, ActorId>| {
        let organisation = cx.organisation(&OrganisationId::from(actor.item.as_str()));
        organisation.map_or(Answer::No, is_line)
    };
    if responsible.any(in_line).told()? {
        verdict.holds();
        return Ok(());
    }
    let words = if responsible.known().is_none_or(Vec::is_empty) {
        words! { ;
        sv: "Ingen är ansvarig för aktiviteten, en linjeverksamhet ska vara det",
        en: "Nobody is responsible for the activity, a line organisation should be" }
    } else {
        words! { ;
        sv: "Ingen av de ansvariga för aktiviteten är en linjeverksamhet",
        en: "None of those responsible for the activity is a line organisation" }
    };
    let told = match cx.charter.readings.line_implementation {
        LineImplementation::Duty => verdict.breaks(Severity::Error, responsible.path, words),
        LineImplementation::Recommendation => verdict.remarks(responsible.path, words),
    };
    told.reading("A-14");
    Ok(())
}
