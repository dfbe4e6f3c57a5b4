//! N-UPD-2: adopted routines are followed up.

use crate::answer::Lacks;
use crate::charter::YearlyReports;
use crate::codes::Severity;
use crate::index::{Case, Context, subject_of};
use crate::record::{Ref, Routine};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-UPD-2",
    subject: "routines/R",
    severities: [Advice, Info],
    key_days: AsOf,
    partition_by: Record,
    reads: [routines],
    each: routines,
    sv: {
        norm: "En fastställd lokal rutin följs upp",
        due: "Rutinen ska ha följts upp",
        why: "En rutin som ingen följer upp visar inte om den används eller om den hjälper.",
        reading: "Varje rutin ska ha följts upp minst en gång inom ett år från den dag då den infördes, eller \
            fastställdes om inget införande är angivet; samma dag året därpå är rätt. Dessförinnan är det inte \
            förfallet, inte heller innan rutinen har införts. Texten säger inte hur ofta, därför ges bara ett \
            råd (A-36). En uppföljning eller ett fastställande efter dagen för prövningen är en plan och \
            räknas inte.",
        example: "Rutinen för utskrivning infördes den 1 juni 2023 och har inte följts upp: ett råd från och \
            med den 2 juni 2024.",
    },
    en: {
        norm: "An adopted local routine is followed up",
        due: "The routine is to be followed up",
        why: "A routine that nobody follows up does not show whether it is used or helps.",
        reading: "Every routine has been followed up at least once within a year of the day on which it was \
            introduced, or adopted where no introduction is given; the same day of the next year is right. \
            Before that it is not due, nor before the routine is introduced. The text does not say how often, \
            so this is an advice only (A-36). A follow-up or an adoption after the as-of day is a plan and \
            does not count.",
        example: "The routine for discharge was introduced on 1 June 2023 and has not been followed up: an \
            advice from 2 June 2024.",
    },
}

/// A new routine has so long until it is followed up.
const MONTHS: u32 = 12;

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
    if routine.followed_up_on().known().is_some_and(|day| *day <= cx.as_of) {
        verdict.holds();
        return Ok(());
    }
    let introduced = routine.introduced_on().optional()?.copied();
    let begun = introduced.map_or_else(|| routine.adopted_on().read().copied(), Ok)?;
    if introduced.is_none() && cx.as_of < begun {
        return Ok(());
    }
    let last = begun.plus_months(MONTHS);
    if cx.as_of <= last {
        verdict.not_due(last.plus_days(1));
        return Ok(());
    }
    routine.followed_up_on().optional()?;
    let words = match introduced {
        Some(introduced) => words! { introduced = introduced, last = last;
        sv: "Rutinen infördes {introduced} och har inte följts upp, det skulle ha gjorts senast {last}",
        en: "The routine was introduced on {introduced} and has not been followed up, it was due by {last}" },
        None => words! { adopted = begun, last = last;
        sv: "Rutinen fastställdes {adopted} och har inte följts upp, det skulle ha gjorts senast {last}",
        en: "The routine was adopted on {adopted} and has not been followed up, it was due by {last}" },
    };
    verdict.breaks(Severity::Advice, routine.path, words).missed_by(last).reading("A-36");
    Ok(())
}
