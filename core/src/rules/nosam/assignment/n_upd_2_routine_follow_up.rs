//! N-UPD-2: adopted routines are followed up.

use crate::answer::Lacks;
use crate::calendar::Day;
use crate::charter::YearlyReports;
use crate::codes::Severity;
use crate::index::{Case, Context, subject_of};
use crate::record::{Ref, Routine};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-UPD-2",
    severities: [Advice, Info],
    partition_by: Record,
    each: routines,
    sv: {
        norm: "En fastställd lokal rutin följs upp",
        why: "En rutin som ingen följer upp visar inte om den används eller om den hjälper.",
        reading: "Varje rutin som är fastställd på dagen för prövningen ska ha följts upp minst en gång. \
            Texten säger inte hur ofta, därför ges bara ett råd (A-36). Ett datum efter dagen för prövningen \
            är en plan och räknas inte.",
        example: "Rutinen för utskrivning fastställdes 2022 och har inte följts upp: ett råd.",
    },
    en: {
        norm: "An adopted local routine is followed up",
        why: "A routine that nobody follows up does not show whether it is used or helps.",
        reading: "Every routine that is adopted on the as-of day has been followed up at least once. The \
            text does not say how often, so this is an advice only (A-36). A day after the as-of day is a \
            plan and does not count.",
        example: "The routine for discharge was adopted in 2022 and has not been followed up: an advice.",
    },
}

fn routines<'a>(cx: &Context<'a>) -> Vec<Case<'a, Ref<'a, Routine>>> {
    let named = |routine: Ref<'a, Routine>| subject_of(routine);
    let all = cx.record.routines().items();
    all.map(|routine| Case { subject: named(routine), at: routine.path, thing: routine }).collect()
}

/// Judges one routine.
fn check<'a>(cx: &Context<'a>, routine: Ref<'a, Routine>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => {}
        YearlyReports::NoExistenceTest => return Ok(()),
    }
    let is_past = |day: &Day| *day <= cx.as_of;
    if routine.followed_up_on().known().is_some_and(is_past) {
        verdict.holds();
        return Ok(());
    }
    if routine.adopted_on().known().is_some_and(|day| !is_past(day)) {
        return Ok(());
    }
    let adopted = routine.adopted_on().read();
    routine.followed_up_on().optional()?;
    let adopted = *adopted?;
    verdict
        .breaks(
            Severity::Advice,
            routine.path,
            words! { adopted = adopted;
            sv: "Rutinen fastställdes {adopted} och har inte följts upp",
            en: "The routine was adopted on {adopted} and has not been followed up" },
        )
        .reading("A-36");
    Ok(())
}
