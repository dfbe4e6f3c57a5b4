//! N-UPF-1: NOSAM evaluates its work.

use super::{Duty, duties, where_missing, year_of, yearly};
use crate::answer::Lacks;
use crate::charter::YearlyReports;
use crate::index::{Case, Context};
use crate::record::ReportKind;
use crate::report::{Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-UPF-1",
    clauses: ["N-UPF-1"],
    severities: [Advice, Info],
    partition_by: Group,
    each: years,
    check: check,
    sv: {
        norm: "Varje NOSAM utvärderar vad som lyckas och vad som ska utvecklas",
        why: "Utan utvärdering vet ingen vad som är värt att behålla.",
        reading: "Minst en utvärdering under varje avslutat kalenderår. Texten säger inte hur ofta, därför ges bara ett råd (A-36). År räknas från `complete_from`, eller annars från den första utvärderingen, och bara om gruppen har funnits minst sex månader av året. Det löpande året är inte förfallet.",
        example: "Ingen utvärdering under 2024: ett råd från den 1 januari 2025.",
    },
    en: {
        norm: "Every NOSAM evaluates what succeeds and what to develop",
        why: "Without evaluation nobody knows what is worth keeping.",
        reading: "At least one evaluation in each finished calendar year. The text does not say how often, so this is an advice only (A-36). Years count from `complete_from`, or else from the first evaluation, and only if the group existed for at least six months of the year. The running year is not due.",
        example: "No evaluation in 2024: an advice from 1 January 2025.",
    },
}

fn years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Duty<'a>, Lacks>>> {
    match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => duties(cx, ReportKind::Evaluation, 6, year_of),
        YearlyReports::NoExistenceTest => Vec::new(),
    }
}

/// Judges one year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let duty = duty?;
    yearly(cx, ReportKind::Evaluation, duty, verdict, |verdict, year| {
        let at = where_missing(cx, duty.group);
        verdict
            .breaks(
                Severity::Advice,
                at,
                words! { year = year;
                sv: "Ingen utvärdering gjordes under {year}",
                en: "No evaluation was made in {year}" },
            )
            .reading("A-36");
    })
}
